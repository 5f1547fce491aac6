"""
Lines that fit: wrapped, indented, underlined and in columns.

Everything that becomes a line goes through here, and so through `safe.line`.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen
from tabulate import SEPARATING_LINE, DataRow, Line, TableFormat, tabulate
from wcwidth import iter_graphemes, wcswidth

from integrated_care_principles.reporting import safe

# A column this narrow holds any one character, and most words.
_NARROWEST_COLUMN = 12

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

    def wrapped(self, text: str, *, first: str = "", rest: str = "") -> Iterator[str]:
        """
        Yield the lines that *text* fills.

        Args:
            first: What the first line begins with.
            rest: What the others begin with; as wide as *first* or narrower.
        """
        room = self.width - max(columns(first), columns(rest))
        for index, line in enumerate(fill(text, room)):
            yield f"{rest if index else first}{line}".rstrip()

    def item(self, label: str, text: str, *, indent: int = 0) -> Iterator[str]:
        """Yield *text* beside a *label*, which stands out to the left of it."""
        first = f"{' ' * indent}{label} "
        yield from self.wrapped(text, first=first, rest=" " * len(first))

    def labelled(
        self, pairs: Iterable[tuple[str, str]], *, indent: int = 0
    ) -> Iterator[str]:
        """Yield labels and values in two columns; those without a value are left out."""
        said = [(label, value) for label, value in pairs if safe.line(value)]
        widest = max((len(label) for label, _ in said), default=0)
        for label, value in said:
            yield from self.item(f"{label:{widest}} ", value, indent=indent)

    def beside(self, text: str) -> Iterator[str]:
        """Yield *text* below that of a question."""
        margin = " " * 9
        yield from self.wrapped(text, first=margin, rest=margin)

    def paragraphs(self, text: str, *, indent: int) -> Iterator[str]:
        """Yield the lines of *text*, each of its own lines as a paragraph."""
        margin = " " * indent
        for each in text.split("\n"):
            yield from self.wrapped(each, first=margin, rest=margin)

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
        self, *blocks: Sequence[Sequence[str]], wraps: int, align: Sequence[str]
    ) -> Iterator[str]:
        """
        Yield *blocks* of rows with a rule between them.

        Args:
            wraps: Which column is wrapped into what the others leave.
            align: How the columns are aligned: ``left`` or ``right``.
        """
        cells = [[list(map(safe.line, row)) for row in block] for block in blocks]
        widths = [max(map(columns, column)) for column in zip(*sum(cells, []))]
        room = self.width - sum(widths) + widths[wraps] - len(widths) + 1
        rows: list[list[str]] = []
        for block in cells:
            rows.append([SEPARATING_LINE])
            for row in block:
                rows.extend(_unfolded(row, wraps, max(room, _NARROWEST_COLUMN)))
        # Numbers are texts here: tabulate would turn 007 into 7 and 1e3 into 1000.
        text = tabulate(rows[1:], tablefmt=_RULED, colalign=align, disable_numparse=True)
        yield from text.split("\n")


def fill(text: str, room: int) -> Iterator[str]:
    """Yield *text* as lines of at most *room* columns, broken between words."""
    line, used = "", 0
    for word in safe.line(text).split(" "):
        for piece in _pieces(word, room):
            size = columns(piece)
            if line and used + 1 + size > room:
                yield line
                line, used = piece, size
            elif line:
                line, used = f"{line} {piece}", used + 1 + size
            else:
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
    piece, used = "", 0
    for each in iter_graphemes(word):
        size = columns(each)
        if used + size > room:
            yield piece
            piece, used = "", 0
        piece, used = piece + each, used + size
    yield piece


def _unfolded(row: Sequence[str], wraps: int, room: int) -> Iterator[list[str]]:
    """Yield *row* as one row for each line that its column *wraps* fills."""
    for index, line in enumerate(tuple(fill(row[wraps], room)) or ("",)):
        unfolded = [""] * len(row) if index else list(row)
        unfolded[wraps] = line
        yield unfolded
