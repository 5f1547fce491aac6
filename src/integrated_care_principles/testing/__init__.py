"""
What a plugin author runs: strategies that draw what a report may hold.

Everything that is drawn is well-formed, and much of it is unlikely: half answers, texts of
white space, formulas, markup, scripts that run from right to left. It needs Hypothesis,
which comes with ``integrated-care-principles[testing]``.
"""

try:
    import hypothesis as _hypothesis  # noqa: F401  # asked for before our own modules do
except ImportError as _error:
    msg = (
        "integrated_care_principles.testing needs Hypothesis; "
        "pip install integrated-care-principles[testing]"
    )
    raise ImportError(msg) from _error

from integrated_care_principles.testing._assessments import assessments, periods, scales
from integrated_care_principles.testing._catalogues import catalogues
from integrated_care_principles.testing._reports import reports
from integrated_care_principles.testing._responses import actions, evidence, responses
from integrated_care_principles.testing._texts import texts

__all__ = [
    "actions",
    "assessments",
    "catalogues",
    "evidence",
    "periods",
    "reports",
    "responses",
    "scales",
    "texts",
]
