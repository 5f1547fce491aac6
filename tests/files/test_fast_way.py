"""The fast way into an assessment takes what the full way takes, and nothing else."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrated_care_principles import (
    Assessment,
    AssessmentFileError,
    Catalogue,
    encode_assessment,
    load_catalogue,
)
from integrated_care_principles.files._fast import read_fast
from integrated_care_principles.files._formats import decoded
from integrated_care_principles.files._full import read_fully
from integrated_care_principles.testing import assessments, catalogues

from .test_assessment_schema import BAD, BEYOND, changed
from .test_fuzzed_files import FULL, damaged, values

SCOTLAND = load_catalogue()
GOLDEN = Path(__file__).parent / "golden"


def fully(data: bytes, catalogue: Catalogue | None) -> Assessment | None:
    """Return the assessment that *data* holds in the full way, if it holds one."""
    try:
        return decoded(
            data,
            lambda raw: read_fully(raw, catalogue),
            newest=1,
            error=AssessmentFileError,
            source="-",
        )
    except AssessmentFileError:
        return None


def check(data: bytes, catalogue: Catalogue | None = SCOTLAND) -> Assessment | None:
    """Hold that both ways say the same of *data*, and return what they say."""
    found = read_fast(data, catalogue, newest=1)

    assert fully(data, catalogue) == found
    return found


@settings(max_examples=4 * settings().max_examples)
@given(data=damaged())
def test_damaged_assessments(data: bytes) -> None:
    """Whatever is changed in a file, both take it, and the same of it, or neither does."""
    check(data)


@given(value=values())
def test_any_json(value: object) -> None:
    """Whatever JSON says, both take it or neither does."""
    check(json.dumps(value).encode())


@given(data=st.data(), catalogue=catalogues())
def test_whatever_is_written(data: st.DataObject, catalogue: Catalogue) -> None:
    """What was written is read the fast way: nothing in it is unusual."""
    written = encode_assessment(data.draw(assessments(of=catalogue)), catalogue)

    assert check(written, catalogue) is not None


@pytest.mark.parametrize(
    ("path", "value"),
    [*BAD.values(), *BEYOND.values()],
    ids=[*BAD.keys(), *BEYOND.keys()],
)
def test_one_fault(path: str, value: object) -> None:
    """What a schema refuses, and what only reading can tell, neither takes."""
    assert None is check(json.dumps(changed(path, value)).encode())


def text(**changes: str) -> bytes:
    """Return the full one as JSON, with texts put in the place of others."""
    found = json.dumps(FULL, ensure_ascii=False)
    for old, new in changes.items():
        assert old in found
        found = found.replace(old, new, 1)
    return found.encode()


# What JSON leaves open, or Python's reading of it takes without a word.
ODD = {
    "as it is": (text(), True),
    "a mark of byte order": (b"\xef\xbb\xbf" + text(), True),
    "two marks": (b"\xef\xbb\xbf" * 2 + text(), False),
    "white space around": (b" \n\t" + text() + b"\r\n ", True),
    "text after it": (text() + b"{}", False),
    "UTF-16": (text().decode().encode("utf-16"), False),
    "a byte that is none": (text().replace(b"Report", b"R\xffport"), False),
    "a key twice": (text(subject='subject": "x", "subject'), False),
    "a key twice, escaped": (text(subject='subject": "x", "\\u0073ubject'), False),
    "half a character": (text(Report="\\ud800"), False),
    "a whole one in halves": (text(Report="\\ud83d\\ude00"), True),
    "a number with a point": (
        b'{"format": 1.0,' + text()[len('{"format": 1,') :],
        False,
    ),
    "a number in another way": (
        b'{"format": 1e0,' + text()[len('{"format": 1,') :],
        False,
    ),
    "true for a number": (b'{"format": true,' + text()[len('{"format": 1,') :], False),
    "no number": (b'{"format": NaN,' + text()[len('{"format": 1,') :], False),
    "a newer format": (b'{"format": 2,' + text()[len('{"format": 1,') :], False),
    "nothing": (b"", False),
    "a list in lists": (b"[" * 100_000, False),
    "an object in objects": (b'{"a":' * 100_000, False),
}


@pytest.mark.parametrize(("data", "taken"), ODD.values(), ids=ODD.keys())
def test_what_json_leaves_open(data: bytes, taken: bool) -> None:
    """Neither takes what the files may not hold, and both take the rest."""
    assert taken == (check(data) is not None)


@pytest.mark.parametrize("name", ["blank.json", "full.json"])
def test_without_a_catalogue(name: str) -> None:
    """Ids are then not looked up, in either way."""
    raw: dict[str, Any] = json.loads((GOLDEN / name).read_bytes())
    raw["scope"] = ["G99"]
    data = json.dumps(raw).encode()

    assert None is check(data)
    assert check(data, None) is not None
