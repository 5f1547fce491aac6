"""What an option may be given: all values of a few, and of the rest some that are odd."""

from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import Literal, get_args, get_origin

from attrs import Attribute, AttrsInstance, fields, frozen, resolve_types

from integrated_care_principles.testing._conformance._hostile import HOSTILE

# What somebody types who wants none, the other side, or no end.
_NUMBERS = (0, 1, -1, 100_000)
_TEXTS = ("", " ".join(HOSTILE), "word " * 2_000)
_BYTES = (b"", bytes(range(256)))
_SHOWN = 60


@frozen(kw_only=True)
class Given:
    """
    The options of a format, of which one is given and the others stand at their default.

    Attributes:
        text: What is given, in short.

        made: The options.

        is_document: Whether the one may come from a file, and so is a document of the
            user's own: a template, a style, a logo.
    """

    text: str
    made: object
    is_document: bool


def given_options(cls: type[AttrsInstance]) -> Iterator[Given]:
    """
    Yield options of the class *cls*, with each value of each tried.

    What the class itself refuses while the options are made is no value that it takes.
    """
    for attribute in fields(resolve_types(cls)):
        for value in values_of(attribute.type):
            try:
                made = cls(**{attribute.name: value})
            except Exception:  # noqa: BLE001, S112 - whatever it refuses with
                continue
            yield Given(
                text=_said(attribute, value),
                made=made,
                is_document=bool(attribute.metadata.get("from_file")),
            )


def _said(attribute: "Attribute[object]", value: object) -> str:
    text = repr(value)
    cut = f"{text[:_SHOWN]}… ({len(text)} characters)"
    return f"{attribute.name}={text if len(text) <= _SHOWN else cut}"


def values_of(declared: object) -> Iterator[object]:
    """Yield values of the type *declared*: all where they are few."""
    inner = get_args(declared)
    if declared is NoneType:
        yield None
    elif declared is bool:
        yield from (True, False)
    elif declared is int:
        yield from _NUMBERS
    elif declared is str:
        yield from _TEXTS
    elif declared is bytes:
        yield from _BYTES
    elif isinstance(declared, type) and issubclass(declared, Enum):
        yield from declared
    elif get_origin(declared) is Literal:
        yield from inner
    elif get_origin(declared) is tuple:
        yield from _several(tuple(values_of(inner[0])))
    else:
        for each in inner:
            yield from values_of(each)


def _several(values: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    """Yield none, each alone, one of them twice, and all of them at once."""
    yield ()
    yield from ((each,) for each in values)
    yield values[:1] * 2
    yield values
