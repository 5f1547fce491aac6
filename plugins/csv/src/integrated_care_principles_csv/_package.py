"""All tables of a report: the format ``csv-package`` and its options."""

import json
from collections.abc import Iterator

from attrs import frozen

from integrated_care_principles.reporting import (
    Bundle,
    Catalogue,
    Document,
    Report,
    Table,
    catalogue_tables,
    report_format,
    safe,
    tables,
)
from integrated_care_principles_csv._fields import field_of
from integrated_care_principles_csv._rows import BOM, END, GUARD, written

Descriptor = dict[str, object]

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE = "LICENCE.txt"
# Said in full: some readers guess what they are not told.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": END,
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}
_OF = ("subject", "locality", "assessor", "period_start", "period_end")
_KEYS = {
    "scores": (*_OF, "level", "id"),
    "responses": (*_OF, "question"),
    "evidence": (*_OF, "question", "number"),
    "actions": (*_OF, "question", "number"),
    "agreement": (*_OF, "question"),
    "principles": ("number",),
    "questions": ("id",),
    "outcomes": ("number",),
}
_WITH_QUESTION = ("responses", "evidence", "actions", "changes", "agreement")


@frozen(kw_only=True)
class CsvPackageOptions:
    """What the format ``csv-package`` is asked for."""

    bom: bool = BOM
    guard: bool = GUARD


@report_format(
    media_type="text/csv",
    suffix="",
    options=CsvPackageOptions,
    leaves_out=(
        "annotations",
        "Assessment.scope",
        "Scale.title",
        "Scale.source",
        "Scale.confidence",
        "Level.title",
        "Scorecard.findings",
        "Response.contributors",
        "Response.updated",
        "Response.publishable",
        "Evidence.publishable",
        "Catalogue.table_url",
        "Purpose.act_limb",
        "Purpose.guidance_url",
        "Purpose.summary",
        "Principle.printed_titles",
        "Principle.tidying",
        "Principle.narrative",
    ),
)
def csv_package(report: Report, options: CsvPackageOptions) -> Bundle:
    """All tables of the report as a Data Package: types, keys, links, whose words."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    descriptor = _described(report, every, guard=options.guard)
    documents = (
        Document(_path(each), written(each, bom=options.bom, guard=options.guard))
        for each in every
    )
    return Bundle(
        (
            Document("datapackage.json", f"{json.dumps(descriptor, indent=2)}\n"),
            Document(_LICENCE, _licence(report)),
            *documents,
        )
    )


def _described(report: Report, every: tuple[Table, ...], *, guard: bool) -> Descriptor:
    catalogue = report.catalogue
    return {
        "$schema": _PROFILE,
        "name": "report",
        "title": report.title,
        "description": " ".join(_said(report, guard=guard)),
        "provenance": dict(report.provenance),
        "guarded": guard,
        "licenses": [{"path": _LICENCE, "title": catalogue.licence}],
        "sources": [_source(catalogue)],
        "resources": [_resource(each) for each in every],
    }


def _said(report: Report, *, guard: bool) -> Iterator[str]:
    yield "The description of a field says whose words it holds."
    yield f"What is quoted from the guidance comes with the line in {_LICENCE}."
    if guard:
        yield "An apostrophe stands before text that a spreadsheet would take for a formula."
    if report.holds_private:
        yield "It holds what is not for publication."


def _source(catalogue: Catalogue) -> Descriptor:
    address = safe.link(catalogue.guidance_url)
    there = {} if address is None else {"path": address}
    return {"title": catalogue.title, **there}


def _resource(table: Table) -> Descriptor:
    return {
        "name": table.name,
        "type": "table",
        "path": _path(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Descriptor:
    described = {each: field_of(table.name, each) for each in table.columns}
    schema: Descriptor = {
        "fields": [
            {"name": name, "type": field.type, "description": field.description}
            for name, field in described.items()
        ],
        "missingValues": [""],
    }
    if key := _key(table):
        schema["primaryKey"] = list(key)
    if table.name in _WITH_QUESTION:
        schema["foreignKeys"] = [
            {
                "fields": ["question"],
                "reference": {"resource": "questions", "fields": ["id"]},
            }
        ]
    return schema


def _key(table: Table) -> tuple[str, ...]:
    """Return the columns that together tell a row from all others; none where they do not."""
    key = _KEYS.get(table.name, ())
    places = [table.columns.index(each) for each in key]
    values = {tuple(row[each] for each in places) for row in table.rows}
    return key if len(values) == len(table.rows) else ()


def _licence(report: Report) -> str:
    return (
        f"{safe.line(report.attribution)}\n\n"
        "That is for what datapackage.json calls quoted. What assessors wrote is theirs; "
        "what is tidied, looked up or ours is not official.\n"
    )


def _path(table: Table) -> str:
    return f"{table.name}.csv"
