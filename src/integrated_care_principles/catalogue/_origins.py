"""Whose words the fields of a catalogue consist of."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from attrs import AttrsInstance

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import (
    Group,
    Outcome,
    Principle,
    Purpose,
    Question,
)
from integrated_care_principles.catalogue._resource import Listing, Resource


class Origin(StrEnum):
    """Whose words a text consists of."""

    QUOTED = "quoted"
    TIDIED = "tidied"
    OURS = "ours"
    LOOKED_UP = "looked up"

    @property
    def says(self) -> str:
        """A sentence for readers."""
        return _SAYS[self]


_SAYS = {
    Origin.QUOTED: "Quoted: as the guidance prints it, word for word.",
    Origin.TIDIED: "Tidied: printed words whose slips were mended by us.",
    Origin.OURS: "Ours: not official.",
    Origin.LOOKED_UP: "Looked up by us, elsewhere than in the guidance.",
}


# Fields that hold other values of the catalogue are not here: the values have their own.
_ORIGINS: dict[type[AttrsInstance], dict[str, Origin]] = {
    Catalogue: {
        "id": Origin.OURS,
        "edition": Origin.OURS,
        "title": Origin.QUOTED,
        "licence": Origin.LOOKED_UP,
        "attribution": Origin.OURS,
        "guidance_url": Origin.LOOKED_UP,
        "table_url": Origin.LOOKED_UP,
        "statute_as_at": Origin.LOOKED_UP,
        "checked": Origin.OURS,
    },
    Purpose: {
        "act_limb": Origin.LOOKED_UP,
        "guidance_url": Origin.LOOKED_UP,
        "summary": Origin.OURS,
    },
    Principle: {
        "number": Origin.QUOTED,
        "title": Origin.TIDIED,
        "printed_titles": Origin.QUOTED,
        "tidying": Origin.OURS,
        "act_limb": Origin.LOOKED_UP,
        "guidance_url": Origin.LOOKED_UP,
        "summary": Origin.OURS,
        "narrative": Origin.QUOTED,
    },
    Group: {"id": Origin.OURS, "principles": Origin.QUOTED},
    Question: {
        "id": Origin.OURS,
        "text": Origin.QUOTED,
        "follows": Origin.OURS,
        "asks": Origin.OURS,
        "note": Origin.OURS,
    },
    Listing: {"resource": Origin.OURS, "wording": Origin.QUOTED},
    Resource: {
        "id": Origin.OURS,
        "title": Origin.TIDIED,
        "publisher": Origin.LOOKED_UP,
        "kind": Origin.OURS,
        "status": Origin.LOOKED_UP,
        "successor": Origin.OURS,
        "changed": Origin.LOOKED_UP,
        "url": Origin.LOOKED_UP,
        "checked": Origin.OURS,
        "source_url": Origin.LOOKED_UP,
        "confidence": Origin.OURS,
    },
    Outcome: {
        "number": Origin.LOOKED_UP,
        "label": Origin.OURS,
        "summary": Origin.OURS,
    },
}


def origins_of(cls: type[AttrsInstance]) -> Mapping[str, Origin]:
    """
    Return whose words each field of a class of the catalogue holds, by its name.

    Fields that hold other values of the catalogue are left out. A class that is none of
    the catalogue's has no origins.
    """
    return MappingProxyType(_ORIGINS.get(cls, {}))
