"""
How formats are made that are wrong, each in one way, under the check meant to find it.

What would hurt the process that runs the tests is done in fresh ones only, as it is by
plugins that behave while pytest looks on.
"""

import sys
from collections.abc import Callable

from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    report_format,
    safe,
)

ALL = ("header", "assessment", "scores", "responses", "catalogue")
FRESH = "pytest" not in sys.modules

MUTANTS: list[tuple[str, object]] = []

Function = Callable[[Report], str]


def mutant(
    check: str,
    media_type: str = "text/plain",
    leaves_out: tuple[str, ...] = ALL,
) -> Callable[[Function], ReportFormat[None, str]]:
    """Make a format of a function, and keep it under the check that should find it."""

    def decorate(function: Function) -> ReportFormat[None, str]:
        made = report_format(media_type=media_type, suffix=".x", leaves_out=leaves_out)
        format = made(function)
        MUTANTS.append((check, format))
        return format

    return decorate


def tally(report: Report) -> str:
    """What is right with all of them."""
    return "".join(
        f"{safe.line(each.subject)}: {each.completeness}\n"
        for each in report.assessments
    )


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def sound(report: Report) -> str:
    """A format that breaks no rule."""
    return tally(report)
