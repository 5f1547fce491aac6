"""Assessments of a catalogue, from blank to complete."""

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from integrated_care_principles.assessment import (
    SCALES,
    Assessment,
    Level,
    LevelId,
    Period,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    CatalogueRef,
    Confidence,
    GroupId,
)
from integrated_care_principles.testing._responses import annotations, responses
from integrated_care_principles.testing._texts import texts

# So many responses are drawn one by one; the others are like each other.
_OF_THEIR_OWN = 8


def periods() -> SearchStrategy[Period]:
    """Return a strategy for periods, of one day or of centuries."""
    return _PERIODS


def scales() -> SearchStrategy[Scale]:
    """Return a strategy for the scales that are built in, and others."""
    return _SCALES


@st.composite
def assessments(draw: DrawFn, *, of: Catalogue) -> Assessment:
    """
    Return a strategy for assessments whose ids are those of a catalogue.

    From blank to complete, rated or not, of the whole or a part of the catalogue, also
    with responses out of scope, and also made for another edition.

    Args:
        of: The catalogue.
    """
    scale = draw(_MAYBE_A_SCALE)
    return Assessment(
        subject=draw(texts(blank=False)),
        locality=draw(texts()),
        assessor=draw(texts()),
        period=draw(_PERIODS),
        scope=draw(_scopes(of)),
        catalogue=draw(_refs(of)),
        scale=scale,
        responses=draw(_responses(of, scale)),
        annotations=draw(annotations()),
    )


@st.composite
def _own_scales(draw: DrawFn) -> Scale:
    ids = draw(st.lists(st.integers(1, 9), min_size=2, max_size=4, unique=True))
    return Scale(
        # also the name of one that is built in, with levels of its own
        id=draw(st.sampled_from(("our-own", *SCALES))),
        title=draw(texts(blank=False)),
        levels=tuple(draw(_levels(LevelId(f"level-{each}"))) for each in ids),
        source=draw(st.none() | texts()),
        confidence=draw(st.sampled_from((None, *Confidence))),
    )


@st.composite
def _levels(draw: DrawFn, id: LevelId) -> Level:
    return Level(id=id, title=draw(texts(blank=False)), low=draw(st.booleans()))


def _scopes(catalogue: Catalogue) -> SearchStrategy[tuple[GroupId, ...]]:
    if not catalogue.groups:
        return st.just(())
    groups = [each.id for each in catalogue.groups]
    return st.lists(st.sampled_from(groups), max_size=3, unique=True).map(tuple)


def _refs(catalogue: Catalogue) -> SearchStrategy[CatalogueRef]:
    other = evolve(catalogue.ref, edition="2020.1", fingerprint="sha256:0")
    return st.just(catalogue.ref) | st.just(other)


@st.composite
def _responses(
    draw: DrawFn, catalogue: Catalogue, scale: Scale | None
) -> tuple[Response, ...]:
    questions = draw(st.permutations([each.id for each in catalogue.questions]))
    number = draw(st.integers(0, min(len(questions), _OF_THEIR_OWN)))
    own = [draw(responses(to=each, scale=scale)) for each in questions[:number]]
    like = draw(st.none() | responses(scale=scale) | _complete(scale))
    if like is None:
        return tuple(own)
    return (*own, *(evolve(like, question=each) for each in questions[number:]))


@st.composite
def _complete(draw: DrawFn, scale: Scale | None) -> Response:
    said = draw(texts(blank=False))
    return evolve(draw(responses(scale=scale)), status=Status.ANSWERED, text=said)


_PERIODS = st.builds(
    lambda *days: Period(start=min(days), end=max(days)), st.dates(), st.dates()
)
_SCALES = st.sampled_from(list(SCALES.values())) | _own_scales()
_MAYBE_A_SCALE = st.none() | _SCALES
