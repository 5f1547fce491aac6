"""What a reader of a media type sees."""

from collections.abc import Iterable
from itertools import chain

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

        unescaped: What stands where no escaping helps: in comments, scripts, styles,
            and in tags beside what is quoted.

        loads: What a page or picture fetches from elsewhere, or runs.

        gauges: How far bars reach.
    """

    text: str = ""
    structure: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    percents: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    unescaped: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    gauges: tuple[str, ...] = ()


def joined(named: Iterable[tuple[str, Document]]) -> Document:
    """Return several documents as one, of which every problem says where it is."""
    every = tuple(named)
    return Document(
        text="\n".join(each.text for _, each in every),
        structure=_chained(each.structure for _, each in every),
        problems=tuple(
            f"{name}: {one}" for name, each in every for one in each.problems
        ),
        links=_chained(each.links for _, each in every),
        percents=_chained(each.percents for _, each in every),
        turned=_chained(each.turned for _, each in every),
        formulas=_chained(each.formulas for _, each in every),
        unescaped=_chained(each.unescaped for _, each in every),
        loads=_chained(each.loads for _, each in every),
        gauges=_chained(each.gauges for _, each in every),
    )


def _chained(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(parts))


def turned_lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text* in which something turns the direction of writing."""
    return tuple(each for each in text.split("\n") if not TURNS.isdisjoint(each))
