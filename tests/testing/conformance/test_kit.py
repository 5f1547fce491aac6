"""The class that plugin authors derive from, and what it says."""

import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles.exceptions import IntegratedCareError, OptionError
from integrated_care_principles.reporting import Report, report_format
from integrated_care_principles.testing import (
    CHECKS,
    AnyFormat,
    ConformanceError,
    ReportFormatConformance,
    check_format,
)

from .good import GOOD
from .good.pages import BoardOptions
from .good.texts import tally
from .mutants.making import ALL
from .mutants.making import tally as rendered
from .mutants.texts import raw_html

PAGE = Path(__file__).parents[3] / "docs/reference/conformance.md"


def kit(tested: AnyFormat) -> ReportFormatConformance:
    """Return the tests of a format, as a plugin author writes them."""

    class Test(ReportFormatConformance):
        """What the kit asks of every format."""

        format = tested

    return Test()


@pytest.mark.parametrize("format", GOOD, ids=lambda each: each.function.__name__)
def test_any_report_passes(format: AnyFormat) -> None:
    """Whatever Hypothesis draws, good formats render it."""
    kit(format).test_any_report()


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def only_samples(report: Report) -> str:
    """Renders the catalogue of the samples, and no other."""
    if report.catalogue.id != "sample":
        msg = "another catalogue"
        raise ValueError(msg)
    return rendered(report)


@pytest.mark.parametrize("wrong", [{"width": 19}, {"template": "$"}])
def test_a_good_format_may_refuse_values(wrong: dict[str, Any]) -> None:
    """What options refuse while they are made is an error of whoever gives it."""
    with pytest.raises(OptionError):
        BoardOptions(**wrong)


def test_what_nobody_thought_of_is_drawn() -> None:
    """Hypothesis finds what no sample report shows."""
    assert () == check_format(only_samples)

    with pytest.raises(ConformanceError) as caught:
        kit(only_samples).test_any_report()

    (found,) = caught.value.violations
    assert ("any-report", "it raises ValueError: another catalogue") == (
        found.check,
        found.reason,
    )


def test_there_is_a_test_for_each_check() -> None:
    """Pytest collects one method a check, each with the rule as its docstring."""
    for each in CHECKS:
        method = getattr(kit(tally), f"test_{each.name.replace('-', '_')}")
        method()
        assert each.rule == method.__doc__


def test_a_failure_teaches() -> None:
    """Rule, reason, smallest input, remedy, and where there is more."""
    with pytest.raises(ConformanceError) as caught:
        kit(raw_html).test_structure_holds()  # type: ignore[attr-defined]  # made in a loop

    error = caught.value
    (found,) = error.violations
    assert isinstance(error, IntegratedCareError)
    assert isinstance(error, AssertionError)
    assert "Assessment.subject = '<script>alert(1)</script>'" == found.smallest
    assert "docs/reference/conformance.md#structure-holds" == found.anchor
    said = " ".join(str(error).split())
    for each in (found.rule, found.why, found.reason, found.remedy, found.anchor):
        assert each in said
    assert 80 >= max(map(len, str(error).splitlines()))
    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 - our own


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def never(report: Report) -> str:
    """Always raises the same."""
    raise ValueError(report.title[:0])


def test_one_cause_is_said_once() -> None:
    """What is raised for every sample is one finding, which names the first of them."""
    (found,) = check_format(never)

    assert "every-report-renders" == found.check
    assert "it raises ValueError" == found.reason
    assert "no assessment, and 8 more" == found.smallest


def test_the_checks_need_neither_pytest_nor_hypothesis() -> None:
    """`icp plugins check` runs where neither is installed."""
    code = (
        "import sys\n"
        "sys.modules['pytest'] = sys.modules['hypothesis'] = None\n"
        "from integrated_care_principles.testing import check_format\n"
        "from integrated_care_principles_html import html\n"
        "print(check_format(html, name='html'))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert "()\n" == run.stdout
    assert "" == run.stderr


@pytest.mark.parametrize("check", CHECKS, ids=lambda each: each.name)
def test_the_page_says_what_the_check_says(check: object) -> None:
    """Each check has a section under its anchor, with its rule, reason and remedy."""
    page = PAGE.read_text(encoding="utf-8")
    section = page.partition(f"\n({check.name})=\n")[2].partition("\n(")[0]  # type: ignore[attr-defined]

    for each in ("rule", "why", "remedy"):
        assert getattr(check, each) in section
    assert "Wrong: " in section
    assert "Right: " in section


def test_the_page_has_no_other_section() -> None:
    """What was a check once has no section any more."""
    page = PAGE.read_text(encoding="utf-8")
    anchors = [each.partition(")=\n")[0] for each in page.split("\n(")[1:]]

    assert [*(each.name for each in CHECKS), "any-report"] == anchors
