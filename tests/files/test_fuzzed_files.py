"""Whatever stands in a file: it is an assessment, or it is refused with words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from integrated_care_principles import (
    Assessment,
    AssessmentFileError,
    decode_assessment,
    encode_assessment,
    load_catalogue,
    score,
)
from integrated_care_principles.assessment import SCALES, EvidenceKind, Status
from integrated_care_principles.testing import texts

SCOTLAND = load_catalogue()
FULL: dict[str, Any] = json.loads(
    (Path(__file__).parent / "golden" / "full.json").read_bytes()
)

Steps = tuple[str | int, ...]


def inner(value: object, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield every object and list in *value*, itself included, with its path."""
    if isinstance(value, dict | list):
        yield path, value
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, each in items:
            yield from inner(each, (*path, key))


KEYS = sorted(
    {str(key) for _, each in inner(FULL) if type(each) is dict for key in each}
)
WORDS = [*Status, *EvidenceKind, *SCALES, "high", "Q1.1", "Q6.2", "G6", "2026-03-31"]


def values() -> SearchStrategy[Any]:
    """Return a strategy for what JSON can say, and for what Python lets it say."""
    said = st.sampled_from(WORDS) | texts() | st.text(max_size=3)
    one = st.none() | st.booleans() | st.integers() | st.floats() | said
    return st.recursive(
        one,
        lambda each: (
            st.lists(each, max_size=3)
            | st.dictionaries(
                st.sampled_from(KEYS) | st.text(max_size=3), each, max_size=3
            )
        ),
        max_leaves=6,
    )


@st.composite
def damaged(draw: DrawFn) -> bytes:
    """Return a strategy for assessments with one to four things changed."""
    raw = json.loads(json.dumps(FULL))
    for _ in range(draw(st.integers(1, 4))):
        _, holder = draw(st.sampled_from(list(inner(raw))))
        if isinstance(holder, dict):
            change_key(draw, holder)
        else:
            change_item(draw, holder)
    return json.dumps(raw, ensure_ascii=draw(st.booleans())).encode(
        "utf-8", "surrogatepass"
    )


def change_key(draw: DrawFn, holder: dict[str, Any]) -> None:
    """Take a key out of an object, or give it another value, or a new key."""
    key = draw(st.sampled_from([*holder, *KEYS, "", "formatt"]))
    if draw(st.booleans()):
        holder[key] = draw(values())
    else:
        holder.pop(key, None)


def change_item(draw: DrawFn, holder: list[Any]) -> None:
    """Put something into a list, perhaps in place of something, or take it out."""
    start = draw(st.integers(0, len(holder)))
    copies = st.sampled_from(holder) if holder else st.nothing()
    new = draw(st.lists(values() | copies, max_size=2))
    holder[start : start + draw(st.integers(0, 1))] = new


def outcome(data: bytes) -> Assessment | AssessmentFileError:
    """Return what *data* is read as, or why it is not."""
    try:
        return decode_assessment(data, SCOTLAND)
    except AssessmentFileError as error:
        return error


def check(data: bytes) -> None:
    """Hold that *data* is read and comes back whole, or is refused with words."""
    read = outcome(data)
    if isinstance(read, AssessmentFileError):
        assert read.problems
        assert len(read.problems) == len(set(read.problems))
        assert all(str(each).encode("utf-8") for each in read.problems)
        return
    written = encode_assessment(read, SCOTLAND)
    again = decode_assessment(written, SCOTLAND)
    assert set(read.responses) == set(again.responses)
    assert score(read, SCOTLAND).overall == score(again, SCOTLAND).overall
    assert written == encode_assessment(again, SCOTLAND)


@settings(max_examples=4 * settings().max_examples)
@given(data=damaged())
def test_damaged_assessments(data: bytes) -> None:
    """An assessment with a few things changed is read whole, or refused with words."""
    check(data)


@given(value=values())
def test_any_json(value: object) -> None:
    """Whatever JSON says is refused with words, where it is no assessment."""
    check(json.dumps(value).encode())


@given(data=st.data())
def test_cut_and_pasted(data: st.DataObject) -> None:
    """A file of pieces of another is refused with words, or read."""
    whole = json.dumps(FULL).encode()
    ends = st.integers(0, len(whole))
    first, second = sorted((data.draw(ends), data.draw(ends)))

    check(whole[:second] + whole[first:])
    check(whole[:first] + whole[second:])


def test_both_outcomes_are_reached() -> None:
    """Some of what is tried here can be read, and some cannot."""
    assert isinstance(outcome(json.dumps(FULL).encode()), Assessment)
    assert isinstance(outcome(b"{}"), AssessmentFileError)
