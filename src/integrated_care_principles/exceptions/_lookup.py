"""An id that is not there, with the one that was meant."""

from typing import ClassVar

from attrs import frozen

from integrated_care_principles.exceptions._problem import IntegratedCareError
from integrated_care_principles.text import did_you_mean


@frozen
class UnknownIdError(IntegratedCareError, LookupError):
    """
    An id is not in the collection it was looked up in.

    Attributes:
        id: The id that was asked for.

        known: The ids that would have worked, in order.
    """

    kind: ClassVar[str] = "id"

    id: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        return f"no {self.kind} {self.id!r}{self._hint}"

    @property
    def _hint(self) -> str:
        near = did_you_mean(f"{self.id}", self.known)
        few = 0 < len(self.known) <= 12
        return near or (f"; there are {', '.join(self.known)}" if few else "")


class UnknownQuestionError(UnknownIdError):
    """The catalogue has no such question."""

    kind = "question"


class UnknownGroupError(UnknownIdError):
    """The catalogue has no such group."""

    kind = "group"


class UnknownResourceError(UnknownIdError):
    """The catalogue names no such resource."""

    kind = "resource"


class UnknownTargetError(UnknownIdError):
    """A crosswalk has no such target."""

    kind = "target"


@frozen
class UnknownNumberError(IntegratedCareError, LookupError):
    """
    A number is not among those that were printed.

    Attributes:
        number: The number that was asked for.

        known: The numbers that would have worked, in order.
    """

    kind: ClassVar[str] = "number"

    number: int
    known: tuple[int, ...]

    def __str__(self) -> str:
        there = f"; there are {self.known[0]} to {self.known[-1]}" if self.known else ""
        return f"no {self.kind} {self.number!r}{there}"


class UnknownPrincipleError(UnknownNumberError):
    """The catalogue has no principle of that number."""

    kind = "principle"


class UnknownOutcomeError(UnknownNumberError):
    """The catalogue has no national outcome of that number."""

    kind = "outcome"
