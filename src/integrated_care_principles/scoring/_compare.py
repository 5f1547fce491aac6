"""Assessments held against each other: what changed, which way, and what cannot be said."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._changes import (
    Direction,
    QuestionChange,
    Reason,
    changed_fields,
    rating_way,
    together,
    way,
)
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._comparison import (
    Comparison,
    Overlap,
    PrincipleChange,
    Step,
)
from integrated_care_principles.scoring._parts import action_parts, evidence_parts
from integrated_care_principles.scoring._policy import ANSWERED, Policy
from integrated_care_principles.scoring._ratings import ratings
from integrated_care_principles.scoring._score import score
from integrated_care_principles.scoring._scorecard import QuestionScore, Scorecard
from integrated_care_principles.scoring._series import (
    Axis,
    Member,
    Series,
    axis_of,
    series,
)


def compare(
    assessments: Iterable[Assessment],
    catalogue: Catalogue,
    policy: Policy = ANSWERED,
    *,
    on: date | None = None,
    by: Axis | None = None,
) -> Comparison:
    """
    Hold *assessments* against each other, question by question and by principle.

    Args:
        on: The day on which evidence holds or does not; by default the last day of the
            period of each.
        by: In what they are compared; by default the first of periods, localities and
            assessors in which they differ.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: As `score` does.

    Source:
        Authorities report by year from 1 April, and on each locality: regulations 3(b)
        and 6(1)(b) of SSI 2014/326; docs/explanation/comparing.md.
    """
    scored = [(each, score(each, catalogue, policy, on=on)) for each in assessments]
    return compare_scored(scored, catalogue, by=by)


def compare_scored(
    scored: Sequence[tuple[Assessment, Scorecard]],
    catalogue: Catalogue,
    *,
    by: Axis | None = None,
) -> Comparison:
    """
    Hold assessments against each other that have been scored already.

    Args:
        scored: Assessments, or what is shown of them, each with how the whole of it was
            scored, under one policy.
        catalogue: The one that they were scored against.
        by: As in `compare`.
    """
    by = axis_of([each for each, _ in scored]) if by is None else by
    members = [
        Member(label="", assessment=each, card=card, ratings=ratings(each, catalogue))
        for each, card in scored
    ]
    found = tuple(series(members, by))
    steps = [step for each in found for step in _steps(each, by, catalogue)]
    return Comparison(
        by=by,
        series=found,
        steps=tuple(steps),
        findings=tuple(_findings(found, by)),
    )


def _steps(series: Series, by: Axis, catalogue: Catalogue) -> Iterator[Step]:
    first, *others = series.members
    pairs = (
        pairwise(series.members)
        if by is Axis.PERIOD
        else ((first, each) for each in others)
    )
    for before, after in pairs:
        yield _step(before, after, catalogue)


def _step(before: Member, after: Member, catalogue: Catalogue) -> Step:
    no_rating = _no_rating(before.assessment, after.assessment)
    counted = zip(before.card.question_scores, after.card.question_scores, strict=True)
    questions = tuple(_question(*each, before, after, no_rating) for each in counted)
    return Step(
        before=before,
        after=after,
        questions=questions,
        principles=tuple(_principles(before, after, questions, catalogue)),
        overlap=_overlap(questions),
        ratings_not_compared=no_rating,
    )


def _no_rating(before: Assessment, after: Assessment) -> Reason | None:
    if before.scale is None or after.scale is None:
        return Reason.NO_SCALE
    return None if before.scale == after.scale else Reason.OTHER_SCALE


def _question(
    was: QuestionScore,
    now: QuestionScore,
    before: Member,
    after: Member,
    no_rating: Reason | None,
) -> QuestionChange:
    id = was.question
    said = before.assessment.response_to(id), after.assessment.response_to(id)
    reasons = tuple(_reasons(was, now, before, after))
    scale = None if no_rating else after.assessment.scale
    return QuestionChange(
        question=id,
        before=was,
        after=now,
        not_compared=reasons,
        completeness=None if reasons else _complete_way(was, now),
        rating=None if reasons or scale is None else rating_way(*said, scale),
        fields=tuple(changed_fields(*said)),
        evidence=evidence_parts(*said),
        actions=action_parts(*said),
    )


def _reasons(
    was: QuestionScore, now: QuestionScore, before: Member, after: Member
) -> Iterator[Reason]:
    if Code.OUT_OF_SCOPE in {was.code, now.code}:
        yield Reason.OUT_OF_SCOPE
    refs = [each.assessment.catalogue for each in (before, after)]
    if refs[0].fingerprint != refs[1].fingerprint:
        yield Reason.OTHER_WORDING


def _complete_way(was: QuestionScore, now: QuestionScore) -> Direction:
    """Return the way of completeness; what is excused in either went neither way."""
    if was.expected and now.expected:
        return way(was.complete, now.complete)
    return Direction.SAME


def _overlap(questions: Iterable[QuestionChange]) -> Overlap:
    asked = [each for each in questions if each.is_asked]
    return Overlap(
        compared=sum(not each.not_compared for each in asked), asked=len(asked)
    )


def _principles(
    before: Member,
    after: Member,
    questions: Sequence[QuestionChange],
    catalogue: Catalogue,
) -> Iterator[PrincipleChange]:
    by_id = {each.question: each for each in questions}
    cards = zip(before.card.principle_scores, after.card.principle_scores, strict=True)
    for was, now in cards:
        own = [
            by_id[each.id] for each in catalogue.questions_of(principle=was.principle)
        ]
        ways = [each.direction for each in own]
        yield PrincipleChange(
            principle=was.principle,
            before=was.completeness,
            after=now.completeness,
            better=ways.count(Direction.BETTER),
            worse=ways.count(Direction.WORSE),
            direction=together(ways),
            overlap=_overlap(own),
        )


def _findings(found: Iterable[Series], by: Axis) -> Iterator[Problem]:
    for each in found:
        if len(each.members) == 1:
            yield Problem("", "stands-alone", each.name_of(each.members[0]), by.value)
        if by is Axis.PERIOD:
            yield from _findings_on_years(each)


def _findings_on_years(of: Series) -> Iterator[Problem]:
    for each in of.members:
        if not each.assessment.period.is_reporting_year:
            yield Problem("", "not-a-reporting-year", of.name_of(each))
    for before, after in pairwise(of.members):
        if after.assessment.period.start <= before.assessment.period.end:
            yield Problem("", "periods-overlap", of.name_of(after), before.label)
