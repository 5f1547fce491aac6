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
    EVIDENCE_MISSING = "evidence-missing"
    EVIDENCE_STALE = "evidence-stale"
    RATING_MISSING = "rating-missing"
    LOW_WITHOUT_ACTION = "low-without-action"
    ACTION_WITHOUT_OWNER = "action-without-owner"
    ACTION_WITHOUT_DATE = "action-without-date"
    ACTION_OVERDUE = "action-overdue"

    COMPLETE = "complete"
    NOT_APPLICABLE = "not-applicable"
    PARTNER_LED = "partner-led"
    OUT_OF_SCOPE = "out-of-scope"

    @property
    def says(self) -> str:
        """What it means, in a few words of ours that stand after the question."""
        return _SAYS[self]

    @property
    def rule(self) -> str:
        """
        The rule by which a question with it counts as it does, in our words.

        Source:
            docs/explanation/completeness.md.
        """
        return _RULES[self]


_SAYS = {
    Code.UNANSWERED: "nobody has answered it",
    Code.DRAFT: "the answer is a draft",
    Code.TEXT_MISSING: "marked as answered, but without a text",
    Code.UNKNOWN: "looked into, but not known",
    Code.DEFERRED: "put off",
    Code.REASON_MISSING: "no reason is given",
    Code.PARTNER_MISSING: "the partner is not named",
    Code.EVIDENCE_MISSING: "no evidence is named",
    Code.EVIDENCE_STALE: "none of its evidence still holds",
    Code.RATING_MISSING: "not rated",
    Code.LOW_WITHOUT_ACTION: "rated low, but nothing is to be done",
    Code.ACTION_WITHOUT_OWNER: "nobody sees to an action that is to be done",
    Code.ACTION_WITHOUT_DATE: "an action that is to be done has no date",
    Code.ACTION_OVERDUE: "an action is overdue",
    Code.COMPLETE: "complete",
    Code.NOT_APPLICABLE: "does not apply here",
    Code.PARTNER_LED: "a partner answers for it",
    Code.OUT_OF_SCOPE: "not asked in this assessment",
}

_RULES = {
    Code.UNANSWERED: "without a response it is expected, and not complete",
    Code.DRAFT: "a draft is expected, and not complete",
    Code.TEXT_MISSING: "an answer has a text",
    Code.UNKNOWN: "what is not known is expected, and not complete",
    Code.DEFERRED: "what is put off is expected, and not complete",
    Code.REASON_MISSING: "what is put off or does not apply has a reason",
    Code.PARTNER_MISSING: "the partner who answers for it is named",
    Code.EVIDENCE_MISSING: "an answer names evidence",
    Code.EVIDENCE_STALE: "where evidence is named, some of it holds on the day",
    Code.RATING_MISSING: "an answer is rated",
    Code.LOW_WITHOUT_ACTION: "a low rating has an action",
    Code.ACTION_WITHOUT_OWNER: "an action that is to be done has an owner",
    Code.ACTION_WITHOUT_DATE: "an action that is to be done has a date",
    Code.ACTION_OVERDUE: "an action is done by its date; this keeps nothing back",
    Code.COMPLETE: "an answer that lacks nothing of what is asked is complete",
    Code.NOT_APPLICABLE: "what does not apply, with the reason, is excused",
    Code.PARTNER_LED: "what a named partner answers for is excused",
    Code.OUT_OF_SCOPE: "what is not asked is counted nowhere",
}
