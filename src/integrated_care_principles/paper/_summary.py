"""The summary: how much was answered, for each principle, and what is missing."""

from collections.abc import Iterator

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Items,
    Part,
    label,
    ours,
)
from integrated_care_principles.paper._next import next_steps
from integrated_care_principles.paper._pieces import (
    below,
    cell,
    facts,
    heading,
    joined,
    named,
    plain,
    soft,
    titled,
    who,
)
from integrated_care_principles.reporting import (
    AssessmentView,
    Completeness,
    PrincipleView,
    Report,
)
from integrated_care_principles.reporting.wording import companions, counted, listed


def summary(report: Report) -> Part:
    """Return the part that says how much was answered."""
    return Part(name="summary", blocks=tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    yield heading(2, "Summary")
    for view in report.assessments:
        level = below(report)
        for each in named(view, report):
            yield each
            yield from who(view, report)
        yield from _whole(view, report)
        yield heading(level, "Principle by principle")
        yield from _principles(view, report)
        yield heading(level, "What is missing, and what to do next")
        yield from next_steps(view, report)
        yield from _findings(view, level)


def _whole(view: AssessmentView, report: Report) -> Iterator[Block]:
    overall, unit = view.completeness, report.policy.unit
    points = " Some questions count several points." if unit == "point" else ""
    yield plain(
        f"{overall} of the {unit}s that are expected are answered and complete.{points}"
    )
    yield from facts(
        ("Missing", label(counted(len(view.missing), "question"))),
        (
            "Does not apply, with the reason",
            label(counted(overall.excluded, unit)),
        ),
        (
            "Led by a partner, who is named",
            label(counted(overall.partner_led, unit)),
        ),
        ("If everything excused were expected", label(_if_expected(overall))),
    )
    if report.policy.excused == "left-out":
        yield soft(
            "What does not apply and what a partner leads is not expected, and is "
            "counted apart. In the last figure it is counted as expected."
        )
    else:
        yield soft(
            "By this policy what does not apply and what a partner leads is expected "
            "all the same."
        )


def _if_expected(overall: Completeness) -> str:
    """Return counts without a percentage where nothing is expected as it is."""
    found = overall.if_expected
    if overall.percent is None:
        return f"{found.complete} of {found.expected}"
    return str(found)


def _principles(view: AssessmentView, report: Report) -> Iterator[Block]:
    shared = companions(report.catalogue)
    yield Grid(
        caption=label("How much is answered for each principle"),
        columns=(
            Column(head=label("Principle"), share=5),
            Column(head=label("Answered and complete"), share=3),
            Column(head=label("Apart"), share=2),
            Column(head=label("Shares questions with"), share=2),
        ),
        rows=tuple(_principle(each, shared[each.number]) for each in view.principles),
    )
    yield soft(
        "Principles of one group share their questions. A shared question counts for "
        "each of them, so these numbers do not add up to the whole."
    )


def _principle(view: PrincipleView, shared: tuple[int, ...]) -> tuple[Cell, ...]:
    completeness = view.completeness
    excluded, led = completeness.excluded, completeness.partner_led
    apart = (
        label(f"{excluded} not applicable" if excluded else ""),
        label(f"{led} partner-led" if led else ""),
    )
    return (
        Cell(words=titled(view.principle)),
        Cell(words=label(f"{completeness}"), bar=completeness.percent),
        Cell(words=joined(apart, ", ")),
        cell(listed(shared) if shared else ""),
    )


def _findings(view: AssessmentView, level: int) -> Iterator[Block]:
    if view.card.findings:
        yield heading(level, "To note")
        yield Items(items=tuple(ours(str(each)) for each in view.card.findings))
