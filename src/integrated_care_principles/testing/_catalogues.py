"""Catalogues that are small, and have everything that a large one has."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from integrated_care_principles.catalogue import (
    Asks,
    Catalogue,
    Confidence,
    Group,
    GroupId,
    Listing,
    Outcome,
    OutcomeNumber,
    Principle,
    PrincipleNumber,
    Purpose,
    Question,
    QuestionId,
    Resource,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)
from integrated_care_principles.testing._responses import question_ids
from integrated_care_principles.testing._texts import texts

T = TypeVar("T")

_SAID = texts(blank=False)
_MAYBE = st.none() | texts()
_DAYS = st.dates()
_PURPOSES = st.builds(Purpose, act_limb=texts(), guidance_url=texts(), summary=texts())
_PRINTED = st.lists(texts(), max_size=2).map(tuple)
_GROUPS = tuple(map(GroupId, ("G1", "G2", "G11", "fife:G1")))
_RESOURCES = tuple(map(ResourceId, ("an-act", "a-report", "it-2")))
_NUMBERS = st.integers(1, 99).map(PrincipleNumber)


@st.composite
def catalogues(draw: DrawFn) -> Catalogue:
    """
    Return a strategy for catalogues of few and small groups.

    Principles stand in one group, in several or in none; groups may ask nothing;
    questions may lean on earlier ones; resources are listed once, often or nowhere.
    """
    principles = sorted(draw(_lists(_NUMBERS, at_least=1, at_most=4)))
    resources = draw(_lists(st.sampled_from(_RESOURCES)))
    return Catalogue(
        id=draw(st.sampled_from(("scotland", "small"))),
        edition=draw(_SAID),
        title=draw(_SAID),
        licence=draw(texts()),
        attribution=draw(texts()),
        guidance_url=draw(texts()),
        table_url=draw(texts()),
        statute_as_at=draw(_DAYS),
        checked=draw(_DAYS),
        purpose=draw(_PURPOSES),
        principles=tuple(draw(_principles(each)) for each in principles),
        groups=draw(_groups(principles, resources)),
        resources=tuple(draw(_resources(each)) for each in resources),
        outcomes=draw(_outcomes()),
    )


@st.composite
def _principles(draw: DrawFn, number: PrincipleNumber) -> Principle:
    return Principle(
        number=number,
        title=draw(_SAID),
        printed_titles=draw(_PRINTED),
        tidying=draw(_MAYBE),
        act_limb=draw(texts()),
        guidance_url=draw(texts()),
        summary=draw(texts()),
        narrative=draw(_MAYBE),
    )


@st.composite
def _groups(
    draw: DrawFn,
    principles: Sequence[PrincipleNumber],
    resources: Sequence[ResourceId],
) -> tuple[Group, ...]:
    ids = draw(_lists(st.sampled_from(_GROUPS), at_least=1))
    questions = draw(_lists(question_ids(), at_least=1, at_most=8))
    return tuple(
        Group(
            id=id,
            principles=draw(_some(principles)),
            questions=draw(_questions(questions[index :: len(ids)])),
            listings=draw(_listings(resources)),
        )
        for index, id in enumerate(ids)
    )


@st.composite
def _questions(draw: DrawFn, ids: Sequence[QuestionId]) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=id,
            text=draw(_SAID),
            follows=draw(st.sampled_from((None, *ids[:index]))),
            asks=draw(st.sampled_from(Asks)),
            note=draw(_MAYBE),
        )
        for index, id in enumerate(ids)
    )


@st.composite
def _listings(draw: DrawFn, resources: Sequence[ResourceId]) -> tuple[Listing, ...]:
    if not resources:
        return ()
    listed = draw(st.lists(st.sampled_from(resources), max_size=3))
    return tuple(Listing(resource=each, wording=draw(_SAID)) for each in listed)


@st.composite
def _resources(draw: DrawFn, id: ResourceId) -> Resource:
    return Resource(
        id=id,
        title=draw(_SAID),
        publisher=draw(_MAYBE),
        kind=draw(st.sampled_from(ResourceKind)),
        status=draw(st.sampled_from(ResourceStatus)),
        successor=draw(_MAYBE),
        changed=draw(st.sampled_from((None, 1999, 2024))),
        url=draw(_MAYBE),
        checked=draw(_DAYS),
        source_url=draw(_MAYBE),
        confidence=draw(st.sampled_from(Confidence)),
    )


@st.composite
def _outcomes(draw: DrawFn) -> tuple[Outcome, ...]:
    numbers = range(1, draw(st.integers(1, 3)))
    return tuple(
        Outcome(number=OutcomeNumber(each), label=draw(_SAID), summary=draw(texts()))
        for each in numbers
    )


def _some(values: Sequence[T]) -> SearchStrategy[tuple[T, ...]]:
    return _lists(st.sampled_from(values), at_least=1).map(tuple)


def _lists(
    one: SearchStrategy[T], *, at_least: int = 0, at_most: int = 3
) -> SearchStrategy[list[T]]:
    return st.lists(one, min_size=at_least, max_size=at_most, unique=True)
