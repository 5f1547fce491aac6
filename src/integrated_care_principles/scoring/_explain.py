"""Why a score is what it is: a row for each question, whose sums it is."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from attrs import frozen

from integrated_care_principles.catalogue import (
    Catalogue,
    GroupId,
    PrincipleNumber,
    QuestionId,
)
from integrated_care_principles.exceptions import OtherCatalogueError
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._completeness import Completeness, total
from integrated_care_principles.scoring._policy import Policy
from integrated_care_principles.scoring._scorecard import QuestionScore, Scorecard


class CountedAs(StrEnum):
    """What a question is to the score."""

    COMPLETE = "complete"
    MISSING = "missing"
    EXCUSED = "excused"
    NOT_ASKED = "not-asked"


@frozen(kw_only=True)
class Row:
    """
    How one question counts, and by which rule.

    Attributes:
        group: Whose count it is part of.

        principles: The numbers of those whose counts it is part of.
    """

    score: QuestionScore
    group: GroupId
    principles: tuple[PrincipleNumber, ...]

    @property
    def question(self) -> QuestionId:
        """Id of the question."""
        return self.score.question

    @property
    def counted_as(self) -> CountedAs:
        """What it is to the score."""
        if self.score.expected:
            return CountedAs.COMPLETE if self.score.complete else CountedAs.MISSING
        if self.score.code is Code.OUT_OF_SCOPE:
            return CountedAs.NOT_ASKED
        return CountedAs.EXCUSED

    @property
    def why(self) -> tuple[Code, ...]:
        """Everything that it lacks, or else what it counts as."""
        return self.score.gaps or (self.score.code,)

    @property
    def weight(self) -> int:
        """What it counts, in points."""
        return self.score.weight

    @property
    def rule(self) -> str:
        """In our words: the rule that decided, that of the first of its codes."""
        return self.score.code.rule

    @property
    def completeness(self) -> Completeness:
        """What it adds to each sum."""
        return self.score.completeness


@frozen(kw_only=True)
class Explanation:
    """
    The rows of a score, in the catalogue's order.

    Attributes:
        policy: Whose rules were applied.

        day: On which evidence holds or does not.
    """

    policy: Policy
    day: date
    rows: tuple[Row, ...]

    @property
    def overall(self) -> Completeness:
        """The sum of all rows: the score."""
        return total(each.completeness for each in self.rows)

    @property
    def excuses(self) -> tuple[Row, ...]:
        """The rows that are left out of the sum, on somebody's word."""
        return tuple(each for each in self.rows if each.counted_as is CountedAs.EXCUSED)

    def of_group(self, id: str) -> Completeness:
        """Return the sum of the rows of a group; nothing where there is none."""
        return total(each.completeness for each in self.rows if each.group == id)

    def of_principle(self, number: int) -> Completeness:
        """Return the sum of the rows of a principle, shared ones included."""
        rows = (each for each in self.rows if number in each.principles)
        return total(each.completeness for each in rows)


def explain(card: Scorecard, catalogue: Catalogue) -> Explanation:
    """
    Return why each question of a *card* counts as it does.

    Args:
        catalogue: The one that it was held against.

    Returns:
        Rows whose sums are the numbers of the card, cell by cell.

    Raises:
        OtherCatalogueError: If it was held against another.

    Source:
        docs/explanation/completeness.md.
    """
    if card.catalogue.fingerprint != catalogue.fingerprint:
        raise OtherCatalogueError(str(card.catalogue), str(catalogue.ref))
    return Explanation(
        policy=card.policy, day=card.day, rows=tuple(_rows(card, catalogue))
    )


def _rows(card: Scorecard, catalogue: Catalogue) -> Iterator[Row]:
    scores = card.questions
    for group in catalogue.groups:
        for each in group.questions:
            yield Row(
                score=scores[each.id], group=group.id, principles=group.principles
            )
