"""
From what JSON says to values, and back. The only place that knows cattrs.

cattrs by itself is obliging (``null`` becomes ``"None"``, 3.7 becomes 3) and stops at
the first thing it cannot use. Its hooks here are strict, and go on: what cannot be read
is named with its path, and what could be read beside it is kept for further rules.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Any, NoReturn, get_args, get_origin

from attrs import NOTHING, fields, fields_dict, frozen, has
from cattrs import Converter

from integrated_care_principles.assessment import SCALES, Scale
from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.text import nearest, shown
from integrated_care_principles.wellformed import (
    expected,
    field_problems,
    is_union,
    value_problems,
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@frozen
class UnreadableError(Exception):
    """
    Something is not what it should be.

    Attributes:
        problems: Why, with paths from here.

        readable: Of an object: what could be built of it all the same, or else what
            could be read, by the name of the field. Of a list: its items, or what
            could be read of them. ``None``: nothing.
    """

    problems: tuple[Problem, ...]
    readable: Any = None


def _unreadable(code: str, raw: object, wanted: str = "") -> NoReturn:
    raise UnreadableError((Problem("", code, shown(raw), wanted),))


def _read_exactly(raw: object, declared: type) -> object:
    if type(raw) is not declared:
        _unreadable("wrong-type", raw, expected(declared))
    return raw


def _read_text(raw: object, declared: type[Any]) -> object:
    """Read a text, or a word of an enumeration of texts, which cattrs sends here too."""
    read = _read_word if issubclass(declared, Enum) else _read_exactly
    return read(raw, declared)


def _read_day(raw: object, declared: type) -> date:
    if type(raw) is str and _DAY.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass  # the thirtieth of February
    _unreadable("wrong-type", raw, expected(declared))


def _read_word(raw: object, declared: type[Enum]) -> Enum:
    words = {each.value: each for each in declared}
    if type(raw) is not str:
        _unreadable("wrong-type", raw, f"one of {', '.join(words)}")
    if raw not in words:
        near, known = nearest(raw, words), ", ".join(words)
        raise UnreadableError((Problem("", "unknown-word", shown(raw), known, near),))
    return words[raw]


def _scale_reader(converter: Converter) -> Callable[[object, object], Any]:
    read_class = _class_reader(converter, Scale)

    def read(raw: object, _: object) -> Any:
        """Read a scale: the id of one that is known, or a whole one."""
        if type(raw) is not str:
            return read_class(raw, Scale)
        if raw not in SCALES:
            near, known = nearest(raw, SCALES), f"{', '.join(SCALES)}, or a whole scale"
            raise UnreadableError(
                (Problem("", "unknown-word", shown(raw), known, near),)
            )
        return SCALES[raw]

    return read


def _optional_reader(
    converter: Converter, declared: object
) -> Callable[[object, object], Any]:
    (inner,) = (each for each in get_args(declared) if each is not type(None))
    return lambda raw, _: converter.structure(raw, inner)


def _list_reader(
    converter: Converter, declared: object
) -> Callable[[object, object], tuple[Any, ...]]:
    inner = get_args(declared)[0]

    def read(raw: object, _: object) -> tuple[Any, ...]:
        if type(raw) is not list:
            _unreadable("wrong-type", raw, expected(declared))
        items: list[Any] = []
        problems: list[Problem] = []
        for index, each in enumerate(raw):
            try:
                items.append(converter.structure(each, inner))
            except UnreadableError as error:
                items.append(error.readable)
                problems += (problem.under(f"[{index}]") for problem in error.problems)
        if problems:
            raise UnreadableError(tuple(problems), tuple(items))
        return tuple(items)

    return read


def _class_reader(
    converter: Converter, cls: type[Any]
) -> Callable[[object, object], Any]:
    def read(raw: object, _: object) -> Any:
        if type(raw) is not dict:
            _unreadable("wrong-type", raw, "an object")
        values, partly, problems = _read_fields(converter, cls, raw)
        built, more = _build(cls, values, partly)
        problems = [*_key_problems(cls, raw), *problems, *more]
        if problems:
            rest = {**_wellformed(cls, values), **partly}
            raise UnreadableError(tuple(problems), rest if built is None else built)
        return built

    return read


def _build(
    cls: type[Any], values: Mapping[str, Any], partly: Mapping[str, Any]
) -> tuple[Any, tuple[Problem, ...]]:
    """Return a *cls*, or ``None`` where it cannot be had, and what its rules say."""
    known = fields_dict(cls)
    usable = _usable(cls, partly)
    lost = partly.keys() - usable.keys()
    needed = {name for name, each in known.items() if each.default is NOTHING}
    # Rules go by values that others hold: without them they would say what is not so.
    if not needed <= {*values, *usable} or any(
        _holds(known[each].type) for each in lost
    ):
        return None, tuple(field_problems(cls, values))
    try:
        return cls(**values, **usable), ()
    except MalformedError as error:
        return None, error.problems


def _holds(declared: object) -> bool:
    """Return whether a field of the type *declared* holds values of ours, or a list."""
    parts = (declared, *get_args(declared))
    return any(
        get_origin(each) is tuple or (isinstance(each, type) and has(each))
        for each in parts
    )


def _wellformed(cls: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of *values* that are well-formed one by one."""
    return {
        name: value
        for name, value in values.items()
        if not any(field_problems(cls, {name: value}))
    }


