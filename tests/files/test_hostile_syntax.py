"""Bytes that hold no assessment: one clear error, and it says where."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Assessment,
    AssessmentFileError,
    Problem,
    decode_assessment,
)

GOLDEN = Path(__file__).parent / "golden"
FULL = (GOLDEN / "full.json").read_bytes()
BLANK = (GOLDEN / "blank.json").read_bytes()

# What a file lacks that says nothing else.
MISSING = [
    Problem("", "missing-key", expected=each)
    for each in ("format", "subject", "period", "catalogue")
]


def problems_of(data: bytes) -> list[Problem]:
    """Return what is wrong with *data*; each of it can be said."""
    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(data)
    assert str(caught.value).encode("utf-8")
    return list(caught.value.problems)


def outcome(data: bytes) -> Assessment | AssessmentFileError:
    """Return what *data* is read as, or why it is not."""
    try:
        return decode_assessment(data)
    except AssessmentFileError as error:
        return error


def at(
    line: int, column: int, code: str, found: str = "", expected: str = ""
) -> Problem:
    """Return a problem of how a file is written, which has a place and no path."""
    return Problem("", code, found, expected, line=line, column=column)


def subject(raw: str) -> bytes:
    """Return the blank assessment with *raw* for its subject."""
    return BLANK.replace(b'"North"', raw.encode())


def test_cut_off_anywhere() -> None:
    """A file that ends too early is refused at its end, wherever that is."""
    whole = FULL.rstrip()

    for end in range(1, len(whole)):
        (problem,) = problems_of(whole[:end])
        assert problem.code in {"empty", "not-json", "not-utf-8"}
        assert (problem.line or 1) <= whole[:end].count(b"\n") + 1


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"{", 1, 2),
        (b'{\n  "format": 1\n  "a": 2}', 3, 3),
        (b'{"format": 01}', 1, 13),
        (b"{'format': 1}", 1, 2),
        (b'{"format": 1} {}', 1, 15),
        (b'{"subject": "a\tb"}', 1, 15),
        (b'{"subject": "a\x00b"}', 1, 15),
        (b"\x00", 1, 1),
        (b"{}\x00", 1, 3),
        (b'{"subject": "\\x"}', 1, 14),
        (b"subject: North\n", 1, 1),
        (b"PK\x03\x04", 1, 1),
    ],
    ids=ascii,
)
def test_no_json(data: bytes, line: int, column: int) -> None:
    """What is no JSON is refused by line and column."""
    (problem,) = problems_of(data)

    code = "not-json" if data.strip(b"\xef\xbb\xbf \n") else "empty"
    assert ("", code) == (problem.path, problem.code)
    assert (line, column) == (problem.line, problem.column)


@pytest.mark.parametrize(
    ("data", "line"), [(b"", 1), (b" \n\t\r\n", 3), (b"\xef\xbb\xbf", 1)], ids=ascii
)
def test_nothing_at_all(data: bytes, line: int) -> None:
    """A file without anything in it is called empty."""
    assert [at(line, 1, "empty")] == problems_of(data)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b'{"a": "b', "Unterminated string"),
        (b'{"a": "\tb"}', "Invalid control character"),
        (b'{"a": 1 "b": 2}', "Expecting ',' delimiter"),
    ],
)
def test_what_is_no_json_is_said_once(data: bytes, found: str) -> None:
    """The sentence names the place before, and what is wrong without a loose end."""
    assert [found] == [each.found for each in problems_of(data)]


@pytest.mark.parametrize(
    ("data", "found", "line", "column"),
    [
        (b"\xff", "0xff", 1, 1),
        (b"{\n  \xe9", "0xe9", 2, 3),
        (b'\xef\xbb\xbf{\n"\xc3\xa9\xc3\xa9": "\xc3', "0xc3", 2, 8),
        (b'{"a": "\xed\xa0\x80"}', "0xed", 1, 8),
        (b'{"a": "\xc0\xaf"}', "0xc0", 1, 8),
        ('{"a": 1}'.encode("utf-16"), "0xff", 1, 1),
        ("North é".encode("cp1252"), "0xe9", 1, 7),
    ],
    ids=ascii,
)
def test_not_utf8(data: bytes, found: str, line: int, column: int) -> None:
    """The first byte that is not UTF-8 is named, by line and column in characters."""
    assert [at(line, column, "not-utf-8", found)] == problems_of(data)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"null", "null"),
        (b"[]", "[]"),
        (b"[{}]", "[{}]"),
        (b"true", "true"),
        (b"1", "1"),
        (b"1.5", "1.5"),
        (b'"text"', '"text"'),
    ],
)
def test_no_object(data: bytes, found: str) -> None:
    """JSON of something else is no assessment."""
    assert [Problem("", "wrong-type", found, "an object")] == problems_of(data)


def test_an_empty_object() -> None:
    """Nothing at all lacks all that is required."""
    assert MISSING == problems_of(b"{}")


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number(constant: str) -> None:
    """What Python takes for numbers is no JSON, and is shown as it is written."""
    assert [
        at(3, 14, "not-json", f"{constant} is no JSON number"),
        Problem("subject", "wrong-type", constant, "a text"),
    ] == problems_of(subject(constant))


@pytest.mark.parametrize(
    "number", [f"{2**64}", f"-{2**63 + 1}", "1" * 100_000, f"-{'9' * 5000}"]
)
def test_numbers_that_are_too_large(number: str) -> None:
    """A number of more than 64 bits is named, and never computed with."""
    shown = number if len(number) <= 60 else f"{number[:59]}…"
    quoted = f'"{number}"' if len(number) <= 58 else f'"{number[:58]}…'

    assert [
        at(3, 14, "number-too-large", quoted),
        Problem("subject", "wrong-type", shown, "a text"),
    ] == problems_of(subject(number))


@pytest.mark.parametrize("number", [2**64 - 1, -(2**63), 0])
def test_numbers_that_fit(number: int) -> None:
    """A number of 64 bits is well written, and still no text."""
    assert [Problem("subject", "wrong-type", f"{number}", "a text")] == problems_of(
        subject(f"{number}")
    )


@pytest.mark.parametrize("number", ["1e400", "-1e400", f"{'1' * 400}.5"])
def test_decimals_without_end(number: str) -> None:
    """A decimal that is too large for any computer is shown as it is written."""
    shown = number if len(number) <= 60 else f"{number[:59]}…"

    assert [Problem("subject", "wrong-type", shown, "a text")] == problems_of(
        subject(number)
    )


@pytest.mark.parametrize(
    ("second", "column"),
    [
        ('"subject": "South"', 20),
        ('"subj\\u0065ct": "South"', 20),
        ('"s\\u0075bject": "North"', 20),
    ],
)
def test_a_key_that_stands_twice(second: str, column: int) -> None:
    """Of two keys of one name none is silently lost, however they are spelt."""
    data = subject(f'"North", {second}')

    assert [at(3, column + 3, "repeated-key", '"subject"')] == problems_of(data)


def test_a_key_that_stands_twice_inside() -> None:
    """Repeated keys are found however deep; in two objects a key may stand."""
    data = FULL.replace(
        b'"what": "Check"', b'"what": "Check", "what": "Go", "what": "x"'
    )
    line = data[: data.index(b'"what": "Check"')].count(b"\n") + 1

    assert [
        at(line, 28, "repeated-key", '"what"'),
        at(line, 42, "repeated-key", '"what"'),
    ] == problems_of(data)


def test_a_key_as_a_value() -> None:
    """A text that reads like a key is no key."""
    decode_assessment(subject('"subject"'))
    decode_assessment(subject('"\\"subject\\": \\"North\\", {[}]"'))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("\\ud800", "D800"),
        ("\\uDFFF", "DFFF"),
        ("\\ud800x\\udc00", "D800, U+DC00"),
        ("\\udc00\\ud800", "DC00, U+D800"),
    ],
)
def test_half_a_character(written: str, code: str) -> None:
    """A lone surrogate is named by its place, and by its path."""
    found, named = problems_of(subject(f'"a{written}b"'))

    assert (3, 14, "lone-surrogate") == (found.line, found.column, found.code)
    assert found.found.isprintable()
    assert Problem("subject", "forbidden-character", f"U+{code}") == named


def test_half_a_character_in_a_key() -> None:
    """A key is looked at as a text is."""
    codes = [each.code for each in problems_of(subject('"North", "\\ud800": 1'))]

    assert ["lone-surrogate", "unknown-key"] == codes


def test_two_halves_are_a_character() -> None:
    """A pair of escapes is one character."""
    assert "\U0001f600" == decode_assessment(subject('"\\ud83d\\ude00"')).subject


def test_characters_that_may_not_stand() -> None:
    """A control character is refused, though it is well escaped."""
    assert [Problem("subject", "forbidden-character", "U+0000, U+001B")] == problems_of(
        subject('"\\u0000\\u001b"')
    )


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")]
)
def test_nested_as_deep_as_it_may(opening: str, closing: str) -> None:
    """49 floors below the outermost are read, and are still no text."""
    floors = 49 // (len(closing))
    nested = opening * floors + "1" + closing * floors

    (problem,) = problems_of(subject(nested))

    assert ("subject", "wrong-type") == (problem.path, problem.code)


# Around 1000, Python may read what it cannot write any more.
@pytest.mark.parametrize("depth", [50, 51, 100, 900, *range(930, 1001, 2), 10**5])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nested_too_deep(depth: int, opening: str, closing: str) -> None:
    """Deeper nesting is refused by its place, and not looked at any further."""
    column = 14 + 49 * len(opening)
    whole = subject(opening * depth + "1" + closing * depth)

    assert [at(3, column, "nesting-too-deep", expected="50")] == problems_of(whole)


def test_nested_too_deep_and_cut_off() -> None:
    """What nobody could close is refused as well."""
    (problem,) = problems_of(b"[" * 10**5)

    assert "nesting-too-deep" == problem.code


@pytest.mark.parametrize(
    ("version", "code", "found"),
    [
        ("2", "newer-format", "2"),
        (f"{2**63}", "newer-format", f"{2**63}"),
        ("0", "wrong-type", "0"),
        ("-1", "wrong-type", "-1"),
        ('"1"', "wrong-type", '"1"'),
        ("1.0", "wrong-type", "1.0"),
        ("1e0", "wrong-type", "1.0"),
        ("true", "wrong-type", "true"),
        ("null", "wrong-type", "null"),
        ("[1]", "wrong-type", "[1]"),
        ("1e400", "wrong-type", "1e400"),
    ],
)
def test_other_formats(version: str, code: str, found: str) -> None:
    """The format is a whole number from 1, and not above the newest that is known."""
    data = BLANK.replace(b'"format": 1', f'"format": {version}'.encode())

    assert [Problem("format", code, found, "1")] == problems_of(data)


def test_a_newer_format_is_not_judged() -> None:
    """What a newer version may mean by its keys, this one does not know."""
    (problem,) = problems_of(b'{"format": 2, "topic": 1, "subject": null}')

    assert "format 2 is newer than 1, the newest this version reads; upgrade " in str(
        problem
    )


def test_a_newer_format_that_is_badly_written() -> None:
    """How a file is written can be judged whatever it means."""
    codes = [each.code for each in problems_of(b'{"format": 2, "a": 1, "a": 2}')]

    assert ["repeated-key", "newer-format"] == codes


@given(data=st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """Whatever the bytes are, they are refused with words."""
    assert problems_of(data)


@given(
    start=st.integers(0, len(FULL)), cut=st.integers(0, 3), new=st.binary(max_size=4)
)
def test_bytes_that_were_damaged(start: int, cut: int, new: bytes) -> None:
    """A file with a few wrong bytes is refused with words, or still an assessment."""
    data = FULL[:start] + new + FULL[start + cut :]

    read = outcome(data)

    if isinstance(read, AssessmentFileError):
        assert read.problems
        assert str(read).encode("utf-8")
    else:
        assert json.loads(data)["subject"] == read.subject
