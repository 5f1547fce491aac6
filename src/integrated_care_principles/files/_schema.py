"""JSON Schema of the files, made of the classes that are read from them."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, NewType, get_args, get_origin

from attrs import NOTHING, AttrsInstance, fields, has

from integrated_care_principles.assessment import SCALES, Assessment, Scale
from integrated_care_principles.catalogue import Catalogue, Crosswalk, origins_of
from integrated_care_principles.files import (
    _assessments,
    _catalogues,
    _crosswalks,
    _policies,
)
from integrated_care_principles.files._whose_words import whose_words
from integrated_care_principles.scoring import Policy
from integrated_care_principles.wellformed import is_union

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# No control characters but newline and tab. Half a character (a lone surrogate) cannot be
# named in a pattern that every validator takes; what is UTF-8 has none but as an escape.
_TEXT = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def catalogue_schema() -> Schema:
    """
    Return the JSON Schema (draft 2020-12) of files that hold a catalogue.

    It says which keys there are and what each takes. That ids stand there once, and that
    what refers to another is there, only reading a file can tell.
    """
    title = "A catalogue of principles and challenge questions"
    return _schema(Catalogue, title, _catalogues.FORMAT)


def assessment_schema() -> Schema:
    """
    Return the JSON Schema (draft 2020-12) of files that hold an assessment.

    It says which keys there are and what each takes. What the catalogue knows, that no
    question is answered twice, that the scale has a rating, and that no key stands there
    twice, only reading a file can tell.
    """
    title = "An assessment against the integration principles"
    return _schema(Assessment, title, _assessments.FORMAT)


def crosswalk_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of files that hold a crosswalk."""
    title = "Links from principles and questions to anything that has ids"
    return _schema(Crosswalk, title, _crosswalks.FORMAT)


def policy_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of files that hold a policy."""
    title = "What it takes for a question to be complete"
    return _schema(Policy, title, _policies.FORMAT)


def _schema(cls: type[AttrsInstance], title: str, newest: int) -> Schema:
    defs: dict[str, Schema] = {}
    whole = _object(cls, defs)
    return {
        "$schema": _DRAFT,
        "title": title,
        **whole,
        "properties": {"format": {"const": newest}, **whole["properties"]},
        "required": ["format", *whole["required"]],
        "$defs": dict(sorted(defs.items())),
    }


def _object(cls: type[AttrsInstance], defs: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": {
            each.name: _value(each.type, each.metadata, defs) | _whose(cls, each.name)
            for each in fields(cls)
        },
        "required": [each.name for each in fields(cls) if each.default is NOTHING],
        "additionalProperties": False,
    }


def _whose(cls: type[AttrsInstance], name: str) -> Schema:
    """Return whose words a field holds, where it does not hold other values."""
    has_words = name in origins_of(cls)
    return {"description": whose_words(cls, name)} if has_words else {}


def _value(
    declared: object, metadata: Mapping[str, str], defs: dict[str, Schema]
) -> Schema:
    """Return what a field of the type *declared* takes, which is never null."""
    if isinstance(declared, NewType):
        return _value(declared.__supertype__, metadata, defs)
    if is_union(declared):  # with nothing, for which the key is left out
        return _value(get_args(declared)[0], metadata, defs)
    if get_origin(declared) is tuple:
        return {"type": "array", "items": _value(get_args(declared)[0], metadata, defs)}
    return _one(declared, metadata, defs)


def _one(
    declared: object, metadata: Mapping[str, str], defs: dict[str, Schema]
) -> Schema:
    if declared is date:
        return {"type": "string", "format": "date", "pattern": _DAY}
    if declared is Scale:  # one that is known is called by its id
        defs[Scale.__name__] = _object(Scale, defs)
        return {"anyOf": [{"enum": list(SCALES)}, {"$ref": "#/$defs/Scale"}]}
    if declared is bool:
        return {"type": "boolean"}
    if isinstance(declared, type) and issubclass(declared, Enum):
        return {"enum": [each.value for each in declared]}
    if isinstance(declared, type) and has(declared):
        defs[declared.__name__] = _object(declared, defs)
        return {"$ref": f"#/$defs/{declared.__name__}"}
    return {"type": "integer"} if declared is int else _text(metadata)


def _text(metadata: Mapping[str, str]) -> Schema:
    allowed: Schema = {"type": "string", "pattern": _TEXT}
    match metadata.get("code"):
        case None:
            return allowed
        case "blank":
            return {**allowed, "allOf": [{"pattern": r"\S"}]}
    return {"type": "string", "pattern": f"^(?:{metadata['pattern']})$"}
