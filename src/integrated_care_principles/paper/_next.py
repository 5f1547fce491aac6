"""What is missing and what is late, in the order in which it is best seen to."""

from collections.abc import Iterator

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Items,
    Words,
    label,
    theirs,
)
from integrated_care_principles.paper._pieces import (
    asked,
    cell,
    joined,
    lacking,
    leaning,
    plain,
    soft,
)
from integrated_care_principles.reporting import (
    Agenda,
    AssessmentView,
    QuestionView,
    Report,
    Task,
)
from integrated_care_principles.reporting.wording import gained, written_day


def next_steps(view: AssessmentView, report: Report) -> Iterator[Block]:
    """Yield what is missing, what closing each gap adds, and what is late."""
    agenda = report.agenda_of(view)
    questions = {each.id: each for each in view.questions}
    if agenda.tasks:
        yield _gaps(agenda, questions, report.policy.unit)
        yield soft(
            "What adds most stands first. It is added once nothing is missing to the "
            "question any more."
        )
    else:
        yield plain("Nothing is missing.")
    yield from _late("Overdue actions:", agenda.overdue, "due")
    yield from _late("Evidence that no longer holds:", agenda.stale, "held until")


def _gaps(agenda: Agenda, questions: dict[str, QuestionView], unit: str) -> Grid:
    return Grid(
        caption=label("Questions that something is missing to"),
        columns=(
            Column(head=label("Question"), share=6),
            Column(head=label("Missing"), share=3),
            Column(head=label("Would add"), share=3),
            Column(head=label("By"), share=2),
        ),
        rows=tuple(
            _gap(questions[tasks[0].question], tasks[0], unit)
            for tasks in agenda.by_question
        ),
    )


def _gap(view: QuestionView, task: Task, unit: str) -> tuple[Cell, ...]:
    return (
        Cell(words=joined((asked(view.question), leaning(view)), ". ")),
        cell(lacking(view)),
        cell(gained(task, unit)),
        cell("no date" if task.due is None else written_day(task.due)),
    )


def _late(title: str, tasks: tuple[Task, ...], word: str) -> Iterator[Block]:
    if tasks:
        yield plain(title)
        yield Items(items=tuple(_task(each, word) for each in tasks))


def _task(task: Task, word: str) -> Words:
    day = "" if task.due is None else f"{word} {written_day(task.due)}"
    facts = joined((label(task.question), theirs(task.owner), label(day)), ", ")
    return (*theirs(task.what), *label(" ("), *facts, *label(")"))
