"""A catalogue as a file: what goes out comes back, and a schema says what may stand in it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from integrated_care_principles import (
    Catalogue,
    encode_catalogue,
    load_catalogue,
    read_catalogue,
)
from integrated_care_principles.exceptions import CatalogueFileError
from integrated_care_principles.files import catalogue_schema, decode_catalogue
from integrated_care_principles.testing import catalogues

CATALOGUE = load_catalogue()
VALIDATOR = Draft202012Validator(catalogue_schema(), format_checker=FormatChecker())


def plain() -> dict[str, Any]:
    """Return the catalogue as JSON has it."""
    raw: dict[str, Any] = json.loads(encode_catalogue(CATALOGUE))
    return raw


@given(catalogue=catalogues())
def test_what_goes_out_comes_back(catalogue: Catalogue) -> None:
    """Every field, in the same bytes, and under the schema."""
    data = encode_catalogue(catalogue)
    again = decode_catalogue(data)

    assert catalogue == again
    assert data == encode_catalogue(again)
    assert [] == [each.message for each in VALIDATOR.iter_errors(json.loads(data))]


def test_the_schema_says_whose_words_stand_where() -> None:
    """What is quoted, tidied, ours or looked up is described as such."""
    schema = catalogue_schema()
    question = schema["$defs"]["Question"]["properties"]

    assert question["text"]["description"].startswith("Quoted")
    assert question["note"]["description"].startswith("Ours")
    assert schema["properties"]["title"]["description"].startswith("Quoted")
    assert "description" not in schema["properties"]["groups"]


def test_a_loss_is_noticed() -> None:
    """The law refuses a file in which one field is missing."""
    raw = plain()
    del raw["resources"][0]["successor"]

    assert CATALOGUE != decode_catalogue(json.dumps(raw).encode())


def test_a_catalogue_from_a_file(tmp_path: Path) -> None:
    """What was exported is read with the same hashes."""
    path = tmp_path / "scotland.json"
    path.write_bytes(encode_catalogue(CATALOGUE))
    found = read_catalogue(path)

    assert CATALOGUE == found
    assert (CATALOGUE.fingerprint, CATALOGUE.content_hash) == (
        found.fingerprint,
        found.content_hash,
    )


@given(catalogue=catalogues())
def test_what_a_correction_changes(catalogue: Catalogue) -> None:
    """Another day of checking changes the content, and not what answers depend on."""
    other = evolve(catalogue, checked=date(1990, 1, 1))

    assert catalogue.fingerprint == other.fingerprint
    assert catalogue.content_hash != other.content_hash


def bad(path: str, value: object) -> dict[str, Any]:
    """Return the catalogue with another *value* at a *path*; ``...``: without it."""
    raw = plain()
    *holders, last = path.split(".")
    place: Any = raw
    for each in holders:
        place = place[int(each)] if each.isdecimal() else place[each]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return raw


# What the schema and the reading of files both refuse.
BAD = {
    "another format": ("format", 2),
    "no format": ("format", ...),
    "a key too many": ("lisence", "x"),
    "a key too few": ("title", ...),
    "nothing": ("groups.0.questions.0.note", None),
    "a number for a text": ("principles.0.title", 7),
    "a text for a number": ("principles.0.number", "1"),
    "a blank title": ("title", " \n"),
    "an id of another form": ("resources.0.id", "The Plan"),
    "a word that nobody knows": ("resources.0.status", "gone"),
    "a day that there is not": ("checked", "2026-02-30"),
    "a day in another form": ("checked", "20260301"),
    "a control character": ("purpose.summary", "a\x1bb"),
    "no list": ("outcomes", {}),
    "a key too many within": ("groups.0.listings.0.status", "current"),
}


@pytest.mark.parametrize(("path", "value"), BAD.values(), ids=BAD.keys())
def test_what_is_refused(path: str, value: object) -> None:
    """A file that the schema refuses is not read either."""
    raw = bad(path, value)

    assert list(VALIDATOR.iter_errors(raw))
    with pytest.raises(CatalogueFileError):
        decode_catalogue(json.dumps(raw).encode())


def test_everything_that_is_wrong_comes_at_once() -> None:
    """Each with its place, and what the schema cannot say too."""
    raw = bad("resources.0.status", "gone")
    raw["principles"][3]["number"] = "4"
    raw["groups"][1]["questions"][0]["txt"] = raw["groups"][1]["questions"][0].pop(
        "text"
    )
    with pytest.raises(CatalogueFileError) as caught:
        decode_catalogue(json.dumps(raw).encode(), source="scotland.json")

    assert {
        "resources[0].status",
        "principles[3].number",
        "groups[1].questions[0]",
    } == {each.path for each in caught.value.problems}
    assert all(
        each.startswith("scotland.json: ") for each in str(caught.value).splitlines()
    )


def test_what_only_reading_can_tell() -> None:
    """A resource that nobody knows is well-formed JSON, and refused all the same."""
    raw = bad("groups.0.listings.0.resource", "nowhere")

    assert [] == list(VALIDATOR.iter_errors(raw))
    with pytest.raises(CatalogueFileError, match="names no resource nowhere"):
        decode_catalogue(json.dumps(raw).encode())


def test_the_schema_is_one() -> None:
    """It is a schema by its own standard, and says which."""
    Draft202012Validator.check_schema(catalogue_schema())

    assert (
        "https://json-schema.org/draft/2020-12/schema"
        == (catalogue_schema()["$schema"])
    )
