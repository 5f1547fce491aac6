"""The format csv: the tables of the report, cell by cell, and no formula among them."""

import ast
import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import get_args

import integrated_care_principles_csv
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_csv import CsvOptions, csv_format
from integrated_care_principles_csv._format import TableName

from integrated_care_principles import (
    Assessment,
    Response,
    Status,
    load_catalogue,
    load_format,
    make_report,
    read_assessment,
)
from integrated_care_principles.reporting import (
    Cell,
    OptionError,
    Report,
    Table,
    catalogue_tables,
    find_formats,
    read_options,
    safe,
    tables,
)
from integrated_care_principles.testing import reports

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.json"))
NAMES: tuple[TableName, ...] = get_args(TableName)
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")  # noqa: RUF001 - the full-width twins are meant

HOSTILE = (
    "=1+1",
    " =1",
    "\t@SUM(A1)",
    "'=1",
    "＝1",  # noqa: RUF001 - the full-width twin is meant
    "-5",
    "007",
    "1e3",
    "1.10",
    "TRUE",
    "nan",
    "a | b",
    'say "yes", or; no',
    "two\nlines",
    "\n",
    " spaces ",
    "שלום",
    "\u202eturned",
    "👩\u200d⚕️",
    "e\u0301",
)


def blank() -> Assessment:
    """Return an assessment in which nobody has said anything."""
    assessment, _ = read_assessment(EXAMPLES[0])
    return evolve(assessment, scale=None, responses=())


def example() -> Report:
    """Return a report of the examples."""
    read = (read_assessment(each)[0] for each in EXAMPLES)
    return make_report(load_catalogue(), read)


def answered_alike(status: Status, *, text: str = "", why: str = "because") -> Report:
    """Return a report in which every question is answered in the same way."""
    responses = (
        Response(question=each.id, status=status, text=text, reason=why, partner=why)
        for each in load_catalogue().questions
    )
    return make_report(load_catalogue(), [evolve(blank(), responses=tuple(responses))])


def table_called(name: str, report: Report) -> Table:
    """Return the table that the core makes."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return next(each for each in every if each.name == name)


def written(cell: Cell) -> str:
    """Return what stands for *cell* where nothing is guarded."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


def parsed(text: str) -> list[list[str]]:
    """Return what any reader of CSV makes of *text*."""
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def expected_rows(table: Table) -> list[list[str]]:
    """Return *table* with its header, as texts."""
    return [[written(cell) for cell in row] for row in (table.columns, *table.rows)]


def test_there_are_examples() -> None:
    """What is tested here on real reports is tested on some."""
    assert len(EXAMPLES) == 2


@pytest.mark.parametrize("name", NAMES)
def test_every_table_of_the_core_comes_out_cell_by_cell(name: TableName) -> None:
    """Read back with the guard taken off, the CSV is the core's table."""
    report = example()

    rows = parsed(csv_format(report, CsvOptions(table=name)))

    found = [list(map(safe.csv_text, row)) for row in rows]
    assert expected_rows(table_called(name, report)) == found


@given(report=reports(), name=st.sampled_from(NAMES))
def test_reading_gives_back_what_was_written(report: Report, name: TableName) -> None:
    """Whatever the texts are, cells stay apart, and the guard comes off again."""
    expected = expected_rows(table_called(name, report))
    bare = parsed(csv_format(report, CsvOptions(table=name, guard=False)))
    guarded = parsed(csv_format(report, CsvOptions(table=name)))

    assert expected == bare
    assert expected == [list(map(safe.csv_text, row)) for row in guarded]


@given(report=reports(), name=st.sampled_from(NAMES))
def test_no_cell_is_a_formula(report: Report, name: TableName) -> None:
    """With the guard, no cell begins as a formula does, also not after white space."""
    for row in parsed(csv_format(report, CsvOptions(table=name))):
        for cell in row:
            assert not cell.startswith(FORMULA_STARTS)
            assert not cell.lstrip().startswith(FORMULA_STARTS)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_as_it_was_typed(text: str) -> None:
    """Nothing is taken for a number, a truth value, a quotation mark or a separator."""
    report = answered_alike(Status.ANSWERED, text=text)

    header, *rows = parsed(csv_format(report))

    column = header.index("text")
    assert {text} == {safe.csv_text(row[column]) for row in rows}


def test_numbers_and_truth_values_are_never_guarded() -> None:
    """The guard changes texts alone."""
    report = example()
    for name in NAMES:
        table = table_called(name, report)
        rows = parsed(csv_format(report, CsvOptions(table=name)))[1:]
        for cells, found in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells, found, strict=True):
                assert isinstance(cell, str) or written(cell) == text


def test_responses_are_the_default_where_somebody_was_assessed() -> None:
    """Without an option the table is that of the responses."""
    report = example()

    assert csv_format(report, CsvOptions(table="responses")) == csv_format(report)


