"""What to do next: everything that is missing, late or out of date, in an order."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue, QuestionId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._policy import ANSWERED, Policy
from integrated_care_principles.scoring._score import score
from integrated_care_principles.scoring._scorecard import Scorecard
from integrated_care_principles.scoring._tasks import (
    Task,
    overdue_actions,
    stale_evidence,
    tasks_of,
)

_RESOURCES = ("resource-stale", "resource-moved", "resource-unverified")


class Order(StrEnum):
    """In which order tasks stand: the most gain, the earliest day, or as printed, first."""

    GAIN = "gain"
    DUE = "due"
    QUESTION = "question"


@frozen(kw_only=True)
class Agenda:
    """
    What to do about an assessment.

    Attributes:
        card: How it was scored.

        tasks: Everything that keeps a question from being complete, in the order that
            was asked for.

        overdue: Actions that should have been done by the day, the longest first.

        stale: Evidence that no longer holds on the day, as printed.

        resources: Findings on evidence that is called like a resource which is out of
            date, has moved, or of which nobody found out what became.
    """

    card: Scorecard
    tasks: tuple[Task, ...]
    overdue: tuple[Task, ...] = ()
    stale: tuple[Task, ...] = ()
    resources: tuple[Problem, ...] = ()

    @property
    def by_question(self) -> tuple[tuple[Task, ...], ...]:
        """The tasks of each question, in the order in which the first of them stand."""
        found: dict[QuestionId, list[Task]] = {}
        for each in self.tasks:
            found.setdefault(each.question, []).append(each)
        return tuple(map(tuple, found.values()))


def agenda(
    assessment: Assessment,
    catalogue: Catalogue,
    policy: Policy = ANSWERED,
    *,
    on: date | None = None,
    by: Order = Order.GAIN,
) -> Agenda:
    """
    Return what to do about an *assessment*, and what that would add to its score.

    Args:
        on: The day; by default the last one of the assessment's period.
        by: Of tasks with the same gain, those come first that need the fewest others,
            then those that several principles gain by. What has no day stands last.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: As `score` does.
    """
    card = score(assessment, catalogue, policy, on=on)
    return agenda_of(card, assessment, catalogue, policy, by=by)


def agenda_of(
    card: Scorecard,
    assessment: Assessment,
    catalogue: Catalogue,
    policy: Policy = ANSWERED,
    *,
    by: Order = Order.GAIN,
) -> Agenda:
    """
    Return what to do about an *assessment* that was scored already.

    Args:
        card: What `score` gave of it, or of the whole of which it is a part.
        policy: By which it was scored.
        by: As for `agenda`.
    """
    asked = [
        (each.question, assessment.response_to(each.question))
        for each in card.question_scores
        if each.code is not Code.OUT_OF_SCOPE
    ]
    responses = [response for _, response in asked if response is not None]
    overdue = [task for each in responses for task in overdue_actions(each, card.day)]
    return Agenda(
        card=card,
        tasks=tuple(_ordered(tasks_of(assessment, catalogue, card), by)),
        overdue=tuple(sorted(overdue, key=_by_due)),
        stale=tuple(
            task
            for each in responses
            for task in stale_evidence(each, card.day, policy.evidence_lasts)
        ),
        resources=tuple(each for each in card.findings if each.code in _RESOURCES),
    )


def _ordered(tasks: Iterable[Task], by: Order) -> Iterable[Task]:
    match by:
        case Order.GAIN:
            return sorted(tasks, key=_by_gain)
        case Order.DUE:
            return sorted(tasks, key=_by_due)
        case Order.QUESTION:  # pragma: no branch - there are no others
            return tasks


def _by_gain(task: Task) -> tuple[int, int, int]:
    return -task.gain, task.others, -len(task.principles)


def _by_due(task: Task) -> date:
    return task.due or date.max
