"""From a catalogue and assessments to a finished report."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from attrs import evolve

from integrated_care_principles.assessment import Assessment, Level, Response, Scale
from integrated_care_principles.catalogue import Catalogue, Group, Question
from integrated_care_principles.reporting._public import (
    Withheld,
    public_findings,
    public_part,
)
from integrated_care_principles.reporting._report import (
    AssessmentView,
    GroupView,
    PrincipleView,
    QuestionView,
    Report,
)
from integrated_care_principles.reporting._several import (
    Several,
    Together,
    taken_together,
)
from integrated_care_principles.scoring import (
    ANSWERED,
    MAJORITY,
    Axis,
    Consensus,
    Policy,
    Scorecard,
    score,
)
from integrated_care_principles.version import __version__


def make_report(
    catalogue: Catalogue,
    assessments: Iterable[Assessment] = (),
    *,
    policy: Policy = ANSWERED,
    title: str | None = None,
    on: date | None = None,
    public: bool = False,
    together: Together | None = None,
    by: Axis | None = None,
    rule: Consensus = MAJORITY,
) -> Report:
    """
    Score the *assessments*, and put everything that a format shows in its order.

    Args:
        assessments: None at all gives a report of the catalogue itself.
        title: What stands over it; by default what it speaks of.
        on: The day that it speaks of, and on which evidence holds or does not; by
            default the last day of each assessment's period (of the report: the latest
            of them), or the day on which the catalogue was checked.

        public: Leave out what the public is not to see, and count it as withheld. What
            was scored does not change with it.
        together: What several are to each other; by default an agreement where different
            assessors assessed the same, else a comparison.
        by: In what they are compared; by default the first in which they differ.
        rule: When ratings agree.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: As `score` does.
        AssessedApartError, OtherScaleError, ConsensusUnfitError: As `agree` does, where it
            is to be an agreement.
    """
    scored = [
        _Scored(each, score(each, catalogue, policy, on=on)) for each in assessments
    ]
    comparison, agreement = taken_together(
        [each.assessment for each in scored],
        [each.card for each in scored],
        catalogue,
        Several(together, by, rule),
        public=public,
    )
    withheld = None
    if public:
        scored, withheld = _for_the_public(scored)
    views = tuple(_assessment_view(each, catalogue) for each in scored)
    days = [each.period.end for each in views] or [catalogue.checked]
    return Report(
        title=title or _title(catalogue, views),
        day=on or max(days),
        producer=f"integrated-care-principles {__version__}",
        catalogue=catalogue,
        policy=policy,
        assessments=views,
        withheld=withheld,
        comparison=comparison,
        agreement=agreement,
    )


class _Scored(NamedTuple):
    """An assessment, or what is shown of it, and how it was scored."""

    assessment: Assessment
    card: Scorecard


def _for_the_public(scored: Iterable[_Scored]) -> tuple[list[_Scored], Withheld]:
    """Return what the public may see, scored as a whole, and how much it may not."""
    shown, total = [], Withheld()
    for assessment, card in scored:
        part, withheld = public_part(assessment)
        findings = tuple(public_findings(card.findings, assessment))
        shown.append(_Scored(part, evolve(card, findings=findings)))
        total += withheld
    return shown, total


def _title(catalogue: Catalogue, views: tuple[AssessmentView, ...]) -> str:
    if not views:
        return catalogue.title
    subjects = dict.fromkeys(each.subject for each in views)
    periods = dict.fromkeys(str(each.period) for each in views)
    return f"{'; '.join(subjects)}: {'; '.join(periods)}"


def _assessment_view(scored: _Scored, catalogue: Catalogue) -> AssessmentView:
    assessment, card = scored
    groups = tuple(
        _group_view(group, assessment, catalogue, card) for group in catalogue.groups
    )
    questions = {each.id: each for group in groups for each in group.questions}
    return AssessmentView(
        assessment=assessment,
        card=card,
        groups=groups,
        principles=_principle_views(catalogue, card, questions),
    )


def _principle_views(
    catalogue: Catalogue, card: Scorecard, questions: Mapping[str, QuestionView]
) -> tuple[PrincipleView, ...]:
    completeness = card.principles
    return tuple(
        PrincipleView(
            principle=each,
            completeness=completeness[each.number],
            questions=tuple(
                questions[question.id]
                for question in catalogue.questions_of(principle=each.number)
            ),
        )
        for each in catalogue.principles
    )


def _group_view(
    group: Group, assessment: Assessment, catalogue: Catalogue, card: Scorecard
) -> GroupView:
    return GroupView(
        group=group,
        principles=tuple(map(catalogue.principle, group.principles)),
        completeness=card.groups[group.id],
        questions=_question_views(group, assessment, catalogue, card),
    )


def _question_views(
    group: Group, assessment: Assessment, catalogue: Catalogue, card: Scorecard
) -> tuple[QuestionView, ...]:
    scores = card.questions
    return tuple(
        QuestionView(
            question=each,
            group=group,
            antecedent=_antecedent(each, catalogue),
            response=assessment.response_to(each.id),
            rating=_rating(assessment.response_to(each.id), assessment.scale),
            score=scores[each.id],
        )
        for each in group.questions
    )


def _antecedent(question: Question, catalogue: Catalogue) -> Question | None:
    return None if question.follows is None else catalogue.question(question.follows)


def _rating(response: Response | None, scale: Scale | None) -> Level | None:
    if response is None or response.rating is None or scale is None:
        return None
    return scale.level(response.rating)
