"""Wrong in what they count."""

import json

from integrated_care_principles.reporting import (
    Completeness,
    Report,
)

from .making import mutant


@mutant("nothing-expected")
def at_the_bottom(report: Report) -> str:
    """Says 0 % where nothing is expected."""
    return "".join(
        f"{each.completeness.percent or 0} %\n" for each in report.assessments
    )


@mutant("nothing-expected")
def not_a_number(report: Report) -> str:
    """Says nan where nothing is expected."""
    return "".join(f"{_percent(each.completeness)}\n" for each in report.assessments)


def _percent(completeness: Completeness) -> str:
    percent = completeness.percent
    return "nan" if percent is None else f"{percent} %"


@mutant("nothing-expected", "text/csv")
def full_cells(report: Report) -> str:
    """Says 100 in a column of percents."""
    rows = [f"{_or_all(each.completeness)}\n" for each in report.assessments]
    return "".join(["percent\n", *rows])


@mutant("nothing-expected", "application/json")
def full_values(report: Report) -> str:
    """Says 100 under a key of percents."""
    values = [{"percent": _or_all(each.completeness)} for each in report.assessments]
    return json.dumps(values)


def _or_all(completeness: Completeness) -> int:
    return 100 if completeness.percent is None else completeness.percent


@mutant("host-numbers")
def rounds(report: Report) -> str:
    """Rounds up."""
    return "".join(f"{_rounded(each.completeness)}\n" for each in report.assessments)


def _rounded(completeness: Completeness) -> str:
    if not completeness.expected:
        return "nothing"
    return f"{100 * completeness.complete / completeness.expected:.0f} %"


@mutant("host-numbers")
def counts(report: Report) -> str:
    """Counts again."""
    return "".join(
        f"{sum(one.complete for one in each.questions)} of {len(each.questions)}\n"
        for each in report.assessments
    )


@mutant("host-numbers", "text/csv")
def counts_cells(report: Report) -> str:
    """Counts again, into cells."""
    shares = (
        100 * sum(one.complete for one in each.questions) // len(each.questions)
        for each in report.assessments
        if each.completeness.expected
    )
    return "".join(["percent\n", *(f"{each}\n" for each in shares)])
