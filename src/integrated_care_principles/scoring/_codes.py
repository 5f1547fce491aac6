"""Why a question counts as it does, in stable words."""

from enum import StrEnum


class Code(StrEnum):
    """
    Why a question is complete, is not expected, or what it lacks.

    Those that name a gap stand in the order in which a question's first one is chosen.
    """

    UNANSWERED = "unanswered"
    DRAFT = "draft"
    TEXT_MISSING = "text-missing"
    UNKNOWN = "unknown"
    DEFERRED = "deferred"
    REASON_MISSING = "reason-missing"
    PARTNER_MISSING = "partner-missing"

    COMPLETE = "complete"
    NOT_APPLICABLE = "not-applicable"
    PARTNER_LED = "partner-led"
    OUT_OF_SCOPE = "out-of-scope"

    @property
    def says(self) -> str:
        """What it means, in a few words of ours that stand after the question."""
        return _SAYS[self]


_SAYS = {
    Code.UNANSWERED: "nobody has answered it",
    Code.DRAFT: "the answer is a draft",
    Code.TEXT_MISSING: "marked as answered, but without a text",
    Code.UNKNOWN: "looked into, but not known",
    Code.DEFERRED: "put off",
    Code.REASON_MISSING: "no reason is given",
    Code.PARTNER_MISSING: "the partner is not named",
    Code.COMPLETE: "complete",
    Code.NOT_APPLICABLE: "does not apply here",
    Code.PARTNER_LED: "a partner answers for it",
    Code.OUT_OF_SCOPE: "not asked in this assessment",
}
