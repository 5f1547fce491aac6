"""What a comparison found: what changed from one assessment to another, and which way."""

from attrs import frozen

from integrated_care_principles.catalogue import PrincipleNumber, QuestionId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._changes import (
    Direction,
    QuestionChange,
    Reason,
)
from integrated_care_principles.scoring._completeness import Completeness
from integrated_care_principles.scoring._series import Axis, Member, Series


@frozen(kw_only=True)
class Overlap:
    """Of how many questions something can be said in both."""

    compared: int
    asked: int

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down; ``None`` where nothing is asked."""
        return 100 * self.compared // self.asked if self.asked else None

    def __str__(self) -> str:
        return f"{self.compared} of {self.asked}"


@frozen(kw_only=True)
class PrincipleChange:
    """
    What became of the questions of one principle, shared ones included.

    Attributes:
        before, after: How complete they were and are, also those that cannot be compared.

        better, worse: Number of questions that went that way.

        direction: Which way it went as a whole; mixed where some went either way.

        overlap: How many of its questions can be compared.
    """

    principle: PrincipleNumber
    before: Completeness
    after: Completeness
    better: int
    worse: int
    direction: Direction
    overlap: Overlap


@frozen(kw_only=True)
class Step:
    """
    From one assessment to another.

    Attributes:
        questions: Every question, in the catalogue's order.

        principles: In the order of their numbers.

        overlap: How many of the questions that either was asked can be compared.

        ratings_not_compared: Why no rating is compared at all; ``None``: they are.
    """

    before: Member
    after: Member
    questions: tuple[QuestionChange, ...]
    principles: tuple[PrincipleChange, ...]
    overlap: Overlap
    ratings_not_compared: Reason | None = None

    def __str__(self) -> str:
        better, worse = (
            len(self.went(each)) for each in (Direction.BETTER, Direction.WORSE)
        )
        names = f"{self.before.label} to {self.after.label}"
        return f"{names}: {better} better, {worse} worse, {self.overlap} compared"

    @property
    def changes(self) -> tuple[QuestionChange, ...]:
        """The questions of which anything is not what it was."""
        return tuple(each for each in self.questions if each.is_changed)

    @property
    def not_compared(self) -> tuple[tuple[Reason, tuple[QuestionId, ...]], ...]:
        """Why questions cannot be compared, each with those that it keeps from it."""
        found = (
            (
                reason,
                tuple(
                    each.question
                    for each in self.questions
                    if reason in each.not_compared
                ),
            )
            for reason in Reason
        )
        return tuple((reason, questions) for reason, questions in found if questions)

    @property
    def not_compared_asked(self) -> tuple[tuple[Reason, tuple[QuestionId, ...]], ...]:
        """The same, but for what neither of the two was asked."""
        asked = {each.question for each in self.questions if each.is_asked}
        found = (
            (reason, tuple(each for each in questions if each in asked))
            for reason, questions in self.not_compared
        )
        return tuple((reason, questions) for reason, questions in found if questions)

    def went(self, direction: Direction) -> tuple[QuestionChange, ...]:
        """Return the questions that went one way."""
        return tuple(each for each in self.questions if each.direction is direction)


@frozen(kw_only=True)
class Comparison:
    """
    Assessments held against each other.

    Attributes:
        by: In what they are compared.

        series: Assessments that differ in that only.

        steps: Within each series: from each year to the next; among places and assessors
            from the one that was given first to each other.

        findings: What the reader should know of what was put side by side.
    """

    by: Axis
    series: tuple[Series, ...]
    steps: tuple[Step, ...]
    findings: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        number = len(self.members)
        said = f"{number} assessment" if number == 1 else f"{number} assessments"
        return f"{said} compared by {self.by}"

    @property
    def members(self) -> tuple[Member, ...]:
        """All that are compared, series by series."""
        return tuple(member for each in self.series for member in each.members)

    def is_rated(self, question: str) -> bool:
        """Return whether any of the members has a rated answer to a *question*."""
        return any(each.rank(question) is not None for each in self.members)

    @property
    def names(self) -> tuple[str, ...]:
        """What each of the members is called among all of them, in their order."""
        return tuple(
            each.name_of(member) for each in self.series for member in each.members
        )