def _usable(cls: type[Any], partly: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was read in part, and is good enough for further rules."""
    known = fields_dict(cls)
    return {
        name: value
        for name, value in partly.items()
        if value is not None
        and not any(value_problems(value, known[name].type, known[name].metadata))
    }


def _read_fields(
    converter: Converter, cls: type[Any], raw: Mapping[str, object]
) -> tuple[dict[str, Any], dict[str, Any], list[Problem]]:
    """Return the fields that could be read, those that could in part, and why so."""
    values: dict[str, Any] = {}
    partly: dict[str, Any] = {}
    problems: list[Problem] = []
    for each in fields(cls):
        if raw.get(each.name) is None:
            continue
        try:
            values[each.name] = converter.structure(raw[each.name], each.type)
        except UnreadableError as error:
            problems += [problem.under(each.name) for problem in error.problems]
            partly[each.name] = error.readable
    return values, partly, problems


def _key_problems(cls: type[Any], raw: Mapping[str, object]) -> Iterator[Problem]:
    known = fields_dict(cls)
    for key, value in raw.items():
        if key not in known:
            near = nearest(key, known)
            yield Problem("", "unknown-key", shown(key), nearest=near)
        elif value is None:
            yield Problem(key, "null")
    for name, each in known.items():
        if each.default is NOTHING and name not in raw:
            yield Problem("", "missing-key", expected=name)


def _class_writer(
    converter: Converter, cls: type[Any]
) -> Callable[[Any], dict[str, Any]]:
    def write(value: Any) -> dict[str, Any]:
        """Write what is not at its default, in the order of the fields."""
        present = ((each, getattr(value, each.name)) for each in fields(cls))
        return {
            each.name: converter.unstructure(content)
            for each, content in present
            if content != each.default
        }

    return write


def _scale_writer(converter: Converter) -> Callable[[Scale], object]:
    write_class = _class_writer(converter, Scale)
    return lambda scale: (
        scale.id if SCALES.get(scale.id) == scale else write_class(scale)
    )


def make_converter() -> Converter:
    """Return the one converter that reads and writes values as the files have them."""
    converter = Converter(detailed_validation=False)
    make_reader = converter.register_structure_hook_factory
    # The later one is asked first.
    make_reader(has, lambda cls: _class_reader(converter, cls))
    for exactly in (int, bool):
        converter.register_structure_hook(exactly, _read_exactly)
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(date, _read_day)
    make_reader(_is_tuple, lambda declared: _list_reader(converter, declared))
    make_reader(is_union, lambda declared: _optional_reader(converter, declared))
    converter.register_structure_hook(Scale, _scale_reader(converter))
    converter.register_unstructure_hook_factory(
        has, lambda cls: _class_writer(converter, cls)
    )
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(Scale, _scale_writer(converter))
    return converter


def _is_tuple(declared: object) -> bool:
    return get_origin(declared) is tuple
