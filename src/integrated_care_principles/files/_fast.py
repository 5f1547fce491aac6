"""
The fast way into an assessment, for files with nothing unusual in them.

It takes what the full way takes, and nothing else: strict structures, derived from the
classes of the model, refuse other keys, types and words, and constructors ask the rules.
Whatever it does not take is read the full way, which says everything that is wrong.
"""

import json
from collections.abc import Iterator
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import msgspec
from attrs import NOTHING, AttrsInstance, fields, has

from integrated_care_principles.assessment import SCALES, Assessment, Scale
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.files._readable import rules_across
from integrated_care_principles.wellformed import is_union

_BOM = b"\xef\xbb\xbf"


def read_fast(
    data: bytes, catalogue: Catalogue | None, *, newest: int
) -> Assessment | None:
    """
    Return the assessment that *data* holds, or ``None`` where anything is unusual.

    Args:
        catalogue: Whose ids it may use. Without one, ids are not looked up.
        newest: The only format that is read so.
    """
    text = data.removeprefix(_BOM)
    try:
        json.loads(text, object_pairs_hook=_once)
        raw = _decoder().decode(text)
        assessment = _assessment(raw) if raw.format == newest else None
    except (ValueError, RecursionError):  # among them msgspec's, and MalformedError
        return None
    return None if any(rules_across(assessment, catalogue)) else assessment


def _once(pairs: list[tuple[str, object]]) -> None:
    """Refuse an object with a key that stands there twice; msgspec keeps the last."""
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_struct(Assessment, ("format", int)))


@cache
def _struct(cls: type[AttrsInstance], *more: tuple[str, type]) -> type[msgspec.Struct]:
    """Return the structure of a *cls* in files, with *more* fields that are required."""
    return msgspec.defstruct(
        cls.__name__,
        [*more, *_fields(cls)],
        kw_only=True,
        forbid_unknown_fields=True,
        gc=False,
    )


def _fields(cls: type[AttrsInstance]) -> Iterator[tuple[str, Any, Any]]:
    for each in fields(cls):
        default = msgspec.NODEFAULT if each.default is NOTHING else each.default
        yield each.name, _taken(each.type), default


def _taken(declared: Any) -> Any:
    """Return what a field of the type *declared* takes in files, which is never null."""
    if is_union(declared):
        (inner,) = (each for each in get_args(declared) if each is not NoneType)
        return _taken(inner)
    if get_origin(declared) is tuple:
        return tuple[_taken(get_args(declared)[0]), ...]  # type: ignore[misc]  # made here
    if declared is Scale:
        return str | _struct(Scale)
    if isinstance(declared, type) and has(declared):
        return _struct(declared)
    return declared


def _assessment(raw: Any) -> Assessment:
    read = {
        each.name: msgspec.convert(
            getattr(raw, each.name), each.type, from_attributes=True
        )
        for each in fields(Assessment)
        if each.name != "scale"
    }
    return Assessment(**read, scale=_scale(raw.scale))


def _scale(raw: Any) -> Scale | None:
    if isinstance(raw, str):
        if raw not in SCALES:
            raise ValueError(raw)
        return SCALES[raw]
    return msgspec.convert(raw, Scale | None, from_attributes=True)
