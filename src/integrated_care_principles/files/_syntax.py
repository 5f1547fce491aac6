"""From bytes to what JSON says, with everything refused that JSON leaves open."""

import json
import math
import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from integrated_care_principles.exceptions import Problem
from integrated_care_principles.text import shown

DEEPEST = 50

# Possessive, so that a long text costs no memory to look at.
_TOKEN = re.compile(
    r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],:]|[^\s"{}\[\],:]++', re.DOTALL
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHOLE = re.compile(r"-?[0-9]+")
_CONSTANTS = ("NaN", "Infinity", "-Infinity")


@frozen
class _Fault:
    """A problem with its position in the text."""

    position: int
    code: str
    found: str = ""
    expected: str = ""


@frozen(repr=False)
class _Unusable:
    """A number that no field takes, or what stands for one, as it is written."""

    token: str

    def __repr__(self) -> str:
        return self.token


def parse(data: bytes) -> tuple[object, list[Problem]]:
    """
    Return what the JSON in *data* says, and what is wrong with how it says it.

    A byte-order mark is taken off. Where the text is no JSON, or nested too deeply to
    be looked at, what it says is ``None``.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error)]
    try:
        raw = json.loads(
            text, parse_int=_whole, parse_float=_decimal, parse_constant=_Unusable
        )
    except json.JSONDecodeError as error:
        return None, [_not_json(text, error)]
    except RecursionError:
        raw = None
    problems = list(_placed(text, list(_scan(text))))
    if any(each.code == "nesting-too-deep" for each in problems):
        raw = None
    return raw, problems


def _not_json(text: str, error: json.JSONDecodeError) -> Problem:
    if not text.strip():
        return Problem("", "empty", line=error.lineno, column=error.colno)
    said = re.sub(r" (starting )?at$", "", error.msg)
    return Problem("", "not-json", said, line=error.lineno, column=error.colno)


def _not_utf8(error: UnicodeDecodeError) -> Problem:
    before = error.object[: error.start].decode("utf-8")
    found = f"0x{error.object[error.start]:02x}"
    return next(_placed(before, [_Fault(len(before), "not-utf-8", found)]))


def _whole(digits: str) -> int | _Unusable:
    return int(digits) if _fits(digits) else _Unusable(digits)


def _decimal(digits: str) -> float | _Unusable:
    number = float(digits)
    return number if math.isfinite(number) else _Unusable(digits)


def _scan(text: str) -> Iterator[_Fault]:
    """Yield what ``json`` takes without a word. It has read *text* up to the deepest."""
    keys: list[set[str]] = []  # those of each object that is open, none for a list
    latest = None
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token in "{[":
            keys.append(set())
            if len(keys) > DEEPEST:
                yield _Fault(match.start(), "nesting-too-deep", "", str(DEEPEST))
                return
        elif token in "}]":
            keys.pop()
        elif token == ":" and latest is not None:
            yield from _repeated(latest, keys[-1])
        elif token != ",":
            yield from _odd(match)
            latest = match


def _repeated(key: re.Match[str], keys: set[str]) -> Iterator[_Fault]:
    name = json.loads(key.group())
    if name in keys:
        yield _Fault(key.start(), "repeated-key", shown(name))
    keys.add(name)


def _odd(match: re.Match[str]) -> Iterator[_Fault]:
    token = match.group()
    if token.startswith('"'):
        if _SURROGATE.search(json.loads(token)):
            yield _Fault(match.start(), "lone-surrogate", shown(json.loads(token)))
    elif token in _CONSTANTS:
        yield _Fault(match.start(), "not-json", f"{token} is no JSON number")
    elif _WHOLE.fullmatch(token) and not _fits(token):
        yield _Fault(match.start(), "number-too-large", shown(token))


def _placed(text: str, faults: list[_Fault]) -> Iterator[Problem]:
    """Yield the *faults* with line and column instead of positions in *text*."""
    starts = [0, *(each.end() for each in re.finditer("\n", text))] if faults else []
    for each in faults:
        line = bisect_right(starts, each.position)
        column = each.position - starts[line - 1] + 1
        yield Problem(
            "", each.code, each.found, each.expected, line=line, column=column
        )


def _fits(digits: str) -> bool:
    return len(digits) <= 20 and -(2**63) <= int(digits) < 2**64
