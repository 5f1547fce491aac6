"""What it takes for a question to be complete."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.assessment import Response, Status
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._criteria import (
    CRITERIA,
    Circumstances,
    is_blank,
    shortcomings,
)
from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    require_wellformed,
)


class Excused(StrEnum):
    """How a question counts that does not apply, or that a partner answers for."""

    LEFT_OUT = "left-out"
    EXPECTED = "expected"


@frozen(kw_only=True)
class Weight:
    """
    What a question counts, where it is more than one point.

    Attributes:
        points: A whole number, at least one.
    """

    question: QuestionId = field(metadata=ID)
    points: int

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _too_few("points", self.points))


@frozen(kw_only=True)
class Policy:
    """
    What is asked of an answer, beyond that it is marked as one.

    Attributes:
        name: Its name in files and reports.

        summary: In words: what it asks, in a sentence or two.

        criteria: The gaps that keep an answer from being complete.

        weights: Of questions that count more than one point.

        excused: How questions count that do not apply, with the reason, or that a named
            partner answers for.

        evidence_lasts: For how many months evidence holds after its date where it does
            not say when it expires; ``None``: for ever.
    """

    name: str = field(metadata=SLUG)
    summary: str = field(metadata=NOT_BLANK)
    criteria: tuple[Code, ...] = ()
    weights: tuple[Weight, ...] = ()
    excused: Excused = Excused.LEFT_OUT
    evidence_lasts: int | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(
            self,
            _criteria_problems(self.criteria),
            _weight_problems(self.weights),
            _too_few("evidence_lasts", self.evidence_lasts),
        )

    @property
    def unit(self) -> str:
        """What its scores count: a ``question`` each, or a ``point`` where some weigh more."""
        return "point" if self.weights else "question"


def _too_few(name: str, number: int | None) -> Iterator[Problem]:
    if number is not None and number < 1:
        yield Problem(name, "not-positive", f"{number}")


def _criteria_problems(criteria: tuple[Code, ...]) -> Iterator[Problem]:
    for index, each in enumerate(criteria):
        if each not in CRITERIA:
            known = ", ".join(CRITERIA)
            yield Problem(f"criteria[{index}]", "not-a-criterion", each.value, known)
        elif each in criteria[:index]:
            yield Problem(f"criteria[{index}]", "repeated", each.value)


def _weight_problems(weights: tuple[Weight, ...]) -> Iterator[Problem]:
    questions = [each.question for each in weights]
    for index, each in enumerate(questions):
        if each in questions[:index]:
            yield Problem(f"weights[{index}].question", "repeated", each)


_EXCUSES = (
    "It is not expected when it does not apply and the reason is given, or when another "
    "body answers for it and is named."
)
# A question is complete when it has a text.
ANSWERED = Policy(
    name="answered",
    summary=f"A question is complete when it is answered with a text. {_EXCUSES}",
    criteria=(Code.TEXT_MISSING,),
)
# ... and when evidence is named, of whatever age.
EVIDENCED = Policy(
    name="evidenced",
    summary="A question is complete when it is answered with a text and names evidence. "
    f"{_EXCUSES}",
    criteria=(Code.TEXT_MISSING, Code.EVIDENCE_MISSING),
)
# ... and when some of the evidence holds on the day, when it is rated, when a low rating
# has an action, and when each action that is to be done has an owner and a date. That
# undated expiry is two years is our choice; no guidance says it.
ASSURED = Policy(
    name="assured",
    summary="A question is complete when it is answered with a text, names evidence of "
    "which some holds on the day, and is rated; a low rating has an action, and an action "
    "that is to be done has an owner and a date. Evidence that does not say when it "
    f"expires holds for 24 months after its date. {_EXCUSES}",
    criteria=tuple(CRITERIA),
    evidence_lasts=24,
)
# The policies that are called by their names alone.
POLICIES = {each.name: each for each in (ANSWERED, EVIDENCED, ASSURED)}


def gaps_of(
    response: Response | None, policy: Policy, by: Circumstances
) -> Iterator[Code]:
    """
    Yield what keeps a question with this *response* from being complete or excused.

    Source:
        docs/explanation/completeness.md, the table of statuses.
    """
    if response is None:
        yield Code.UNANSWERED
        return
    match response.status:
        case Status.DRAFT:
            yield Code.DRAFT
        case Status.ANSWERED:
            yield from shortcomings(response, policy.criteria, by)
        case Status.UNKNOWN:
            yield Code.UNKNOWN
        case Status.DEFERRED:
            yield Code.DEFERRED
            yield from _reason_missing(response)
        case Status.NOT_APPLICABLE:
            yield from _excuse(Code.NOT_APPLICABLE, policy, _reason_missing(response))
        case Status.PARTNER_LED:  # pragma: no branch - there are no others
            yield from _excuse(Code.PARTNER_LED, policy, _partner_missing(response))


def _excuse(code: Code, policy: Policy, missing: Iterator[Code]) -> Iterator[Code]:
    """Yield what an excuse lacks, and the excuse itself where the policy takes none."""
    yield from missing
    if policy.excused is Excused.EXPECTED:
        yield code


def _reason_missing(response: Response) -> Iterator[Code]:
    if is_blank(response.reason):
        yield Code.REASON_MISSING


def _partner_missing(response: Response) -> Iterator[Code]:
    if is_blank(response.partner):
        yield Code.PARTNER_MISSING
