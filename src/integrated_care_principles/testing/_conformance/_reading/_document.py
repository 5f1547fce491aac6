"""What a reader of a media type sees."""

from attrs import frozen

# What turns the direction of writing until it is ended.
TURNS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@frozen(kw_only=True)
class Document:
    """
    What a reader of a media type sees.

    Attributes:
        text: What people read, pieces apart by newlines.

        structure: Tags, row widths, cell types: whatever no text may change.

        problems: Why it is not well-formed.

        links: Addresses that can be followed.

        percents: What stands in cells that are called percent.

        turned: Texts whose direction marks reach beyond them.

        formulas: Cells that a spreadsheet would run.
    """

    text: str = ""
    structure: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    percents: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()


def turned_lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text* in which something turns the direction of writing."""
    return tuple(each for each in text.split("\n") if not TURNS.isdisjoint(each))
