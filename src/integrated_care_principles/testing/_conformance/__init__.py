"""What every report format must do, as checks that need neither pytest nor Hypothesis."""

from integrated_care_principles.testing._conformance._any_report import any_report
from integrated_care_principles.testing._conformance._attempt import AnyFormat
from integrated_care_principles.testing._conformance._check import (
    Check,
    ConformanceError,
    Violation,
)
from integrated_care_principles.testing._conformance._checks import (
    CHECKS,
    check_format,
    trial_of,
    violations,
)

__all__ = [
    "CHECKS",
    "AnyFormat",
    "Check",
    "ConformanceError",
    "Violation",
    "any_report",
    "check_format",
    "trial_of",
    "violations",
]
