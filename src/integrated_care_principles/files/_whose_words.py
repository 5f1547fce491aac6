"""Whose words each field of a catalogue consists of, in a sentence for readers."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import AttrsInstance

from integrated_care_principles.catalogue import (
    Catalogue,
    Group,
    Listing,
    Origin,
    Outcome,
    Principle,
    Purpose,
    Question,
    Resource,
)

SENTENCES: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.QUOTED: "Quoted: as the guidance prints it, word for word.",
        Origin.TIDIED: "Tidied: printed words whose slips were mended by us.",
        Origin.OURS: "Ours: not official.",
        Origin.LOOKED_UP: "Looked up by us, elsewhere than in the guidance.",
    }
)
_ORIGINS: Mapping[type[AttrsInstance], Mapping[Origin, tuple[str, ...]]] = {
    Catalogue: {
        Origin.QUOTED: ("title",),
        Origin.OURS: ("id", "edition", "attribution", "checked"),
        Origin.LOOKED_UP: ("licence", "guidance_url", "table_url", "statute_as_at"),
    },
    Purpose: {
        Origin.OURS: ("summary",),
        Origin.LOOKED_UP: ("act_limb", "guidance_url"),
    },
    Principle: {
        Origin.QUOTED: ("number", "printed_titles", "narrative"),
        Origin.TIDIED: ("title",),
        Origin.OURS: ("tidying", "summary"),
        Origin.LOOKED_UP: ("act_limb", "guidance_url"),
    },
    Question: {
        Origin.QUOTED: ("text",),
        Origin.OURS: ("id", "follows", "asks", "note"),
    },
    Group: {Origin.QUOTED: ("principles",), Origin.OURS: ("id",)},
    Listing: {Origin.QUOTED: ("wording",), Origin.OURS: ("resource",)},
    Resource: {
        Origin.TIDIED: ("title",),
        Origin.OURS: ("id", "kind", "successor", "checked", "confidence"),
        Origin.LOOKED_UP: ("publisher", "status", "changed", "url", "source_url"),
    },
    Outcome: {Origin.LOOKED_UP: ("number",), Origin.OURS: ("label", "summary")},
}


def whose_words(cls: type[AttrsInstance], name: str) -> str:
    """Return the sentence on the field called *name* of a class of the catalogue."""
    (origin,) = (each for each, names in _ORIGINS[cls].items() if name in names)
    return SENTENCES[origin]
