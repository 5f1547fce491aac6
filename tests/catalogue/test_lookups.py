"""Everything in a catalogue is found by its id, and in every direction."""

import pickle
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, TypedDict

import pytest
from attrs import evolve, fields, has
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from integrated_care_principles import Catalogue, Group, load_catalogue
from integrated_care_principles.catalogue import CatalogueRef, Principle, Resource
from integrated_care_principles.exceptions import (
    UnknownGroupError,
    UnknownIdError,
    UnknownNumberError,
    UnknownOutcomeError,
    UnknownPrincipleError,
    UnknownQuestionError,
    UnknownResourceError,
)
from integrated_care_principles.testing import catalogues

SCOTLAND = load_catalogue()


class Filters(TypedDict, total=False):
    """What a lookup may be narrowed to."""

    principle: int
    question: str
    group: str
    resource: str


FILTERS = {
    "groups_of": ("principle", "question", "resource"),
    "questions_of": ("principle", "group", "resource"),
    "principles_of": ("question", "group", "resource"),
    "resources_of": ("question", "principle", "group"),
}
NOBODYS: Filters = {
    "principle": 0,
    "question": "Q0.0",
    "group": "G0",
    "resource": "no-such-resource",
}
UNKNOWN = {
    "principle": UnknownPrincipleError,
    "question": UnknownQuestionError,
    "group": UnknownGroupError,
    "resource": UnknownResourceError,
}

each_lookup = pytest.mark.parametrize("lookup", FILTERS)
any_catalogue = st.just(SCOTLAND) | catalogues()


def filters(catalogue: Catalogue, names: tuple[str, ...]) -> SearchStrategy[Any]:
    """Return a strategy for filters of these *names* that the *catalogue* knows."""
    known: dict[str, list[Any]] = {
        "principle": [each.number for each in catalogue.principles],
        "question": [each.id for each in catalogue.questions],
        "group": [each.id for each in catalogue.groups],
        "resource": [each.id for each in catalogue.resources],
    }
    optional = {name: st.sampled_from(known[name]) for name in names if known[name]}
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def narrowed(draw: DrawFn, names: tuple[str, ...]) -> tuple[Catalogue, Filters]:
    """Return a strategy for a catalogue and filters of these *names*."""
    catalogue = draw(any_catalogue)
    return catalogue, draw(filters(catalogue, names))


def holds(group: Group, narrow: Filters) -> bool:
    """Return whether *group* has all that is named: the brute force of every lookup."""
    return (
        ("principle" not in narrow or narrow["principle"] in group.principles)
        and ("group" not in narrow or narrow["group"] == group.id)
        and (
            "question" not in narrow
            or narrow["question"] in [each.id for each in group.questions]
        )
        and (
            "resource" not in narrow
            or narrow["resource"] in [each.resource for each in group.listings]
        )
    )


def found_by_force(lookup: str, catalogue: Catalogue, narrow: Filters) -> list[object]:
    """Return what *lookup* is to find, by going through all there is."""
    groups = [each for each in catalogue.groups if holds(each, narrow)]
    if lookup == "groups_of":
        return [*groups]
    if lookup == "questions_of":
        return [each for group in groups for each in group.questions]
    if lookup == "principles_of":
        return [
            each
            for each in catalogue.principles
            if any(each.number in group.principles for group in groups)
        ]
    found: list[object] = []
    for group in groups:
        for listing in group.listings:
            (resource,) = (r for r in catalogue.resources if r.id == listing.resource)
            if resource not in found:
                found.append(resource)
    return found


@each_lookup
@given(data=st.data())
def test_a_lookup_finds_what_brute_force_finds(
    data: st.DataObject, lookup: str
) -> None:
    """A lookup finds what belongs to the groups that hold all that is named."""
    catalogue, narrow = data.draw(narrowed(FILTERS[lookup]))

    assert found_by_force(lookup, catalogue, narrow) == list(
        getattr(catalogue, lookup)(**narrow)
    )


@each_lookup
@given(data=st.data())
def test_more_filters_find_less(data: st.DataObject, lookup: str) -> None:
    """What is found with several filters is found with each of them."""
    catalogue, narrow = data.draw(narrowed(FILTERS[lookup]))
    found = getattr(catalogue, lookup)(**narrow)

    for name, value in narrow.items():
        more = getattr(catalogue, lookup)(**{name: value})
        assert [each for each in more if each in found] == list(found)


@each_lookup
@given(data=st.data())
def test_what_nobody_has_is_never_found_silently(
    data: st.DataObject, lookup: str
) -> None:
    """An unknown id is an error of its kind, whatever else is asked for."""
    catalogue, narrow = data.draw(narrowed(FILTERS[lookup]))
    name = data.draw(st.sampled_from(FILTERS[lookup]))

    with pytest.raises(UNKNOWN[name]):
        getattr(catalogue, lookup)(**{**narrow, name: NOBODYS[name]})  # type: ignore[literal-required]  # one of them


def test_directions_of_the_shipped_catalogue() -> None:
    """Lookups of the guidance's own table, written down by hand."""
    assert ["G2"] == [each.id for each in SCOTLAND.groups_of(principle=10)]
    assert [2, 4, 10] == [each.number for each in SCOTLAND.principles_of(group="G2")]
    assert ["Q6.1", "Q6.2", "Q6.3"] == [
        each.id for each in SCOTLAND.questions_of(principle=6)
    ]
    assert [9] == [each.number for each in SCOTLAND.principles_of(question="Q9.8")]
    assert ["G2", "G5"] == [
        each.id
        for each in SCOTLAND.groups_of(resource="equality-and-human-rights-commission")
    ]
    assert () == SCOTLAND.groups_of(principle=10, question="Q9.8")
    assert 51 == len(SCOTLAND.questions_of())
    assert 58 == len(SCOTLAND.resources_of())
    assert SCOTLAND.principles == SCOTLAND.principles_of()


