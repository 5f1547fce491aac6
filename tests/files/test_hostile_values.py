"""JSON that is no assessment: every problem with its path, and all of them at once."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import (
    AssessmentFileError,
    EvidenceKind,
    Problem,
    Status,
    decode_assessment,
    load_catalogue,
)
from integrated_care_principles.catalogue import Confidence

SCOTLAND = load_catalogue()
FULL: dict[str, Any] = json.loads(
    (Path(__file__).parent / "golden" / "full.json").read_bytes()
)
ANSWER_TO_Q1: dict[str, Any] = FULL["responses"][0]
ANSWER: dict[str, Any] = FULL["responses"][1]

Path_ = tuple[str | int, ...]

WORDS = {
    "status": ", ".join(Status),
    "kind": ", ".join(EvidenceKind),
    "confidence": ", ".join(Confidence),
}
GROUPS = ", ".join(each.id for each in SCOTLAND.groups)
DAYS = {"start", "end", "until", "dated", "expires", "due", "done", "updated"}
WRONG: list[object] = [1, 1.5, True, "x", [], {}, ["x"], {"x": "y"}]


def nodes(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, object]]:
    """Yield every value below *value*, with its path."""
    items = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, each in items:
        yield (*path, key), each
        if isinstance(each, dict | list):
            yield from nodes(each, (*path, key))


def spelt(path: Path_) -> str:
    """Return a path as problems have it."""
    return "".join(
        f"[{each}]" if isinstance(each, int) else f".{each}" for each in path
    ).removeprefix(".")


NODES = {spelt(path): path for path, _ in nodes(FULL) if path != ("format",)}
KEYS = {name: path for name, path in NODES.items() if isinstance(path[-1], str)}
REQUIRED = {
    *("subject", "period", "period.start", "period.end", "catalogue"),
    *("catalogue.id", "catalogue.edition", "catalogue.fingerprint"),
    *("scale.id", "scale.title", "scale.levels"),
    *("scale.levels[].id", "scale.levels[].title"),
    *("responses[].question", "responses[].status"),
    *("responses[].evidence[].kind", "responses[].evidence[].title"),
    "responses[].actions[].what",
    *("responses[].annotations[].key", "responses[].annotations[].value"),
    *("annotations[].key", "annotations[].value"),
}


def required(name: str) -> bool:
    """Return whether the key called *name* may not be absent."""
    return re.sub(r"\[\d+\]", "[]", name) in REQUIRED


def changed(path: Path_, new: object) -> dict[str, Any]:
    """Return the full assessment with *new* at *path*."""
    raw: dict[str, Any] = json.loads(json.dumps(FULL))
    holder(raw, path)[path[-1]] = new
    return raw


def holder(raw: Any, path: Path_) -> Any:
    """Return what the last step of *path* is a key of."""
    for each in path[:-1]:
        raw = raw[each]
    return raw


def problems_of(raw: object) -> list[Problem]:
    """Return what is wrong with *raw*; each of it can be said."""
    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(json.dumps(raw).encode(), SCOTLAND)
    assert str(caught.value).encode("utf-8")
    return list(caught.value.problems)


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return of each problem where it is, and its code."""
    return [(each.path, each.code) for each in problems]


def expected_at(path: Path_, right: object) -> str:
    """Return in words what a field takes, which holds what is *right*."""
    key = next(each for each in reversed(path) if isinstance(each, str))
    if isinstance(right, str):
        return "a day such as 2026-03-31" if key in DAYS else "a text"
    if isinstance(right, bool):
        return "true or false"
    return "a list" if isinstance(right, list) else "an object"


def test_the_full_assessment_is_fine() -> None:
    """What the tests of this module damage is well-formed."""
    assert "North" in decode_assessment(json.dumps(FULL).encode(), SCOTLAND).subject


@pytest.mark.parametrize("path", NODES.values(), ids=NODES)
def test_wrong_types(path: Path_) -> None:
    """Whatever stands in place of a field, one problem names path, found and expected."""
    right = holder(FULL, path)[path[-1]]
    for wrong in WRONG:
        if type(wrong) is type(right) or path[-1] in WORDS or path == ("scale",):
            continue
        assert [
            Problem(
                spelt(path), "wrong-type", json.dumps(wrong), expected_at(path, right)
            )
        ] == problems_of(changed(path, wrong))


@pytest.mark.parametrize("wrong", [1, 1.5, True, [], {}], ids=str)
@pytest.mark.parametrize(
    "path", [each for each in NODES.values() if each[-1] in WORDS], ids=spelt
)
def test_wrong_types_of_words(path: Path_, wrong: object) -> None:
    """A word of a list is a text; the problem names the words."""
    words = WORDS[str(path[-1])]

    assert [
        Problem(spelt(path), "wrong-type", json.dumps(wrong), f"one of {words}")
    ] == problems_of(changed(path, wrong))


