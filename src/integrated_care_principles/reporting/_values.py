"""What an option may be, and the one strict way from text to it."""

import re
from collections.abc import Callable
from enum import Enum
from typing import Literal, get_args, get_origin

from attrs import evolve, frozen

from integrated_care_principles.wellformed import is_union


@frozen(kw_only=True)
class Kind:
    """
    What values of a type are, and how a text becomes one.

    Attributes:
        words: What it takes, for people.

        read: Raises ValueError where the text is none.

        holds: Whether a value is one.

        many: Whether it is a tuple, of which `read` gives one item at a time.

        plain: Whether the content of a file can be one: ``str``, ``bytes`` or neither.

        choices: The texts that can be given, where they are few.
    """

    words: str
    read: Callable[[str], object]
    holds: Callable[[object], bool]
    many: bool = False
    plain: type[str] | type[bytes] | None = None
    choices: tuple[str, ...] = ()


def kind_of(declared: object) -> Kind:
    """
    Return what an option of the type *declared* takes.

    Raises:
        TypeError: If it is no type that can be given as text.
    """
    inner = [each for each in get_args(declared) if each is not type(None)]
    if is_union(declared) and len(inner) == 1:
        kind = kind_of(inner[0])
        return _or_none(kind)
    if get_origin(declared) is tuple:
        return _many(declared)
    return _one(declared)


def _or_none(kind: Kind) -> Kind:
    return evolve(kind, holds=lambda value: value is None or kind.holds(value))


def _many(declared: object) -> Kind:
    arguments = get_args(declared)
    if arguments[1:] != (...,):
        raise _refused(declared)
    kind = _one(arguments[0])
    return evolve(
        kind,
        holds=lambda value: type(value) is tuple and all(map(kind.holds, value)),
        many=True,
    )


def _one(declared: object) -> Kind:
    if declared is str:
        return _of_type(str, "a text", str, plain=str)
    if declared is bytes:
        return _of_type(bytes, "a text", str.encode, plain=bytes)
    if declared is int:
        return _of_type(int, "a whole number", _whole)
    choices = _choices(declared)
    return Kind(
        words=" or ".join(choices),
        read=lambda text: _choice(choices, text),
        holds=lambda value: any(
            type(value) is type(each) and value == each for each in choices.values()
        ),
        choices=tuple(choices),
    )


def _of_type(
    cls: type,
    words: str,
    read: Callable[[str], object],
    *,
    plain: type[str] | type[bytes] | None = None,
) -> Kind:
    # Neither True for 1, nor a text that renders itself.
    return Kind(
        words=words, read=read, holds=lambda value: type(value) is cls, plain=plain
    )


def _choices(declared: object) -> dict[str, object]:
    """Return the values of a type that has few, each by the text that stands for it."""
    if declared is bool:
        return {"true": True, "false": False}
    values: tuple[tuple[str, object], ...] = ()
    if get_origin(declared) is Literal:
        values = tuple((str(each), each) for each in get_args(declared))
    elif isinstance(declared, type) and issubclass(declared, Enum):
        values = tuple((str(each.value), each) for each in declared)
    choices = dict(values)
    if not values or len(choices) < len(values):
        raise _refused(declared)
    return choices


def _choice(choices: dict[str, object], text: str) -> object:
    if text not in choices:
        raise ValueError(text)
    return choices[text]


def _whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise ValueError(text)
    return int(text)


def _refused(declared: object) -> TypeError:
    what = "without a type" if declared is None else _name(declared)
    msg = (
        f"an option cannot be {what}; use bool, int, str, bytes, a Literal or an "
        "Enum whose values differ as texts, X | None, or tuple[X, ...]"
    )
    return TypeError(msg)


def _name(declared: object) -> str:
    return declared.__name__ if isinstance(declared, type) else str(declared)
