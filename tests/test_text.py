"""Text: the nearest word, what may not stand in it, canonical JSON, one short line."""

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from integrated_care_principles.text import (
    canonical_json,
    did_you_mean,
    forbidden_characters,
    gist,
    nearest,
    printable,
    shown,
)

ANY_TEXT = st.text(st.characters(codec=None))

# Written down from ECMA-262, JSON.stringify(value, null, 2), and tried in Node.js.
STRINGIFIED = {
    "empty text": ("", '""'),
    "named escapes": ('"\\/\b\f\n\r\t', r'"\"\\/\b\f\n\r\t"'),
    "first and last control": ("\x00\x01\x1f", r'"\u0000\u0001\u001f"'),
    "delete is no control": ("\x7f\x80\x9f", '"\x7f\x80\x9f"'),
    "line separators": ("\u2028\u2029\u0085", '"\u2028\u2029\u0085"'),
    "markup": ("</script>&'", '"</script>&\'"'),
    "beyond the first plane": ("👩\u200d⚕️", '"👩\u200d⚕️"'),
    "bidi and byte-order mark": ("\u202e\ufeff\ufffe", '"\u202e\ufeff\ufffe"'),
    "empty list": ([], "[]"),
    "empty object": ({}, "{}"),
    "whole numbers": ([0, -1, 2**53 - 1], "[\n  0,\n  -1,\n  9007199254740991\n]"),
    "words": ([True, False, None], "[\n  true,\n  false,\n  null\n]"),
    "keys": (
        {"": 1, "\n": 2, "é": 3},
        '{\n  "": 1,\n  "\\n": 2,\n  "é": 3\n}',
    ),
    "order of keys": ({"b": 1, "a": 2}, '{\n  "b": 1,\n  "a": 2\n}'),
    "nested": (
        {"a": [{"b": []}, [[], {}], ""], "c": {"d": {"e": None}}},
        (
            "{\n"
            '  "a": [\n'
            "    {\n"
            '      "b": []\n'
            "    },\n"
            "    [\n"
            "      [],\n"
            "      {}\n"
            "    ],\n"
            '    ""\n'
            "  ],\n"
            '  "c": {\n'
            '    "d": {\n'
            '      "e": null\n'
            "    }\n"
            "  }\n"
            "}"
        ),
    ),
}


class MuteError(Exception):
    """An error that fails where it is asked what happened."""

    def __str__(self) -> str:
        raise LookupError


@pytest.mark.parametrize(
    ("value", "written"), STRINGIFIED.values(), ids=STRINGIFIED.keys()
)
def test_canonical_json_is_what_javascript_writes(value: object, written: str) -> None:
    """Canonical JSON is JSON.stringify(value, null, 2) to the byte."""
    assert written.encode() == canonical_json(value).encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_canonical_json_has_no_number_that_json_has_not(number: float) -> None:
    """What JSON cannot say is refused, where JSON.stringify would say null."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json([number])


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_canonical_json_reads_back(value: object) -> None:
    """What canonical JSON says is what it was given."""
    assert value == json.loads(canonical_json(value))


@given(ANY_TEXT)
@example("".join(map(chr, range(0x250))))
def test_controls_and_halves_are_forbidden(text: str) -> None:
    """Control characters but newline and tab are forbidden, and lone surrogates."""
    forbidden = [
        f"U+{ord(each):04X}"
        for each in text
        if unicodedata.category(each) in {"Cc", "Cs"} and each not in "\n\t"
    ]

    assert tuple(dict.fromkeys(forbidden)) == forbidden_characters(text)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Q8.22", "Q8.2"),
        ("q8.2", "Q8.2"),
        ("HTML", "html"),
        ("hmtl", "html"),
        ("STRASSE", "Straße"),
        ("msg", "MSG"),
        ("partial", "partly"),
        ("", None),
        ("something else", None),
    ],
)
def test_nearest_is_the_word_that_was_meant(word: str, meant: str | None) -> None:
    """The nearest differs by a slip or case, and best begins alike; or there is none."""
    known = ("Q8.1", "Q8.2", "html", "Straße", "MSG", "partly", "apartial")

    assert meant == nearest(word, known)


def test_nothing_is_near_where_nothing_is_known() -> None:
    """Of no words none is near."""
    assert nearest("html", ()) is None


def test_did_you_mean_ends_a_sentence() -> None:
    """The nearest word comes as a question, or not at all."""
    assert "; did you mean 'html'?" == did_you_mean("htm", ("html", "csv"))
    assert "" == did_you_mean("pdf", ("html", "csv"))


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("é", '"é"'),
        (None, "null"),
        (True, "true"),
        ({"a": [1, 2.5]}, '{"a": [1, 2.5]}'),
        ({1, 2}, "{1, 2}"),
        (b"\xff", r"b'\xff'"),
        ("a\nb", r'"a\nb"'),
        ("\x9b2J", r'"\u009b2J"'),
        ("\ud800", r'"\ud800"'),
        ("\u202eabc\u2028", r'"\u202eabc\u2028"'),
        ("x" * 58, f'"{"x" * 58}"'),
        ("x" * 59, f'"{"x" * 58}…'),
    ],
)
def test_a_value_is_shown_in_one_short_line(value: object, line: str) -> None:
    """A value is shown as JSON where that can be, else as Python has it, and cut."""
    assert line == shown(value)


def test_what_is_nested_without_end_is_shown() -> None:
    """A list in itself, or too deep a one, is shown as well."""
    endless: list[object] = []
    endless.append(endless)

    assert "[[...]]" == shown(endless)


@given(
    ANY_TEXT | st.lists(ANY_TEXT) | st.binary() | st.floats(),
    st.integers(min_value=1, max_value=100),
)
def test_whatever_is_shown_keeps_to_its_line(value: object, width: int) -> None:
    """Nothing that is shown breaks, moves or turns the line, or cannot be encoded."""
    line = shown(value, width=width)

    assert line.isprintable()
    assert len(line) <= width
    assert line == line.encode().decode()


@given(ANY_TEXT)
def test_printable_text_stays_as_it_is(text: str) -> None:
    """What can be printed is not escaped, whatever stands beside it."""
    kept = "".join(filter(str.isprintable, text))

    assert kept == printable(kept)
    assert f"{kept}\\u000a" == printable(f"{kept}\n")


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (ValueError("no such thing"), "ValueError: no such thing"),
        (ValueError(), "ValueError"),
        (ValueError("  \n\n first \t line\nsecond"), "ValueError: first line"),
        (KeyError("Name"), "KeyError: 'Name'"),
        (RuntimeError("\x1b[31mred\ud800"), r"RuntimeError: \u001b[31mred\ud800"),
        (MuteError(), "MuteError"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
    ],
)
def test_the_gist_of_an_error_is_its_type_and_first_line(
    error: BaseException, line: str
) -> None:
    """The gist of any error is one line, even if it fails to say what happened."""
    assert line == gist(error)
