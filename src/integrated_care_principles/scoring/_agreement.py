"""What an agreement found: how people rated, where they agree, and what they said."""

from attrs import frozen

from integrated_care_principles.assessment import Assessment, Level, Status
from integrated_care_principles.catalogue import PrincipleNumber, QuestionId
from integrated_care_principles.scoring._changes import rank
from integrated_care_principles.scoring._consensus import Consensus, Verdict
from integrated_care_principles.scoring._ratings import Distribution
from integrated_care_principles.scoring._voices import Voice


@frozen(kw_only=True)
class QuestionAgreement:
    """
    What several assessors said to one question.

    Attributes:
        voices: Every assessor, in order, with what was said.

        ratings: How those rated who marked it as answered.

        verdict: Whether their ratings agree.

        level: The one that they agree on; ``None`` where they do not, or where the median
            falls between two.

        spread: Number of levels between the lowest rating and the highest; ``None``
            where nobody rated.

        outside: Number of ratings outside the band of the rule.
    """

    question: QuestionId
    voices: tuple[Voice, ...]
    ratings: Distribution
    verdict: Verdict
    level: Level | None
    spread: int | None
    outside: int

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The different statuses that it was given."""
        given = {
            each.response.status
            for each in self.voices
            if each.counts and each.response is not None
        }
        return tuple(each for each in Status if each in given)

    @property
    def measured(self) -> str:
        """How far apart the ratings are, in words of ours; empty where nobody rated."""
        if self.spread is None:
            return ""
        median = " or ".join(each.title for each in self.ratings.median)
        return (
            f"median {median}; spread {self.spread}; {self.outside} of "
            f"{self.ratings.rated} outside the band"
        )

    @property
    def is_divided(self) -> bool:
        """Whether there is something to discuss: ratings are split, or statuses differ."""
        return self.verdict is Verdict.SPLIT or len(self.statuses) > 1

    @property
    def dissent(self) -> tuple[Voice, ...]:
        """Those who rated, but not the level that was agreed on."""
        if self.level is None:
            return ()
        rated = (each for each in self.voices if each.rating is not None)
        return tuple(each for each in rated if each.rating != self.level.id)


@frozen(kw_only=True)
class PrincipleAgreement:
    """
    On how many questions of one principle assessors agree, shared ones included.

    Attributes:
        unsaid: Number of those on which nothing can be said.
    """

    principle: PrincipleNumber
    agreed: int
    split: int
    unsaid: int


@frozen(kw_only=True)
class Agreement:
    """
    Where several assessors of the same agree, and where they do not.

    Attributes:
        rule: When they agree.

        assessors: Their names, or numbers where they have none, in order.

        questions: Those that anybody was asked, or answered, in the catalogue's order.

        principles: In the order of their numbers.

        assessment: What they agree on. A response is a draft where they are divided, and
            has every text and all evidence of everyone; who said what stands in its
            annotations.
    """

    rule: Consensus
    assessors: tuple[str, ...]
    questions: tuple[QuestionAgreement, ...]
    principles: tuple[PrincipleAgreement, ...]
    assessment: Assessment

    def __str__(self) -> str:
        agreed, split = (
            len(self.given(each)) for each in (Verdict.AGREED, Verdict.SPLIT)
        )
        return (
            f"{self.rule.name}: {agreed} of {len(self.questions)} agreed, {split} split"
        )

    def rank(self, voice: Voice) -> int | None:
        """Return the place on the scale that a *voice* rated, from 1, the worst."""
        return rank(voice.response if voice.asked else None, self.assessment.scale)

    @property
    def agenda(self) -> tuple[QuestionAgreement, ...]:
        """What to discuss, most divided first: by spread, who is outside, statuses."""
        divided = [each for each in self.questions if each.is_divided]
        return tuple(sorted(divided, key=_how_divided, reverse=True))

    @property
    def by_verdict(self) -> tuple[tuple[Verdict, tuple[QuestionAgreement, ...]], ...]:
        """Each verdict that was given, with its questions."""
        pairs = ((each, self.given(each)) for each in Verdict)
        return tuple((verdict, questions) for verdict, questions in pairs if questions)

    def given(self, verdict: Verdict) -> tuple[QuestionAgreement, ...]:
        """Return the questions of which the rule says so."""
        return tuple(each for each in self.questions if each.verdict is verdict)


def _how_divided(of: QuestionAgreement) -> tuple[bool, int, int, int]:
    split = of.verdict is Verdict.SPLIT
    return split, of.spread or 0, of.outside, len(of.statuses)
