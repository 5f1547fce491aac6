"""How rules are asked, and what is said of what they refuse."""

import types
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NewType, Union

import pytest
from attrs import Factory, evolve, field, frozen

from integrated_care_principles.assessment import (
    Action,
    Status,
)
from integrated_care_principles.catalogue import (
    Listing,
)
from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    expected,
    field_problems,
    is_union,
    require_wellformed,
)

from .samples import Markup

TownId = NewType("TownId", str)
Height = NewType("Height", int)


class Colour(StrEnum):
    """A word of a few."""

    RED = "red"
    BLUE = "blue"


@frozen(kw_only=True)
class Flag:
    """Something that a town has."""

    colour: Colour = Colour.RED

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Town:
    """One field of every type that our values have."""

    id: TownId = field(default=TownId("ayr"), metadata=SLUG)
    name: str = field(default="Ayr", metadata=NOT_BLANK)
    motto: str = ""
    code: str | None = field(default=None, metadata=ID)
    height: Height = Height(0)
    people: int | None = None
    port: bool = False
    founded: date = date(1205, 1, 1)
    burnt: date | None = None
    flag: Flag = Factory(Flag)
    colour: Colour | None = None
    names: tuple[str, ...] = field(default=(), metadata=NOT_BLANK)
    near: tuple[TownId, ...] = field(default=(), metadata=SLUG)
    floods: tuple[int, ...] = ()
    flags: tuple[Flag, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


class Red(Flag):
    """A flag that is one, and more."""


# A field of a town, a value that it does not take, and what is said of it.
WRONG: dict[str, tuple[dict[str, Any], list[Problem]]] = {
    "none for a text": (
        {"motto": None},
        [Problem("motto", "wrong-type", "null", "a text")],
    ),
    "a number for a text": (
        {"name": 7},
        [Problem("name", "wrong-type", "7", "a text")],
    ),
    "bytes for a text": (
        {"motto": b"x"},
        [Problem("motto", "wrong-type", "b'x'", "a text")],
    ),
    "a text that renders itself": (
        {"motto": Markup("<b>")},
        [Problem("motto", "wrong-type", '"<b>"', "a text")],
    ),
    "a word for a text": (
        {"motto": Colour.RED},
        [Problem("motto", "wrong-type", '"red"', "a text")],
    ),
    "a number for a text or none": (
        {"code": 1},
        [Problem("code", "wrong-type", "1", "a text")],
    ),
    "true for a number": (
        {"height": True},
        [Problem("height", "wrong-type", "true", "a whole number")],
    ),
    "a fraction for a number": (
        {"people": 1.0},
        [Problem("people", "wrong-type", "1.0", "a whole number")],
    ),
    "a number for true": (
        {"port": 1},
        [Problem("port", "wrong-type", "1", "true or false")],
    ),
    "a moment for a day": (
        {"founded": datetime(2026, 3, 31)},  # noqa: DTZ001 - it is refused
        [
            Problem(
                "founded",
                "wrong-type",
                "datetime.datetime(2026, 3, 31, 0, 0)",
                "a day such as 2026-03-31",
            )
        ],
    ),
    "a text for a day": (
        {"burnt": "2026-03-31"},
        [Problem("burnt", "wrong-type", '"2026-03-31"', "a day such as 2026-03-31")],
    ),
    "a text for a word": (
        {"colour": "red"},
        [Problem("colour", "wrong-type", '"red"', "Colour (red, blue)")],
    ),
    "a word of another list": (
        {"colour": Status.DRAFT},
        [Problem("colour", "wrong-type", '"draft"', "Colour (red, blue)")],
    ),
    "a class for a value": (
        {"flag": int},
        [Problem("flag", "wrong-type", "<class 'int'>", "a flag")],
    ),
    "a list for a tuple": (
        {"names": ["Ayr"]},
        [Problem("names", "wrong-type", '["Ayr"]', "a tuple")],
    ),
    "a text for a tuple": (
        {"near": "ayr"},
        [Problem("near", "wrong-type", '"ayr"', "a tuple")],
    ),
    "none for a tuple": (
        {"flags": None},
        [Problem("flags", "wrong-type", "null", "a tuple")],
    ),
    "something else in a tuple": (
        {"names": ("Ayr", 7, "Inverayr", None)},
        [
            Problem("names[1]", "wrong-type", "7", "a text"),
            Problem("names[3]", "wrong-type", "null", "a text"),
        ],
    ),
    "true in a tuple of numbers": (
        {"floods": (1, True)},
        [Problem("floods[1]", "wrong-type", "true", "a whole number")],
    ),
    "a text in a tuple of values": (
        {"flags": (Flag(), "red")},
        [Problem("flags[1]", "wrong-type", '"red"', "a flag")],
    ),
    "a blank text": (
        {"name": " \n\u2003"},
        [Problem("name", "blank", r'" \n\u2003"', "a text")],
    ),
    "an empty text": ({"name": ""}, [Problem("name", "blank", '""', "a text")]),
    "a blank text in a tuple": (
        {"names": ("Ayr", "")},
        [Problem("names[1]", "blank", '""', "a text")],
    ),
    "an id of another form": (
        {"id": "Ayr"},
        [Problem("id", "malformed-id", '"Ayr"', "small-letters-and-hyphens")],
    ),
    "an id of another form in a tuple": (
        {"near": ("troon", "troon\n")},
        [Problem("near[1]", "malformed-id", r'"troon\n"', "small-letters-and-hyphens")],
    ),
    "a forbidden character": (
        {"motto": "a\0b\rc\0"},
        [Problem("motto", "forbidden-character", "U+0000, U+000D")],
    ),
    "a forbidden character where a form is asked": (
        {"id": "ay\x9br"},
        [Problem("id", "forbidden-character", "U+009B")],
    ),
    "a forbidden character in a tuple": (
        {"names": ("Ayr", "\ud800")},
        [Problem("names[1]", "forbidden-character", "U+D800")],
    ),
    "all at once": (
        {"id": "", "name": 7, "motto": "\0", "people": "many", "near": ("", 7)},
        [
            Problem("id", "malformed-id", '""', "small-letters-and-hyphens"),
            Problem("name", "wrong-type", "7", "a text"),
            Problem("motto", "forbidden-character", "U+0000"),
            Problem("people", "wrong-type", '"many"', "a whole number"),
            Problem("near[1]", "wrong-type", "7", "a text"),
        ],
    ),
}
RIGHT: tuple[dict[str, Any], ...] = (
    {"motto": "two\nlines\tand a tab \u202e 👩\u200d⚕️ \ufffe"},
    {"code": "Q1.1", "people": 0, "burnt": date(1600, 1, 1), "colour": Colour.BLUE},
    {"flag": Red(colour=Colour.BLUE)},
    {"names": ("Ayr", "Inverayr"), "near": (TownId("troon"),), "floods": (1, -2)},
    {"flags": (Flag(), Red())},
)


@pytest.mark.parametrize(("values", "problems"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named(
    values: dict[str, Any], problems: list[Problem]
) -> None:
    """Everything that is wrong with a value is named at once, each with its place."""
    with pytest.raises(MalformedError) as caught:
        evolve(Town(), **values)

    assert ("Town", tuple(problems)) == caught.value.args


@pytest.mark.parametrize("values", RIGHT)
def test_what_is_right_is_taken(values: dict[str, Any]) -> None:
    """A value of the declared type is taken as it is, also of a class below it."""
    town = evolve(Town(), **values)

    assert values == {name: getattr(town, name) for name in values}


def test_only_the_fields_that_are_there_are_looked_at() -> None:
    """Of some of the fields, the others are not missed."""
    assert [Problem("wording", "blank", '""', "a text")] == list(
        field_problems(Listing, {"wording": ""})
    )
    assert [] == list(field_problems(Listing, {}))


def test_more_rules_are_asked_where_the_fields_are_in_order() -> None:
    """Rules across fields add up, and can count on the fields' being in order."""

    def first() -> Iterator[Problem]:
        yield Problem("a", "repeated", "1")

    def second() -> Iterator[Problem]:
        yield Problem("b", "repeated", "2")

    with pytest.raises(MalformedError) as caught:
        require_wellformed(Flag(), first(), second())

    assert (*first(), *second()) == caught.value.problems


def test_more_rules_are_not_asked_where_a_field_is_wrong() -> None:
    """A rule across fields never sees a field of the wrong type."""
    flag = Flag()
    object.__setattr__(flag, "colour", "red")  # as nobody else can
    rule = iter([Problem("a", "repeated", "1")])

    with pytest.raises(MalformedError) as caught:
        require_wellformed(flag, rule)

    assert ["colour"] == [each.path for each in caught.value.problems]
    assert [Problem("a", "repeated", "1")] == list(rule)


@pytest.mark.parametrize(
    ("declared", "words"),
    [
        (str, "a text"),
        (TownId, "a text"),
        (int | None, "a whole number"),
        (Height, "a whole number"),
        (bool, "true or false"),
        (date, "a day such as 2026-03-31"),
        (Colour | None, "Colour (red, blue)"),
        (Action, "an action"),
        (tuple[str, ...], "a list"),
        (Flag, "a flag"),
        (Flag | None, "a flag"),
    ],
)
def test_a_type_is_said_in_words(declared: object, words: str) -> None:
    """What a field takes is said in words, those of files for lists."""
    assert words == expected(declared)


@pytest.mark.parametrize(
    ("declared", "union"),
    [
        (str | None, True),
        (Union[str, None], True),  # noqa: UP007 - the other way to write it
        (TownId | None, True),
        (str, False),
        (tuple[str | None, ...], False),
        (types.NoneType, False),
    ],
)
def test_a_union_is_told_from_other_types(declared: object, union: bool) -> None:
    """A union is one however it is written, also of ids."""
    assert union == is_union(declared)
