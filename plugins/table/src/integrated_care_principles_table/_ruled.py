"""Tables as they are by default: rules of dashes, and one space between columns."""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from tabulate import SEPARATING_LINE, DataRow, Line, TableFormat, tabulate

from integrated_care_principles_table._lines import columns, fill

# A column this narrow holds any one character, and most words.
NARROWEST_COLUMN = 12
# And one that does not grow needs no more for the heads that we give it.
_WIDEST_COLUMN = 15

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


def ruled(
    blocks: Sequence[Sequence[Sequence[str]]],
    *,
    width: int,
    grows: int,
    align: Sequence[str],
) -> Iterator[str]:
    """
    Yield the lines of *blocks* of rows, with a rule between them.

    Args:
        width: How many columns a line may fill.
        grows: Which column takes what the others leave.
        align: How the columns are aligned: ``left`` or ``right``.
    """
    gaps = len(align) - 1
    sizes = rooms([*chain.from_iterable(blocks)], width=width - gaps, grows=grows)
    rows: list[Sequence[str]] = []
    for block in blocks:
        rows.append([SEPARATING_LINE])
        for row in block:
            rows.extend(_unfolded(row, sizes))
    # Or else tabulate would turn 007 into 7 and 1e3 into 1000.
    text = tabulate(rows[1:], tablefmt=_RULED, colalign=align, disable_numparse=True)
    yield from text.split("\n")


def rooms(rows: Sequence[Sequence[str]], *, width: int, grows: int) -> list[int]:
    """Return how wide each column may be, where all together fill *width*."""
    sizes = [
        min(max(map(columns, each)), _WIDEST_COLUMN) for each in zip(*rows, strict=True)
    ]
    left_over = width - sum(sizes) + sizes[grows]
    sizes[grows] = max(left_over, NARROWEST_COLUMN)
    return sizes


def _unfolded(row: Sequence[str], rooms: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield *row* as as many rows as its cells have lines."""
    if all(columns(cell) <= room for cell, room in zip(row, rooms, strict=True)):
        yield tuple(row)
        return
    cells = (tuple(fill(cell, room)) for cell, room in zip(row, rooms, strict=True))
    yield from zip_longest(*cells, fillvalue="")
