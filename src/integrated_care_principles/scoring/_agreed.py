"""The assessment that several assessors agree on: every word of everyone is in it."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from attrs import evolve

from integrated_care_principles.assessment import (
    Annotation,
    Assessment,
    LevelId,
    Response,
    Status,
)
from integrated_care_principles.catalogue import GroupId, QuestionId
from integrated_care_principles.scoring._voices import Voice

ItemT = TypeVar("ItemT", bound=Hashable)

# The annotations in which the assessment keeps what it was made from, and a response who
# said what.
AGREED_FROM = "agreed-from"
SAID_BY = "said-by"


def agreed_whole(
    every: Sequence[Assessment],
    names: Sequence[str],
    *,
    scope: tuple[GroupId, ...],
    responses: Iterable[Response],
    notes: Iterable[str],
) -> Assessment:
    """
    Return the assessment that *every* one of several becomes.

    Args:
        names: What their assessors are called.
        scope: What it was asked.
        responses: What they agree on, and what they do not.
        notes: What it keeps of where it comes from.
    """
    scales = [each.scale for each in every if each.scale is not None]
    kept = _once(note for each in every for note in each.annotations)
    return evolve(
        every[0],
        assessor="; ".join(names),
        scope=scope,
        catalogue=min((each.catalogue for each in every), key=repr),
        scale=scales[0] if scales else None,
        responses=tuple(responses),
        annotations=(
            *kept,
            *(Annotation(key=AGREED_FROM, value=each) for each in notes),
        ),
    )


def agreed_response(
    question: QuestionId,
    voices: Iterable[Voice],
    level: LevelId | None,
    *,
    divided: bool,
) -> Response | None:
    """
    Return what several said to a question as one response; ``None``: nobody said anything.

    Args:
        level: What they agree to rate it.
        divided: Whether they do not agree, so that it is no more than a draft.
    """
    said = [each for each in voices if each.response is not None]
    responses = [each.response for each in said if each.response is not None]
    if not responses:
        return None
    untils = {each.until for each in responses}
    days = [each.updated for each in responses if each.updated is not None]
    return Response(
        question=question,
        status=Status.DRAFT if divided else responses[0].status,
        text=_said(said, "text"),
        reason=_said(said, "reason"),
        partner=_said(said, "partner"),
        until=untils.pop() if len(untils) == 1 else None,
        rating=level,
        evidence=_once(part for each in responses for part in each.evidence),
        actions=_once(part for each in responses for part in each.actions),
        contributors=_once(
            name
            for each in said
            if each.response is not None
            for name in (*each.response.contributors, each.assessor)
        ),
        updated=max(days, default=None),
        publishable=all(each.publishable for each in responses),
        annotations=(
            *_once(note for each in responses for note in each.annotations),
            *(Annotation(key=SAID_BY, value=f"{each}") for each in said),
        ),
    )


def _said(voices: Iterable[Voice], name: str) -> str:
    """Return what stands in a field: once where all say the same, else each with a name."""
    texts = [(each.assessor, getattr(each.response, name)) for each in voices]
    filled = [(who, text) for who, text in texts if text]
    different = dict.fromkeys(text for _, text in filled)
    if len(different) < 2:
        return next(iter(different), "")
    return "\n\n".join(f"{who}: {text}" for who, text in filled)


def _once(items: Iterable[ItemT]) -> tuple[ItemT, ...]:
    return tuple(dict.fromkeys(items))
