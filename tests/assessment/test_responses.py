"""A response, what it rests on and what is to be done: values that stay as they are."""

import pickle
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from integrated_care_principles.assessment import (
    Action,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    Level,
    Period,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.testing import actions, evidence, responses

Q1 = QuestionId("Q1.1")
ANSWERED = Response(question=Q1, status=Status.ANSWERED)
DASHBOARD = Evidence(kind=EvidenceKind.DATA, title="Dashboard")
EXTEND = Action(what="Extend it")

ABC = "a text"
DAY = "a day such as 2026-03-31"
YES = "true or false"
STATUS = f"Status ({', '.join(Status)})"


class Word(str):
    """A text that is not only a text."""

    __slots__ = ()


def problems_of(build: Callable[[], object]) -> tuple[Problem, ...]:
    """Return what is wrong with what *build* builds."""
    with pytest.raises(MalformedError) as caught:
        build()
    return caught.value.problems


def test_a_response_is_blank_by_default() -> None:
    """Question and status are all that a response needs."""
    blank = Response(question=Q1, status=Status.DRAFT)

    assert ("", "", "") == (blank.text, blank.reason, blank.partner)
    assert (None, None, None) == (blank.until, blank.rating, blank.updated)
    assert ((), (), ()) == (blank.evidence, blank.actions, blank.contributors)
    assert () == blank.annotations
    assert blank.publishable is True


def test_evidence_is_for_publication_by_default() -> None:
    """Kind and title are all that evidence needs."""
    assert DASHBOARD.publishable is True
    assert ("", "", None, None) == (
        DASHBOARD.url,
        DASHBOARD.note,
        DASHBOARD.dated,
        DASHBOARD.expires,
    )


def test_an_action_is_nobodys_by_default() -> None:
    """What is to be done is all that an action needs."""
    assert ("", None, None) == (EXTEND.owner, EXTEND.due, EXTEND.done)


def test_the_words_of_the_files() -> None:
    """The words for status and kind stand in files, and never change."""
    assert [
        "draft",
        "answered",
        "unknown",
        "deferred",
        "not_applicable",
        "partner_led",
    ] == [each.value for each in Status]
    assert ["data", "document", "people", "staff", "inspection", "other"] == [
        each.value for each in EvidenceKind
    ]


@pytest.mark.parametrize(
    "cls", [Response, Evidence, Action, Annotation, Level, Scale, Period, Assessment]
)
def test_values_are_given_by_name(cls: Callable[..., object]) -> None:
    """No value goes by the order of its fields."""
    with pytest.raises(TypeError, match="takes 1 positional argument but 3"):
        cls("a", "b")


@pytest.mark.parametrize("status", Status)
def test_half_answers_can_be_built(status: Status) -> None:
    """What is missing is a gap, not a problem; what does not count may stand there."""
    nothing = Response(question=Q1, status=status)
    everything = evolve(
        nothing, text=" ", reason="Why", partner="Who", until=date(2026, 3, 31)
    )

    assert status is nothing.status
    assert status is everything.status


def test_evidence_is_added() -> None:
    """More evidence comes after what there is, in a new response."""
    other = evolve(DASHBOARD, title="Call-backs")
    before = ANSWERED.with_evidence(DASHBOARD)

    after = before.with_evidence(other, DASHBOARD)

    assert (DASHBOARD,) == before.evidence
    assert (DASHBOARD, other, DASHBOARD) == after.evidence


def test_actions_are_added() -> None:
    """More actions come after what there is, in a new response."""
    other = evolve(EXTEND, what="Check it")
    before = ANSWERED.with_actions(EXTEND)

    after = before.with_actions(other, EXTEND)

    assert (EXTEND,) == before.actions
    assert (EXTEND, other, EXTEND) == after.actions


@given(value=responses() | evidence() | actions())
def test_values_are_values(value: Response | Evidence | Action) -> None:
    """What is alike is equal, hashes alike, and comes back from a pickle."""
    twin = evolve(value)

    assert value == twin
    assert hash(value) == hash(twin)
    assert value == pickle.loads(pickle.dumps(value))  # noqa: S301 - our own


@pytest.mark.parametrize("value", [ANSWERED, DASHBOARD, EXTEND])
def test_nothing_can_be_set(value: object) -> None:
    """A value that exists does not change."""
    with pytest.raises(FrozenInstanceError):
        value.note = "other"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("field", "wrong", "found", "expected"),
    [
        ("question", 1, "1", ABC),
        ("question", Word("Q1.1"), '"Q1.1"', ABC),
        ("status", "answered", '"answered"', STATUS),
        ("status", EvidenceKind.DATA, '"data"', STATUS),
        ("text", None, "null", ABC),
        ("text", b"text", "b'text'", ABC),
        ("text", Word("text"), '"text"', ABC),
        ("reason", 1.5, "1.5", ABC),
        ("partner", ["x"], '["x"]', ABC),
        ("until", "2026-03-31", '"2026-03-31"', DAY),
        ("until", datetime(2026, 3, 31), "datetime.datetime(2026, 3, 31, 0, 0)", DAY),  # noqa: DTZ001
        ("rating", 4, "4", ABC),
        ("evidence", [DASHBOARD], f"[{DASHBOARD!r}]"[:59] + "…", "a tuple"),
        ("evidence", None, "null", "a tuple"),
        ("actions", "Extend it", '"Extend it"', "a tuple"),
        ("contributors", ["a"], '["a"]', "a tuple"),
        ("updated", 20260331, "20260331", DAY),
        ("publishable", 1, "1", YES),
        ("publishable", None, "null", YES),
        ("annotations", {}, "{}", "a tuple"),
    ],
)
def test_fields_of_another_type(
    field: str, wrong: object, found: str, expected: str
) -> None:
    """Nothing is taken for something else, and the problem names the field."""
    values: dict[str, Any] = {"question": Q1, "status": Status.DRAFT, field: wrong}

    problem = Problem(field, "wrong-type", found, expected)
    assert (problem,) == problems_of(lambda: Response(**values))


