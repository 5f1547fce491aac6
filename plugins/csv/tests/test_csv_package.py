"""The format csv-package: every table, and what describes them."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from integrated_care_principles_csv import (
    CsvOptions,
    CsvPackageOptions,
    csv_format,
    csv_package,
)
from integrated_care_principles_csv._format import TableName

from integrated_care_principles import (
    load_catalogue,
    load_format,
    make_report,
)
from integrated_care_principles.reporting import (
    Report,
    Table,
    catalogue_tables,
    tables,
)
from integrated_care_principles.testing import reports
from tests.reports import report_of

TYPES: dict[str, Any] = {"string": str, "integer": int, "boolean": bool, "date": str}


def documents(report: Report, *, guard: bool = True) -> dict[str, str]:
    """Return the documents of the package of a *report*, by name."""
    made = csv_package(report, CsvPackageOptions(guard=guard))
    return {each.name: str(each.content) for each in made.documents}


def described(report: Report) -> dict[str, Any]:
    """Return what describes the package of a *report*."""
    found: dict[str, Any] = json.loads(documents(report)["datapackage.json"])
    return found


def schemas(report: Report) -> dict[str, dict[str, Any]]:
    """Return the schema of each table."""
    return {each["name"]: each["schema"] for each in described(report)["resources"]}


def every(report: Report) -> tuple[Table, ...]:
    """Return the tables that the core makes."""
    return (*tables(report), *catalogue_tables(report.catalogue))


def test_it_is_published() -> None:
    """Beside the one for a single table, from the same distribution."""
    assert load_format("csv-package") is csv_package


def test_every_table_is_there_as_the_other_format_writes_it() -> None:
    """With what describes them, and the licence."""
    report = report_of("assessors/*")
    names: list[TableName] = [each.name for each in every(report)]  # type: ignore[misc]  # as the core calls them

    assert documents(report) == {
        "datapackage.json": documents(report)["datapackage.json"],
        "LICENCE.txt": documents(report)["LICENCE.txt"],
        **{f"{name}.csv": csv_format(report, CsvOptions(table=name)) for name in names},
    }


@given(report=reports())
def test_every_cell_is_of_the_type_that_its_column_says(report: Report) -> None:
    """A day is a text of ten letters; what may be empty is empty."""
    for table in every(report):
        kinds = [each["type"] for each in schemas(report)[table.name]["fields"]]
        for row in table.rows:
            for cell, kind in zip(row, kinds, strict=True):
                assert cell in (None, "") or type(cell) is TYPES[kind]
                assert kind != "date" or cell is None or len(str(cell)) == 10


def test_every_column_says_whose_words_it_holds_or_what_it_means() -> None:
    """Official words and ours are told apart."""
    found = schemas(report_of())
    said = {
        (name, field["name"]): field["description"]
        for name, schema in found.items()
        for field in schema["fields"]
    }

    assert all(said.values())
    assert "Quoted" in said["questions", "text"]
    assert "assessors' own" in said["responses", "text"]
    assert "mended by us" in said["principles", "title"]
    assert "Looked up" in said["resources", "url"]
    assert "assessors' own" in said["evidence", "url"]
    assert "not official" in said["questions", "note"]


def test_keys_tell_rows_apart_and_are_not_promised_where_they_do_not() -> None:
    """The same assessment twice has each row twice."""
    (view,) = report_of().assessments
    twice = make_report(load_catalogue(), [view.assessment, view.assessment])

    assert schemas(report_of())["scores"]["primaryKey"][-2:] == ["level", "id"]
    assert "primaryKey" not in schemas(twice)["scores"]
    assert schemas(twice)["questions"]["primaryKey"] == ["id"]
    assert "primaryKey" not in schemas(twice)["resources"]


def test_rows_about_a_question_lead_to_it() -> None:
    """Whoever reads them can join what the guidance asks."""
    linked = {
        name: each["foreignKeys"][0]["reference"]
        for name, each in schemas(report_of()).items()
        if "foreignKeys" in each
    }

    assert sorted(linked) == [
        "actions",
        "agreement",
        "changes",
        "evidence",
        "responses",
    ]
    for each in linked.values():
        assert each == {"resource": "questions", "fields": ["id"]}


def test_it_says_what_it_is_and_whose_words_are_quoted() -> None:
    """The report's provenance, the source, the licence, and what was done to formulas."""
    report = report_of()
    found = described(report)

    assert found["title"] == report.title
    assert found["provenance"] == dict(report.provenance)
    assert found["sources"][0]["path"] == report.catalogue.guidance_url
    assert report.attribution in documents(report)["LICENCE.txt"]
    assert "apostrophe" in found["description"]
    assert "not for publication" in found["description"]
    bare = json.loads(documents(report, guard=False)["datapackage.json"])
    assert "apostrophe" not in bare["description"]


def test_a_source_that_is_not_safe_to_follow_has_no_address() -> None:
    """Its title is enough."""
    catalogue = load_catalogue()
    odd = make_report(evolve(catalogue, guidance_url="javascript:x"))

    assert described(odd)["sources"] == [{"title": catalogue.title}]


def test_a_report_that_may_be_published_says_nothing_else() -> None:
    """The catalogue alone holds nothing of anybody."""
    assert "not for publication" not in described(report_of("none"))["description"]


@pytest.mark.parametrize("pattern", ["none", "assessors/*", "localities/*", "strath*"])
def test_the_same_report_is_the_same_package(pattern: str) -> None:
    """To the byte."""
    assert csv_package(report_of(pattern)) == csv_package(report_of(pattern))
