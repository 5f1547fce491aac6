"""The conformance kit as a class of tests, for pytest and whatever else collects such."""

from collections.abc import Callable
from typing import ClassVar

from hypothesis import HealthCheck, Phase, given, settings

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._any_report import any_report
from integrated_care_principles.testing._conformance._attempt import AnyFormat
from integrated_care_principles.testing._conformance._check import (
    Check,
    ConformanceError,
)
from integrated_care_principles.testing._conformance._checks import (
    CHECKS,
    trial_of,
    violations,
)
from integrated_care_principles.testing._reports import reports


class ReportFormatConformance:
    """
    Everything that a report format must do, a test for each rule.

    A plugin's whole conformance test is a class derived from this one::

        class TestTally(ReportFormatConformance):
            format = tally

    Attributes:
        format: The format.

        name: Under which its distribution is installed; ``None``: that is not tested.
    """

    format: ClassVar[AnyFormat]
    name: ClassVar[str | None] = None

    def test_any_report(self) -> None:
        """Whatever Hypothesis draws is rendered, well-formed and twice alike."""
        trial = trial_of(self.format, self.name)

        # Inside, since one that is inherited belongs to two classes, and Hypothesis
        # refuses it.
        @settings(
            max_examples=10,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(report=reports())
        def holds(report: Report) -> None:
            found = any_report(report).violations(trial)
            if found:
                raise ConformanceError(found)

        if not trial.runs.first.hangs:
            holds()


def _test_of(check: Check) -> Callable[[ReportFormatConformance], None]:
    def test(self: ReportFormatConformance) -> None:
        found = violations(check, trial_of(self.format, self.name))
        if found:
            raise ConformanceError(found)

    test.__doc__ = check.rule
    return test


for _each in CHECKS:
    setattr(
        ReportFormatConformance, f"test_{_each.name.replace('-', '_')}", _test_of(_each)
    )