@pytest.mark.parametrize(
    ("field", "wrong", "expected"),
    [
        ("evidence", EXTEND, "evidence"),
        ("actions", None, "action"),
        ("contributors", 1, ABC),
        ("contributors", Word("a"), ABC),
        ("annotations", "a", "annotation"),
    ],
)
def test_items_of_another_type(field: str, wrong: object, expected: str) -> None:
    """Of a tuple, the item is named that is wrong."""
    right = {"evidence": DASHBOARD, "actions": EXTEND, "contributors": "a"}.get(
        field, Annotation(key="k", value="v")
    )
    values: dict[str, Any] = {field: (right, wrong)}

    (problem,) = problems_of(lambda: evolve(ANSWERED, **values))

    assert (f"{field}[1]", "wrong-type") == (problem.path, problem.code)
    assert expected in problem.expected


@pytest.mark.parametrize("field", ["text", "reason", "partner"])
@pytest.mark.parametrize(
    "code", [0x00, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF], ids=hex
)
def test_characters_that_may_not_stand(field: str, code: int) -> None:
    """Control characters and halves of characters are named as code points."""
    values: dict[str, Any] = {field: f"a\n\t{chr(code)}b{chr(code)}"}

    problem = Problem(field, "forbidden-character", f"U+{code:04X}")
    assert (problem,) == problems_of(lambda: evolve(ANSWERED, **values))


@pytest.mark.parametrize("id", ["Q1.1", "fife:Q1", "a-b:Q1.2-3", "X"])
def test_ids_that_are_taken(id: str) -> None:
    """Ids are of letters, digits, dots and hyphens; local ones carry their owner."""
    assert id == evolve(ANSWERED, question=QuestionId(id)).question


@pytest.mark.parametrize(
    "id", ["", " ", "Q 1", "Q1.", ".Q1", "Q1\n", "fife:", ":Q1", "Fife:Q1", "Q1é"]
)
def test_ids_that_are_not(id: str) -> None:
    """An id of another form is malformed."""
    (problem,) = problems_of(lambda: evolve(ANSWERED, question=QuestionId(id)))

    assert ("question", "malformed-id") == (problem.path, problem.code)


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0\u2003"])
@pytest.mark.parametrize(
    ("field", "build"),
    [
        ("title", lambda blank: Evidence(kind=EvidenceKind.DATA, title=blank)),
        ("what", lambda blank: Action(what=blank)),
        ("key", lambda blank: Annotation(key=blank, value="")),
    ],
)
def test_texts_that_may_not_be_blank(
    field: str, build: Callable[[str], object], blank: str
) -> None:
    """Without these texts a value would say nothing."""
    (problem,) = problems_of(lambda: build(blank))

    assert (field, "blank") == (problem.path, problem.code)


def test_all_problems_at_once() -> None:
    """Who builds a response learns everything that is wrong with it."""
    values: dict[str, Any] = {
        "question": "Q 1",
        "status": "done",
        "text": "\0",
        "until": "",
        "contributors": ("\x1b", "a", 3),
    }

    found = problems_of(lambda: Response(**values))

    assert [
        ("question", "malformed-id"),
        ("status", "wrong-type"),
        ("text", "forbidden-character"),
        ("until", "wrong-type"),
        ("contributors[2]", "wrong-type"),
    ] == [(each.path, each.code) for each in found]
