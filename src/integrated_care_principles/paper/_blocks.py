"""What a paper is made of: words, and the blocks in which they stand."""

import re
from enum import StrEnum
from typing import Literal

from attrs import frozen

_BLANK_LINES = re.compile(r"\n\s*\n")
# With more columns than these, heads of numbers do not fit beside each other.
_MOST_NARROW = 7


class Origin(StrEnum):
    """Whose words they are."""

    LABEL = "label"
    QUOTED = "quoted"
    TIDIED = "tidied"
    OURS = "ours"
    THEIRS = "theirs"


@frozen(kw_only=True)
class Run:
    """
    Words that are alike: of one author, and in one face.

    Attributes:
        text: As it came in, and to be made safe for the place where it is put. May hold
            newlines.

        origin: Whose words they are. Quotation marks around what is quoted are runs of
            their own.

        url: Where it leads; empty: nowhere. Only what is safe to follow stands here.
    """

    text: str
    origin: Origin = Origin.LABEL
    strong: bool = False
    url: str = ""


Words = tuple[Run, ...]


@frozen(kw_only=True)
class Heading:
    """A heading; the title of the paper is of level 1, those of its parts of level 2."""

    level: int
    words: Words


@frozen(kw_only=True)
class Paragraph:
    """A paragraph; a *soft* one only explains what stands near it."""

    words: Words
    soft: bool = False


@frozen(kw_only=True)
class Passage:
    """What somebody wrote at length: *text* in lines and paragraphs of its own."""

    text: str
    origin: Origin

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What blank lines part; newlines within are breaks of lines."""
        return tuple(_BLANK_LINES.split(self.text.strip()))


@frozen(kw_only=True)
class Items:
    """A list without an order."""

    items: tuple[Words, ...]


@frozen(kw_only=True)
class Facts:
    """Labels, each with what belongs to it."""

    pairs: tuple[tuple[Words, Words], ...]


@frozen(kw_only=True)
class Column:
    """
    A column of a grid.

    Attributes:
        share: How wide it is, beside the others.

        numeric: Whether numbers stand in it, which go to the right.
    """

    head: Words
    share: int = 1
    numeric: bool = False


# From paper to a blue on which black is still read.
SHADES = (
    *("F7FBFF", "EEF5FB", "E4EFF8", "DAE9F5", "D0E2F1", "C5DBEE"),
    *("BAD4EA", "AFCCE6", "A3C4E2", "97BCDE", "8BB4DA"),
)


@frozen(kw_only=True)
class Cell:
    """
    A cell of a grid.

    Attributes:
        bar: How long a bar beside the words is, in percent; ``None``: there is none.

        shade: How dark it is behind them, from 0 to 10, which is the place of a colour in
            `SHADES`; ``None``: as the page. What a bar or a shade says, the words say too.
    """

    words: Words
    bar: int | None = None
    shade: int | None = None


@frozen(kw_only=True)
class Grid:
    """A table; the first cell of each row is the head of that row."""

    caption: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def is_wide(self) -> bool:
        """Whether it has so many columns that heads of numbers are best turned."""
        return len(self.columns) > _MOST_NARROW


PartName = Literal[
    "together",
    "summary",
    "annual-report",
    "self-evaluation",
    "action-plan",
    "catalogue",
    "resources",
    "sources",
]

Block = Heading | Paragraph | Passage | Items | Facts | Grid


@frozen(kw_only=True)
class Part:
    """
    A part of a paper, which begins with a heading of level 2.

    Attributes:
        name: By which it is asked for.

        landscape: Whether its tables need a page that is wider than it is high.
    """

    name: PartName
    blocks: tuple[Block, ...]
    landscape: bool = False


@frozen(kw_only=True)
class Paper:
    """
    A report as it is read from front to back.

    Attributes:
        title: What stands over it.

        front: What the reader has to know first: who, when, held against what.
    """

    title: str
    front: tuple[Block, ...]
    parts: tuple[Part, ...]


def label(text: str, *, strong: bool = False) -> Words:
    """Return words of the paper itself."""
    return (Run(text=text, strong=strong),)


def quoted(text: str) -> Words:
    """Return official words, as printed, between quotation marks."""
    return (Run(text="“"), Run(text=text, origin=Origin.QUOTED), Run(text="”"))


def tidied(text: str) -> Words:
    """Return an official title of which slips were mended."""
    return (Run(text=text, origin=Origin.TIDIED),)


def ours(text: str) -> Words:
    """Return what the authors of this library say."""
    return (Run(text=text, origin=Origin.OURS),)


def theirs(text: str) -> Words:
    """Return what the assessors say."""
    return (Run(text=text, origin=Origin.THEIRS),)
