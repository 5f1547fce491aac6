"""How answers were rated: distributions and medians. Ratings are ordinal, so no means."""

from collections import Counter
from collections.abc import Iterable

from attrs import frozen

from integrated_care_principles.assessment import (
    Assessment,
    Level,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    PrincipleNumber,
    Question,
    QuestionId,
)


@frozen(kw_only=True)
class LevelCount:
    """How many answers were rated at a level."""

    level: Level
    count: int


@frozen(kw_only=True)
class Distribution:
    """
    How many answers were rated at each level.

    Attributes:
        levels: From worst to best, also those that no answer was rated at.

        unrated: Number of answers that were not rated.
    """

    levels: tuple[LevelCount, ...]
    unrated: int = 0

    @property
    def rated(self) -> int:
        """Number of answers that were rated."""
        return sum(each.count for each in self.levels)

    @property
    def median(self) -> tuple[Level, ...]:
        """The level in the middle; two where it falls between them, or none at all."""
        middle = ((self.rated - 1) // 2, self.rated // 2)
        ranked = [each.level for each in self.levels for _ in range(each.count)]
        return tuple(dict.fromkeys(ranked[each] for each in middle if ranked))


@frozen(kw_only=True)
class PrincipleRatings:
    """How the answers of one principle were rated, shared ones included."""

    principle: PrincipleNumber
    distribution: Distribution


@frozen(kw_only=True)
class Ratings:
    """
    How the answers of an assessment were rated.

    Attributes:
        scale: What the ratings mean. They are never converted to another.

        overall: Every answer once, also those that several principles share.

        principle_ratings: In the order of their numbers.

        set_aside: Number of ratings of what is not marked as answered, or not asked.
    """

    scale: Scale
    overall: Distribution
    principle_ratings: tuple[PrincipleRatings, ...]
    set_aside: int = 0


def ratings(assessment: Assessment, catalogue: Catalogue) -> Ratings | None:
    """
    Return how the answers of an *assessment* were rated; ``None`` without a scale.

    Only responses that are marked as answered, and that are in scope, are counted.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: As `score` does.

    Source:
        Self-evaluations rate on ordinal scales; inspectors do not grade them:
        docs/explanation/completeness.md.
    """
    assessment.require_known(catalogue)
    if assessment.scale is None:
        return None
    answers = {
        each.question: each
        for each in assessment.responses
        if each.status is Status.ANSWERED and _is_asked(each, assessment, catalogue)
    }
    return Ratings(
        scale=assessment.scale,
        overall=distribution(answers.values(), assessment.scale),
        principle_ratings=tuple(
            PrincipleRatings(
                principle=each.number,
                distribution=distribution(
                    _of(catalogue.questions_of(principle=each.number), answers),
                    assessment.scale,
                ),
            )
            for each in catalogue.principles
        ),
        set_aside=sum(
            each.rating is not None and each.question not in answers
            for each in assessment.responses
        ),
    )


def _is_asked(response: Response, assessment: Assessment, catalogue: Catalogue) -> bool:
    (group,) = catalogue.groups_of(question=response.question)
    return not assessment.scope or group.id in assessment.scope


def _of(
    questions: Iterable[Question], answers: dict[QuestionId, Response]
) -> Iterable[Response]:
    return (answers[each.id] for each in questions if each.id in answers)


def distribution(answers: Iterable[Response], scale: Scale) -> Distribution:
    """Return how *answers* are rated, all of which are marked as such."""
    counts = Counter(each.rating for each in answers)
    return Distribution(
        levels=tuple(
            LevelCount(level=each, count=counts[each.id]) for each in scale.levels
        ),
        unrated=counts[None],
    )
