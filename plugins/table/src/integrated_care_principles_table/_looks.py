"""Tables in any of the looks that tabulate has: for the eye, or for another program."""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Literal, get_args

from tabulate import tabulate

from integrated_care_principles.reporting import safe
from integrated_care_principles_table._lines import columns, fill
from integrated_care_principles_table._ruled import NARROWEST_COLUMN, rooms

# Drawn for the eye: cells have several lines there.
EyeLook = Literal[
    "plain",
    "simple",
    "grid",
    "simple_grid",
    "rounded_grid",
    "heavy_grid",
    "mixed_grid",
    "double_grid",
    "fancy_grid",
    "colon_grid",
    "outline",
    "simple_outline",
    "rounded_outline",
    "heavy_outline",
    "mixed_outline",
    "double_outline",
    "fancy_outline",
    "presto",
    "pretty",
    "psql",
    "rst",
]
# Read by a program: a row is one line, as long as it may be.
ProgramLook = Literal[
    "github",
    "pipe",
    "orgtbl",
    "jira",
    "asciidoc",
    "moinmoin",
    "youtrack",
    "html",
    "unsafehtml",
    "latex",
    "latex_raw",
    "latex_booktabs",
    "latex_longtable",
    "mediawiki",
    "textile",
    "tsv",
]
Look = Literal[EyeLook, ProgramLook]
Align = Sequence[str]

_EYE: tuple[EyeLook, ...] = get_args(EyeLook)
# Some looks leave room around heads, and 80 columns are not many.
_BROKEN = {
    "Complete": "Com-\nplete",
    "Expected": "Expec-\nted",
    "Excluded": "Exclu-\nded",
    "Partner-\nled": "Part-\nner-\nled",
    "Percent": "Per-\ncent",
}
# What would end a cell there, and what stands for it.
_BAR = {
    "orgtbl": r"\vert{}",
    "jira": r"\|",
    "asciidoc": r"\|",
    "youtrack": r"\|",
    "moinmoin": "&#124;",
    "mediawiki": "&#124;",
    "textile": "&#124;",
}
# Tabulate escapes these itself in all its looks for LaTeX but the raw one.
_LATEX = {
    **{each: rf"\{each}" for each in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "^": r"\^{}",
    "\\": r"\textbackslash{}",
    "<": r"\ensuremath{<}",
    ">": r"\ensuremath{>}",
}


def drawn(
    blocks: Sequence[Sequence[Sequence[str]]],
    look: Look,
    *,
    width: int,
    grows: int,
    align: Align,
) -> Iterator[str]:
    """
    Yield the lines of a table.

    Args:
        blocks: Of rows; those of the first are heads of one or more lines.
        width: How many columns a line may fill, in a look that is for the eye.
        grows: Which column takes what the others leave.
        align: How the columns are aligned: ``left`` or ``right``.
    """
    heads, *others = blocks
    rows = [*chain.from_iterable(others)]
    if look in _EYE:
        header, sizes = _fitted(heads, rows, look, width, grows)
        cells = [
            [_folded(*each) for each in zip(row, sizes, strict=True)] for row in rows
        ]
    else:
        header = [_escaped(each, look) for each in _joined(heads, "")]
        cells = [[_escaped(each, look) for each in row] for row in rows]
    yield from _tabulated(cells, header, look, align).split("\n")


def _tabulated(
    cells: Sequence[Sequence[str]], header: Sequence[str], look: Look, align: Align
) -> str:
    # Or else tabulate would turn 007 into 7 and 1e3 into 1000.
    return tabulate(
        cells, headers=header, tablefmt=look, colalign=align, disable_numparse=True
    )


def _joined(heads: Sequence[Sequence[str]], between: str) -> list[str]:
    """Return the heads of columns, each of which may stand in several rows."""
    return [between.join(filter(None, each)) for each in zip(*heads, strict=True)]


def _fitted(
    heads: Sequence[Sequence[str]],
    rows: Sequence[Sequence[str]],
    look: Look,
    width: int,
    grows: int,
) -> tuple[list[str], list[int]]:
    """Return the header, with its words broken where it is too wide, and all widths."""
    whole = _joined(heads, "\n")
    broken = [_BROKEN.get(each, each) for each in whole]
    sizes: list[int] = []
    for header in (whole, broken):
        lines = zip_longest(*(each.split("\n") for each in header), fillvalue="")
        sizes = rooms([*lines, *rows], width=width, grows=grows)
        sizes[grows] -= _borders(look, header, sizes)
        if sizes[grows] >= NARROWEST_COLUMN:
            return header, sizes
    sizes[grows] = NARROWEST_COLUMN
    return broken, sizes


def _borders(look: Look, header: Sequence[str], sizes: Sequence[int]) -> int:
    """Return how many columns are filled beside cells that are so wide."""
    cells = ["x" * each for each in sizes]
    drawn = _tabulated([cells], header, look, ("right",) * len(cells)).split("\n")
    return max(map(columns, drawn)) - sum(sizes)


def _folded(text: str, room: int) -> str:
    return "\n".join(fill(text, room))


def _escaped(text: str, look: Look) -> str:
    if look in ("github", "pipe"):
        return safe.markdown(text)
    if look == "unsafehtml":
        return safe.html(text)
    if look == "latex_raw":
        return "".join(_LATEX.get(each, each) for each in text)
    return text.replace("|", _BAR.get(look, "|"))
