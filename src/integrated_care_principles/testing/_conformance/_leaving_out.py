"""The words that say what a format leaves out."""

from collections.abc import Sequence

from integrated_care_principles.testing._conformance._fields import (
    WORDS,
    Field,
    all_fields,
)


def shortest(left_out: Sequence[Field]) -> tuple[str, ...]:
    """Return the fewest words that mean all fields that are *left_out*, and no other."""
    words: list[str] = []
    rest = list(left_out)
    for area in WORDS:
        meant = [each for each in all_fields() if each.is_meant_by(area)]
        if any(each in rest for each in meant) and all(
            each in left_out for each in meant
        ):
            words.append(area)
            rest = [each for each in rest if each not in meant]
    return (*words, *map(str, rest))
