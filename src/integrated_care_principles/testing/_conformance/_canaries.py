"""A report in which every text is a word that stands nowhere else."""

from attrs import Attribute, AttrsInstance, evolve

from integrated_care_principles.reporting import (
    Report,
)
from integrated_care_principles.testing._conformance._fields import all_fields
from integrated_care_principles.testing._conformance._values import (
    changed,
    is_free_text,
)


def with_canaries(report: Report) -> tuple[Report, dict[str, set[str]]]:
    """
    Return a copy of *report* in which each text is a word of its own, and those words.

    Returns:
        The words go by the names of the fields that they stand in.
    """
    words: dict[str, set[str]] = {str(each): set() for each in all_fields()}

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        path = f"{type(holder).__name__}.{attribute.name}"
        if path not in words or not is_free_text(holder, attribute):
            return old
        word = f"Canary{sum(map(len, words.values())):04}x"
        words[path].add(word)
        if attribute.name.endswith("url"):
            word = f"https://example.org/{word}"
        return (word,) if isinstance(old, tuple) else word

    return changed(report, change), words


def pinned(report: Report) -> Report:
    """Return *report* with the hashes of its catalogue held, so that nothing shows there."""
    catalogue = evolve(report.catalogue)
    for name in ("content_hash", "fingerprint"):
        object.__setattr__(catalogue, name, "sha256:held")
    return evolve(report, catalogue=catalogue)
