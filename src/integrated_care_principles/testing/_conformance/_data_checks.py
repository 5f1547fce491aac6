"""Checks of what a format does with the report that it is given."""

from collections.abc import Iterator
from typing import NoReturn

from attrs import evolve

from integrated_care_principles.exceptions import IntegratedCareError
from integrated_care_principles.reporting import AssessmentView
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._samples import (
    seven_states,
    several,
)
from integrated_care_principles.testing._conformance._trial import Trial


@check(
    "report-unchanged",
    rule="Rendering changes neither the report nor the options.",
    why="The host gives the same report to the next format.",
    remedy="Make new values with attrs.evolve, and leave object.__setattr__ alone.",
)
def report_unchanged(trial: Trial) -> Iterator[Finding]:
    """Yield which of them is another one afterwards."""
    report, twin = several(), several()
    trial.attempt(report)
    if report != twin:
        yield Finding(reason="the report is another one", smallest="five assessments")
    try:
        options = None if trial.format.options is None else trial.format.options()
    except TypeError:  # one has no default, which another check says
        return
    before = repr(options)
    trial.attempt(several(), options)
    if repr(options) != before:
        yield Finding(reason="the options are others", smallest=before)


class _DataError(IntegratedCareError):
    """What a value of a report raises when it is looked at."""


class _Raising(tuple[AssessmentView, ...]):  # noqa: SLOT001 - it remembers
    """Assessments that cannot be had, as when a file breaks while it is streamed."""

    raised = False

    def _raise(self, *_: object) -> NoReturn:
        self.raised = True
        msg = "the data is broken"
        raise _DataError(msg)

    __iter__ = __len__ = __getitem__ = __bool__ = __contains__ = _raise


@check(
    "errors-pass-through",
    rule="An error of the data passes through a format unchanged.",
    why="The host has a sentence for it. A format that swallows it gives half a report, "
    "which looks like a whole one.",
    remedy="Catch only the errors that you expect, never Exception.",
)
def errors_pass_through(trial: Trial) -> Iterator[Finding]:
    """Yield what came instead of the error."""
    broken = _Raising()
    attempt = trial.attempt(evolve(seven_states(), assessments=broken))
    if broken.raised and not isinstance(attempt.error, _DataError):
        instead = f"it raises {attempt.said}" if attempt.error else "it goes on"
        yield Finding(
            reason=f"instead {instead}",
            smallest="a report whose assessments raise an IntegratedCareError",
        )
