"""The format as a value, and that the same report gives the same bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from integrated_care_principles_html import HtmlOptions, html

from integrated_care_principles import (
    load_catalogue,
    load_format,
    make_report,
    read_assessment,
)
from integrated_care_principles.reporting import Report

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()

AS_A_PROCESS = """
import sys
from pathlib import Path
from integrated_care_principles import *

catalogue = load_catalogue()
assessment, _ = read_assessment(sys.argv[1], catalogue)
text = load_format("html").render(make_report(catalogue, [assessment]))
sys.stdout.buffer.write(text.encode("utf-8"))
"""


def example() -> Report:
    """Return a report of the example of 2025-26."""
    path = EXAMPLES / "strathenlow-2025-26.json"
    assessment, _ = read_assessment(path, CATALOGUE)
    return make_report(CATALOGUE, [assessment])


def test_found_by_its_name() -> None:
    """The format is installed under the name that is reserved for it."""
    assert load_format("html") is html


def test_value() -> None:
    """It gives HTML, leaves nothing out, and says what it shows."""
    assert (html.media_type, html.suffix) == ("text/html", ".html")
    assert html.leaves_out == ()
    assert html.options is HtmlOptions
    assert html.summary.startswith("One accessible page")


def test_two_renders_are_alike() -> None:
    """Rendering leaves nothing behind that the next render would show."""
    report = example()

    assert html.render(report) == html.render(report)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    ],
    ids=("kiritimati", "los-angeles"),
)
def test_same_bytes_anywhere(environment: dict[str, str], tmp_path: Path) -> None:
    """Time zone, locale, hash seed, home and folder of a process change nothing."""
    run = subprocess.run(
        [
            *(sys.executable, "-W", "error", "-c", AS_A_PROCESS),
            EXAMPLES / "strathenlow-2025-26.json",
        ],
        env={**os.environ, **environment, "HOME": str(tmp_path), "COLUMNS": "40"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    assert html.render(example()).encode("utf-8") == run.stdout
    assert run.stderr == b""
    assert list(tmp_path.iterdir()) == []
