"""What changed between two responses to one question, and which way."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from attrs import NOTHING, field, fields, frozen

from integrated_care_principles.assessment import (
    Action,
    Annotation,
    Evidence,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._parts import Parts
from integrated_care_principles.scoring._scorecard import QuestionScore

# The fields that are compared as a whole, with what they hold where nobody said anything.
_BLANK = {
    each.name: None if each.default is NOTHING else each.default
    for each in fields(Response)
    if each.name not in {"question", "evidence", "actions"}
}


# What may fill pages, and is not repeated where changes are listed.
_LONG = frozenset(("text", "reason", "annotations"))


class Direction(StrEnum):
    """Which way something went: more complete or rated higher is better."""

    BETTER = "better"
    WORSE = "worse"
    MIXED = "mixed"
    SAME = "same"


class Reason(StrEnum):
    """Why something cannot be compared."""

    OUT_OF_SCOPE = "out-of-scope"
    OTHER_WORDING = "other-wording"
    NO_SCALE = "no-scale"
    OTHER_SCALE = "other-scale"

    @property
    def says(self) -> str:
        """The same as people say it."""
        return _SAYS[self]


_SAYS = {
    Reason.OUT_OF_SCOPE: "not asked in both",
    Reason.OTHER_WORDING: "made for catalogues with other fingerprints, so that it may "
    "have been asked in other words",
    Reason.NO_SCALE: "one of them names no scale",
    Reason.OTHER_SCALE: "rated on different scales, which are never converted",
}


@frozen(kw_only=True)
class FieldChange:
    """
    A field of a response that is not what it was.

    Attributes:
        name: What the field is called in files.

        before: As it would be written; empty: nothing.
    """

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        if self.name not in _LONG:
            said = f"{self.name}: {self.before or 'none'} to {self.after or 'none'}"
            return said.replace("_", " ") if self.name == "status" else said
        if not (self.before and self.after):
            return f"{self.name}: {'new' if self.after else 'taken away'}"
        return f"{self.name}: changed"


@frozen(kw_only=True)
class QuestionChange:
    """
    What became of one question from one assessment to another.

    Attributes:
        before, after: How it counts in the one and in the other.

        not_compared: Why neither completeness nor rating can be compared; empty: they can.

        completeness: Which way its completeness went; ``None``: cannot be compared.

        rating: Which way its rating went; ``None`` where it cannot be compared, or where
            it is not answered and rated in both.

        fields: What else is not what it was, as written. It is listed also where nothing
            can be compared, so that nothing is hidden.
    """

    question: QuestionId
    before: QuestionScore
    after: QuestionScore
    not_compared: tuple[Reason, ...] = ()
    completeness: Direction | None = None
    rating: Direction | None = None
    fields: tuple[FieldChange, ...] = ()
    evidence: Parts[Evidence] = field(factory=Parts)
    actions: Parts[Action] = field(factory=Parts)

    @property
    def direction(self) -> Direction:
        """Which way it went as a whole."""
        return together((self.completeness, self.rating))

    @property
    def is_asked(self) -> bool:
        """Whether it was asked in either."""
        return {self.before.code, self.after.code} != {Code.OUT_OF_SCOPE}

    @property
    def said(self) -> tuple[str, ...]:
        """What is not what it was, a line each; texts and notes are named, not repeated."""
        return (
            *self._counted,
            *map(str, self.fields),
            *_named(self.evidence.listed("evidence")),
            *_named(self.actions.listed("action")),
        )

    @property
    def _counted(self) -> Iterator[str]:
        """How it counts, where no other status tells that."""
        codes = self.before.code, self.after.code
        told = any(each.name == "status" for each in self.fields)
        if codes[0] is not codes[1] and not told:
            yield f"counted: {codes[0].says}; now: {codes[1].says}"

    @property
    def is_changed(self) -> bool:
        """Whether anything at all is not what it was."""
        said = bool(self.fields or self.evidence or self.actions)
        return said or self.before.code is not self.after.code


def together(directions: Iterable[Direction | None]) -> Direction:
    """Return the way that several things went as a whole."""
    found = {each for each in directions if each not in {None, Direction.SAME}}
    if len(found) == 1:
        return found.pop() or Direction.SAME
    return Direction.MIXED if found else Direction.SAME


def way(before: int, after: int) -> Direction:
    """Return the way from one number to another, of which the higher is better."""
    if before == after:
        return Direction.SAME
    return Direction.BETTER if after > before else Direction.WORSE


def rating_way(
    before: Response | None, after: Response | None, scale: Scale
) -> Direction | None:
    """Return the way that a rating went; ``None``: it is not answered and rated in both."""
    first, last = (rank(each, scale) for each in (before, after))
    return None if first is None or last is None else way(first, last)


def rank(response: Response | None, scale: Scale | None) -> int | None:
    """
    Return the place on a *scale* that a response was rated at, from 1, the worst.

    ``None`` where it is not rated, or not marked as answered, as in the count of ratings.
    """
    if response is None or scale is None or response.status is not Status.ANSWERED:
        return None
    levels = {each.id: number for number, each in enumerate(scale.levels, 1)}
    return None if response.rating is None else levels[response.rating]


def changed_fields(
    before: Response | None, after: Response | None
) -> Iterator[FieldChange]:
    """Yield the fields but evidence and actions that differ between two responses."""
    for name, blank in _BLANK.items():
        old, new = (getattr(each, name, blank) for each in (before, after))
        if old != new:
            yield FieldChange(name=name, before=written(old), after=written(new))


def _named(items: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    return (f"{kind}: {after or before}" for kind, before, after in items)


def written(value: object) -> str:
    """Return a *value* of a field as it would be written in one text."""
    if isinstance(value, tuple):
        return "; ".join(map(written, value))
    if isinstance(value, Annotation):
        return f"{value.key}: {value.value}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else f"{value}"
