"""What the page says in words of its own."""

from collections.abc import Iterable
from datetime import date

from integrated_care_principles.reporting import Catalogue, Status

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
    """Return *values* in a row, the last after an "and"."""
    *others, last = map(str, values)
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, thing: str) -> str:
    """Return how many there are of a *thing* whose plural ends in "s"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def named_principles(numbers: tuple[int, ...], group: str) -> str:
    """Return the name under which a *group* with principles of these *numbers* goes."""
    if not numbers:
        return f"Group {group}"
    return f"{'Principle' if len(numbers) == 1 else 'Principles'} {listed(numbers)}"


def companions(catalogue: Catalogue) -> dict[int, tuple[int, ...]]:
    """Return with which others each principle shares questions, by its number."""
    found: dict[int, set[int]] = {each.number: set() for each in catalogue.principles}
    for group in catalogue.groups:
        for number in group.principles:
            found[number] |= set(group.principles) - {number}
    return {number: tuple(sorted(others)) for number, others in found.items()}


def wordings(catalogue: Catalogue) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return where the guidance names each resource: groups with the printed words."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for group in catalogue.groups:
        name = named_principles(group.principles, group.id)
        for each in group.listings:
            found[each.resource] = (
                *found.get(each.resource, ()),
                (name, each.wording),
            )
    return found
