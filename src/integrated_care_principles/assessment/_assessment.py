"""The assessment: who answered what, when, on which scale, for which catalogue."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from integrated_care_principles.assessment._days import months_after, months_between
from integrated_care_principles.assessment._response import Annotation, Response
from integrated_care_principles.assessment._rules import rating_problems, repeated_ids
from integrated_care_principles.assessment._scale import Scale
from integrated_care_principles.catalogue import Catalogue, CatalogueRef, GroupId
from integrated_care_principles.exceptions import (
    MalformedError,
    OtherCatalogueError,
    Problem,
)
from integrated_care_principles.notebook import table
from integrated_care_principles.text import on_one_line
from integrated_care_principles.wellformed import ID, NOT_BLANK, require_wellformed


@frozen(kw_only=True)
class Period:
    """The days that an assessment speaks of; both ends belong to it."""

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _end_problems(self))

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"

    @property
    def is_reporting_year(self) -> bool:
        """Whether it is a year from 1 April to 31 March, of which authorities report."""
        next_year = self.start.year + 1
        return (self.start.month, self.start.day) == (4, 1) and (
            self.end.year,
            self.end.month,
            self.end.day,
        ) == (next_year, 3, 31)

    @property
    def name(self) -> str:
        """Such as ``2025-26`` for a reporting year, or else its first and last day."""
        if self.is_reporting_year:
            return f"{self.start.year:04}-{self.end.year % 100:02}"
        return f"{self}"

    def following(self) -> "Period":
        """
        Return the period that begins on the day after, and is as long.

        Raises:
            MalformedError: If no day comes after.
        """
        return self.moved_to(_after(self.end, 1))

    def moved_to(self, start: date) -> "Period":
        """
        Return the period that begins on another day, and is as long.

        That is as many months, where it consists of whole ones, or else as many days.

        Raises:
            MalformedError: If it would end after the last day that Python knows.
        """
        beyond = self.end.toordinal() + 1
        months = 0
        if beyond <= date.max.toordinal():
            months = _whole_months(self.start, date.fromordinal(beyond))
        if months:
            return Period(start=start, end=_before(months_after(start, months)))
        return Period(start=start, end=_after(start, (self.end - self.start).days))


def _whole_months(start: date, beyond: date) -> int:
    """Return how many months lie between two days, or 0 where it is not a whole number."""
    months = months_between(start, beyond)
    return months if months_after(start, months) == beyond else 0


def _after(day: date, days: int) -> date:
    number = day.toordinal() + days
    if number > date.max.toordinal():
        raise _too_late(day)
    return date.fromordinal(number)


def _before(day: date) -> date:
    if day == date.max:  # or a later one, which Python does not know
        raise _too_late(day)
    return date.fromordinal(day.toordinal() - 1)


def _too_late(day: date) -> MalformedError:
    return MalformedError(Period.__name__, (Problem("end", "no-day-after", f"{day}"),))


def _end_problems(period: Period) -> Iterator[Problem]:
    if period.end < period.start:
        yield Problem("end", "end-before-start", f"{period.end}", f"{period.start}")


@frozen(kw_only=True)
class Assessment:
    """
    What one body answered for one period.

    Attributes:
        subject: The partnership or service that is assessed.

        locality: The part of its area that is meant; empty: all of it.

        assessor: Who assessed it.

        scope: The groups that are asked at all; empty: every group.

        catalogue: The catalogue it was made for.

        scale: What ratings mean; without one there are no ratings.

        responses: At most one to a question, in any order.
    """

    subject: str = field(metadata=NOT_BLANK)
    locality: str = ""
    assessor: str = ""
    period: Period
    scope: tuple[GroupId, ...] = field(default=(), metadata=ID)
    catalogue: CatalogueRef
    scale: Scale | None = None
    responses: tuple[Response, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_wellformed(
            self,
            repeated_ids(self.responses, self.scope),
            rating_problems(self.responses, self.scale),
        )

    def __str__(self) -> str:
        number = len(self.responses)
        said = f"{number} response" if number == 1 else f"{number} responses"
        return f"{on_one_line(self.subject)}, {self.period}: {said}"

    def _repr_html_(self) -> str:
        return table(
            f"{self}",
            ("question", "status", "rating", "evidence", "actions"),
            (
                (
                    each.question,
                    each.status,
                    each.rating or "",
                    len(each.evidence),
                    len(each.actions),
                )
                for each in self.responses
            ),
        )

    def response_to(self, question: str) -> Response | None:
        """Return what was said to *question*, or ``None`` where nobody said anything."""
        return self._responses.get(question)

    def with_response(self, response: Response) -> "Assessment":
        """Return a copy where *response* takes the place of any to its question."""
        kept = {each.question: each for each in self.responses}
        replaced = {**kept, response.question: response}
        return evolve(self, responses=tuple(replaced.values()))

    def require_known(self, catalogue: Catalogue) -> None:
        """
        Do nothing where the *catalogue* knows all that this assessment names.

        Raises:
            OtherCatalogueError: If it was made for another catalogue.
            UnknownQuestionError: If it answers what the catalogue does not ask.
            UnknownGroupError: If its scope names what the catalogue does not have.
        """
        if self.catalogue.id != catalogue.id:
            raise OtherCatalogueError(self.catalogue.id, catalogue.id)
        for group in self.scope:
            catalogue.group(group)
        for response in self.responses:
            catalogue.question(response.question)

    @cached_property
    def _responses(self) -> dict[str, Response]:
        return {each.question: each for each in self.responses}
