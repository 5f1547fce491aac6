"""What a policy can ask of an answer: each criterion, and what falls short of it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from attrs import frozen

from integrated_care_principles.assessment import (
    Action,
    Evidence,
    Response,
    Scale,
    months_after,
)
from integrated_care_principles.scoring._codes import Code


@frozen(kw_only=True)
class Circumstances:
    """
    What an answer is judged by beside itself.

    Attributes:
        on: The day.

        scale: What its rating means.

        evidence_lasts: For how many months evidence holds that says nothing of it;
            ``None``: for ever.
    """

    on: date
    scale: Scale | None = None
    evidence_lasts: int | None = None


def is_blank(text: str) -> bool:
    """Return whether *text* says nothing. White space alone says nothing."""
    return not text.strip()


def is_stale(evidence: Evidence, on: date, lasts: int | None) -> bool:
    """
    Return whether *evidence* no longer holds on a day.

    Args:
        lasts: For how many months it holds after its date where it does not say itself
            when it expires; ``None``: for ever, as does what has no date.
    """
    if evidence.expires is not None:
        return evidence.expires < on
    if evidence.dated is None or lasts is None:
        return False
    return months_after(evidence.dated, lasts) < on


def is_open(action: Action) -> bool:
    """Return whether an *action* is still to be done."""
    return action.done is None


def is_overdue(action: Action, on: date) -> bool:
    """Return whether an *action* should have been done by a day, and is not."""
    return is_open(action) and action.due is not None and action.due < on


def shortcomings(
    response: Response, criteria: tuple[Code, ...], by: Circumstances
) -> Iterator[Code]:
    """Yield the *criteria* that a response falls short of, in the order of `Code`."""
    for code, falls_short in CRITERIA.items():
        if code in criteria and falls_short(response, by):
            yield code


def _is_without_text(response: Response, _: Circumstances) -> bool:
    return is_blank(response.text)


def _is_without_evidence(response: Response, _: Circumstances) -> bool:
    return not response.evidence


def _rests_on_nothing_that_holds(response: Response, by: Circumstances) -> bool:
    # One that holds is enough: older evidence may stay for the record.
    stale = (is_stale(each, by.on, by.evidence_lasts) for each in response.evidence)
    return bool(response.evidence) and all(stale)


def _is_not_rated(response: Response, _: Circumstances) -> bool:
    return response.rating is None


def _is_low_without_action(response: Response, by: Circumstances) -> bool:
    if response.rating is None or by.scale is None:
        return False
    return by.scale.level(response.rating).low and not response.actions


def _has_action_without_owner(response: Response, _: Circumstances) -> bool:
    return any(is_open(each) and is_blank(each.owner) for each in response.actions)


def _has_action_without_date(response: Response, _: Circumstances) -> bool:
    return any(is_open(each) and each.due is None for each in response.actions)


CRITERIA: Mapping[Code, Callable[[Response, Circumstances], bool]] = {
    Code.TEXT_MISSING: _is_without_text,
    Code.EVIDENCE_MISSING: _is_without_evidence,
    Code.EVIDENCE_STALE: _rests_on_nothing_that_holds,
    Code.RATING_MISSING: _is_not_rated,
    Code.LOW_WITHOUT_ACTION: _is_low_without_action,
    Code.ACTION_WITHOUT_OWNER: _has_action_without_owner,
    Code.ACTION_WITHOUT_DATE: _has_action_without_date,
}
