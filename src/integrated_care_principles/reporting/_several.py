"""Several assessments in one report: compared, or agreed on by those who assessed."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from attrs import evolve

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.reporting._public import public_together
from integrated_care_principles.scoring import (
    MAJORITY,
    Agreement,
    Axis,
    Comparison,
    Consensus,
    Distribution,
    QuestionAgreement,
    Scorecard,
    agree,
    can_agree,
    compare_scored,
)


class Together(StrEnum):
    """What several assessments are to each other in a report."""

    COMPARISON = "comparison"
    AGREEMENT = "agreement"


class Several(NamedTuple):
    """
    How several assessments are taken together.

    Attributes:
        together: As what; ``None``: as an agreement where different assessors assessed the
            same, else as a comparison.

        by: In what they are compared; ``None``: the first in which they differ.

        rule: When ratings agree.
    """

    together: Together | None = None
    by: Axis | None = None
    rule: Consensus = MAJORITY


Found = tuple[Comparison | None, Agreement | None]


def taken_together(
    assessments: Sequence[Assessment],
    cards: Sequence[Scorecard],
    catalogue: Catalogue,
    how: Several,
    *,
    public: bool,
) -> Found:
    """
    Return the comparison or the agreement of *assessments*; neither, if there is only one.

    Args:
        cards: How each was scored, as a whole.
        public: Whether the public is to see it, and so only a part of it.

    Raises:
        AssessedApartError, OtherScaleError, ConsensusUnfitError: Where they are to be an
            agreement, and cannot be.
    """
    if len(assessments) < 2:
        return None, None
    kind = _default(assessments) if how.together is None else how.together
    if kind is Together.COMPARISON:
        shown = public_together(assessments) if public else assessments
        scored = list(zip(shown, cards, strict=True))
        return compare_scored(scored, catalogue, by=how.by), None
    whole = agree(assessments, catalogue, how.rule)
    if not public:
        return None, whole
    each_once = public_together(list(dict.fromkeys(assessments)))
    return None, _public_agreement(whole, agree(each_once, catalogue, how.rule))


def _default(assessments: Sequence[Assessment]) -> Together:
    by_whom = len({each.assessor for each in assessments}) > 1
    is_agreement = by_whom and can_agree(assessments)
    return Together.AGREEMENT if is_agreement else Together.COMPARISON


def _public_agreement(whole: Agreement, shown: Agreement) -> Agreement:
    """Return what the public sees: all is judged as a whole, and said as it is *shown*."""
    pairs = zip(whole.questions, shown.questions, strict=True)
    return evolve(shown, questions=tuple(_public_question(*each) for each in pairs))


def _public_question(
    whole: QuestionAgreement, shown: QuestionAgreement
) -> QuestionAgreement:
    hidden = (
        each.response is not None and not each.response.publishable
        for each in shown.voices
    )
    if not any(hidden):
        return evolve(whole, voices=shown.voices)
    return evolve(
        whole,
        voices=shown.voices,
        ratings=Distribution(levels=()),
        level=None,
        spread=None,
        outside=0,
    )
