"""Formats of many kinds that break no rule, in the manner of people who read the docs."""

from .files import calendar, packed, paper
from .pages import (
    ascii_doc,
    bars,
    board,
    chart,
    drawn_in_text,
    outline,
    page,
    scaled,
    site,
    tree,
)
from .tables import (
    ascii_data,
    columns,
    data,
    data_package,
    feed,
    semicolons,
    sheet,
)
from .texts import encoded, encoded_lines, excuses, lines, tally

GOOD = (
    tally,
    lines,
    encoded,
    encoded_lines,
    excuses,
    sheet,
    columns,
    feed,
    data,
    ascii_data,
    data_package,
    board,
    page,
    outline,
    tree,
    chart,
    bars,
    site,
    packed,
    calendar,
    paper,
    semicolons,
    scaled,
    drawn_in_text,
    ascii_doc,
)
