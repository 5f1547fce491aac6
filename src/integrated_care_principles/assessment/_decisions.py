"""What becomes of a field that several people may have changed: a table, and nothing else."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen


class Decision(StrEnum):
    """
    What becomes of a field.

    Same: nobody changed it, or all did the same. Fill: somebody said something where
    nothing was. Changed: one change, which the others do not contradict. Diverged: there
    are several, and a person has to decide.
    """

    SAME = "same"
    FILL = "fill"
    CHANGED = "changed"
    DIVERGED = "diverged"


# By how many new values there are, whether all sides have it, and whether there was one
# before: what is decided.
TABLE: dict[tuple[str, bool, bool], Decision] = {
    ("none", False, False): Decision.SAME,
    ("none", False, True): Decision.SAME,
    ("one", True, False): Decision.SAME,
    ("one", True, True): Decision.SAME,
    ("one", False, False): Decision.FILL,
    ("one", False, True): Decision.CHANGED,
    ("several", False, False): Decision.DIVERGED,
    ("several", False, True): Decision.DIVERGED,
}
_AMOUNTS = ("none", "one")


@frozen(kw_only=True)
class Candidate:
    """
    A value that a field may have.

    Attributes:
        value: As it would stand in the field.

        sides: Who has it, by their places among those that are merged, from 0.
    """

    value: object
    sides: tuple[int, ...]


def candidates(values: Sequence[object], base: object) -> tuple[Candidate, ...]:
    """
    Return the different *values* that the *base* does not have.

    Their order does not depend on that of the sides.
    """
    news = dict.fromkeys(value for value in values if value != base)
    return tuple(
        Candidate(value=each, sides=tuple(_sides(values, each)))
        for each in sorted(news, key=lambda each: f"{each}")
    )


def decision(found: Sequence[Candidate], sides: int, *, was_empty: bool) -> Decision:
    """
    Return what the table says.

    Args:
        found: The candidates.
        sides: How many there are.
        was_empty: Whether the base said nothing.
    """
    amount = _AMOUNTS[len(found)] if len(found) < len(_AMOUNTS) else "several"
    all_alike = len(found) == 1 and len(found[0].sides) == sides
    return TABLE[amount, all_alike, not was_empty]


def _sides(values: Sequence[object], value: object) -> Iterator[int]:
    return (side for side, each in enumerate(values) if each == value)
