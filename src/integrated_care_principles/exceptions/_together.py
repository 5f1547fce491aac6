"""What cannot be agreed on."""

from attrs import frozen

from integrated_care_principles.exceptions._problem import (
    IntegratedCareError,
    Problem,
)


@frozen
class AssessedApartError(IntegratedCareError, ValueError):
    """
    Assessments of different things are to be agreed on.

    Attributes:
        problems: Everything in which they differ and may not.
    """

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        lines = map(str, self.problems)
        return "\n".join(("these can be compared, but not agreed on:", *lines))


@frozen
class ConsensusUnfitError(IntegratedCareError, ValueError):
    """
    A rule was published for other scales than the one that is used.

    Attributes:
        rule: Its name.

        found: Number of levels of the scale that is used.

        expected: Number of levels of the scales that it was published for.
    """

    rule: str
    found: int
    expected: int

    def __str__(self) -> str:
        return (
            f"the rule {self.rule!r} was published for a scale of {self.expected} levels, "
            f"this one has {self.found}; 'delphi-adapted' is for any scale"
        )
