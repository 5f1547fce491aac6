"""
Lines that fit: wrapped, indented, underlined and in columns.

Everything that becomes a line goes through here, and so through `safe.line`.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from integrated_care_principles.reporting import safe
from integrated_care_principles_table._lines import columns, fill
from integrated_care_principles_table._looks import Look, drawn
from integrated_care_principles_table._ruled import ruled

# Where the text of a question begins, and what belongs to it, in columns.
BELOW = 9


@frozen(kw_only=True)
class Page:
    """
    What the lines are written on.

    Attributes:
        width: How many columns a line may fill.

        look: Of tables; ``None``: rules of dashes, and nothing else.
    """

    width: int
    look: Look | None = None

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
        Yield *blocks* of rows, of which the first are heads.

        Args:
            grows: Which column takes what the others leave.
            align: How the columns are aligned: ``left`` or ``right``.
        """
        cells = [[list(map(safe.line, row)) for row in block] for block in blocks]
        if self.look is None:
            yield from ruled(cells, width=self.width, grows=grows, align=align)
        else:
            yield from drawn(
                cells, self.look, width=self.width, grows=grows, align=align
            )
