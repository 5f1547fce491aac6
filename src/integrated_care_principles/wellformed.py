"""
What every value of ours obeys: the types of its fields, and what may stand in its texts.

The types are those that the class declares; a field says more with its metadata
(``field(metadata=NOT_BLANK)``). Constructors and the reading of files ask here alike.
"""

import re
import types
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import NewType, Union, get_args, get_origin

from attrs import AttrsInstance, fields, has

from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.text import forbidden_characters, shown

NOT_BLANK = {"pattern": r"(?s).*\S.*", "code": "blank", "expected": "a text"}
SLUG = {
    "pattern": r"[a-z0-9]+(-[a-z0-9]+)*",
    "code": "malformed-id",
    "expected": "small-letters-and-hyphens",
}
# Local ids carry their owner; a bare id is official.
ID = {
    "pattern": r"([a-z0-9]+(-[a-z0-9]+)*:)?[A-Za-z0-9]+([.-][A-Za-z0-9]+)*",
    "code": "malformed-id",
    "expected": "Q1.1 or owner:Q1",
}

_WORDS: dict[object, str] = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    date: "a day such as 2026-03-31",
}


def require_wellformed(value: AttrsInstance, *more: Iterator[Problem]) -> None:
    """
    Do nothing where *value* is well-formed. Its constructor calls this last.

    Args:
        value: An attrs value.

        more: Rules of its own, asked only where its fields are in order one by one.

    Raises:
        MalformedError: With everything that is wrong.
    """
    names = {each.name: getattr(value, each.name) for each in fields(type(value))}
    problems = tuple(field_problems(type(value), names))
    if not problems:
        problems = tuple(problem for rule in more for problem in rule)
    if problems:
        raise MalformedError(type(value).__name__, problems)


def field_problems(
    cls: type[AttrsInstance], values: Mapping[str, object]
) -> Iterator[Problem]:
    """
    Yield what is wrong with single fields of a *cls* that has these *values*.

    Args:
        values: By the name of the field. What is not there is not looked at.
    """
    for name, declared, metadata in _fields(cls):
        if name in values:
            for problem in value_problems(values[name], declared, metadata):
                yield problem.under(name)


def value_problems(
    value: object, declared: object, metadata: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield what is wrong with *value* as a field of the type *declared*."""
    if not _check_of(declared)(value):
        yield from _type_problems(value, declared)
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            for problem in _text_problems(each, metadata):
                yield problem.under(f"[{index}]")
    else:
        yield from _text_problems(value, metadata)


def expected(declared: object) -> str:
    """Return in words what a field of the type *declared* takes."""
    declared = _bare(declared)
    if is_union(declared):
        return expected(get_args(declared)[0])
    if get_origin(declared) is tuple:
        return "a list"
    return _WORDS.get(declared) or _named(declared)


def is_union(declared: object) -> bool:
    """Return whether *declared* is ``X | None`` or the like, also of ids."""
    return get_origin(declared) in (types.UnionType, Union)


def _named(declared: object) -> str:
    if isinstance(declared, type) and issubclass(declared, Enum):
        words = ", ".join(str(each.value) for each in declared)
        return f"{declared.__name__} ({words})"
    name = f"{getattr(declared, '__name__', declared)}".lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _type_problems(value: object, declared: object) -> Iterator[Problem]:
    if get_origin(declared) is not tuple:
        wanted = expected(declared)
    elif type(value) is not tuple:
        wanted = "a tuple"
    else:
        item = get_args(declared)[0]
        for index, each in enumerate(value):
            if not _check_of(item)(each):
                yield Problem(f"[{index}]", "wrong-type", shown(each), expected(item))
        return
    yield Problem("", "wrong-type", shown(value), wanted)


def _text_problems(value: object, metadata: Mapping[str, str]) -> Iterator[Problem]:
    if type(value) is not str:
        return
    if forbidden := forbidden_characters(value):
        yield Problem("", "forbidden-character", found=", ".join(forbidden))
    elif metadata and not re.fullmatch(metadata["pattern"], value):
        found, form = shown(value), metadata["expected"]
        yield Problem("", metadata["code"], found=found, expected=form)


@cache
def _fields(
    cls: type[AttrsInstance],
) -> tuple[tuple[str, object, Mapping[str, str]], ...]:
    return tuple((each.name, each.type, each.metadata) for each in fields(cls))


@cache
def _check_of(declared: object) -> Callable[[object], bool]:
    """Return what tells whether a value is of the type *declared*, and of no other."""
    declared = _bare(declared)
    if is_union(declared):
        checks = tuple(map(_check_of, get_args(declared)))
        return lambda value: any(check(value) for check in checks)
    if get_origin(declared) is tuple:
        check = _check_of(get_args(declared)[0])
        return lambda value: type(value) is tuple and all(map(check, value))
    if isinstance(declared, type) and (issubclass(declared, Enum) or has(declared)):
        return lambda value: isinstance(value, declared)
    # Neither True for 1, nor a moment for a day, nor a str that renders itself.
    return lambda value: type(value) is declared


def _bare(declared: object) -> object:
    return declared.__supertype__ if isinstance(declared, NewType) else declared
