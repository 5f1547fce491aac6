"""Several assessors of the same: where they agree, where they are split, and what they said."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from integrated_care_principles.assessment import (
    Assessment,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    GroupId,
    Question,
)
from integrated_care_principles.exceptions import (
    AssessedApartError,
    OtherScaleError,
    Problem,
)
from integrated_care_principles.scoring._agreed import agreed_response, agreed_whole
from integrated_care_principles.scoring._agreement import (
    Agreement,
    PrincipleAgreement,
    QuestionAgreement,
)
from integrated_care_principles.scoring._consensus import MAJORITY, Consensus, Verdict
from integrated_care_principles.scoring._ratings import Distribution, distribution
from integrated_care_principles.scoring._series import Axis, names_along
from integrated_care_principles.scoring._voices import Voice


def agree(
    assessments: Iterable[Assessment],
    catalogue: Catalogue,
    rule: Consensus = MAJORITY,
    *,
    sources: Iterable[str] = (),
) -> Agreement:
    """
    Return where assessors agree who assessed the same apart.

    Their order does not matter, and an assessment that is given twice is one.

    Args:
        assessments: At least one, of one subject, locality and period.
        rule: When they agree.
        sources: What the assessment that they agree on was made from, such as names and
            revisions of files, for its annotations.

    Raises:
        AssessedApartError: If they do not assess the same.
        OtherScaleError: If they rate on different scales; ratings are never converted.
        ConsensusUnfitError: If the rule is for other scales.
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: As `score` does.
    """
    every = sorted(set(assessments), key=lambda each: (each.assessor, repr(each)))
    for each in every:
        each.require_known(catalogue)
    scale = _require_the_same(every)
    if scale is not None:
        rule.require_fit(len(scale.levels))
    names = names_along(every, Axis.ASSESSOR)
    asked = (
        _question(each, list(_voices(each, every, names, catalogue)), scale, rule)
        for each in catalogue.questions
    )
    questions = tuple(each for each in asked if _is_of_any(each.voices))
    return Agreement(
        rule=rule,
        assessors=tuple(names),
        questions=questions,
        principles=tuple(_principles(questions, catalogue)),
        assessment=agreed_whole(
            every,
            names,
            scope=_scope(every, catalogue),
            responses=_responses(questions),
            notes=(f"{rule.name}: {rule.summary}", *sorted(sources)),
        ),
    )


def can_agree(assessments: Sequence[Assessment]) -> bool:
    """Return whether `agree` takes *assessments* that differ in who assessed."""
    try:
        _require_the_same(assessments)
    except (AssessedApartError, OtherScaleError):
        return False
    return len(set(assessments)) > 1


def _require_the_same(every: Sequence[Assessment]) -> Scale | None:
    """Return the scale of assessments of the same, or raise."""
    if not every:
        raise AssessedApartError((Problem("", "nothing-given"),))
    first = every[0]
    if problems := tuple(_differences(first, every[1:])):
        raise AssessedApartError(problems)
    scales = list(dict.fromkeys(each.scale for each in every if each.scale is not None))
    for each in scales[1:]:
        raise OtherScaleError(each.id, scales[0].id)
    return scales[0] if scales else None


def _differences(first: Assessment, others: Sequence[Assessment]) -> Iterator[Problem]:
    """Yield each thing in which others differ that they may not differ in."""
    facts: dict[str, Callable[[Assessment], str]] = {
        "subject": lambda each: each.subject,
        "locality": lambda each: each.locality or "the whole area",
        "period": lambda each: f"{each.period}",
        "catalogue": _asked,
    }
    for path, fact in facts.items():
        one = fact(first)
        another = next((found for found in map(fact, others) if found != one), one)
        if one != another:
            yield Problem(path, "assessed-apart", one, another)


def _asked(assessment: Assessment) -> str:
    ref = assessment.catalogue
    return f"{ref.id} {ref.fingerprint}"


def _voices(
    question: Question,
    every: Sequence[Assessment],
    names: Sequence[str],
    catalogue: Catalogue,
) -> Iterator[Voice]:
    (group,) = catalogue.groups_of(question=question.id)
    for name, each in zip(names, every, strict=True):
        yield Voice(
            assessor=name,
            response=each.response_to(question.id),
            asked=not each.scope or group.id in each.scope,
        )


def _is_of_any(voices: Iterable[Voice]) -> bool:
    return any(each.asked or each.response is not None for each in voices)


def _question(
    question: Question,
    voices: Sequence[Voice],
    scale: Scale | None,
    rule: Consensus,
) -> QuestionAgreement:
    ratings = _ratings(voices, scale)
    verdict = rule.verdict(ratings)
    agreed = ratings.median if verdict is Verdict.AGREED else ()
    return QuestionAgreement(
        question=question.id,
        voices=tuple(voices),
        ratings=ratings,
        verdict=verdict,
        level=agreed[0] if len(agreed) == 1 else None,
        spread=_spread(ratings),
        outside=rule.outside_of(ratings),
    )


def _ratings(voices: Iterable[Voice], scale: Scale | None) -> Distribution:
    answers = [
        each.response
        for each in voices
        if each.asked
        and each.response is not None
        and each.response.status is Status.ANSWERED
    ]
    if scale is None:
        return Distribution(levels=(), unrated=len(answers))
    return distribution(answers, scale)


def _spread(ratings: Distribution) -> int | None:
    rated = [place for place, each in enumerate(ratings.levels) if each.count]
    return rated[-1] - rated[0] if rated else None


def _principles(
    questions: Iterable[QuestionAgreement], catalogue: Catalogue
) -> Iterator[PrincipleAgreement]:
    verdicts = {each.question: each.verdict for each in questions}
    for principle in catalogue.principles:
        asked = catalogue.questions_of(principle=principle.number)
        own = [verdicts[each.id] for each in asked if each.id in verdicts]
        agreed, split = own.count(Verdict.AGREED), own.count(Verdict.SPLIT)
        yield PrincipleAgreement(
            principle=principle.number,
            agreed=agreed,
            split=split,
            unsaid=len(own) - agreed - split,
        )


def _scope(every: Sequence[Assessment], catalogue: Catalogue) -> tuple[GroupId, ...]:
    """Return the groups that anybody was asked; empty where somebody was asked all."""
    if not all(each.scope for each in every):
        return ()
    asked = {group for each in every for group in each.scope}
    return tuple(each.id for each in catalogue.groups if each.id in asked)


def _responses(questions: Iterable[QuestionAgreement]) -> Iterator[Response]:
    for each in questions:
        level = None if each.level is None else each.level.id
        response = agreed_response(
            each.question, each.voices, level, divided=each.is_divided
        )
        if response is not None:
            yield response
