"""Assessments held against each other: how complete each is, and what changed."""

from collections.abc import Iterator, Sequence

from integrated_care_principles.reporting import (
    Catalogue,
    Comparison,
    Completeness,
    Direction,
    Member,
    QuestionChange,
    Step,
)
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import listed, plain

# Of one table; frames around cells leave less room.
_MOST_PRINCIPLES = 12
_MOST_IN_FRAMES = 6


def comparison(found: Comparison, catalogue: Catalogue, page: Page) -> Iterator[str]:
    """Yield all of them side by side, and then each step from one to another."""
    yield from page.section(
        f"Compared by {plain(found.by.value)}",
        "Percent of what is expected that is complete, as a whole and by principle. It "
        "does not say how well things stand.",
    )
    numbers = [each.number for each in catalogue.principles]
    most = _MOST_PRINCIPLES if page.look is None else _MOST_IN_FRAMES
    for start in range(0, max(1, len(numbers)), most):
        yield ""
        yield from _side_by_side(found, numbers[start : start + most], page)
    for each in found.steps:
        yield from _step(each, found, catalogue, page)
    yield from _findings(found, page)


def _side_by_side(
    found: Comparison, numbers: Sequence[int], page: Page
) -> Iterator[str]:
    header = ("", "All", *map(str, numbers))
    named = zip(found.names, found.members, strict=True)
    rows = [(name, *_cells(each, numbers)) for name, each in named]
    align = ("left", *["right"] * (len(numbers) + 1))
    yield from page.table([header], rows, grows=0, align=align)


def _cells(member: Member, numbers: Sequence[int]) -> Iterator[str]:
    yield _percent(member.card.overall)
    for number in numbers:
        yield _percent(member.card.principles[number])


def _percent(completeness: Completeness) -> str:
    percent = completeness.percent
    return "–" if percent is None else str(percent)  # noqa: RUF001 - as a sign for none


def _name(member: Member, found: Comparison) -> str:
    return found.names[found.members.index(member)]


def _step(
    step: Step, found: Comparison, catalogue: Catalogue, page: Page
) -> Iterator[str]:
    yield from page.section(f"{_name(step.before, found)} to {step.after.label}")
    yield from page.labelled(_facts(step))
    for each in step.changes:
        yield from _change(each, catalogue, page)


def _facts(step: Step) -> Iterator[tuple[str, str]]:
    yield "Compared", f"{step.overlap} questions"
    for reason, questions in step.not_compared_asked:
        yield "Not compared", f"{', '.join(questions)}: {reason.says}"
    if step.ratings_not_compared is not None:
        yield "Ratings", f"not compared: {step.ratings_not_compared.says}"
    for direction in (Direction.BETTER, Direction.WORSE, Direction.MIXED):
        went = [each.question for each in step.went(direction)]
        yield direction.value.capitalize(), ", ".join(went) or "none"
    yield "Principles", _principles(step)


def _principles(step: Step) -> str:
    """Return which principles went which way; shared questions count for each of theirs."""
    ways = {
        way: [each.principle for each in step.principles if each.direction is way]
        for way in (Direction.BETTER, Direction.WORSE, Direction.MIXED)
    }
    said = (
        f"{way.value} {listed(numbers)}" for way, numbers in ways.items() if numbers
    )
    return "; ".join(said) or "none went either way"


def _change(change: QuestionChange, catalogue: Catalogue, page: Page) -> Iterator[str]:
    way = change.direction
    yield ""
    yield from page.question(change.question, catalogue.question(change.question).text)
    if way is not Direction.SAME:
        yield from page.item("-", way.value, indent=BELOW)
    for each in change.said:
        yield from page.item("-", each, indent=BELOW)


def _findings(found: Comparison, page: Page) -> Iterator[str]:
    if found.findings:
        yield from page.section("To note on the comparison")
    for each in found.findings:
        yield from page.item("-", str(each))
