"""How much of what is expected is complete, in whole numbers."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import asdict, frozen

from integrated_care_principles.exceptions import Problem
from integrated_care_principles.wellformed import require_wellformed


@frozen(kw_only=True)
class Completeness:
    """
    How many questions are complete, of how many that are expected to be.

    Attributes:
        complete: Number of questions that are complete.

        expected: Number of questions that should be.

        excluded: Number of questions that do not apply, with the reason given.

        partner_led: Number of questions that a named partner answers for.

    Source:
        docs/explanation/completeness.md.
    """

    complete: int
    expected: int
    excluded: int = 0
    partner_led: int = 0

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _impossible(self))

    @property
    def percent(self) -> int | None:
        """
        Whole percent, rounded down, so that 100 means complete and nothing else does.

        ``None`` where nothing is expected.
        """
        return 100 * self.complete // self.expected if self.expected else None

    @property
    def if_expected(self) -> "Completeness":
        """The same with every excused question expected."""
        everything = self.expected + self.excluded + self.partner_led
        return Completeness(complete=self.complete, expected=everything)

    def __str__(self) -> str:
        if self.percent is None:
            return "nothing expected"
        return f"{self.complete} of {self.expected} ({self.percent} %)"

    def reaches(self, percent: int | Fraction) -> bool:
        """
        Return whether at least *percent* of what is expected is complete.

        Compared exactly, not with the rounded `percent`. Nothing expected reaches nothing.
        """
        return self.expected > 0 and 100 * self.complete >= percent * self.expected


def _impossible(counts: Completeness) -> Iterator[Problem]:
    for name, number in asdict(counts).items():
        if number < 0:
            yield Problem(name, "negative", f"{number}")
    if counts.complete > counts.expected:
        complete, expected = f"{counts.complete}", f"{counts.expected}"
        yield Problem("complete", "more-than-expected", complete, expected)


def total(parts: Iterable[Completeness]) -> Completeness:
    """Return the sum of *parts* that share no question, number by number."""
    parts = tuple(parts)
    return Completeness(
        complete=sum(each.complete for each in parts),
        expected=sum(each.expected for each in parts),
        excluded=sum(each.excluded for each in parts),
        partner_led=sum(each.partner_led for each in parts),
    )
