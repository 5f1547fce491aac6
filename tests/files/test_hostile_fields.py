"""One field that is not what it should be: a problem with its path."""

import json
import re

import pytest

from integrated_care_principles import (
    EvidenceKind,
    Problem,
    Status,
    decode_assessment,
)
from integrated_care_principles.catalogue import Confidence

from .full import (
    FULL,
    NODES,
    SCOTLAND,
    Path_,
    changed,
    holder,
    problems_of,
    spelt,
)

WORDS = {
    "status": ", ".join(Status),
    "kind": ", ".join(EvidenceKind),
    "confidence": ", ".join(Confidence),
}
DAYS = {"start", "end", "until", "dated", "expires", "due", "done", "updated"}
WRONG: list[object] = [1, 1.5, True, "x", [], {}, ["x"], {"x": "y"}]
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
