"""What it takes for a question to be complete."""

from collections.abc import Iterator

from attrs import field, frozen

from integrated_care_principles.assessment import Response, Status
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed


@frozen(kw_only=True)
class Policy:
    """
    What is asked of an answer, beyond that it is marked as one.

    Attributes:
        name: Its name in files and reports.

        summary: Our words: what it asks, in one sentence.

        criteria: The gaps that keep an answer from being complete.
    """

    name: str = field(metadata=SLUG)
    summary: str = field(metadata=NOT_BLANK)
    criteria: tuple[Code, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _impossible_criteria(self))


# What a policy can ask of an answer.
_CRITERIA = (Code.TEXT_MISSING,)


def _impossible_criteria(policy: Policy) -> Iterator[Problem]:
    for index, each in enumerate(policy.criteria):
        if each not in _CRITERIA:
            known = ", ".join(_CRITERIA)
            yield Problem(f"criteria[{index}]", "not-a-criterion", each.value, known)


ANSWERED = Policy(
    name="answered",
    summary="A question is complete when it is answered with a text. It is not "
    "expected when it does not apply and the reason is given, or when another body "
    "answers for it and is named.",
    criteria=(Code.TEXT_MISSING,),
)


def gaps_of(response: Response | None, policy: Policy) -> Iterator[Code]:
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
            yield from (code for code in policy.criteria if _lacks(response, code))
        case Status.UNKNOWN:
            yield Code.UNKNOWN
        case Status.DEFERRED:
            yield Code.DEFERRED
            yield from _reason_missing(response)
        case Status.NOT_APPLICABLE:
            yield from _reason_missing(response)
        case Status.PARTNER_LED:  # pragma: no branch - there are no others
            yield from _partner_missing(response)


def is_blank(text: str) -> bool:
    """Return whether *text* says nothing. White space alone says nothing."""
    return not text.strip()


def _reason_missing(response: Response) -> Iterator[Code]:
    if is_blank(response.reason):
        yield Code.REASON_MISSING


def _partner_missing(response: Response) -> Iterator[Code]:
    if is_blank(response.partner):
        yield Code.PARTNER_MISSING


def _lacks(response: Response, code: Code) -> bool:
    return code is Code.TEXT_MISSING and is_blank(response.text)
