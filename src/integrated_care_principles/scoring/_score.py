"""Counting: how much of a catalogue an assessment completes."""

from collections.abc import Container, Iterable, Iterator

from integrated_care_principles.assessment import Assessment, Response, Status
from integrated_care_principles.catalogue import Catalogue, QuestionId
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._completeness import Completeness
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
    assessment: Assessment, catalogue: Catalogue, policy: Policy = ANSWERED
) -> Scorecard:
    """
    Count how much of *catalogue* the *assessment* completes under *policy*.

    This says how much was answered, not how well things stand.

    Args:
        assessment:
            May refer to another edition as long as the catalogue knows its ids.

    Returns:
        Numbers of questions for the whole, each group and each principle. A shared
        question counts once in the whole and once for each of its principles.

    Raises:
        OtherCatalogueError: If the assessment was made for another catalogue.
        UnknownQuestionError: If it answers what the catalogue does not ask.
        UnknownGroupError: If its scope names what the catalogue does not have.

    Source:
        docs/explanation/completeness.md.
    """
    assessment.require_known(catalogue)
    scores = tuple(_question_scores(assessment, catalogue, policy))
    return Scorecard(
        policy=policy,
        catalogue=catalogue.ref,
        overall=_count(scores),
        question_scores=scores,
        group_scores=tuple(_group_scores(scores, catalogue)),
        principle_scores=tuple(_principle_scores(scores, catalogue)),
        findings=tuple(findings(assessment, catalogue)),
    )


def _question_scores(
    assessment: Assessment, catalogue: Catalogue, policy: Policy
) -> Iterator[QuestionScore]:
    for group in catalogue.groups:
        in_scope = not assessment.scope or group.id in assessment.scope
        for question in group.questions:
            if in_scope:
                response = assessment.response_to(question.id)
                yield _question_score(question.id, response, policy)
            else:
                yield QuestionScore(question=question.id, code=Code.OUT_OF_SCOPE)


def _question_score(
    question: QuestionId, response: Response | None, policy: Policy
) -> QuestionScore:
    gaps = tuple(gaps_of(response, policy))
    if gaps or response is None:
        return QuestionScore(question=question, code=gaps[0], gaps=gaps)
    return QuestionScore(question=question, code=_COUNTED_AS[response.status])


def _count(scores: Iterable[QuestionScore]) -> Completeness:
    scores = tuple(scores)
    codes = [each.code for each in scores]
    return Completeness(
        complete=codes.count(Code.COMPLETE),
        expected=sum(each.expected for each in scores),
        excluded=codes.count(Code.NOT_APPLICABLE),
        partner_led=codes.count(Code.PARTNER_LED),
    )


def _count_of(
    questions: Container[QuestionId], scores: Iterable[QuestionScore]
) -> Completeness:
    return _count(each for each in scores if each.question in questions)


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
