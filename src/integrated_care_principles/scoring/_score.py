"""Counting: how much of a catalogue an assessment completes."""

from collections.abc import Collection, Container, Iterable, Iterator
from datetime import date

from integrated_care_principles.assessment import Assessment, Response, Status
from integrated_care_principles.catalogue import Catalogue, QuestionId
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._completeness import Completeness
from integrated_care_principles.scoring._criteria import Circumstances
from integrated_care_principles.scoring._findings import findings
from integrated_care_principles.scoring._policy import ANSWERED, Policy, gaps_of
from integrated_care_principles.scoring._scorecard import (
    GroupScore,
    PrincipleScore,
    QuestionScore,
    Scorecard,
)

# What a response without a gap counts as.
_COUNTED_AS = {
    Status.ANSWERED: Code.COMPLETE,
    Status.NOT_APPLICABLE: Code.NOT_APPLICABLE,
    Status.PARTNER_LED: Code.PARTNER_LED,
}


def score(
    assessment: Assessment,
    catalogue: Catalogue,
    policy: Policy = ANSWERED,
    *,
    on: date | None = None,
) -> Scorecard:
    """
    Count how much of *catalogue* the *assessment* completes under *policy*.

    This says how much was answered, not how well things stand.

    Args:
        assessment:
            May refer to another edition as long as the catalogue knows its ids.
        on: The day on which evidence holds or does not; by default the last day of the
            assessment's period.

    Returns:
        Numbers of questions (where the policy has weights: of points) for the whole,
        each group and each principle. A shared question counts once in the whole and
        once for each of its principles.

    Raises:
        OtherCatalogueError: If the assessment was made for another catalogue.
        UnknownQuestionError: If it answers what the catalogue does not ask, or if the
            policy weighs that.
        UnknownGroupError: If its scope names what the catalogue does not have.

    Source:
        docs/explanation/completeness.md.
    """
    assessment.require_known(catalogue)
    day = assessment.period.end if on is None else on
    scores = tuple(_question_scores(assessment, catalogue, policy, day))
    return Scorecard(
        policy=policy,
        day=day,
        catalogue=catalogue.ref,
        overall=_count(scores),
        question_scores=scores,
        group_scores=tuple(_group_scores(scores, catalogue)),
        principle_scores=tuple(_principle_scores(scores, catalogue)),
        findings=tuple(findings(assessment, catalogue)),
    )


def _question_scores(
    assessment: Assessment, catalogue: Catalogue, policy: Policy, day: date
) -> Iterator[QuestionScore]:
    weights = {
        catalogue.question(each.question).id: each.points for each in policy.weights
    }
    by = Circumstances(
        on=day, scale=assessment.scale, evidence_lasts=policy.evidence_lasts
    )
    for group in catalogue.groups:
        in_scope = not assessment.scope or group.id in assessment.scope
        for question in group.questions:
            response = assessment.response_to(question.id)
            code, gaps = (
                _counted_as(response, tuple(gaps_of(response, policy, by)))
                if in_scope
                else (Code.OUT_OF_SCOPE, ())
            )
            yield QuestionScore(
                question=question.id,
                code=code,
                gaps=gaps,
                weight=weights.get(question.id, 1),
            )


def _counted_as(
    response: Response | None, gaps: tuple[Code, ...]
) -> tuple[Code, tuple[Code, ...]]:
    if gaps or response is None:
        return gaps[0], gaps
    return _COUNTED_AS[response.status], ()


def _count(scores: Collection[QuestionScore]) -> Completeness:
    return Completeness(
        complete=sum(each.weight for each in scores if each.complete),
        expected=sum(each.weight for each in scores if each.expected),
        excluded=_excused(scores, Code.NOT_APPLICABLE),
        partner_led=_excused(scores, Code.PARTNER_LED),
    )


def _excused(scores: Iterable[QuestionScore], code: Code) -> int:
    return sum(each.weight for each in scores if each.code is code and not each.gaps)


def _count_of(
    questions: Container[QuestionId], scores: Iterable[QuestionScore]
) -> Completeness:
    return _count([each for each in scores if each.question in questions])


def _group_scores(
    scores: tuple[QuestionScore, ...], catalogue: Catalogue
) -> Iterator[GroupScore]:
    for group in catalogue.groups:
        questions = {each.id for each in group.questions}
        yield GroupScore(group=group.id, completeness=_count_of(questions, scores))


def _principle_scores(
    scores: tuple[QuestionScore, ...], catalogue: Catalogue
) -> Iterator[PrincipleScore]:
    for principle in catalogue.principles:
        number = principle.number
        questions = {each.id for each in catalogue.questions_of(principle=number)}
        yield PrincipleScore(
            principle=number, completeness=_count_of(questions, scores)
        )
