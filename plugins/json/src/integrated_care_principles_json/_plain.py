"""Values as JSON has them; what has files of its own stands here as there."""

import json
from collections.abc import Mapping
from datetime import date
from enum import Enum

from attrs import fields, has

from integrated_care_principles.files import encode_assessment, encode_catalogue
from integrated_care_principles.reporting import (
    Assessment,
    Catalogue,
    Completeness,
    Policy,
)

Plain = Mapping[str, "Plain"] | list["Plain"] | str | int | None


def plain(value: object, catalogue: Catalogue) -> Plain:
    """Return *value* as dicts, lists, texts, numbers and truth values."""
    match value:
        case Assessment():
            found: Plain = json.loads(encode_assessment(value, catalogue))
        case Catalogue():
            found = json.loads(encode_catalogue(value))
        case Enum():
            found = str(value.value)
        case tuple():
            found = [plain(each, catalogue) for each in value]
        case date():
            found = value.isoformat()
        case None | str() | int():
            found = value
        case _:
            found = _fields(value, catalogue)
    return found


def _fields(value: object, catalogue: Catalogue) -> dict[str, Plain]:
    cls = type(value)
    assert has(cls)  # noqa: S101 - nothing else stands in a report
    names = (each.name for each in fields(cls))
    found = {each: plain(getattr(value, each), catalogue) for each in names}
    if isinstance(value, Completeness):  # nobody should compute it
        return {**found, "percent": value.percent}
    if isinstance(value, Policy):  # as its files have it
        return {
            "format": 1,
            **{key: one for key, one in found.items() if one is not None},
        }
    return found