def test_questions_are_the_default_of_the_catalogue() -> None:
    """Without assessments the table is that of the questions."""
    report = make_report(load_catalogue())

    assert csv_format(report, CsvOptions(table="questions")) == csv_format(report)


@pytest.mark.parametrize("name", ["scores", "responses", "evidence", "actions"])
def test_without_assessments_there_is_a_header_and_no_row(name: TableName) -> None:
    """A table of nobody is still a table."""
    report = make_report(load_catalogue())

    rows = parsed(csv_format(report, CsvOptions(table=name)))

    assert [list(table_called(name, report).columns)] == rows


def test_an_empty_assessment_has_a_row_for_each_question() -> None:
    """What nobody has answered is there, and says so."""
    report = make_report(load_catalogue(), [blank()])

    header, *rows = parsed(csv_format(report))

    assert len(load_catalogue().questions) == len(rows)
    assert {"unanswered"} == {row[header.index("code")] for row in rows}
    assert {"false"} == {row[header.index("complete")] for row in rows}


@pytest.mark.parametrize("status", [Status.NOT_APPLICABLE, Status.PARTNER_LED])
def test_where_nothing_is_expected_there_is_no_percentage(status: Status) -> None:
    """The cell is empty: neither 0, nor 100, nor nan."""
    report = answered_alike(status)

    header, *rows = parsed(csv_format(report, CsvOptions(table="scores")))

    assert {""} == {row[header.index("percent")] for row in rows}


@given(report=reports())
def test_lines_end_as_rfc_4180_says(report: Report) -> None:
    """Records end with CR LF; a line break within a cell stays a LF."""
    text = csv_format(report)
    rows = parsed(text)

    assert text.endswith("\r\n")
    assert len(rows) == text.count("\r\n") == text.count("\r")


def test_the_byte_order_mark_stands_first_and_only_where_it_is_asked_for() -> None:
    """It is put before what is written anyway."""
    without = csv_format(example())

    assert f"\ufeff{without}" == csv_format(example(), CsvOptions(bom=True))
    assert not without.startswith("\ufeff")


def test_options_are_read_from_text() -> None:
    """As the command line gives them."""
    given = {"table": "actions", "bom": "true", "guard": "false"}

    expected = CsvOptions(table="actions", bom=True, guard=False)
    assert expected == read_options(CsvOptions, given)


def test_a_table_that_is_not_there_is_refused_by_name() -> None:
    """The error lists what there is."""
    with pytest.raises(OptionError, match="scores or responses"):
        read_options(CsvOptions, {"table": "answers"})


def test_two_renders_are_alike() -> None:
    """The same report gives the same bytes."""
    assert csv_format(example()).encode() == csv_format(example()).encode()


RENDER = """
import sys
from integrated_care_principles import load_catalogue, make_report, read_assessment
from integrated_care_principles_csv import CsvOptions, csv_format
catalogue = load_catalogue()
report = make_report(catalogue, [read_assessment(path)[0] for path in sys.argv[1:]])
sys.stdout.buffer.write(csv_format(report).encode())
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"},
    ],
)
def test_the_environment_changes_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Neither time zone, nor locale, nor hash seed, nor terminal, nor home is seen."""
    elsewhere = {"COLUMNS": "33", "TERM": "vt100", "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", RENDER, *map(str, EXAMPLES)],
        env={**os.environ, **elsewhere, **environment},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    assert csv_format(example()).encode() == run.stdout
    assert run.stderr == b""


def test_it_is_found_under_its_name() -> None:
    """The entry point of the installed distribution is the format."""
    found = [each for each in find_formats().plugins if each.name == "csv"]

    assert ["integrated-care-principles-csv"] == [each.distribution for each in found]
    assert load_format("csv") is csv_format


def test_it_says_what_it_is() -> None:
    """What hosts show and go by."""
    assert csv_format.media_type == "text/csv"
    assert csv_format.suffix == ".csv"
    assert csv_format.options is CsvOptions
    assert "One table of the report" in csv_format.summary


def test_only_public_modules_of_the_core_are_used() -> None:
    """A later release of the core may change all others."""
    public = {
        "integrated_care_principles",
        "integrated_care_principles.catalogue",
        "integrated_care_principles.reporting",
    }
    for module in Path(str(integrated_care_principles_csv.__file__)).parent.glob(
        "*.py"
    ):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                name = str(node.module)
                core = name.partition(".")[0] == "integrated_care_principles"
                assert not core or name in public


def test_a_file_of_it_is_read_as_a_file_of_csv(tmp_path: Path) -> None:
    """A subject of several lines is one cell of every row."""
    subject = 'One\n"Two", three'
    report = make_report(load_catalogue(), [evolve(blank(), subject=subject)])
    path = tmp_path / "responses.csv"
    path.write_bytes(csv_format(report).encode())

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {subject} == {row["subject"] for row in rows}
