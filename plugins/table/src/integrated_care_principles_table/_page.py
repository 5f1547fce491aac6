"""
Lines that fit: wrapped, indented, underlined and in columns.

Everything that becomes a line goes through here, and so through `safe.line`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest

from attrs import frozen
from tabulate import SEPARATING_LINE, DataRow, Line, TableFormat, tabulate
from wcwidth import iter_graphemes, wcswidth

from integrated_care_principles.reporting import safe

# A column this narrow holds any one character, and most words.
_NARROWEST_COLUMN = 12
# And one that does not grow needs no more for the heads that we give it.
_WIDEST_COLUMN = 15

# Where the text of a question begins, and what belongs to it, in columns.
BELOW = 9

# Nothing but a rule where one is asked for, and one space between columns.
_RULED = TableFormat(
    lineabove=None,
    linebelowheader=Line("", "-", " ", ""),
    linebetweenrows=None,
    linebelow=None,
    headerrow=None,
    datarow=DataRow("", " ", ""),
    padding=0,
    with_header_hide=None,
)


@frozen(kw_only=True)
class Page:
    """
    What the lines are written on.

    Attributes:
        width: How many columns a line may fill.
    """

    width: int

    def wrapped(self, text: str, *, indent: int = 0, hanging: int = 0) -> Iterator[str]:
        """
        Yield the lines that *text* fills; none where it says nothing.

        Args:
            indent: Of every line, in columns.
            hanging: Of every line but the first, in columns, on top of that.
        """
        for index, line in enumerate(fill(text, self.width - indent - hanging)):
            yield f"{' ' * (indent + hanging if index else indent)}{line}"

    def item(
        self, label: str, text: str, *, indent: int = 0, widest: int = 0
    ) -> Iterator[str]:
        """
        Yield *text* beside a *label*, or below it where that is wide.

        Args:
            widest: How many columns labels like this one fill.
        """
        label = safe.line(label)
        hanging = max(columns(label), widest) + 1
        if indent + hanging > self.width // 2:
            yield from self.wrapped(label, indent=indent)
            yield from self.wrapped(text, indent=indent + 2)
            return
        lines = list(self.wrapped(text, indent=indent + hanging)) or [""]
        margin = f"{' ' * indent}{label}{' ' * (hanging - columns(label))}"
        yield f"{margin}{lines[0][indent + hanging :]}".rstrip()
        yield from lines[1:]

    def labelled(
        self, pairs: Iterable[tuple[str, str]], *, indent: int = 0
    ) -> Iterator[str]:
        """Yield labels and values in two columns; those without a value are left out."""
        said = [(label, value) for label, value in pairs if safe.line(value)]
        widest = max((len(label) for label, _ in said), default=0) + 1
        for label, value in said:
            yield from self.item(label, value, indent=indent, widest=widest)

    def question(self, id: str, text: str) -> Iterator[str]:
        """Yield a question. What belongs to it is indented by `BELOW`."""
        yield from self.item(id, text, indent=2, widest=BELOW - 3)

    def paragraphs(self, text: str, *, indent: int) -> Iterator[str]:
        """Yield *text* in its own lines, wrapped, and its paragraphs apart."""
        apart = False
        for own_line in text.strip().split("\n"):
            lines = list(self.wrapped(own_line, indent=indent))
            if lines and apart:
                yield ""
            apart = not lines
            yield from lines

    def heading(self, text: str, *, under: str = "=") -> Iterator[str]:
        """Yield *text*, underlined."""
        lines = list(self.wrapped(text))
        yield from lines
        yield under * max(map(columns, lines), default=0)

    def section(self, title: str, note: str = "") -> Iterator[str]:
        """Yield what a section begins with: its *title*, and whose words are in it."""
        yield ""
        yield ""
        yield from self.heading(title, under="-")
        yield from self.wrapped(note)

    def table(
        self, *blocks: Sequence[Sequence[str]], grows: int, align: Sequence[str]
    ) -> Iterator[str]:
        """
        Yield *blocks* of rows with a rule between them.

        Args:
            grows: Which column takes what the others leave.
            align: How the columns are aligned: ``left`` or ``right``.
        """
        cells = [[list(map(safe.line, row)) for row in block] for block in blocks]
        rooms = self._rooms(cells, grows)
        rows: list[Sequence[str]] = []
        for block in cells:
            rows.append([SEPARATING_LINE])
            for row in block:
                rows.extend(_unfolded(row, rooms))
        # Or else tabulate would turn 007 into 7 and 1e3 into 1000.
        text = tabulate(
            rows[1:], tablefmt=_RULED, colalign=align, disable_numparse=True
        )
        yield from text.split("\n")

    def _rooms(self, blocks: list[list[list[str]]], grows: int) -> list[int]:
        """Return how wide each column of a table may be."""
        rooms = [
            min(max(map(columns, each)), _WIDEST_COLUMN)
            for each in zip(*chain.from_iterable(blocks), strict=True)
        ]
        gaps = len(rooms) - 1
        left_over = self.width - gaps - sum(rooms) + rooms[grows]
        rooms[grows] = max(left_over, _NARROWEST_COLUMN)
        return rooms


def fill(text: str, room: int) -> Iterator[str]:
    """Yield *text* as lines of at most *room* columns, broken between words."""
    line, used = "", 0
    for word in safe.line(text).split(" "):
        for piece in _pieces(word, room):
            size = columns(piece)
            if line and used + 1 + size <= room:
                line, used = f"{line} {piece}", used + 1 + size
                continue
            if line:
                yield line
            line, used = piece, size
    if line:
        yield line


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* fills."""
    return len(text) if text.isascii() else wcswidth(text)


def _pieces(word: str, room: int) -> Iterator[str]:
    """Yield *word*, in pieces if it is wider than *room*."""
    if columns(word) <= room:
        yield word
        return
    piece: list[str] = []
    used = 0
    for each in iter_graphemes(word):
        size = columns(each)
        if used + size > room:
            yield "".join(piece)
            piece, used = [], 0
        piece.append(each)
        used += size
    yield "".join(piece)


def _unfolded(row: Sequence[str], rooms: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield *row* as as many rows as its cells have lines."""
    cells = (tuple(fill(cell, room)) for cell, room in zip(row, rooms, strict=True))
    yield from zip_longest(*cells, fillvalue="")
