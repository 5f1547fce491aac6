"""Options of a report format: declared as a class, given as text on the command line."""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Literal, TypeVar, get_args, get_origin

from attrs import (
    NOTHING,
    AttrsInstance,
    field,
    fields,
    fields_dict,
    has,
    resolve_types,
)

from integrated_care_principles.exceptions import OptionError, UnknownOptionError
from integrated_care_principles.wellformed import is_union

ValueT = TypeVar("ValueT")
AttrsT = TypeVar("AttrsT", bound=AttrsInstance)


def option(default: ValueT, *, help: str) -> ValueT:
    """
    Declare an option as a field of an options class.

    Args:
        default: What it is where it is not given.
        help: What it does, in one sentence.
    """
    return field(default=default, metadata={"help": help})


def require_options(cls: type[object]) -> None:
    """
    Do nothing where every field of *cls* is an option that can be given as text.

    Raises:
        TypeError: If one has no default, no help, or a type that cannot be given.
    """
    if not has(cls):
        msg = (
            f"{cls.__name__} is not an attrs class; write @frozen(kw_only=True) over it"
        )
        raise TypeError(msg)
    for each in fields(resolve_types(cls)):
        if each.default is NOTHING or not each.metadata.get("help"):
            msg = f"{cls.__name__}.{each.name} has no default or no help; use option()"
            raise TypeError(msg)
        _reader(each.type)


def read_options(cls: type[AttrsT], given: Mapping[str, str]) -> AttrsT:
    """
    Return the options that were *given* as texts by name.

    Args:
        cls: The class of the options; each of its fields is made by `option`.

    Raises:
        UnknownOptionError: If there is no option of such a name.
        OptionError: If an option does not take such a value.
    """
    known = fields_dict(resolve_types(cls))
    for name in given:
        if name not in known:
            raise UnknownOptionError(name, tuple(known))
    values = {name: _read(name, known[name].type, text) for name, text in given.items()}
    return cls(**values)


def _read(name: str, declared: object, text: str) -> object:
    words, read = _reader(declared)
    try:
        return read(text)
    except (KeyError, ValueError):
        raise OptionError(name, text, words) from None


def _reader(declared: object) -> tuple[str, Callable[[str], object]]:
    """Return what an option of a type takes, in words, and what reads it."""
    alternatives = [each for each in get_args(declared) if each is not type(None)]
    if is_union(declared) and len(alternatives) == 1:
        return _reader(alternatives[0])
    if declared is str:
        return "a text", str
    if declared is int:
        return "a whole number", _whole
    choices = _choices(declared)
    return " or ".join(choices), choices.__getitem__


def _choices(declared: object) -> dict[str, object]:
    if declared is bool:
        return {"true": True, "false": False}
    if get_origin(declared) is Literal:
        return {str(each): each for each in get_args(declared)}
    if isinstance(declared, type) and issubclass(declared, Enum):
        return {str(each.value): each for each in declared}
    msg = f"an option cannot be {declared}; use bool, int, str, Literal or Enum"
    raise TypeError(msg)


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)
