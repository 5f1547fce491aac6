"""Blocks of a paper as Markdown that GitHub and pandoc read alike."""

import re
from collections.abc import Iterable, Iterator

from integrated_care_principles.paper import (
    Block,
    Column,
    Facts,
    Grid,
    Heading,
    Items,
    Paragraph,
    Passage,
    Run,
    Words,
)
from integrated_care_principles.reporting import safe

_DEEPEST = 6
# What would end an address, or a cell, or stand for another letter.
_IN_ADDRESS = re.compile(r"[<>\\|`]")


def block(of: Block) -> str:
    """Return a block, without a blank line around it."""
    match of:
        case Heading():
            return f"{'#' * min(of.level, _DEEPEST)} {inline(of.words)}"
        case Paragraph():
            return inline(of.words)
        case Passage():
            return _passage(of)
        case Items():
            return "\n".join(f"- {inline(each)}".rstrip() for each in of.items)
        case Facts():
            return "\n".join(_fact(*each) for each in of.pairs)
        case _:
            return "\n".join(_grid(of))


def heading(level: int, text: str) -> str:
    """Return a heading of one text."""
    return f"{'#' * level} {safe.markdown(text)}"


def inline(words: Words) -> str:
    """Return *words* in one line."""
    return "".join(map(_run, words)).strip()


def _run(of: Run) -> str:
    # The spaces at both ends keep words apart, and strong words must not have any.
    text = safe.markdown(of.text)
    before = " " if of.text[:1].isspace() and text else ""
    after = " " if of.text[-1:].isspace() else ""
    if of.strong and text:
        text = f"**{text}**"
    if of.url:
        text = f"[{text}](<{_address(of.url)}>)"
    return f"{before}{text}{after}"


def _address(url: str) -> str:
    ended = _IN_ADDRESS.sub(lambda sign: f"%{ord(sign[0]):02X}", url)
    return ended.replace("&", "&amp;")


def _passage(of: Passage) -> str:
    """Return a block quote; lines stay lines, and paragraphs paragraphs."""
    return "\n>\n".join("> " + "\\\n> ".join(_lines(each)) for each in of.paragraphs)


def _lines(paragraph: str) -> Iterator[str]:
    return filter(None, map(safe.markdown, paragraph.split("\n")))


def _fact(label: Words, said: Words) -> str:
    # Another sign than that of items, or a list of these beside it would be one with them.
    return f"* **{inline(label)}:** {inline(said)}".rstrip()


def _grid(of: Grid) -> Iterator[str]:
    yield f"**Table: {inline(of.caption)}**"
    yield ""
    yield _row(each.head for each in of.columns)
    yield f"| {' | '.join(map(_rule, of.columns))} |"
    for row in of.rows:
        yield _row(each.words for each in row)


def _row(cells: Iterable[Words]) -> str:
    return f"| {' | '.join(map(inline, cells))} |"


def _rule(of: Column) -> str:
    return "---:" if of.numeric else "---"
