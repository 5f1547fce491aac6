"""Fields that do not go together: every rule that a file breaks is named."""

import json

import pytest

from integrated_care_principles import (
    Problem,
)

from .full import (
    ANSWER,
    FULL,
    NODES,
    SCOTLAND,
    changed,
    places,
    problems_of,
)

GROUPS = ", ".join(each.id for each in SCOTLAND.groups)


@pytest.mark.parametrize(
    ("name", "wrong", "code"),
    [
        ("subject", " \n", "blank"),
        ("catalogue.id", "Scotland", "malformed-id"),
        ("catalogue.edition", "", "blank"),
        ("scope[0]", "G 6", "malformed-id"),
        ("scale.id", "Our own", "malformed-id"),
        ("scale.levels[0].title", "", "blank"),
        ("responses[0].question", "Q1.", "malformed-id"),
        ("responses[1].rating", "Very high", "unknown-rating"),
        ("responses[1].evidence[0].title", "\u00a0", "blank"),
        ("responses[1].actions[0].what", "", "blank"),
        ("responses[1].annotations[0].key", "", "blank"),
        ("responses[1].contributors[1]", "\u0000", "forbidden-character"),
        ("locality", "\ud800", "forbidden-character"),
        ("responses[1].text", "a\rb", "forbidden-character"),
    ],
)
def test_rules_of_one_field(name: str, wrong: str, code: str) -> None:
    """What a constructor would refuse is refused with its path."""
    assert (name, code) in places(problems_of(changed(NODES[name], wrong)))


def test_a_period_that_ends_before_it_begins() -> None:
    """A rule of two fields names the one that is wrong."""
    assert [
        Problem("period.end", "end-before-start", "2025-03-31", "2025-04-01")
    ] == problems_of(changed(("period", "end"), "2025-03-31"))


def test_two_responses_to_one_question() -> None:
    """The second response is named, and the first is not lost."""
    raw = {**FULL, "responses": [*FULL["responses"], FULL["responses"][0]]}

    assert [Problem("responses[2].question", "repeated", "Q1.1")] == problems_of(raw)


def test_a_group_twice_in_the_scope() -> None:
    """A group is named once."""
    assert [Problem("scope[1]", "repeated", "G6")] == problems_of(
        changed(("scope", 1), "G6")
    )


def test_unknown_ids() -> None:
    """What the catalogue does not know is named, with the nearest where one is near."""
    raw = {
        **FULL,
        "scope": ["G6", "g11", "zz"],
        "responses": [
            {**ANSWER, "question": "Q6.22"},
            {**ANSWER, "question": "own:Q1"},
        ],
    }

    assert [
        Problem("scope[1]", "unknown-group", "g11", GROUPS, "G11"),
        Problem("scope[2]", "unknown-group", "zz", GROUPS),
        Problem("responses[0].question", "unknown-question", "Q6.22", nearest="Q6.2"),
        Problem("responses[1].question", "unknown-question", "own:Q1"),
    ] == problems_of(raw)


def test_another_catalogue() -> None:
    """What was made for another catalogue is refused, and so are its ids."""
    assert [
        Problem("catalogue.id", "other-catalogue", "wales", "scotland")
    ] == problems_of(changed(("catalogue", "id"), "wales"))


def test_hostile_ids() -> None:
    """An id that would break the line of a message does not."""
    problems = problems_of({**FULL, "scope": ["\ud800", "\u001b[31m", "\u001b[31m"]})

    assert [
        ("", "lone-surrogate"),
        ("scope[0]", "forbidden-character"),
        ("scope[1]", "forbidden-character"),
        ("scope[2]", "forbidden-character"),
    ] == places(problems)
    assert all(str(each).isprintable() for each in problems)


def test_an_unknown_scale() -> None:
    """A scale that is not built in is written whole; the nearest that is is offered."""
    raw = changed(("scale",), "msg2019")

    assert [
        Problem(
            "scale",
            "unknown-word",
            '"msg2019"',
            "msg-2019, care-inspectorate, or a whole scale",
            "msg-2019",
        )
    ] == problems_of(raw)


@pytest.mark.parametrize("wrong", [1, True, [], ["msg-2019"]], ids=str)
def test_no_scale(wrong: object) -> None:
    """A scale is a name or an object."""
    assert [
        Problem("scale", "wrong-type", json.dumps(wrong), "an object")
    ] == problems_of(changed(("scale",), wrong))


def test_a_broken_scale() -> None:
    """A scale is judged as a whole, and ratings on it are not."""
    levels = [{"id": "low", "title": ""}, {"id": "low", "titel": "Low"}, 3]
    raw = changed(("scale",), {"id": "Ours", "levels": levels})

    assert [
        ("scale", "missing-key"),
        ("scale.levels[0].title", "blank"),
        ("scale.levels[1]", "unknown-key"),
        ("scale.levels[1]", "missing-key"),
        ("scale.levels[2]", "wrong-type"),
        ("scale.id", "malformed-id"),
    ] == places(problems_of(raw))


@pytest.mark.parametrize(
    ("levels", "path", "code"),
    [
        ([], "scale.levels", "too-few-levels"),
        ([{"id": "high", "title": "High"}], "scale.levels", "too-few-levels"),
        ([{"id": "a", "title": "A"}] * 2, "scale.levels[1].id", "repeated"),
    ],
)
def test_a_scale_that_tells_nothing_apart(
    levels: list[object], path: str, code: str
) -> None:
    """The rules of a scale hold in files as well; ratings on it are not judged."""
    assert [(path, code)] == places(problems_of(changed(("scale", "levels"), levels)))


def test_rules_of_what_could_be_read() -> None:
    """A field that cannot be read hides no rule that does not need it."""
    levels = [{"id": "high", "title": "High", "low": 1}]
    scale = {"id": "ours", "title": "Ours", "levels": levels, "source": 5}

    assert [
        ("scale.levels[0].low", "wrong-type"),
        ("scale.source", "wrong-type"),
        ("scale.levels", "too-few-levels"),
    ] == places(problems_of(changed(("scale",), scale)))


def test_unknown_ratings() -> None:
    """A rating is a level of the scale."""
    assert [
        Problem("responses[1].rating", "unknown-rating", "hihg", "low, high", "high")
    ] == problems_of(changed(("responses", 1, "rating"), "hihg"))


def test_no_scale_at_all() -> None:
    """A rating without a scale means nothing."""
    raw = {key: value for key, value in FULL.items() if key != "scale"}

    assert [
        Problem("responses[1].rating", "rating-without-scale", "high")
    ] == problems_of(raw)
