"""JSON Schema of classes, made from the types of their fields."""

from datetime import date
from enum import Enum
from operator import getitem
from types import NoneType
from typing import NewType, get_args, get_origin

from attrs import AttrsInstance, fields, has, resolve_types

from integrated_care_principles.files import (
    assessment_schema,
    catalogue_schema,
    policy_schema,
)
from integrated_care_principles.reporting import (
    Assessment,
    Catalogue,
    Completeness,
    Policy,
)

Schema = dict[str, object]

_NAMED: dict[object, str] = {
    Assessment: "assessment",
    Catalogue: "catalogue",
    Policy: "policy",
}
_SIMPLE: dict[object, Schema] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    date: {"type": "string", "format": "date"},
}


def schema(cls: type[AttrsInstance], title: str) -> Schema:
    """Return the schema of a class, with those of files that stand in it whole."""
    of_files = {
        "assessment": assessment_schema(),
        "catalogue": catalogue_schema(),
        "policy": policy_schema(),
    }
    defs: dict[str, Schema] = {
        name: {**each, "$id": _id(name)} for name, each in of_files.items()
    }
    whole = _object(cls, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _id("report"),
        "title": title,
        **whole,
        "$defs": defs,
    }


def _id(name: str) -> str:
    return f"urn:integrated-care-principles:{name}"


def _of(kind: object, defs: dict[str, Schema]) -> Schema:
    if kind in _NAMED:
        return {"$ref": _id(_NAMED[kind])}
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, NewType):
        return _of(kind.__supertype__, defs)
    if isinstance(kind, type):
        return _class(kind, defs)
    return _made_of(get_origin(kind), get_args(kind), defs)


def _class(kind: type[object], defs: dict[str, Schema]) -> Schema:
    if issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    assert has(kind)  # noqa: S101 - nothing else stands in a report
    if kind.__name__ not in defs:
        defs[kind.__name__] = {}
        defs[kind.__name__] = _object(kind, defs)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _made_of(
    origin: object, kinds: tuple[object, ...], defs: dict[str, Schema]
) -> Schema:
    if origin is tuple:
        return _tuple(kinds, defs)
    if isinstance(origin, type) and has(origin):
        return _object(origin, defs, of=kinds)
    return {"anyOf": [_of(each, defs) for each in kinds]}


def _tuple(kinds: tuple[object, ...], defs: dict[str, Schema]) -> Schema:
    if kinds[-1] is ...:
        return {"type": "array", "items": _of(kinds[0], defs)}
    each = [_of(kind, defs) for kind in kinds]
    return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}


def _object(
    cls: type[AttrsInstance], defs: dict[str, Schema], *, of: tuple[object, ...] = ()
) -> Schema:
    kinds = {each.name: each.type for each in fields(resolve_types(cls))}
    properties: dict[str, Schema] = {
        # What it is made of stands in the place of its type variables.
        name: _of(getitem(kind, of) if of else kind, defs)
        for name, kind in kinds.items()
    }
    if cls is Completeness:
        properties["percent"] = {"type": ["integer", "null"]}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
