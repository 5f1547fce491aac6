"""Values as JSON has them; what has files of its own stands here as there."""

import json
from datetime import date
from enum import Enum

from attrs import fields, has

from integrated_care_principles.files import encode_catalogue, encode_policy, to_dict
from integrated_care_principles.reporting import (
    Assessment,
    Catalogue,
    Completeness,
    Policy,
)


def plain(value: object, catalogue: Catalogue) -> object:
    """Return *value* as dicts, lists, texts, numbers and truth values."""
    match value:
        case Assessment():
            found: object = to_dict(value, catalogue)
        case Catalogue():
            found = json.loads(encode_catalogue(value))
        case Policy():
            found = json.loads(encode_policy(value))
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


def _fields(value: object, catalogue: Catalogue) -> dict[str, object]:
    cls = type(value)
    assert has(cls)  # noqa: S101 - nothing else stands in a report
    names = (each.name for each in fields(cls))
    found = {each: plain(getattr(value, each), catalogue) for each in names}
    if isinstance(value, Completeness):  # nobody should compute it
        return {**found, "percent": value.percent}
    return found
