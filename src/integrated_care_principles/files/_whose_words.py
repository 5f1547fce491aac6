"""Whose words each field of a catalogue consists of, in a sentence for readers."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import AttrsInstance

from integrated_care_principles.catalogue import Origin, origins_of

SENTENCES: Mapping[Origin, str] = MappingProxyType(
    {
        Origin.QUOTED: "Quoted: as the guidance prints it, word for word.",
        Origin.TIDIED: "Tidied: printed words whose slips were mended by us.",
        Origin.OURS: "Ours: not official.",
        Origin.LOOKED_UP: "Looked up by us, elsewhere than in the guidance.",
    }
)


def whose_words(cls: type[AttrsInstance], name: str) -> str:
    """Return the sentence on the field called *name* of a class of the catalogue."""
    return SENTENCES[origins_of(cls)[name]]
