"""A catalogue as CSV, described by a Data Package: keys, links, types, whose words."""

import csv
from io import StringIO
from itertools import count
from typing import Any

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.files._catalogue_tables import tables_of
from integrated_care_principles.files._tables import Column, DataTable, Link, Row
from integrated_care_principles.text import canonical_json

Descriptor = dict[str, Any]

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENCE = "LICENCE.txt"
_END = "\r\n"  # of RFC 4180, and the default of the Data Package
# Said in full: some readers guess what they are not told.
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": _END,
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
    "header": True,
}


def catalogue_csv(catalogue: Catalogue) -> dict[str, bytes]:
    """
    Return the *catalogue* as a Data Package: CSV tables and what describes them.

    Everything in it is there, each text as it is: an apostrophe before what a spreadsheet
    takes for a formula would be no word of the catalogue. The same gives the same bytes.

    Returns:
        By name of the file: ``datapackage.json``, ``LICENCE.txt``, and a table a concept.
    """
    tables = tables_of(catalogue)
    package = f"{canonical_json(_package(catalogue, tables))}\n"
    return {
        "datapackage.json": package.encode(),
        _LICENCE: _licence(catalogue).encode(),
        **{_path(each): _written(each).encode() for each in tables},
    }


def _package(catalogue: Catalogue, tables: tuple[DataTable, ...]) -> Descriptor:
    return {
        "$schema": _PROFILE,
        "name": catalogue.id,
        "title": catalogue.title,
        "description": (
            "What is asked of integrated health and social care. The description of "
            "a field says whose words it holds; quoted words come with the line in "
            f"{_LICENCE}. The guidance prints neither ids nor notes."
        ),
        "version": catalogue.edition,
        "fingerprint": catalogue.fingerprint,
        "licenses": [{"path": _LICENCE, "title": catalogue.licence}],
        "sources": [_source(catalogue.title, catalogue.guidance_url)],
        "resources": [_resource(each) for each in tables],
    }


def _source(title: str, url: str) -> Descriptor:
    web = url.startswith(("https://", "http://"))
    return {"title": title, "path": url} if web else {"title": title}


def _resource(table: DataTable) -> Descriptor:
    return {
        "name": table.name,
        "type": "table",
        "path": _path(table),
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: DataTable) -> Descriptor:
    schema: Descriptor = {
        "fields": [_field(each) for each in table.columns],
        "missingValues": [_missing(table.rows)],
        "primaryKey": list(table.key),
    }
    if table.unique:
        schema["uniqueKeys"] = [list(each) for each in table.unique]
    if table.links:
        schema["foreignKeys"] = [_foreign_key(each, table) for each in table.links]
    return schema


def _field(column: Column) -> Descriptor:
    constraints: Descriptor = {"required": True} if column.required else {}
    if column.words:
        constraints["enum"] = list(column.words)
    if column.pattern is not None:
        constraints["pattern"] = column.pattern
    rules = {"constraints": constraints} if constraints else {}
    said = {"type": column.type, "description": column.description}
    return {"name": column.name, **said, **rules}


def _foreign_key(link: Link, table: DataTable) -> Descriptor:
    # By the standard a table that is linked to itself is not named.
    other = {} if link.table == table.name else {"resource": link.table}
    return {"fields": [link.column], "reference": {**other, "fields": [link.to]}}


def _missing(rows: tuple[Row, ...]) -> str:
    """Return what stands where there is nothing, and is no text of the *rows*."""
    texts = {cell for row in rows for cell in row}
    return next(dashes for n in count() if (dashes := "-" * n) not in texts)


def _written(table: DataTable) -> str:
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator=_END)
    missing = _missing(table.rows)
    writer.writerow(each.name for each in table.columns)
    for row in table.rows:
        writer.writerow(missing if each is None else each for each in row)
    return file.getvalue()


def _licence(catalogue: Catalogue) -> str:
    return (
        f"{catalogue.title}\n\n"
        f"What datapackage.json calls quoted is under: {catalogue.licence}\n"
        f"{catalogue.attribution}\n\n"
        "What it calls tidied, ours or looked up is not official.\n"
    )


def _path(table: DataTable) -> str:
    return f"{table.name}.csv"