@given(any_catalogue)
def test_everything_is_found_by_its_id(catalogue: Catalogue) -> None:
    """Each thing in a catalogue is what its id or number finds."""
    for question in catalogue.questions:
        assert question is catalogue.question(question.id)
    for group in catalogue.groups:
        assert group is catalogue.group(group.id)
    for principle in catalogue.principles:
        assert principle is catalogue.principle(principle.number)
    for resource in catalogue.resources:
        assert resource is catalogue.resource(resource.id)
    for outcome in catalogue.outcomes:
        assert outcome is catalogue.outcome(outcome.number)


@pytest.mark.parametrize(
    ("find", "error", "id", "sentence"),
    [
        (
            SCOTLAND.question,
            UnknownQuestionError,
            "Q8.22",
            "no question 'Q8.22'; did you mean 'Q8.2'?",
        ),
        (
            SCOTLAND.group,
            UnknownGroupError,
            "g11",
            "no group 'g11'; did you mean 'G11'?",
        ),
        (
            SCOTLAND.resource,
            UnknownResourceError,
            "equality-act-2011",
            "no resource 'equality-act-2011'; did you mean 'equality-act-2010'?",
        ),
    ],
)
def test_an_unknown_id_says_which_was_meant(
    find: Callable[[str], object], error: type[UnknownIdError], id: str, sentence: str
) -> None:
    """The error of an unknown id has the nearest, and all that would have worked."""
    with pytest.raises(error) as caught:
        find(id)

    assert sentence == str(caught.value)
    assert id == caught.value.id
    assert all(find(each) for each in caught.value.known)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("find", "error", "sentence"),
    [
        (
            SCOTLAND.principle,
            UnknownPrincipleError,
            "no principle 13; there are 1 to 12",
        ),
        (SCOTLAND.outcome, UnknownOutcomeError, "no outcome 13; there are 1 to 9"),
    ],
)
def test_an_unknown_number_says_which_there_are(
    find: Callable[[int], object], error: type[UnknownNumberError], sentence: str
) -> None:
    """The error of an unknown number has the first and the last that there is."""
    with pytest.raises(error) as caught:
        find(13)

    assert sentence == str(caught.value)
    assert 13 == caught.value.number
    assert all(find(each) for each in caught.value.known)


def test_questions_come_in_printed_order() -> None:
    """All questions, group by group; the order is the catalogue's, not the ids'."""
    ids = [each.id for each in SCOTLAND.questions]

    assert ids == [each.id for group in SCOTLAND.groups for each in group.questions]
    assert ids != sorted(ids)


def test_a_catalogue_is_named_by_title_id_and_edition() -> None:
    """A catalogue in a sentence, and as an assessment refers to it."""
    assert (
        "Planning and delivering integrated health and social care: guidance "
        "(scotland 2026.1)" == str(SCOTLAND)
    )
    assert (
        CatalogueRef(id="scotland", edition="2026.1", fingerprint=SCOTLAND.fingerprint)
        == SCOTLAND.ref
    )


def test_the_shipped_catalogue_is_one_object() -> None:
    """Loading it again gives the same object."""
    assert load_catalogue() is SCOTLAND


@given(any_catalogue)
def test_a_catalogue_is_a_value(catalogue: Catalogue) -> None:
    """A copy that went through a pickle is equal, and finds the same."""
    back = pickle.loads(pickle.dumps(catalogue))  # noqa: S301 - our own

    assert catalogue == back == deepcopy(catalogue)
    assert hash(catalogue) == hash(back)
    assert (catalogue.fingerprint, catalogue.content_hash) == (
        back.fingerprint,
        back.content_hash,
    )
    assert catalogue.questions_of() == back.questions_of()


def parts(value: object) -> Iterator[Any]:
    """Yield *value* and all values in it."""
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif has(cls := type(value)):
        for each in fields(cls):
            yield from parts(getattr(value, each.name))


def test_nothing_in_a_catalogue_can_be_changed() -> None:
    """All the way down, a catalogue is of frozen values and tuples."""
    values = [each for each in parts(SCOTLAND) if has(type(each))]

    assert not [each for each in parts(SCOTLAND) if isinstance(each, list | dict | set)]
    assert 51 + 59 + 58 + 12 + 9 + 8 + 2 == len(values)
    for value in values:
        name = fields(type(value))[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, getattr(value, name))


def test_a_changed_catalogue_finds_what_changed() -> None:
    """A copy with a change looks nothing up in the original."""
    assert SCOTLAND.principle(1).number == 1  # looked up before the copy is made
    principle: Principle = evolve(SCOTLAND.principle(1), summary="Other words.")
    resource: Resource = evolve(SCOTLAND.resources[0], title="Other words.")
    other = evolve(
        SCOTLAND,
        principles=(principle, *SCOTLAND.principles[1:]),
        resources=(resource, *SCOTLAND.resources[1:]),
    )

    assert principle is other.principle(1)
    assert resource is other.resource(resource.id)
