"""Rules for when people who rated apart agree. A rule is data: a band, and who is outside."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.exceptions import ConsensusUnfitError, Problem
from integrated_care_principles.scoring._ratings import Distribution
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed


class Verdict(StrEnum):
    """Whether those who rated agree, or why that cannot be said."""

    AGREED = "agreed"
    SPLIT = "split"
    TOO_FEW = "too-few"
    OTHER_NUMBER = "other-number"

    @property
    def says(self) -> str:
        """The same as people say it."""
        return _SAYS[self]


_SAYS = {
    Verdict.AGREED: "agreed",
    Verdict.SPLIT: "split",
    Verdict.TOO_FEW: "too few ratings",
    Verdict.OTHER_NUMBER: "not the number of ratings that the rule was published for",
}


@frozen(kw_only=True)
class Consensus:
    """
    When ratings of one question agree: few enough lie outside a band around the median.

    Attributes:
        name: Its name in files and reports.

        summary: In words: when it says that they agree.

        band: Number of levels beside each other that hold every level in the middle;
            ``None``: half of the scale's, rounded down, and at least one.

        outside, of: Fewer than so many of so many ratings may lie outside, as a share:
            1 of 3 is 4 of 12.

        least: Number of ratings below which nothing is said.

        ratings, levels: Of how many ratings, on scales of how many levels, the rule was
            published; ``None``: any.

        source: Where it was published; empty: it is ours, or the user's own.
    """

    name: str = field(metadata=SLUG)
    summary: str = field(metadata=NOT_BLANK)
    band: int | None
    outside: int
    of: int
    least: int = 2
    ratings: int | None = None
    levels: int | None = None
    source: str = ""

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _not_positive(self))

    def require_fit(self, levels: int) -> None:
        """
        Do nothing where the rule may be used with a scale of so many *levels*.

        Raises:
            ConsensusUnfitError: If it was published for scales of another number.
        """
        if self.levels not in {None, levels}:
            raise ConsensusUnfitError(self.name, levels, self.levels or 0)

    def verdict(self, ratings: Distribution) -> Verdict:
        """Return whether *ratings* agree; those who did not rate are not counted."""
        if ratings.rated < self.least:
            return Verdict.TOO_FEW
        if self.ratings not in {None, ratings.rated}:
            return Verdict.OTHER_NUMBER
        few = self.outside_of(ratings) * self.of < self.outside * ratings.rated
        return Verdict.AGREED if few else Verdict.SPLIT

    def outside_of(self, ratings: Distribution) -> int:
        """
        Return how many *ratings* lie outside the band that leaves the fewest outside.

        Where the levels in the middle lie too far apart for one band, that is all of them.
        """
        counts = [each.count for each in ratings.levels]
        levels = [each.level for each in ratings.levels]
        middle = {levels.index(each) for each in ratings.median}
        width = self.band or max(1, len(levels) // 2)
        inside = (
            sum(counts[start : start + width])
            for start in range(
                len(levels)
            )  # those at the end hold less, and never more
            if middle <= set(range(start, start + width))
        )
        return ratings.rated - max(inside, default=0)


def _not_positive(rule: Consensus) -> Iterator[Problem]:
    for name in ("band", "outside", "of", "least", "ratings", "levels"):
        number = getattr(rule, name)
        if number is not None and number < 1:
            yield Problem(name, "not-positive", f"{number}")


MAJORITY = Consensus(
    name="majority",
    summary="More than half of those who rated chose the same level.",
    band=1,
    outside=1,
    of=2,
)
DELPHI_PUBLISHED = Consensus(
    name="delphi-published",
    summary="Fewer than four of twelve ratings lie outside three levels that hold the "
    "median. Published for twelve ratings on the six levels of SCIROCCO, 0 to 5.",
    band=3,
    outside=4,
    of=12,
    least=12,
    ratings=12,
    levels=6,
    source="https://doi.org/10.5334/ijic.7747",
)
# Ours: what it was made from says nothing about other scales and numbers.
DELPHI_ADAPTED = Consensus(
    name="delphi-adapted",
    summary="Fewer than a third of the ratings lie outside half of the scale's levels "
    "around the median. Adapted by us from a rule for twelve ratings on six levels.",
    band=None,
    outside=1,
    of=3,
    least=3,
)
# The rules that go by their names alone.
RULES = {each.name: each for each in (MAJORITY, DELPHI_ADAPTED, DELPHI_PUBLISHED)}
