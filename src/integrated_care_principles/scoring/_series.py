"""Assessments side by side: which of them differ in one thing only, and in what order."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.scoring._changes import rank
from integrated_care_principles.scoring._ratings import Ratings
from integrated_care_principles.scoring._scorecard import Scorecard


class Axis(StrEnum):
    """In what assessments are compared: year by year, place by place, or by assessor."""

    PERIOD = "period"
    LOCALITY = "locality"
    ASSESSOR = "assessor"


@frozen(kw_only=True)
class Member:
    """
    One of the assessments that are compared.

    Attributes:
        label: What it is called among those that it is compared with.

        card: How it was scored.

        ratings: How its answers were rated; ``None`` without a scale.
    """

    label: str
    assessment: Assessment
    card: Scorecard
    ratings: Ratings | None

    def rank(self, question: str) -> int | None:
        """Return the place on its scale that an answer was rated at, from 1, the worst."""
        return rank(self.assessment.response_to(question), self.assessment.scale)


@frozen(kw_only=True)
class Series:
    """
    Assessments that differ in one thing only.

    Attributes:
        label: What they have in common and others have not; empty: there are no others.

        members: Years in their order; else in the order in which they were given.
    """

    label: str
    members: tuple[Member, ...]

    def name_of(self, member: Member) -> str:
        """Return what a *member* is called among those of every series."""
        return ", ".join(filter(None, (self.label, member.label)))


def axis_of(assessments: Sequence[Assessment]) -> Axis:
    """Return the first of years, places and assessors in which assessments differ."""
    if len({each.period for each in assessments}) > 1:
        return Axis.PERIOD
    if len({_place(each) for each in assessments}) > 1:
        return Axis.LOCALITY
    return Axis.ASSESSOR


def series(members: Sequence[Member], by: Axis) -> Iterator[Series]:
    """
    Yield *members* that differ in one thing only, labelled.

    Who assessed tells series apart only where years and places alone would not.
    """
    parts = _parts(members, by)
    by_whom = _repeats(parts.values(), by)
    if by_whom:
        parts = _parts(members, by, by_whom=True)
    firsts = [each[0].assessment for each in parts.values()]
    for label, part in zip(_labels(firsts, by, by_whom), parts.values(), strict=True):
        # Those that are not compared by period have the same one, and keep their order.
        ordered = sorted(part, key=lambda each: _when(each.assessment))
        names = names_along([each.assessment for each in ordered], by)
        named = zip(ordered, names, strict=True)
        yield Series(
            label=label,
            members=tuple(evolve(each, label=name) for each, name in named),
        )


def names_along(assessments: Sequence[Assessment], by: Axis) -> list[str]:
    """Return what each of *assessments* is called beside the others; no name is twice."""
    match by:
        case Axis.PERIOD:
            names = [each.period.name for each in assessments]
        case Axis.LOCALITY:
            names = _places(assessments)
        case Axis.ASSESSOR:  # pragma: no branch - there are no others
            names = [each.assessor.strip() or "assessor" for each in assessments]
    return numbered(names)


def numbered(names: Sequence[str]) -> list[str]:
    """Return *names*, those that stand there more than once with a number."""
    seen: dict[str, int] = {}
    found = []
    for each in names:
        seen[each] = seen.get(each, 0) + 1
        found.append(f"{each} {seen[each]}" if names.count(each) > 1 else each)
    return found if len(set(found)) == len(found) else _all_numbered(names)


def _all_numbered(names: Sequence[str]) -> list[str]:
    """Return *names* with a number each, which no other can end in."""
    return [f"{number}: {each}" for number, each in enumerate(names, 1)]


_Parts = dict[Hashable, list[Member]]


def _parts(members: Iterable[Member], by: Axis, *, by_whom: bool = False) -> _Parts:
    found: _Parts = {}
    for each in members:
        assessor = each.assessment.assessor if by_whom else ""
        found.setdefault((_common(each.assessment, by), assessor), []).append(each)
    return found


def _common(assessment: Assessment, by: Axis) -> Hashable:
    """Return what assessments have in common that differ in one thing only."""
    match by:
        case Axis.PERIOD:
            return _place(assessment)
        case Axis.LOCALITY:
            return assessment.period
        case Axis.ASSESSOR:  # pragma: no branch - there are no others
            return _place(assessment), assessment.period


def _repeats(parts: Iterable[list[Member]], by: Axis) -> bool:
    """Return whether some of one part differ in nothing but who assessed."""
    if by is Axis.ASSESSOR:
        return False
    along = _place if by is Axis.LOCALITY else _when
    return any(
        len({along(each.assessment) for each in part}) < len(part) for part in parts
    )


def _labels(firsts: Sequence[Assessment], by: Axis, by_whom: bool) -> list[str]:
    """Return what the assessments of each part have in common, as far as that differs."""
    if len(firsts) < 2:
        return [""] * len(firsts)
    columns = [
        [""] * len(firsts) if by is Axis.LOCALITY else _places(firsts),
        [""] * len(firsts)
        if by is Axis.PERIOD
        else [each.period.name for each in firsts],
        [each.assessor if by_whom else "" for each in firsts],
    ]
    telling = [each for each in columns if len(set(each)) > 1] or columns
    rows = zip(*telling, strict=True)
    return numbered([", ".join(filter(None, each)) for each in rows])


def _places(assessments: Sequence[Assessment]) -> list[str]:
    """Return the locality of each, with the subject where there are several."""
    several = len({each.subject for each in assessments}) > 1
    return [
        f"{each.subject}, {each.locality}"
        if several and each.locality
        else (each.subject if several else each.locality or "the whole area")
        for each in assessments
    ]


def _place(assessment: Assessment) -> tuple[str, str]:
    return assessment.subject, assessment.locality


def _when(assessment: Assessment) -> tuple[date, date]:
    return assessment.period.start, assessment.period.end
