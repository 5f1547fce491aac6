"""One table of a report as comma-separated values."""

import csv
from io import SEEK_END, StringIO
from typing import Literal

from attrs import frozen

from integrated_care_principles.reporting import (
    Cell,
    Report,
    Table,
    catalogue_tables,
    option,
    report_format,
    safe,
    tables,
)

BYTE_ORDER_MARK = "\ufeff"

TableName = Literal[
    "scores",
    "responses",
    "evidence",
    "actions",
    "changes",
    "agreement",
    "principles",
    "questions",
    "resources",
    "outcomes",
]


@frozen(kw_only=True)
class CsvOptions:
    """
    What the format ``csv`` is asked for.

    Attributes:
        table: ``None``: the responses, or the questions where nobody was assessed.
    """

    table: TableName | None = option(
        None,
        help="Which table; by default responses, or questions where the report is of "
        "the catalogue itself.",
    )
    bom: bool = option(
        False,
        help="Begin with a byte order mark; Excel needs one to read letters beyond "
        "ASCII.",
    )
    guard: bool = option(
        True,
        help="Put an apostrophe before text that a spreadsheet would take for a formula.",
    )


@report_format(
    media_type="text/csv",
    suffix=".csv",
    options=CsvOptions,
    leaves_out=(
        "header",
        "annotations",
        "evidence",
        "actions",
        "principles",
        "resources",
        "outcomes",
        "provenance",
        "comparison",
        "agreement",
        "Assessment.scope",
        "Scale.title",
        "Scale.source",
        "Scale.confidence",
        "Level.title",
        "AssessmentView.completeness",
        "GroupView.completeness",
        "PrincipleView.completeness",
        "Scorecard.findings",
        "Response.contributors",
        "Response.updated",
        "Response.publishable",
        "Catalogue.title",
        "Catalogue.guidance_url",
        "Catalogue.table_url",
    ),
)
def csv_format(report: Report, options: CsvOptions) -> str:
    """One table of the report, for a spreadsheet or another program."""
    table = _table(report, options.table)
    file = StringIO(BYTE_ORDER_MARK if options.bom else "", newline="")
    file.seek(0, SEEK_END)
    writer = csv.writer(file, lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        writer.writerow(_text(cell, guard=options.guard) for cell in row)
    return file.getvalue()


def _table(report: Report, name: TableName | None) -> Table:
    default = "responses" if report.assessments else "questions"
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return next(each for each in every if each.name == (name or default))


def _text(cell: Cell, *, guard: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    return safe.csv_cell(cell) if guard else cell
