"""Single things to do: what is missing, what is late, what no longer holds."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import frozen

from integrated_care_principles.assessment import (
    Action,
    Assessment,
    Response,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    PrincipleNumber,
    QuestionId,
)
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._criteria import (
    is_blank,
    is_open,
    is_overdue,
    is_stale,
)
from integrated_care_principles.scoring._scorecard import Scorecard


@frozen(kw_only=True)
class Task:
    """
    One thing to do about one question.

    Attributes:
        place: Where in the response, such as ``text`` or ``actions[1].owner``.

        what: The action or the evidence, in the assessor's words; empty where it is the
            response itself.

        owner: Who sees to the action, where it is one and anybody was named.

        gain: What the whole gains, in points, once the question lacks nothing; 0 for
            what keeps no question back.

        others: Number of other tasks that have to be done for it.

        principles: The numbers of those that gain as much.

        due: By which day, where anybody said one.
    """

    question: QuestionId
    code: Code
    place: str
    what: str = ""
    owner: str = ""
    gain: int = 0
    others: int = 0
    principles: tuple[PrincipleNumber, ...] = ()
    due: date | None = None


def tasks_of(
    assessment: Assessment, catalogue: Catalogue, card: Scorecard
) -> Iterator[Task]:
    """Yield everything that keeps a question from being complete, as printed."""
    for each in card.question_scores:
        response = assessment.response_to(each.question)
        places = [
            (code, *place) for code in each.gaps for place in _places(code, response)
        ]
        (group,) = catalogue.groups_of(question=each.question)
        for code, place, what in places:
            yield Task(
                question=each.question,
                code=code,
                place=place,
                what=what,
                gain=each.weight,
                others=len(places) - 1,
                principles=group.principles,
                due=_due(response),
            )


def _places(code: Code, response: Response | None) -> Iterable[tuple[str, str]]:
    """Yield where something is missing, and the action to which it is, if to one."""
    name, lacks = _OF_ACTIONS.get(code, ("", None))
    if lacks is None or response is None:
        yield _FIELDS.get(code, "status"), ""
        return
    for index, each in enumerate(response.actions):
        if is_open(each) and lacks(each):
            yield f"actions[{index}].{name}", each.what


# The field of an action, and whether it lacks it.
_OF_ACTIONS: dict[Code, tuple[str, Callable[[Action], bool]]] = {
    Code.ACTION_WITHOUT_OWNER: ("owner", lambda action: is_blank(action.owner)),
    Code.ACTION_WITHOUT_DATE: ("due", lambda action: action.due is None),
}
_FIELDS = {
    Code.TEXT_MISSING: "text",
    Code.REASON_MISSING: "reason",
    Code.PARTNER_MISSING: "partner",
    Code.EVIDENCE_MISSING: "evidence",
    Code.EVIDENCE_STALE: "evidence",
    Code.RATING_MISSING: "rating",
    Code.LOW_WITHOUT_ACTION: "actions",
}


def _due(response: Response | None) -> date | None:
    """Return the first day by which somebody wanted to be further, if any was said."""
    if response is None:
        return None
    days = [each.due for each in response.actions if is_open(each)]
    if response.status is Status.DEFERRED:
        days.append(response.until)
    return min(filter(None, days), default=None)


def overdue_actions(response: Response, day: date) -> Iterator[Task]:
    """Yield the actions of a *response* that should have been done by a *day*."""
    for index, each in enumerate(response.actions):
        if is_overdue(each, day):
            yield Task(
                question=response.question,
                code=Code.ACTION_OVERDUE,
                place=f"actions[{index}]",
                what=each.what,
                owner=each.owner,
                due=each.due,
            )


def stale_evidence(response: Response, day: date, lasts: int | None) -> Iterator[Task]:
    """Yield the evidence of a *response* that no longer holds on a *day*."""
    for index, each in enumerate(response.evidence):
        if is_stale(each, day, lasts):
            yield Task(
                question=response.question,
                code=Code.EVIDENCE_STALE,
                place=f"evidence[{index}]",
                what=each.title,
                due=each.expires,
            )
