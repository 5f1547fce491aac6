"""Our wheels, and a stranger's, in an environment that holds nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import ROOT, build, run

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "strathenlow-2025-26.json"

# What README.md shows as a whole plugin.
PLUGIN = {
    "pyproject.toml": """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "tally-report"
version = "1.0"
dependencies = ["integrated-care-principles"]

[project.entry-points."integrated_care_principles.report_formats"]
tally = "tally_report:tally"
leaves = "tally_report.leaves:leaves"
""",
    "tally_report/__init__.py": '''
from integrated_care_principles.reporting import Report, report_format

@report_format(media_type="text/plain", suffix=".txt")
def tally(report: Report) -> str:
    """How complete each assessment is."""
    return "".join(f"{each.subject}: {each.completeness}\\n" for each in report.assessments)
''',
    "tally_report/leaves.py": "import sys\nsys.exit(7)\n",
}


@pytest.fixture
def tally(scripts: Path, dist: Path, tmp_path: Path) -> Iterator[Path]:
    """Install a stranger's wheel; take it off at the end if that was not done."""
    for name, text in PLUGIN.items():
        path = tmp_path / "tally" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    build(tmp_path / "tally", tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    run(scripts / "pip", "install", "--quiet", "--find-links", dist, wheel)
    yield scripts
    run(scripts / "pip", "uninstall", "--quiet", "--yes", "tally-report")


def test_the_first_formats(scripts: Path) -> None:
    """Installed with the extra ``all``, the first formats are there."""
    names = [each.split()[0] for each in run(scripts / "icp", "formats").splitlines()]

    assert names == [
        *("csv", "csv-package", "docx", "html", "json", "markdown", "pdf", "table")
    ]


@pytest.mark.parametrize("name", ["table", "csv", "html", "markdown", "json"])
def test_a_first_format(scripts: Path, name: str) -> None:
    """Each of those that are text lays out the example, byte for byte alike twice."""
    command = (scripts / "icp", "report", EXAMPLE, "-f", name)

    assert "Strathenlow" in run(*command)
    assert run(*command) == run(*command)


@pytest.mark.parametrize(("name", "begin"), [("docx", b"PK"), ("pdf", b"%PDF-1.7")])
def test_a_first_format_that_is_no_text(
    scripts: Path, tmp_path: Path, name: str, begin: bytes
) -> None:
    """It is written into a file, byte for byte alike twice."""
    one, two = tmp_path / f"one.{name}", tmp_path / f"two.{name}"
    run(scripts / "icp", "report", EXAMPLE, "-o", one, "-o", two)

    assert one.read_bytes().startswith(begin)
    assert one.read_bytes() == two.read_bytes()


def test_a_strangers_format(tally: Path) -> None:
    """A format is there once its wheel is installed, and gone with it."""
    command = (tally / "icp", "report", EXAMPLE, "-f", "tally")
    formats = (tally / "icp", "formats")

    assert "tally            tally-report 1.0\n" in run(*formats)
    assert run(*command).endswith(": 35 of 47 (74 %)\n")

    run(tally / "pip", "uninstall", "--quiet", "--yes", "tally-report")

    assert "tally" not in run(*formats)


def test_a_format_that_exits(tally: Path) -> None:
    """A plugin that exits while it is imported costs its own name only."""
    code = (
        "from integrated_care_principles.cli import run; import sys;"
        f"sys.exit(run(['report', {str(EXAMPLE)!r}, '-f', 'leaves']) != 2)"
    )
    said = run(tally / "python", "-c", code)

    assert (
        "icp: 'leaves' of tally-report 1.0 cannot be loaded: "
        "it calls sys.exit() while it is imported"
    ) in said
    assert "Strathenlow" in run(tally / "icp", "report", EXAMPLE)
