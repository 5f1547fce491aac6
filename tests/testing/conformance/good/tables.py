"""Good formats that give tables and other data."""

import csv
import json
from collections.abc import Iterator
from enum import Enum
from io import StringIO
from typing import Literal

from attrs import frozen

from integrated_care_principles.reporting import (
    Bundle,
    Document,
    Report,
    Table,
    catalogue_tables,
    option,
    report_format,
    safe,
    tables,
)

from .words import HARDLY_ANYTHING, TABLES


class Rows(Enum):
    """Which table."""

    SCORES = "scores"
    RESPONSES = "responses"


@frozen(kw_only=True)
class SheetOptions:
    """What a sheet is asked for."""

    rows: Rows = option(Rows.RESPONSES, help="Which table.")
    header: bool = option(True, help="Whether the names of the columns come first.")
    end: Literal["\n", "\r\n"] = option("\n", help="What ends a line.")
    note: str | None = option(None, help="What stands in a column of its own.")


@report_format(
    media_type="text/csv",
    suffix=".csv",
    options=SheetOptions,
    leaves_out=HARDLY_ANYTHING,
)
def sheet(report: Report, options: SheetOptions) -> str:
    """A table, for a spreadsheet."""
    table = next(each for each in tables(report) if each.name == options.rows.value)
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator=options.end)
    for row in ([table.columns] if options.header else []) + list(table.rows):
        cells = ("" if each is None else str(each) for each in row)
        writer.writerow([*map(safe.csv_cell, cells), safe.csv_cell(options.note or "")])
    return file.getvalue()


@report_format(media_type="application/json", suffix=".json", leaves_out=TABLES)
def data(report: Report) -> str:
    """Every table, for another program."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return json.dumps(
        {
            each.name: [dict(zip(each.columns, row, strict=True)) for row in each.rows]
            for each in every
        },
        ensure_ascii=False,
    )


@report_format(media_type="application/geo+json", suffix=".json", leaves_out=TABLES)
def ascii_data(report: Report) -> bytes:
    """Questions, for another program that reads ASCII only."""
    questions = [
        {"id": each.id, "text": each.text} for each in report.catalogue.questions
    ]
    return json.dumps(questions, ensure_ascii=True).encode("ascii")


@report_format(media_type="application/zip", suffix=".zip", leaves_out=TABLES)
def data_package(report: Report) -> Bundle:
    """Every table, with what says of which columns each is made."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    resources = [
        {"path": f"tables/{each.name}.csv", "fields": each.columns} for each in every
    ]
    return Bundle(
        (
            Document("datapackage.json", json.dumps({"resources": resources})),
            *(Document(f"tables/{each.name}.csv", rows_of(each)) for each in every),
        )
    )


def rows_of(table: Table) -> str:
    """Return a table as comma-separated values."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(table.columns)
    for row in table.rows:
        cells = ("" if each is None else str(each) for each in row)
        writer.writerow(map(safe.csv_cell, cells))
    return file.getvalue()


@report_format(media_type="text/tab-separated-values", suffix=".tsv", leaves_out=TABLES)
def columns(report: Report) -> Iterator[str]:
    """The answers, with tabs between them."""
    (table,) = (each for each in tables(report) if each.name == "responses")
    yield "\t".join(table.columns) + "\n"
    for row in table.rows:
        cells = ("" if each is None else safe.line(str(each)) for each in row)
        yield "\t".join(map(safe.csv_cell, cells)) + "\n"


@report_format(media_type="application/x-ndjson", suffix=".ndjson", leaves_out=TABLES)
def feed(report: Report) -> Iterator[bytes]:
    """A line for each row of each table, for a database."""
    for table in (*tables(report), *catalogue_tables(report.catalogue)):
        for row in table.rows:
            value = {"table": table.name, **dict(zip(table.columns, row, strict=True))}
            yield json.dumps(value, ensure_ascii=False).encode() + b"\n"


@report_format(media_type="text/csv", suffix=".csv", leaves_out=TABLES)
def semicolons(report: Report) -> str:
    """The answers, for spreadsheets of places where commas are decimal."""
    (table,) = (each for each in tables(report) if each.name == "responses")
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(table.columns)
    for row in table.rows:
        cells = ("" if each is None else str(each) for each in row)
        writer.writerow(map(safe.csv_cell, cells))
    return file.getvalue()
