"""A comparison as lines for a terminal of 80 columns."""

from collections.abc import Iterable, Iterator, Sequence

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._layout import WIDTH, paragraph
from integrated_care_principles.reporting import safe
from integrated_care_principles.scoring import (
    Comparison,
    Completeness,
    Direction,
    Policy,
    QuestionChange,
    Scorecard,
    Series,
    Step,
)

_LABEL, _INDENT, _NARROWEST = 14, 9, 8


def comparison_lines(
    found: Comparison, policy: Policy, catalogue: Catalogue
) -> Iterator[str]:
    """Yield what was compared: how complete each is, then what changed."""
    for each in dict.fromkeys(each.assessment.subject for each in found.members):
        yield paragraph(each)
    yield f"compared by {found.by.value}; policy {policy.name}"
    if policy.weights:
        yield "in points: the policy weighs some questions more than others"
    for series in found.series:
        yield ""
        yield from _side_by_side(series)
    for step in found.steps:
        yield ""
        yield from _step(step, found, catalogue)
    yield ""
    yield paragraph(
        "Percentages say how much was answered, not how well things stand. Better is more "
        "complete or rated higher. Questions are quoted from the guidance."
    )


def _side_by_side(series: Series) -> Iterator[str]:
    if series.label:
        yield paragraph(series.label)
    names = [safe.line(each.label) for each in series.members]
    widest = max(_NARROWEST, *(len(each) + 2 for each in names))
    if _LABEL + widest * len(names) > WIDTH:
        for number, name in enumerate(names, 1):
            yield paragraph(name, label=f"{number}", indent=4)
        names = [f"{number}" for number in range(1, len(names) + 1)]
        widest = _NARROWEST
    cards = [each.card for each in series.members]
    abreast = (WIDTH - _LABEL) // widest
    for start in range(0, len(cards), abreast):
        part = slice(start, start + abreast)
        yield from _block(names[part], cards[part], widest)


def _block(
    names: Sequence[str], cards: Sequence[Scorecard], widest: int
) -> Iterator[str]:
    yield _row("", names, widest)
    yield _row("overall", [_percent(each.overall) for each in cards], widest)
    for number in cards[0].principles:
        own = [each.principles[number] for each in cards]
        if any(each.percent is not None for each in own):
            yield _row(f"principle {number}", map(_percent, own), widest)


def _row(label: str, cells: Iterable[str], widest: int) -> str:
    return f"{label:<{_LABEL}}{''.join(f'{each:>{widest}}' for each in cells)}".rstrip()


def _percent(completeness: Completeness) -> str:
    return "-" if completeness.percent is None else f"{completeness.percent} %"


def _step(step: Step, found: Comparison, catalogue: Catalogue) -> Iterator[str]:
    name = found.names[found.members.index(step.before)]
    yield paragraph(f"{name} to {step.after.label}")
    yield from _whether_comparable(step)
    for direction in Direction:
        if direction is not Direction.SAME and (went := step.went(direction)):
            listed = ", ".join(each.question for each in went)
            yield paragraph(f"{direction.value}: {listed}", indent=2)
    for each in step.principles:
        if each.direction is not Direction.SAME or each.before != each.after:
            yield paragraph(_principle(each.principle, step), indent=2)
    for change in step.changes:
        yield from _change(change, catalogue)
    if not step.changes:
        yield "  nothing changed"


def _whether_comparable(step: Step) -> Iterator[str]:
    yield f"  compared: {step.overlap} questions"
    for reason, questions in step.not_compared_asked:
        listed = ", ".join(questions)
        yield paragraph(f"not compared ({reason.says}): {listed}", indent=2)
    if step.ratings_not_compared is not None:
        yield paragraph(
            f"no ratings are compared: {step.ratings_not_compared.says}", indent=2
        )


def _principle(number: int, step: Step) -> str:
    change = next(each for each in step.principles if each.principle == number)
    ways = {"better": change.better, "worse": change.worse}
    said = ", ".join(f"{count} {way}" for way, count in ways.items() if count)
    moved = f"principle {number}: {change.before} to {change.after}"
    return f"{moved}; {said}" if said else moved


def _change(change: QuestionChange, catalogue: Catalogue) -> Iterator[str]:
    way = change.direction
    lead = "" if way is Direction.SAME else f"[{way.value}] "
    asked = catalogue.question(change.question)
    yield paragraph(f"{lead}{asked.text}", label=f"  {asked.id}", indent=_INDENT)
    for each in change.said:
        yield paragraph(f"- {each}", indent=_INDENT)
