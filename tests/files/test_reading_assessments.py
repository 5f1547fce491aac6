"""Reading: strict about what is there, and nothing is taken for something else."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Assessment,
    AssessmentFileError,
    Revision,
    Status,
    decode_assessment,
    encode_assessment,
    load_catalogue,
    read_assessment,
    write_assessment,
)

SCOTLAND = load_catalogue()
GOLDEN = Path(__file__).parent / "golden"
FULL = (GOLDEN / "full.json").read_bytes()
BLANK = (GOLDEN / "blank.json").read_bytes()


def decoded(**values: Any) -> Assessment:
    """Return what is read where the blank assessment has these *values* too."""
    raw = {**json.loads(BLANK), **values}
    return decode_assessment(json.dumps(raw).encode(), SCOTLAND)


def test_a_byte_order_mark() -> None:
    """What Windows puts before a text is taken off."""
    assert decode_assessment(FULL) == decode_assessment(b"\xef\xbb\xbf" + FULL)


def test_two_byte_order_marks() -> None:
    """Only one is taken off."""
    with pytest.raises(AssessmentFileError):
        decode_assessment(b"\xef\xbb\xbf" * 2 + FULL)


@pytest.mark.parametrize("newline", [b"\r\n", b"\r", b" ", b""])
def test_the_layout_does_not_matter(newline: bytes) -> None:
    """Lines may end as they like, or not at all."""
    laid_out = FULL.replace(b"\n", newline)

    assert decode_assessment(FULL) == decode_assessment(laid_out)


@given(data=st.data())
def test_the_order_of_keys_does_not_matter(data: st.DataObject) -> None:
    """Keys may stand in any order."""
    raw = json.loads(FULL)
    shuffled = {key: raw[key] for key in data.draw(st.permutations(list(raw)))}

    assert decode_assessment(FULL) == decode_assessment(json.dumps(shuffled).encode())


def test_escapes_do_not_matter() -> None:
    """A character is the same whether it is escaped or not."""
    escaped = json.dumps(json.loads(FULL), ensure_ascii=True).encode()

    assert decode_assessment(FULL) == decode_assessment(escaped)


@pytest.mark.parametrize(
    "text", ["1e3", "007", "1.10", "TRUE", "nan", "null", "2026-03-31", "1/2", "=1+1"]
)
def test_texts_stay_texts(text: str) -> None:
    """What looks like a number, a word of JSON or a day is a text where texts stand."""
    said = {"question": "Q1.1", "status": "answered", "text": text}

    (response,) = decoded(subject=text, responses=[said]).responses

    assert text == response.text
    assert text == decoded(subject=text).subject


def test_every_value_is_of_its_own_type() -> None:
    """What is read is made of the model's types and of no relatives of theirs."""
    (_, response) = decode_assessment(FULL).responses

    assert str is type(response.text)
    assert bool is type(response.publishable)
    assert tuple is type(response.evidence)
    assert Status is type(response.status)


@pytest.mark.parametrize("key", ["responses", "scope", "annotations"])
def test_empty_lists(key: str) -> None:
    """A list may be written that is empty."""
    assert decode_assessment(BLANK) == decoded(**{key: []})


@pytest.mark.parametrize("key", ["locality", "assessor"])
def test_empty_texts(key: str) -> None:
    """A text may be written that is empty."""
    assert decode_assessment(BLANK) == decoded(**{key: ""})


def test_a_default_that_is_written() -> None:
    """What is at its default may be written, and means the same."""
    said = {"question": "Q1.1", "status": "draft"}

    assert decoded(responses=[said]) == decoded(
        responses=[{**said, "publishable": True, "text": "", "evidence": []}]
    )


def test_without_a_catalogue() -> None:
    """Without a catalogue, ids are not looked up."""
    raw = {
        **json.loads(BLANK),
        "scope": ["G4"],
        "catalogue": {"id": "wales", "edition": "1", "fingerprint": "x"},
        "responses": [{"question": "own:Q1", "status": "draft"}],
    }

    assessment = decode_assessment(json.dumps(raw).encode())

    assert "own:Q1" == assessment.responses[0].question


def test_another_edition() -> None:
    """An assessment for another edition is read as it is."""
    ref = evolve(SCOTLAND.ref, edition="2020.1", fingerprint="sha256:0")
    raw = {"id": "scotland", "edition": "2020.1", "fingerprint": "sha256:0"}

    assert ref == decoded(catalogue=raw).catalogue


def test_from_a_file(tmp_path: Path) -> None:
    """A file gives its assessment, and the revision that allows to replace it."""
    path = tmp_path / "north.json"
    path.write_bytes(FULL)

    assessment, revision = read_assessment(path, SCOTLAND)

    assert decode_assessment(FULL) == assessment
    assert Revision.of(FULL) == revision
    assert (assessment, revision) == read_assessment(str(path))


def test_the_revision_is_of_the_bytes(tmp_path: Path) -> None:
    """A file that says the same in other bytes is another revision."""
    path = tmp_path / "north.json"
    path.write_bytes(b"\xef\xbb\xbf" + FULL)

    assessment, revision = read_assessment(path, SCOTLAND)

    assert encode_assessment(assessment, SCOTLAND) == FULL
    assert Revision.of(FULL) != revision
    assert Revision.of(FULL) == write_assessment(
        path, assessment, SCOTLAND, replacing=revision
    )


def test_a_revision_says_what_it_is() -> None:
    """A revision is the hash of the bytes, with the name of the hash."""
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    assert Revision(f"sha256:{digest}") == Revision.of(b"")


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is the system's error, with its name."""
    with pytest.raises(FileNotFoundError) as caught:
        read_assessment(tmp_path / "north.json")

    assert str(tmp_path / "north.json") == str(caught.value.filename)


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no file."""
    with pytest.raises(IsADirectoryError):
        read_assessment(tmp_path)


def test_errors_name_the_file(tmp_path: Path) -> None:
    """Each line of an error begins with the name of the file, as it was given."""
    path = tmp_path / "north.json"
    path.write_bytes(b"{}")

    with pytest.raises(AssessmentFileError) as caught:
        read_assessment(path)

    assert [
        f"{path}: format is missing",
        f"{path}: subject is missing",
        f"{path}: period is missing",
        f"{path}: catalogue is missing",
    ] == str(caught.value).splitlines()


def test_errors_name_what_they_are_told() -> None:
    """What comes from elsewhere has the name that it was given."""
    with pytest.raises(AssessmentFileError, match=r"^<bytes>: line 1, column 1: the"):
        decode_assessment(b"")
    with pytest.raises(AssessmentFileError, match=r"^<stdin>: line 1, column 1: the"):
        decode_assessment(b"", source="<stdin>")
