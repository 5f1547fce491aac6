"""Hashes that tell whether two catalogues ask the same, or are the same."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from hashlib import sha256

from attrs import asdict

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.text import canonical_json


def fingerprint(catalogue: Catalogue) -> str:
    """Return the hash of what an answer depends on; see `Catalogue.fingerprint`."""
    return _hash(
        [
            {
                "id": group.id,
                "principles": list(group.principles),
                "questions": [
                    {"id": each.id, "text": each.text, "follows": each.follows}
                    for each in group.questions
                ],
            }
            for group in catalogue.groups
        ]
    )


def content_hash(catalogue: Catalogue) -> str:
    """Return the hash of everything in the *catalogue*."""
    return _hash(asdict(catalogue, value_serializer=_plain))


def _plain(_: object, __: object, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _hash(value: Mapping[str, object] | list[dict[str, object]]) -> str:
    return f"sha256:{sha256(canonical_json(value).encode()).hexdigest()}"
