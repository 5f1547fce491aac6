"""Appendix 2: the action plan."""

from collections.abc import Iterator

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Part,
    label,
    theirs,
)
from integrated_care_principles.paper._pieces import (
    asked,
    cell,
    heading,
    hidden,
    joined,
    name_of,
    plain,
)
from integrated_care_principles.reporting import (
    Action,
    QuestionView,
    Report,
)
from integrated_care_principles.reporting.wording import written_day

_COLUMNS = (
    Column(head=label("No."), numeric=True),
    Column(head=label("Question"), share=5),
    Column(head=label("Action"), share=6),
    Column(head=label("Owner"), share=3),
    Column(head=label("Due"), share=2),
    Column(head=label("Done"), share=2),
)


def action_plan(report: Report) -> Part:
    """Return the part with everything that is to be done."""
    return Part(name="action-plan", blocks=tuple(_blocks(report)), landscape=True)


def _blocks(report: Report) -> Iterator[Block]:
    yield heading(2, "Appendix 2: Action plan")
    rows = tuple(_rows(report))
    if not rows:
        yield plain("No action is planned.")
        return
    several = len(report.assessments) > 1
    whose = (Column(head=label("Assessment"), share=3),) if several else ()
    columns = (*_COLUMNS[:1], *whose, *_COLUMNS[1:])
    yield Grid(caption=label("What is to be done"), columns=columns, rows=rows)


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    planned = (
        (view, question, action)
        for view in report.assessments
        for question in view.questions
        for action in (question.response.actions if question.response else ())
    )
    several = len(report.assessments) > 1
    for number, (view, question, action) in enumerate(planned, start=1):
        whose = (Cell(words=name_of(view, report)),) if several else ()
        yield (cell(f"{number}"), *whose, *_cells(question, action))


def _cells(view: QuestionView, action: Action) -> tuple[Cell, ...]:
    return (
        Cell(words=joined((asked(view.question), hidden(view.response)))),
        Cell(words=theirs(action.what)),
        Cell(words=theirs(action.owner) if action.owner else label("no owner")),
        cell(written_day(action.due) if action.due else "no date"),
        cell(written_day(action.done) if action.done else "not yet"),
    )
