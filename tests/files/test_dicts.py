"""Assessments as plain values: the same as their files, and read as strictly."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    AssessmentFileError,
    Catalogue,
    decode_assessment,
    encode_assessment,
    from_dict,
    load_catalogue,
    to_dict,
)
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.testing import assessments, catalogues

from .test_fuzzed_files import values

CATALOGUE = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/strathenlow-2025-26.json"


def plain() -> dict[str, Any]:
    """Return the example as plain values."""
    raw: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return raw


def problems(raw: object) -> list[Problem]:
    """Return what is wrong with *raw*."""
    with pytest.raises(AssessmentFileError) as caught:
        from_dict(raw, CATALOGUE, source="the form")
    assert "the form" == caught.value.source
    return list(caught.value.problems)


@given(data=st.data(), catalogue=catalogues())
def test_it_is_what_the_file_has(data: st.DataObject, catalogue: Catalogue) -> None:
    """Through a dict or through a file, an assessment comes back the same."""
    assessment = data.draw(assessments(of=catalogue))
    written = encode_assessment(assessment, catalogue)
    raw = to_dict(assessment, catalogue)

    assert json.loads(written) == raw
    assert written == encode_assessment(from_dict(raw, catalogue), catalogue)
    assert decode_assessment(written, catalogue) == from_dict(raw, catalogue)


@given(value=values())
def test_the_same_is_wrong_with_both(value: object) -> None:
    """What a file is refused for, a dict is refused for, but for the lines."""
    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(json.dumps(value).encode(), CATALOGUE)
    expected = [evolve(each, line=None, column=None) for each in caught.value.problems]

    assert list(dict.fromkeys(expected)) == problems(value)


def test_tuples_are_taken_for_lists() -> None:
    """What Python has several kinds of, JSON has one of."""
    raw = plain()
    raw["responses"] = tuple(raw["responses"])

    assert decode_assessment(EXAMPLE.read_bytes()) == from_dict(raw)


def test_what_json_cannot_say() -> None:
    """All of it is named with its place, before anything is read."""
    raw = plain()
    raw["period"]["start"] = date(2025, 4, 1)
    raw["responses"][0]["contributors"] = {"A"}
    raw["responses"][1][7] = "x"
    raw["scope"] = b"G1"

    assert {
        "period.start": "a value that JSON has",
        "responses[0].contributors": "a value that JSON has",
        "responses[1]": "a text for a key",
        "scope": "a value that JSON has",
    } == {each.path: each.expected for each in problems(raw)}


def test_what_does_not_end() -> None:
    """A list in itself is as deep as nothing may be."""
    raw = plain()
    raw["responses"].append(raw["responses"])

    assert {"nesting-too-deep"} == {each.code for each in problems(raw)}


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 2**70])
def test_numbers_that_no_file_holds(number: float) -> None:
    """They are refused in words as well."""
    assert problems({**plain(), "format": number})
