"""CSV in the eyes of LibreOffice."""

import csv
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from integrated_care_principles_csv import CsvPackageOptions, csv_package

from integrated_care_principles.reporting import Report, catalogue_tables, safe, tables
from integrated_care_principles.testing import reports
from tests.programs import program
from tests.reports import report_of

# Comma, quotation mark, UTF-8, from line 1; every column is text.
_COLUMNS = "/".join(f"{number}/2" for number in range(1, 40))
_READ = f"--infilter=CSV:44,34,76,1,{_COLUMNS}"
_WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return an option that gives LibreOffice a home of its own."""
    folder = tmp_path_factory.mktemp("profile")
    return f"-env:UserInstallation=file://{folder}"


def read_back(
    report: Report, profile: str, *, guard: bool
) -> dict[str, list[list[str]]]:
    """Return the rows that LibreOffice reads in every table, by its name."""
    office = program("soffice", package="libreoffice-calc")
    made = csv_package(report, CsvPackageOptions(guard=guard))
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in made.documents:
            text = str(each.content)
            (folder / each.name).write_text(text, encoding="utf-8", newline="")
        paths = [f"{each}" for each in sorted(folder.glob("*.csv"))]
        options = (
            "--headless",
            _READ,
            "--convert-to",
            _WRITE,
            "--outdir",
            f"{folder}/out",
        )
        command = [office, profile, *options, *paths]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return {each.stem: _rows(each) for each in (folder / "out").iterdir()}


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.reader(file, strict=True)]


def expected(report: Report) -> dict[str, list[list[str]]]:
    """Return the tables of the core as texts, with their headers."""
    return {
        each.name: [[_text(cell) for cell in row] for row in (each.columns, *each.rows)]
        for each in (*tables(report), *catalogue_tables(report.catalogue))
    }


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(report=reports(), guard=st.booleans())
def test_libreoffice_reads_what_was_written(
    report: Report, guard: bool, profile: str
) -> None:
    """Every row, every column, every text, whatever Hypothesis invents."""
    found = read_back(report, profile, guard=guard)

    bare = safe.csv_text if guard else str
    assert expected(report) == {
        name: [list(map(bare, row)) for row in rows] for name, rows in found.items()
    }


def test_libreoffice_reads_the_examples(profile: str) -> None:
    """Of three assessors, with what they agree on."""
    report = report_of("assessors/*")

    found = read_back(report, profile, guard=False)

    assert len(found["agreement"]) == 46
    assert expected(report) == found
