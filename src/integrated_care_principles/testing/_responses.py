"""Responses, with what they rest on and what is to be done."""

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from integrated_care_principles.assessment import (
    Action,
    Annotation,
    Evidence,
    EvidenceKind,
    LevelId,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.testing._texts import texts

T = TypeVar("T")


def evidence() -> SearchStrategy[Evidence]:
    """Return a strategy for evidence of every kind, also not for publication."""
    return _EVIDENCE


def actions() -> SearchStrategy[Action]:
    """Return a strategy for actions, with and without owner and days."""
    return _ACTIONS


def annotations() -> SearchStrategy[tuple[Annotation, ...]]:
    """Return a strategy for what others keep with a value: hardly ever much."""
    return _ANNOTATIONS


def question_ids() -> SearchStrategy[QuestionId]:
    """Return a strategy for ids of questions, official and local ones."""
    return _QUESTION_IDS


@st.composite
def responses(
    draw: DrawFn, *, to: str | None = None, scale: Scale | None = None
) -> Response:
    """
    Return a strategy for responses of every status, half answers included.

    Args:
        to: Id of the question; ``None``: any id.
        scale: What they may be rated on; without one they are not rated.
    """
    return Response(
        question=draw(_QUESTION_IDS) if to is None else QuestionId(to),
        status=draw(_STATUSES),
        text=draw(texts()),
        reason=draw(texts()),
        partner=draw(texts()),
        until=draw(_DAYS),
        rating=draw(st.sampled_from(_ratings(scale))),
        evidence=draw(_SOME_EVIDENCE),
        actions=draw(_SOME_ACTIONS),
        contributors=draw(_CONTRIBUTORS),
        updated=draw(_DAYS),
        publishable=draw(st.booleans()),
        annotations=draw(_ANNOTATIONS),
    )


def _ratings(scale: Scale | None) -> list[LevelId | None]:
    levels = () if scale is None else scale.levels
    return [None, *(each.id for each in levels)]


def _few(one: SearchStrategy[T], *, at_most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    return st.lists(one, max_size=at_most).map(tuple)


# Made once: to make a strategy costs more than to draw from it.
_STATUSES = st.sampled_from(Status)
_DAYS = st.none() | st.dates()
_ADDRESSES = texts() | st.sampled_from(
    (
        "https://example.org/a?b=c&d=<e>#f",
        "mailto:someone@example.org",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
    )
)
_QUESTION_IDS = st.builds(
    lambda *parts: QuestionId("{}Q{}.{}".format(*parts)),
    st.sampled_from(("", "fife:")),
    st.integers(1, 99),
    st.integers(1, 99),
)
_EVIDENCE = st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    title=texts(blank=False),
    url=_ADDRESSES,
    dated=_DAYS,
    expires=_DAYS,
    note=texts(),
    publishable=st.booleans(),
)
_ACTIONS = st.builds(
    Action, what=texts(blank=False), owner=texts(), due=_DAYS, done=_DAYS
)
_SOME_EVIDENCE = _few(_EVIDENCE)
_SOME_ACTIONS = _few(_ACTIONS)
_CONTRIBUTORS = _few(texts())
_ANNOTATIONS = _few(
    st.builds(Annotation, key=texts(blank=False), value=texts()), at_most=1
)
