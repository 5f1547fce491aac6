"""Rules that need more than one field of a catalogue."""

from collections.abc import Iterable, Iterator

from integrated_care_principles.catalogue._model import (
    Group,
    Outcome,
    Principle,
    PrincipleNumber,
    QuestionId,
)
from integrated_care_principles.catalogue._resource import (
    Resource,
    ResourceId,
)
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.text import shown


def repeated_ids(
    principles: Iterable[Principle],
    groups: Iterable[Group],
    resources: Iterable[Resource],
    outcomes: Iterable[Outcome],
) -> Iterator[Problem]:
    """Yield ids and numbers that were given twice, and principles named twice."""
    yield from _twice(_places("principles", (each.number for each in principles)))
    yield from _twice(_places("groups", (each.id for each in groups)))
    yield from _twice(_questions(groups))
    yield from _twice(_places("resources", (each.id for each in resources)))
    yield from _twice(_places("outcomes", (each.number for each in outcomes)))
    for index, group in enumerate(groups):
        yield from _twice(_places(f"groups[{index}].principles", group.principles))


def dangling_ids(
    principles: Iterable[Principle],
    groups: Iterable[Group],
    resources: Iterable[Resource],
) -> Iterator[Problem]:
    """Yield what refers to something that is not there, or not there yet."""
    numbers = {each.number for each in principles}
    known = {each.id for each in resources}
    for index, group in enumerate(groups):
        for problem in _dangling_in(group, numbers, known):
            yield problem.under(f"groups[{index}]")


def _places(path: str, ids: Iterable[str | int]) -> Iterator[tuple[str, str | int]]:
    for index, id in enumerate(ids):
        yield f"{path}[{index}]", id


def _questions(groups: Iterable[Group]) -> Iterator[tuple[str, str | int]]:
    for index, group in enumerate(groups):
        ids = (each.id for each in group.questions)
        yield from _places(f"groups[{index}].questions", ids)


def _twice(places: Iterable[tuple[str, str | int]]) -> Iterator[Problem]:
    seen = set()
    for path, id in places:
        if id in seen:
            yield Problem(path, "repeated", found=shown(id))
        seen.add(id)


def _dangling_in(
    group: Group, numbers: set[PrincipleNumber], resources: set[ResourceId]
) -> Iterator[Problem]:
    for index, number in enumerate(group.principles):
        if number not in numbers:
            path = f"principles[{index}]"
            yield Problem(path, "unknown-principle", found=f"{number}")
    for index, listing in enumerate(group.listings):
        if listing.resource not in resources:
            path = f"listings[{index}].resource"
            yield Problem(path, "unknown-resource", found=listing.resource)
    earlier: set[QuestionId] = set()
    for index, question in enumerate(group.questions):
        if question.follows is not None and question.follows not in earlier:
            path = f"questions[{index}].follows"
            yield Problem(path, "not-before", found=question.follows)
        earlier.add(question.id)
