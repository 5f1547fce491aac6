"""Options of formats: what can be one, how they are given, and what is said of them."""

from collections.abc import Callable
from enum import Enum
from typing import Literal

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.exceptions import (
    FormatError,
    OptionError,
    OptionsError,
    UnknownOptionError,
)
from integrated_care_principles.reporting import (
    Report,
    option,
    options_of,
    read_options,
    report_format,
)


class Colour(Enum):
    """What has no order."""

    RED = "red"
    BLUE = 2


@frozen(kw_only=True)
class Options:
    """One of each kind."""

    loud: bool = option(False, help="In capitals.")
    times: int = option(1, help="How often.")
    title: str = option("", help="What stands above.")
    secret: bytes = option(b"", help="What stands below.")
    size: Literal["small", "large", 3] = option("small", help="How large.")
    colour: Colour = option(Colour.RED, help="How red.")
    width: int | None = option(None, help="How wide.")
    tags: tuple[str, ...] = option((), help="What it is about.")
    days: tuple[int, ...] | None = option(None, help="When.")
    colours: tuple[Colour, ...] = option((Colour.BLUE, Colour.RED), help="Each.")
    logo: bytes | None = option(None, help="An image.", from_file=True)
    footer: str = option("The end", help="Words.", from_file=True)
    notes: tuple[str, ...] = option((), help="More words.", from_file=True)


NOWHERE = "No such file or directory"
FILES = {"logo.png": b"\x89PNG", "footer.txt": b"\xef\xbb\xbfFin\r\n", "bad": b"\xff"}


def read_file(path: str) -> bytes:
    """Return the content of a file, without any file."""
    if path == "\0":
        msg = "embedded null byte"
        raise ValueError(msg)
    if path not in FILES:
        raise FileNotFoundError(2, NOWHERE, path)
    return FILES[path]


@pytest.mark.parametrize(
    ("name", "texts", "value"),
    [
        ("loud", "true", True),
        ("loud", ("false",), False),
        ("times", "-12", -12),
        ("times", "+3", 3),
        ("title", "a=b", "a=b"),
        ("title", "@board.txt", "@board.txt"),
        ("secret", "é", b"\xc3\xa9"),
        ("size", "large", "large"),
        ("size", "3", 3),
        ("colour", "2", Colour.BLUE),
        ("width", "80", 80),
        ("tags", "abc", ("abc",)),
        ("tags", ("a", "", "a,b"), ("a", "", "a,b")),
        ("days", ("1", "2"), (1, 2)),
        ("colours", ("red",), (Colour.RED,)),
        ("logo", "@logo.png", b"\x89PNG"),
        ("logo", "words", b"words"),
        ("footer", "@footer.txt", "Fin\r\n"),
        ("footer", "@@home", "@home"),
        ("footer", "me@home", "me@home"),
        ("notes", ("@footer.txt", "b"), ("Fin\r\n", "b")),
    ],
)
def test_an_option_is_read_as_what_it_is(
    name: str, texts: str | tuple[str, ...], value: object
) -> None:
    """A text becomes a value of the type of the option, and of no other."""
    found = getattr(read_options(Options, {name: texts}, read_file=read_file), name)

    assert (type(value), value) == (type(found), found)


@pytest.mark.parametrize(
    ("name", "texts", "message"),
    [
        (
            "loud",
            "False",
            "expected true or false, found 'False'; did you mean 'false'?",
        ),
        ("loud", "1", "expected true or false, found '1'"),
        (
            "loud",
            ("true", "false"),
            "expected true or false, once, found 'true, false'",
        ),
        ("times", "1.0", "expected a whole number, found '1.0'"),
        ("times", "\u0661", "expected a whole number, found '\u0661'"),
        ("times", "9" * 19, f"expected a whole number, found '{'9' * 19}'"),
        ("times", (), "expected a whole number, once, found ''"),
        (
            "size",
            "Large",
            "expected small or large or 3, found 'Large'; did you mean 'large'?",
        ),
        ("colour", "BLUE", "expected red or 2, found 'BLUE'"),
        ("width", "", "expected a whole number, found ''"),
        ("days", ("1", "x"), "expected a whole number, found 'x'"),
        (
            "logo",
            "@no.png",
            f"expected a file that can be read ({NOWHERE}), found '@no.png'",
        ),
        (
            "logo",
            "@\0",
            "expected a file that can be read (embedded null byte), found '@\\x00'",
        ),
        ("footer", "@bad", "expected a file of UTF-8 text, found '@bad'"),
    ],
)
def test_what_an_option_does_not_take(
    name: str, texts: str | tuple[str, ...], message: str
) -> None:
    """Nothing is guessed: the error says what was given, and what it takes."""
    with pytest.raises(OptionError) as caught:
        read_options(Options, {name: texts}, read_file=read_file)

    assert f"option {name}: {message}" == str(caught.value)


def test_no_file_is_read_unless_we_say_how() -> None:
    """A program that hands on what a stranger typed opens no file for them."""
    with pytest.raises(OptionError, match="since no file is read here"):
        read_options(Options, {"logo": "@/etc/passwd"})


def test_an_unknown_option() -> None:
    """A name that is none gets the nearest that is."""
    with pytest.raises(UnknownOptionError, match="did you mean 'times'"):
        read_options(Options, {"tines": "1"})


def test_every_problem_at_once() -> None:
    """Who gave several wrong options hears of all of them, in their order."""
    with pytest.raises(OptionsError) as caught:
        read_options(Options, {"loud": "yes", "tines": "1", "times": "x", "title": "a"})

    assert ["loud", "tines", "times"] == [
        getattr(each, "name", None) or getattr(each, "id", None)
        for each in caught.value.errors
    ]
    assert 3 == len(str(caught.value).splitlines())


