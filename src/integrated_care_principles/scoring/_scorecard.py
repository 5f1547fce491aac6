"""What an assessment amounts to."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import frozen

from integrated_care_principles.catalogue import (
    CatalogueRef,
    GroupId,
    PrincipleNumber,
    QuestionId,
)
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.notebook import table
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._completeness import Completeness
from integrated_care_principles.scoring._policy import Policy


@frozen(kw_only=True)
class Gap:
    """One thing that keeps one question from being complete."""

    question: QuestionId
    code: Code


@frozen(kw_only=True)
class QuestionScore:
    """
    How one question counts.

    Attributes:
        code: Why: its first gap, or what it counts as where there is none.

        gaps: Everything that keeps it from being complete or excused, in the order
            of `Code`.

        weight: What it counts, in points; 1 unless the policy says more.
    """

    question: QuestionId
    code: Code
    gaps: tuple[Code, ...] = ()
    weight: int = 1

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be said to it."""
        return self.code is Code.COMPLETE

    @property
    def expected(self) -> bool:
        """Whether it should be complete."""
        return self.complete or bool(self.gaps)

    @property
    def completeness(self) -> Completeness:
        """What it alone amounts to: its weight, where it counts."""
        excused = 0 if self.gaps else self.weight
        return Completeness(
            complete=self.weight * self.complete,
            expected=self.weight * self.expected,
            excluded=excused * (self.code is Code.NOT_APPLICABLE),
            partner_led=excused * (self.code is Code.PARTNER_LED),
        )


@frozen(kw_only=True)
class GroupScore:
    """How complete the questions of one group are."""

    group: GroupId
    completeness: Completeness


@frozen(kw_only=True)
class PrincipleScore:
    """How complete the questions of one principle are, shared ones included."""

    principle: PrincipleNumber
    completeness: Completeness


@frozen(kw_only=True)
class Scorecard:
    """
    How much of a catalogue an assessment completes under a policy, and what is missing.

    Attributes:
        day: The day on which evidence holds or does not.

        catalogue: What it was held against.

        overall: Every question once, also those that several principles share.

        question_scores, group_scores, principle_scores: In the catalogue's order.

        findings: What the reader should know, though nothing is wrong with the data.
    """

    policy: Policy
    day: date
    catalogue: CatalogueRef
    overall: Completeness
    question_scores: tuple[QuestionScore, ...]
    group_scores: tuple[GroupScore, ...]
    principle_scores: tuple[PrincipleScore, ...]
    findings: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return f"{self.overall}, policy {self.policy.name} on {self.day}"

    def _repr_html_(self) -> str:
        cells = (
            ("overall", self.overall),
            *self.groups.items(),
            *((f"principle {each}", of) for each, of in self.principles.items()),
        )
        return table(
            f"{self}",
            ("", "complete", "not applicable", "partner-led"),
            ((name, of, of.excluded, of.partner_led) for name, of in cells),
        )

    @property
    def questions(self) -> Mapping[str, QuestionScore]:
        """The scores of the questions, by id."""
        return MappingProxyType({each.question: each for each in self.question_scores})

    @property
    def groups(self) -> Mapping[str, Completeness]:
        """The completeness of the groups, by id."""
        return MappingProxyType(
            {each.group: each.completeness for each in self.group_scores}
        )

    @property
    def principles(self) -> Mapping[int, Completeness]:
        """The completeness of the principles, by number."""
        return MappingProxyType(
            {each.principle: each.completeness for each in self.principle_scores}
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything that is missing, by question in the catalogue's order."""
        return tuple(
            Gap(question=each.question, code=code)
            for each in self.question_scores
            for code in each.gaps
        )
