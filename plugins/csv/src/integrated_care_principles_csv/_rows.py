"""A table as lines of CSV."""

import csv
from io import SEEK_END, StringIO

from integrated_care_principles.reporting import Cell, Table, option, safe

BYTE_ORDER_MARK = "\ufeff"
# Of RFC 4180.
END = "\r\n"

# Options of whatever is written as CSV.
BOM: bool = option(
    False,
    help="Begin with a byte order mark; Excel needs one to read letters beyond ASCII.",
)
GUARD: bool = option(
    True,
    help="Put an apostrophe before text that a spreadsheet would take for a formula.",
)


def written(table: Table, *, bom: bool, guard: bool) -> str:
    """Return a *table* with its header as CSV."""
    file = StringIO(BYTE_ORDER_MARK if bom else "", newline="")
    file.seek(0, SEEK_END)
    writer = csv.writer(file, lineterminator=END)
    for row in (table.columns, *table.rows):
        writer.writerow(_text(cell, guard=guard) for cell in row)
    return file.getvalue()


def _text(cell: Cell, *, guard: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    return safe.csv_cell(cell) if guard else cell