@frozen(kw_only=True)
class Strict:
    """Options with a rule of their own."""

    low: int = option(1, help="At least.")
    high: int = option(9, help="At most.")

    def __attrs_post_init__(self) -> None:
        if self.high < self.low:
            name, expected = "high", f"at least {self.low}"
            raise OptionError(name, str(self.high), expected)


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        ({"high": "0"}, 1),
        ({"low": "10"}, 1),
        ({"high": "0", "lou": "1"}, 2),
        ({"low": "x", "high": "0"}, 2),
        ({"high": "x", "low": "10"}, 1),
    ],
)
def test_rules_of_the_format_itself(texts: dict[str, str], count: int) -> None:
    """What the class refuses is told too, unless it is about what was not understood."""
    with pytest.raises(FormatError) as caught:
        read_options(Strict, texts)

    assert count == len(str(caught.value).splitlines())


def test_nothing_given_is_all_defaults() -> None:
    """Every option has a default."""
    assert Options() == read_options(Options, {})
    assert Strict(low=3) == read_options(Strict, {"low": "3"})


def test_options_are_listed_with_what_they_take() -> None:
    """A list of options says all that one needs to give them."""
    listed = {each.name: each for each in options_of(Options)}

    assert [
        ("loud", "true or false", "false", False),
        ("times", "a whole number", "1", False),
        ("title", "a text", "", False),
        ("secret", "a text", "", False),
        ("size", "small or large or 3", '"small"', False),
        ("colour", "red or 2", "red", False),
        ("width", "a whole number", "", False),
        ("tags", "a text", "", True),
        ("days", "a whole number", "", True),
        ("colours", "red or 2", "2, red", True),
        ("logo", "a text, or @PATH", "", False),
        ("footer", "a text, or @PATH", '"The end"', False),
        ("notes", "a text, or @PATH", "", True),
    ] == [
        (each.name, each.takes, each.default_text, each.many)
        for each in listed.values()
    ]
    assert "In capitals." == listed["loud"].help


def test_a_default_of_bytes_is_not_printed() -> None:
    """Of bytes, their number is said."""

    @frozen
    class Binary:
        key: bytes = option(b"\0\0", help="Any.")

    assert "2 bytes" == options_of(Binary)[0].default_text


def test_no_class_has_no_options() -> None:
    """A format without options lists none."""
    assert () == options_of(None)


@frozen
class _NoHelp:
    a: int = 1


@frozen
class _NoDefault:
    a: int = field(metadata={"help": "No default."})


def _declared(declared: object, default: object, **more: bool) -> type:
    """Return a class with an option of the type *declared*."""
    namespace = {
        "__annotations__": {"a": declared},
        "a": option(default, help="Any.", **more),
    }
    return frozen(type("Declared", (), namespace))


def _unannotated() -> type:
    """Return a class with an option whose type nobody says."""
    return frozen(type("Declared", (), {"a": option(1, help="Any.")}))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: dict, "dict is not an attrs class; write @frozen"),
        (lambda: _NoHelp, "_NoHelp.a has no default or no help; use option()"),
        (lambda: _NoDefault, "_NoDefault.a has no default or no help; use option()"),
        (lambda: _declared(float, 1.0), "Declared.a: an option cannot be float; use"),
        (_unannotated, "Declared.a: an option cannot be without a type; use bool"),
        (lambda: _declared(int | str, 1), r"an option cannot be int \| str"),
        (lambda: _declared(list[int], []), r"an option cannot be list\[int\]"),
        (lambda: _declared(tuple[int, int], (1, 2)), r"an option cannot be tuple\[int"),
        (lambda: _declared(tuple[()], ()), r"an option cannot be tuple\[\(\)\]"),
        (
            lambda: _declared(tuple[tuple[int, ...], ...], ()),
            r"an option cannot be tuple\[int, \.\.\.\]",
        ),
        (lambda: _declared(Literal[1, "1"], 1), "an option cannot be typing.Literal"),
        (lambda: _declared(Enum, 1), "Declared.a: an option cannot be Enum; use"),
        (
            lambda: _declared(int, "1"),
            "Declared.a is by default '1', which is not a whole number",
        ),
        (lambda: _declared(int, True), "Declared.a is by default True, which is not"),
        (
            lambda: _declared(bool, 1),
            "Declared.a is by default 1, which is not true or false",
        ),
        (
            lambda: _declared(tuple[str, ...], "abc"),
            "is by default 'abc', which is not",
        ),
        (lambda: _declared(tuple[str, ...], (1,)), "is by default .* which is not"),
        (lambda: _declared(str, None), "is by default None, which is not"),
        (
            lambda: _declared(int, 1, from_file=True),
            "Declared.a cannot be the content of a file; use str or bytes",
        ),
    ],
)
def test_what_cannot_be_an_option(make: Callable[[], type], message: str) -> None:
    """Whoever declares what nobody could give hears of it when the format is made."""
    with pytest.raises(TypeError, match=message):

        @report_format(media_type="text/plain", suffix=".txt", options=make())
        def never(report: Report, options: object) -> str:  # pragma: no cover
            return f"{report}{options}"


@given(st.text(), st.integers(-(10**17), 10**17), st.lists(st.text()))
def test_reading_gives_back_what_was_written(
    title: str, times: int, tags: list[str]
) -> None:
    """Whatever the texts are, they come out as they went in."""
    found = read_options(
        Options, {"title": title, "times": str(times), "tags": tuple(tags)}
    )

    assert Options(title=title, times=times, tags=tuple(tags)) == found