@pytest.mark.parametrize(
    ("path", "wrong", "near"),
    [
        (("responses", 0, "status"), "anserwed", "answered"),
        (("responses", 0, "status"), "Draft", "draft"),
        (("responses", 0, "status"), "done", None),
        (("responses", 0, "status"), "", None),
        (("responses", 1, "evidence", 0, "kind"), "documents", "document"),
        (("scale", "confidence"), "hihg", "high"),
    ],
)
def test_unknown_words(path: Path_, wrong: str, near: str | None) -> None:
    """A word that is not known is named with those that are, and the nearest."""
    words = WORDS[str(path[-1])]

    assert [
        Problem(spelt(path), "unknown-word", f'"{wrong}"', words, near)
    ] == problems_of(changed(path, wrong))


@pytest.mark.parametrize("path", KEYS.values(), ids=KEYS)
def test_null(path: Path_) -> None:
    """Null says nothing, whatever the key; the sentence says what to do."""
    problems = problems_of(changed(path, None))

    # Without its scale, the rating means nothing either.
    assert Problem(spelt(path), "null") == problems[0]
    assert problems[1:] == (
        [Problem("responses[1].rating", "rating-without-scale", "high")]
        if path == ("scale",)
        else []
    )
    assert "null says nothing; leave the key out" in str(problems[0])


@pytest.mark.parametrize(
    "path", [each for each in NODES.values() if isinstance(each[-1], int)], ids=spelt
)
def test_null_in_a_list(path: Path_) -> None:
    """A list has no holes."""
    right = holder(FULL, path)[path[-1]]
    (problem,) = problems_of(changed(path, None))

    assert (
        Problem(spelt(path), "wrong-type", "null", expected_at(path, right)) == problem
    )


@pytest.mark.parametrize("name", [each for each in KEYS if required(each)])
def test_missing_keys(name: str) -> None:
    """What is required is named in the object that lacks it."""
    path = NODES[name]
    raw = changed(path, None)
    del holder(raw, path)[path[-1]]

    assert [
        Problem(spelt(path[:-1]), "missing-key", expected=str(path[-1]))
    ] == problems_of(raw)


@pytest.mark.parametrize(
    "path", [path for name, path in KEYS.items() if not required(name)], ids=spelt
)
def test_keys_that_may_be_absent(path: Path_) -> None:
    """All else may be absent."""
    raw = changed(path, None)
    del holder(raw, path)[path[-1]]
    if path == ("scale",):
        del raw["responses"][1]["rating"]

    assert SCOTLAND.ref == decode_assessment(json.dumps(raw).encode()).catalogue


@pytest.mark.parametrize("path", KEYS.values(), ids=KEYS)
def test_misspelt_keys(path: Path_) -> None:
    """A key that nobody knows is refused, and the one that was meant is offered."""
    raw = json.loads(json.dumps(FULL))
    inside, key = holder(raw, path), str(path[-1])
    inside[f"{key}e"] = inside.pop(key)

    unknown = Problem(spelt(path[:-1]), "unknown-key", f'"{key}e"', nearest=key)
    assert unknown in problems_of(raw)
    assert f"is not a key that is known here; did you mean '{key}'?" in str(unknown)


def test_a_key_that_is_like_no_other() -> None:
    """Where nothing is near, nothing is offered."""
    raw = {**FULL, "\u202eצ\n": 1}

    assert [Problem("", "unknown-key", '"\\u202eצ\\n"')] == problems_of(raw)


@pytest.mark.parametrize(
    "wrong",
    [
        "2026-3-31",
        "2026-02-30",
        "20260331",
        "2026-W14-2",
        "2026-03-31T00:00:00",
        "2026-03-31Z",
        " 2026-03-31",
        "2026-03-31\n",
        "0000-01-01",
        "10000-01-01",
        "٢٠٢٦-٠٣-٣١",
        "31/03/2026",
        "",
    ],
)
def test_days(wrong: str) -> None:
    """A day is four digits, two and two, and has to be in the calendar."""
    for name in ("period.end", "responses[1].until"):
        found = json.dumps(wrong, ensure_ascii=False)
        assert [
            Problem(name, "wrong-type", found, "a day such as 2026-03-31")
        ] == problems_of(changed(NODES[name], wrong))


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


