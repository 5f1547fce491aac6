"""
What a plugin author runs: the conformance kit, and strategies that draw what a report holds.

The checks of `check_format` need nothing but the core. The strategies, and
`ReportFormatConformance`, need what comes with ``integrated-care-principles[testing]``.
Everything that is drawn is well-formed, and much of it is unlikely: half answers, texts of
white space, formulas, markup, scripts that run from right to left.
"""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.testing._assessments import (
        assessments,
        periods,
        scales,
    )
    from integrated_care_principles.testing._catalogues import catalogues
    from integrated_care_principles.testing._conformance._attempt import AnyFormat
    from integrated_care_principles.testing._conformance._check import (
        Check,
        ConformanceError,
        Violation,
    )
    from integrated_care_principles.testing._conformance._checks import (
        CHECKS,
        check_format,
    )
    from integrated_care_principles.testing._kit import ReportFormatConformance
    from integrated_care_principles.testing._reports import reports
    from integrated_care_principles.testing._responses import (
        actions,
        evidence,
        responses,
    )
    from integrated_care_principles.testing._texts import texts
else:
    _STRATEGIES = {
        "_assessments": ("assessments", "periods", "scales"),
        "_catalogues": ("catalogues",),
        "_kit": ("ReportFormatConformance",),
        "_reports": ("reports",),
        "_responses": ("actions", "evidence", "responses"),
        "_texts": ("texts",),
    }
    _imported = importer(
        __name__,
        {
            **_STRATEGIES,
            "_conformance._attempt": ("AnyFormat",),
            "_conformance._check": ("Check", "ConformanceError", "Violation"),
            "_conformance._checks": ("CHECKS", "check_format"),
        },
    )

    def __getattr__(name: str) -> object:
        if any(name in names for names in _STRATEGIES.values()):
            _require_hypothesis()
        return _imported(name)


__all__ = [
    "CHECKS",
    "AnyFormat",
    "Check",
    "ConformanceError",
    "ReportFormatConformance",
    "Violation",
    "actions",
    "assessments",
    "catalogues",
    "check_format",
    "evidence",
    "periods",
    "reports",
    "responses",
    "scales",
    "texts",
]


def __dir__() -> list[str]:
    return __all__


def _require_hypothesis() -> None:
    try:
        import hypothesis  # noqa: F401  # asked for before our own modules do
    except ImportError as error:
        msg = (
            "integrated_care_principles.testing needs Hypothesis; "
            "pip install integrated-care-principles[testing]"
        )
        raise ImportError(msg) from error
