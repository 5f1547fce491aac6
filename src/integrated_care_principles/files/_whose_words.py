"""Whose words each field of a catalogue consists of, in a sentence for readers."""

from attrs import AttrsInstance

from integrated_care_principles.catalogue import origins_of


def whose_words(cls: type[AttrsInstance], name: str) -> str:
    """Return the sentence on the field called *name* of a class of the catalogue."""
    return origins_of(cls)[name].says
