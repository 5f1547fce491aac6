"""A paper as plain data, for the template that lays it out."""

from collections.abc import Iterable
from itertools import chain, groupby

from integrated_care_principles.paper import (
    SHADES,
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Items,
    Origin,
    Paper,
    Paragraph,
    Passage,
    Run,
    Words,
)
from integrated_care_principles.reporting import safe

Data = dict[str, object]

# A paper of so few parts is short.
_MOST_WITHOUT_CONTENTS = 2


def data_of(whole: Paper) -> Data:
    """Return what stands on the pages of a paper."""
    return {
        "title": safe.plain(whole.title),
        "front": _blocks(whole.front),
        "contents": len(whole.parts) > _MOST_WITHOUT_CONTENTS,
        "leaves": [
            {
                "landscape": landscape,
                "blocks": _blocks(chain.from_iterable(each.blocks for each in parts)),
            }
            for landscape, parts in groupby(
                whole.parts, key=lambda each: each.landscape
            )
        ],
    }


def _blocks(blocks: Iterable[Block]) -> list[Data]:
    return [_block(each) for each in blocks]


def _block(block: Block) -> Data:
    match block:
        case Heading(level=level, words=words):
            # The title of the paper is no heading to PDF, so its parts are the first.
            return {"kind": "heading", "level": level - 1, "words": _words(words)}
        case Paragraph(words=words):
            return {"kind": "paragraph", "words": _words(words)}
        case Passage():
            return {
                "kind": "passage",
                "paragraphs": [*map(safe.plain, block.paragraphs)],
            }
        case Items(items=items):
            return {"kind": "items", "items": [*map(_words, items)]}
        case Facts(pairs=pairs):
            said = [[_words(label), _words(fact)] for label, fact in pairs]
            return {"kind": "facts", "pairs": said}
        case _:
            return _grid(block)


def _grid(grid: Grid) -> Data:
    return {
        "kind": "grid",
        "wide": grid.is_wide,
        "caption": _words(grid.caption),
        "columns": [_column(each) for each in grid.columns],
        "rows": [[_cell(each) for each in row] for row in grid.rows],
    }


def _column(column: Column) -> Data:
    head = _words(column.head)
    return {"head": head, "share": column.share, "numeric": column.numeric}


def _cell(cell: Cell) -> Data:
    fill = None if cell.shade is None else SHADES[cell.shade]
    return {"words": _words(cell.words), "bar": cell.bar, "fill": fill}


def _words(words: Words) -> list[Data]:
    return [_run(each) for each in words]


def _run(run: Run) -> Data:
    return {
        "text": safe.plain(run.text),
        "ours": run.origin is Origin.OURS,
        "strong": run.strong,
        "url": run.url,
    }