EVERYTHING = """\
line 4, column 15: "\\ud800" is half a character (a lone surrogate); write the whole character
line 6, column 58: the key "end" stands here a second time; keep one of them
line 17, column 27: the number "99999999999999999999" does not fit into 64 bits
format: expected 1, found 0
"asessor" is not a key that is known here; did you mean 'assessor'?
period.end: the end, 2025-03-30, lies before the start, 2025-04-01
scope[3]: expected a text, found 5
responses[1].text: null says nothing; leave the key out
responses[4].status: "done" is not one of draft, answered, unknown, deferred, not_applicable, partner_led
responses[4].evidence[0].title: may not be blank
responses[4].evidence[1]: kind is missing
responses[4].evidence[2]: expected an object, found []
responses[4].actions[0].what: expected a text, found 99999999999999999999
responses[4].updated: expected a day such as 2026-03-31, found "today"
responses[5]: expected an object, found "Q1.3"
annotations: expected a list, found {}
subject: may not be blank
locality: U+D800 may not stand in a text; take it out
scope[1]: G1 stands here a second time; keep one of them
responses[1].question: Q1.1 stands here a second time; keep one of them
responses[2].question: Q1.1 stands here a second time; keep one of them
responses[0].rating: establisht is not a level of the scale; it has not-yet-established, partly-established, established, exemplary; did you mean 'established'?
catalogue.id: made for the catalogue wales, not for scotland
scope[2]: the catalogue has no group g11; it has G1, G2, G3, G5, G6, G8, G9, G11; did you mean 'G11'?
responses[3].question: the catalogue has no question Q99; did you mean 'Q9.9'?
""".splitlines()


def test_everything_at_once() -> None:
    """The problems of all stages come out together, each with its path."""
    data = b"""{
  "format": 0,
  "subject": " ",
  "locality": "\\ud800",
  "asessor": "A group",
  "period": {"start": "2025-04-01", "end": "2025-03-31", "end": "2025-03-30"},
  "scope": ["G1", "G1", "g11", 5],
  "catalogue": {"id": "wales", "edition": "1", "fingerprint": "x"},
  "scale": "msg-2019",
  "responses": [
    {"question": "Q1.1", "status": "answered", "rating": "establisht"},
    {"question": "Q1.1", "status": "draft", "text": null},
    {"question": "Q1.1", "status": "draft"},
    {"question": "Q99", "status": "draft", "publishable": true},
    {"question": "Q1.2", "status": "done", "updated": "today",
     "evidence": [{"kind": "data", "title": ""}, {"title": "A"}, []],
     "actions": [{"what": 99999999999999999999}]},
    "Q1.3"
  ],
  "annotations": {}
}"""

    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(data, SCOTLAND, source="north.json")

    assert EVERYTHING == [
        each.removeprefix("north.json: ") for each in str(caught.value).splitlines()
    ]


def test_nothing_is_said_twice() -> None:
    """A rule that is asked at two stages is answered once."""
    raw = {
        **FULL,
        "subject": "",
        "responses": [
            FULL["responses"][0],
            {**ANSWER, "question": "Q1.1", "rating": "x"},
        ],
    }
    problems = problems_of(raw)

    assert [
        ("subject", "blank"),
        ("responses[1].question", "repeated"),
        ("responses[1].rating", "unknown-rating"),
    ] == places(problems)
    assert len(problems) == len(set(problems))


def test_what_could_be_read_of_a_response() -> None:
    """A response that cannot be had is judged by what could be read of it."""
    half = {"question": "Q1.1", "status": "done", "rating": "x"}
    stranger = {"question": "Q99", "rating": "high"}

    assert [
        ("responses[1].status", "unknown-word"),
        ("responses[2]", "missing-key"),
        ("responses[1].question", "repeated"),
        ("responses[1].rating", "unknown-rating"),
        ("responses[2].question", "unknown-question"),
    ] == places(problems_of({**FULL, "responses": [ANSWER_TO_Q1, half, stranger]}))


def test_what_could_be_read_of_a_reference() -> None:
    """For another catalogue is for another catalogue, whatever else is missing."""
    assert [
        ("catalogue", "missing-key"),
        ("catalogue", "missing-key"),
        ("catalogue.id", "other-catalogue"),
    ] == places(problems_of({**FULL, "catalogue": {"id": "wales"}}))


def test_a_response_that_cannot_be_read_keeps_its_place() -> None:
    """The places of the others stay true."""
    raw = {**FULL, "responses": [None, ANSWER, {**ANSWER, "rating": "x"}]}

    assert [
        ("responses[0]", "wrong-type"),
        ("responses[2].question", "repeated"),
        ("responses[2].rating", "unknown-rating"),
    ] == places(problems_of(raw))
