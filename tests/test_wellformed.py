"""What every value obeys: the types of its fields, and what may stand in its texts."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import pytest
from attrs import evolve, fields, has
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import assessment, catalogue
from integrated_care_principles.assessment import (
    MSG_2019,
    Action,
    Annotation,
    Assessment,
    Candidate,
    Change,
    Evidence,
    EvidenceKind,
    Merge,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import (
    Address,
    Excerpt,
    Hit,
    Piece,
    Place,
    QuestionId,
    ResourceId,
    SearchResult,
    load_catalogue,
    load_law,
    load_outcome_links,
)
from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    value_problems,
)

from .samples import Markup, forbidden

SCOTLAND = load_catalogue()
EVIDENCE = Evidence(kind=EvidenceKind.DATA, title="Dashboard")
ACTION = Action(what="Ask again")
ANNOTATION = Annotation(key="source", value="")
RESPONSE = Response(question=QuestionId("Q1.1"), status=Status.DRAFT)
PERIOD = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
# What comes out of a search, a list or a merge, and nobody gives us.
MADE_BY_US = (
    Address,
    Candidate,
    Change,
    Excerpt,
    Hit,
    Merge,
    Piece,
    Place,
    SearchResult,
)
# One of every class of the model; each of its fields is then given something wrong.
SAMPLES: tuple[Any, ...] = (
    SCOTLAND,
    SCOTLAND.ref,
    SCOTLAND.purpose,
    SCOTLAND.principles[0],
    SCOTLAND.groups[0],
    SCOTLAND.questions[0],
    SCOTLAND.groups[0].listings[0],
    SCOTLAND.resources[0],
    SCOTLAND.outcomes[0],
    load_law(),
    load_law().provisions[0],
    load_outcome_links(),
    load_outcome_links().targets[0],
    load_outcome_links().links[0],
    MSG_2019,
    MSG_2019.levels[0],
    EVIDENCE,
    ACTION,
    ANNOTATION,
    RESPONSE,
    PERIOD,
    Assessment(subject="North", period=PERIOD, catalogue=SCOTLAND.ref),
)
IDS = {
    "Q1.1": True,
    "Q11.12": True,
    "fife:Q1": True,
    "fife-east:Q-1.a": True,
    "G1": True,
    "": False,
    " Q1": False,
    "Q1\n": False,
    "Q1.": False,
    "Q1..2": False,
    ":Q1": False,
    "Fife:Q1": False,
    "fife:": False,
    "a:b:Q1": False,
    "Q\N{FULLWIDTH DIGIT ONE}": False,
    "Q_1": False,
}
SLUGS = {
    "msg-2019": True,
    "a": True,
    "1": True,
    "": False,
    "-a": False,
    "a-": False,
    "a--b": False,
    "A": False,
    "é": False,
    "a b": False,
    "fife:a": False,
    "a\n": False,
}
allowed = st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t")


def wrong_values(declared: object) -> Iterator[object]:
    """Yield values of which no field of the type *declared* takes one."""
    yield from (3.5, b"text", {}, datetime(2026, 3, 31))  # noqa: DTZ001 - it is refused
    yield from (Markup("text"), [], {"text"})
    if type(None) not in get_args(declared):
        yield None
    if "int" not in str(declared) and "Number" not in str(declared):
        yield 1
    if declared is not bool:
        yield True


def wrong_fields() -> Iterator[Any]:
    """Yield each field of each sample with each value that it does not take."""
    for sample in SAMPLES:
        for each in fields(type(sample)):
            for value in wrong_values(each.type):
                called = f"{type(sample).__name__}.{each.name}-{value!r}"
                yield pytest.param(sample, each.name, value, id=called)


def text_fields() -> Iterator[Any]:
    """Yield each field of each sample that holds a text, with its place for one."""
    for sample in SAMPLES:
        for each in fields(type(sample)):
            value = getattr(sample, each.name)
            if type(value) is str:
                yield pytest.param(
                    sample, each.name, id=f"{type(sample).__name__}.{each.name}"
                )


def test_every_class_of_the_model_has_a_sample() -> None:
    """No class of catalogue or assessment is left out of what is tried here."""
    classes = {
        value
        for room in (catalogue, assessment)
        for name in room.__all__
        if has(value := getattr(room, name)) and isinstance(value, type)
    }

    assert classes == {*map(type, SAMPLES), *MADE_BY_US}


@pytest.mark.parametrize(("sample", "name", "value"), tuple(wrong_fields()))
def test_every_field_refuses_what_is_not_of_its_type(
    sample: Any, name: str, value: object
) -> None:
    """A field of the wrong type is refused by every class of the model, by its name."""
    with pytest.raises(MalformedError) as caught:
        evolve(sample, **{name: value})

    assert type(sample).__name__ == caught.value.kind
    assert [(name, "wrong-type")] == [
        (each.path, each.code) for each in caught.value.problems
    ]


@pytest.mark.parametrize(("sample", "name"), tuple(text_fields()))
def test_every_text_refuses_control_characters(sample: Any, name: str) -> None:
    """No text of the model holds a control character."""
    with pytest.raises(MalformedError) as caught:
        evolve(sample, **{name: "a\x1bb"})

    assert (
        Problem(name, "forbidden-character", found="U+001B"),
    ) == caught.value.problems


def test_items_of_other_types_are_refused_by_their_place() -> None:
    """A response that is none is named by its place among the responses."""
    with pytest.raises(MalformedError) as caught:
        evolve(SAMPLES[-1], responses=(RESPONSE, "Q1.2"))

    assert (
        'malformed Assessment:\nresponses[1]: expected a response, found "Q1.2"'
    ) == str(caught.value)


@given(before=st.text(allowed), character=forbidden, after=st.text(allowed))
def test_no_text_holds_a_forbidden_character(
    before: str, character: str, after: str
) -> None:
    """One control character or lone surrogate anywhere, and a text is refused."""
    problems = list(value_problems(f"{before}{character}{after}", str, {}))

    assert [
        Problem("", "forbidden-character", found=f"U+{ord(character):04X}")
    ] == problems


@given(st.text(allowed))
def test_every_other_text_may_stand(text: str) -> None:
    """Newline, tab and whatever is no control character may stand in a text."""
    assert [] == list(value_problems(text, str, {}))


@given(st.text(allowed))
def test_blank_is_what_python_strips(text: str) -> None:
    """A text that may not be blank has something that is not white space."""
    problems = [each.code for each in value_problems(text, str, NOT_BLANK)]

    assert ([] if text.strip() else ["blank"]) == problems


@pytest.mark.parametrize(("id", "good"), IDS.items())
def test_an_id_may_carry_its_owner(id: str, good: bool) -> None:
    """An id is letters and digits with dots or hyphens between, after its owner."""
    codes = [each.code for each in value_problems(id, QuestionId, ID)]

    assert ([] if good else ["malformed-id"]) == codes


@pytest.mark.parametrize(("id", "good"), SLUGS.items())
def test_a_slug_is_small_letters_and_hyphens(id: str, good: bool) -> None:
    """A slug is made of small letters, digits, and single hyphens between."""
    codes = [each.code for each in value_problems(id, ResourceId, SLUG)]

    assert ([] if good else ["malformed-id"]) == codes
