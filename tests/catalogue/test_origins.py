"""Whose words each field of the catalogue holds."""

import inspect
import re
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from attrs import fields, fields_dict, frozen, has

from integrated_care_principles.catalogue import (
    Catalogue,
    Group,
    Hit,
    Listing,
    Origin,
    Outcome,
    Principle,
    Purpose,
    Question,
    Resource,
    origins_of,
)

CLASSES = (
    Catalogue,
    Purpose,
    Principle,
    Group,
    Question,
    Listing,
    Resource,
    Outcome,
)
# What people write is not shipped.
TOML = (
    Path(__file__).parents[2]
    / "src/integrated_care_principles/catalogue/data/scotland.toml"
)

# How the documentation of a field begins where its words are not simply the data's.
SAID = {"Quoted": Origin.QUOTED, "Tidied": Origin.TIDIED, "Our words": Origin.OURS}
DOCUMENTED = re.compile(r"(?m)^ {4}(\w+): (Quoted|Tidied|Our words)\b")


def has_fields(declared: Any) -> bool:
    """Return whether *declared* is a class of attrs."""
    return isinstance(declared, type) and has(declared)


def holds_values(declared: Any) -> bool:
    """Return whether a field holds other values of the catalogue."""
    if get_origin(declared) is tuple:
        declared = get_args(declared)[0]
    return has_fields(declared)


@pytest.mark.parametrize("cls", CLASSES)
def test_each_field_has_an_origin(cls: type[Any]) -> None:
    """Every field but those that hold other values, in the order of the fields."""
    named = [each.name for each in fields(cls) if not holds_values(each.type)]

    assert named == list(origins_of(cls))


def test_every_class_of_the_catalogue_is_among_them() -> None:
    """Whatever a catalogue consists of is reached from its fields."""
    found: list[type[Any]] = [Catalogue]
    for cls in found:
        for each in fields(cls):
            inner = (each.type, *get_args(each.type))
            found += [one for one in inner if one not in found and has_fields(one)]

    assert set(CLASSES) == set(found)


@pytest.mark.parametrize("cls", CLASSES)
def test_an_origin_is_documented(cls: type[Any]) -> None:
    """What a docstring says of whose words a field holds is what the origins say."""
    said = dict(DOCUMENTED.findall(inspect.getdoc(cls) or ""))
    origins = origins_of(cls)

    assert said == {
        name: next(word for word, origin in SAID.items() if origin is origins[name])
        for name in said
    }
    assert {
        name
        for name, origin in origins.items()
        if origin in {Origin.QUOTED, Origin.TIDIED} and "int" not in kind(cls, name)
    } <= set(said)


def kind(cls: type[Any], name: str) -> str:
    """Return the declared type of a field, numbers as such."""
    declared = fields_dict(cls)[name].type
    inner = get_args(declared)[0] if get_args(declared) else declared
    return getattr(getattr(inner, "__supertype__", inner), "__name__", "")


def test_another_class_has_none() -> None:
    """What is not of the catalogue has no origins, rather than wrong ones."""

    @frozen
    class Other:
        id: str

    assert ({}, {}) == (dict(origins_of(Other)), dict(origins_of(Hit)))


def test_the_file_that_people_write_says_the_same() -> None:
    """Its heading names the texts that are quoted and tidied, and no others."""
    heading = TOML.read_text(encoding="utf-8").partition("\nid = ")[0]
    quoted = heading.partition("quoted")[2].partition("They stand")[0]
    tidied = heading.partition("tidied")[2].partition("ours")[0]

    assert {"title", "questions.text", "listings.wording"} <= words(quoted)
    assert {"principles.printed_titles", "principles.narrative"} <= words(quoted)
    assert {"principles.title", "resources.title"} <= words(tidied)


def words(text: str) -> set[str]:
    """Return the names of fields in a comment."""
    return set(re.findall(r"[a-z_]+(?:\.[a-z_]+)?", text))
