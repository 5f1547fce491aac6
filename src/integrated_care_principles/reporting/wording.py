"""
Values in the words of people, for formats that are read: days, states, names of groups.

Whatever the language of the machine is, these words are English: the guidance is.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from integrated_care_principles.assessment import Status
from integrated_care_principles.catalogue import Catalogue, Group
from integrated_care_principles.scoring import Task

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_WORDS: dict[str, str] = {
    "none": "No response",
    Status.UNKNOWN: "Not known",
    Status.NOT_APPLICABLE: "Does not apply",
    Status.PARTNER_LED: "Led by a partner",
    "yes-no": "Can be answered with yes or no",
    "open": "Open question",
}


def words(value: str) -> str:
    """Return a *value* of one of the model's enumerations as people say it."""
    return _WORDS.get(value) or value.replace("-", " ").replace("_", " ").capitalize()


def written_day(day: date) -> str:
    """Return *day* as it is written in Scotland, whatever the machine's language."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def listed(values: Iterable[object]) -> str:
    """Return *values* in a row, the last after an "and"; there is at least one."""
    *others, last = map(str, values)
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, thing: str) -> str:
    """Return how many there are of a *thing* whose plural ends in "s"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def gained(task: Task, unit: str) -> str:
    """Return what closing a gap adds: how many of a *unit*, and to which principles."""
    whole = counted(task.gain, unit)
    if not task.principles:
        return whole
    noun = "principle" if len(task.principles) == 1 else "principles"
    return f"{whole}, for {noun} {listed(task.principles)}"


def group_names(catalogue: Catalogue) -> dict[str, str]:
    """Return what each group goes by: its principles, and its id where that is not enough."""
    names = {each.id: _principles_of(each) for each in catalogue.groups}
    often = Counter(names.values())
    return {
        id: name if often[name] == 1 else f"{name} ({id})" for id, name in names.items()
    }


def companions(catalogue: Catalogue) -> dict[int, tuple[int, ...]]:
    """Return with which others each principle shares questions, by its number."""
    found: dict[int, set[int]] = {each.number: set() for each in catalogue.principles}
    for group in catalogue.groups:
        for number in group.principles:
            found[number] |= set(group.principles) - {number}
    return {number: tuple(sorted(others)) for number, others in found.items()}


def wordings(catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Return the groups that name each resource, with the printed words."""
    names = group_names(catalogue)
    found: dict[str, list[tuple[str, str]]] = {
        each.id: [] for each in catalogue.resources
    }
    for group in catalogue.groups:
        for each in group.listings:
            found[each.resource].append((names[group.id], each.wording))
    return found


def _principles_of(group: Group) -> str:
    if not group.principles:
        return f"Group {group.id}"
    noun = "Principle" if len(group.principles) == 1 else "Principles"
    return f"{noun} {listed(group.principles)}"
