"""The words that say what a format leaves out."""

from collections.abc import Collection, Sequence

from integrated_care_principles.testing._conformance._fields import (
    WORDS,
    Field,
    all_fields,
    meant_by,
)


def proposed(
    words: Sequence[str], missing: set[Field], whole: set[Field]
) -> tuple[str, ...]:
    """
    Return the words that a format should name instead of *words*.

    What it names already stays, but for what a wider word says as well.

    Args:
        words: What it names.
        missing: The fields that it does not show at all.
        whole: The fields that it shows in full.
    """
    silent = [each for each in missing if not any(map(each.is_meant_by, words))]
    new = shortest(silent, missing)
    said = {field for word in new for field in meant_by(word)}
    kept = [each for each in words if not said >= set(meant_by(each)) - whole]
    return tuple(sorted((*kept, *new), key=_place))


def shortest(silent: Collection[Field], missing: Collection[Field]) -> tuple[str, ...]:
    """
    Return few words that mean all fields that are *silent*, the widest that are apt.

    The word of an area is apt where most of its fields are *missing*.
    """
    words: list[str] = []
    rest = [each for each in all_fields() if each in silent]
    for area in WORDS:
        meant = meant_by(area)
        is_apt = 2 * sum(each in missing for each in meant) > len(meant)
        if is_apt and any(each in rest for each in meant):
            words.append(area)
            rest = [each for each in rest if each not in meant]
    return (*words, *map(str, rest))


def _place(word: str) -> int:
    """Return where an area stands among the areas; fields come after them."""
    return WORDS.index(word) if word in WORDS else len(WORDS)
