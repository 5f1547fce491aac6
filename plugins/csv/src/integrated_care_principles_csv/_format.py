"""One table of a report: the format ``csv`` and its options."""

from typing import Literal

from attrs import frozen

from integrated_care_principles.reporting import (
    Report,
    Table,
    catalogue_tables,
    option,
    report_format,
    tables,
)
from integrated_care_principles_csv._rows import BOM, GUARD, written

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
    bom: bool = BOM
    guard: bool = GUARD


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
    return written(table, bom=options.bom, guard=options.guard)


def _table(report: Report, name: TableName | None) -> Table:
    default = "responses" if report.assessments else "questions"
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return next(each for each in every if each.name == (name or default))
