"""What schemas say of files, in the eyes of two validators, and what reading says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from integrated_care_principles import (
    AssessmentFileError,
    Catalogue,
    decode_assessment,
    encode_assessment,
    load_catalogue,
)
from integrated_care_principles.files import (
    assessment_schema,
    catalogue_schema,
    crosswalk_schema,
    policy_schema,
)
from integrated_care_principles.testing import assessments, catalogues

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
SCHEMA = assessment_schema()
PYTHON = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
RUST = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)
FULL = (ROOT / "tests/files/golden/full.json").read_bytes()
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "assessment": assessment_schema,
    "catalogue": catalogue_schema,
    "crosswalk": crosswalk_schema,
    "policy": policy_schema,
}


def full() -> dict[str, Any]:
    """Return an assessment in which nothing is left out, as JSON has it."""
    raw: dict[str, Any] = json.loads(FULL)
    return raw


def verdicts(raw: Any) -> tuple[bool, bool, bool]:
    """Return whether the two validators and the reading of files take *raw*."""
    return PYTHON.is_valid(raw), RUST.is_valid(raw), is_read(raw)


def is_read(raw: object) -> bool:
    """Return whether *raw* is an assessment."""
    try:
        decode_assessment(json.dumps(raw).encode(), CATALOGUE)
    except AssessmentFileError:
        return False
    return True


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the full one with another *value* at a *path*; ``...``: without it."""
    raw = full()
    *holders, last = path.split(".")
    place: Any = raw
    for each in holders:
        place = place[int(each)] if each.isdecimal() else place[each]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return raw


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    """It is valid by the meta-schema, in the eyes of both."""
    schema = SCHEMAS[name]()

    Draft202012Validator.check_schema(schema)
    jsonschema_rs.Draft202012Validator(schema)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("assessment", "examples/strathenlow-2024-25.json"),
        ("assessment", "examples/strathenlow-2025-26.json"),
        ("assessment", "examples/assessors/council.json"),
        ("assessment", "examples/localities/ardvarran-2023-24.json"),
        ("assessment", "tests/files/golden/full.json"),
        ("crosswalk", "examples/crosswalks/strathenlow-plan.json"),
        ("policy", "examples/policies/strathenlow-board.json"),
    ],
)
def test_good_files(name: str, path: str) -> None:
    """What we ship is what its schema says."""
    raw = json.loads((ROOT / path).read_bytes())
    schema = SCHEMAS[name]()

    assert Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(raw)
    assert jsonschema_rs.Draft202012Validator(schema, validate_formats=True).is_valid(
        raw
    )


@given(data=st.data(), catalogue=catalogues())
def test_whatever_is_written_is_what_the_schema_says(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """Every assessment that can be built has a file that both validators take."""
    raw = json.loads(encode_assessment(data.draw(assessments(of=catalogue)), catalogue))

    assert (True, True) == (PYTHON.is_valid(raw), RUST.is_valid(raw))


# What the schema and the reading of files all refuse.
BAD = {
    "no format": ("format", ...),
    "a newer format": ("format", 2),
    "a format in words": ("format", "1"),
    "no subject": ("subject", ...),
    "a blank subject": ("subject", " \t\n"),
    "a number for a subject": ("subject", 7),
    "nothing for a text": ("locality", None),
    "a misspelt key": ("asessor", "x"),
    "no period": ("period", ...),
    "a period in words": ("period", "2025-26"),
    "a period without end": ("period.end", ...),
    "a key too many in the period": ("period.middle", "2025-10-01"),
    "a day that there is not": ("period.start", "2025-02-29"),
    "a day in another order": ("period.start", "01-04-2025"),
    "a day without hyphens": ("period.start", "20250401"),
    "a moment for a day": ("period.start", "2025-04-01T00:00:00Z"),
    "a week for a day": ("period.start", "2025-W01-1"),
    "no catalogue": ("catalogue", ...),
    "a catalogue by name": ("catalogue", "scotland"),
    "a catalogue without fingerprint": ("catalogue.fingerprint", ...),
    "a scale that nobody knows": ("scale", "msg-2020"),
    "a scale by number": ("scale", 4),
    "a scope that is no list": ("scope", "G1"),
    "a scope of numbers": ("scope", [1]),
    "an id of another form": ("scope", ["G 1"]),
    "responses by question": ("responses", {"Q1.1": {}}),
    "a response in words": ("responses", ["answered"]),
    "no question": ("responses.0.question", ...),
    "a question of another form": ("responses.0.question", "Q1,1"),
    "no status": ("responses.0.status", ...),
    "a status that nobody knows": ("responses.0.status", "done"),
    "a status in capitals": ("responses.0.status", "Answered"),
    "a list for a text": ("responses.0.text", ["a"]),
    "a control character": ("responses.0.text", "a\x1b[31mb"),
    "a carriage return": ("responses.0.text", "a\r\nb"),
    "a rating by number": ("responses.0.rating", 3),
    "evidence that is no list": ("responses.0.evidence", {}),
    "a kind that nobody knows": ("responses.1.evidence.0.kind", "survey"),
    "evidence without title": ("responses.1.evidence.0.title", ...),
    "a day that is empty": ("responses.1.evidence.0.dated", ""),
    "yes for true": ("responses.1.evidence.0.publishable", "yes"),
    "one for true": ("responses.0.publishable", 1),
    "an action without what": ("responses.1.actions.0.what", ...),
    "an action that is done, yes": ("responses.1.actions.0.done", True),
    "contributors in a line": ("responses.0.contributors", "A, B"),
    "an annotation without value": ("annotations.0.value", ...),
    "annotations as an object": ("annotations", {"source": "meeting"}),
}


@pytest.mark.parametrize(("path", "value"), BAD.values(), ids=BAD.keys())
def test_bad_files(path: str, value: object) -> None:
    """One fault, and all three refuse the file."""
    assert (False, False, False) == verdicts(changed(path, value))
    assert (True, True, True) == verdicts(full())


# What only reading can tell; the page on the files lists it.
BEYOND = {
    "a question that is not asked": ("responses.0.question", "Q99.9"),
    "a question that is answered twice": ("responses.1.question", "Q1.1"),
    "a group that there is not": ("scope", ["G4"]),
    "another catalogue": ("catalogue.id", "wales"),
    "an end before its start": ("period.end", "2000-01-01"),
    "a rating that the scale does not have": ("responses.0.rating", "splendid"),
    "ratings without a scale": ("scale", ...),
    "a scale of one level": (
        "scale",
        {"id": "x", "title": "X", "levels": [{"id": "y", "title": "Y"}]},
    ),
}


@pytest.mark.parametrize(("path", "value"), BEYOND.values(), ids=BEYOND.keys())
def test_what_only_reading_can_tell(path: str, value: object) -> None:
    """Both validators take it, and reading refuses it."""
    assert (True, True, False) == verdicts(changed(path, value))
