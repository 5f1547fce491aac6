"""The most important of what to do next, on one page of text."""

from collections.abc import Iterator, Sequence

from integrated_care_principles.catalogue import Catalogue, Question
from integrated_care_principles.cli._layout import WIDTH, amount
from integrated_care_principles.reporting import safe
from integrated_care_principles.scoring import Agenda, Task

# With titles and what is left out, no more than 60 lines.
_MOST_TASKS, _MOST_LATE, _MOST_OTHERS = 20, 12, 6


def page(agenda: Agenda, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines of a page: a line for each thing, cut where it is too long."""
    yield amount(agenda.card.overall)
    yield from _part("To do", agenda.tasks, _MOST_TASKS, catalogue)
    yield from _part("Overdue", agenda.overdue, _MOST_LATE, catalogue)
    yield from _part(
        "Evidence that no longer holds", agenda.stale, _MOST_OTHERS, catalogue
    )
    if agenda.resources:
        number = len(agenda.resources)
        yield f"\nResources that are not what they were: {number}"
    yield "\nQuestions are quoted from the guidance, some of them cut; icp gaps shows all."


def _part(
    title: str, tasks: Sequence[Task], most: int, catalogue: Catalogue
) -> Iterator[str]:
    if not tasks:
        return
    yield f"\n{title}"
    for each in tasks[:most]:
        yield _line(each, catalogue)
    if len(tasks) > most:
        yield f"  and {len(tasks) - most} more"


def _line(task: Task, catalogue: Catalogue) -> str:
    day = "" if task.due is None else f"{task.due} "
    what = task.what or _asked(catalogue.question(task.question))
    added = f"+{task.gain} " if task.gain else ""
    text = f"  [ ] {task.question:<6}{added}{day}{task.code}: {safe.line(what)}"
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"


def _asked(question: Question) -> str:
    """Return what is asked, with the id of the question without which it says little."""
    follows = "" if question.follows is None else f"(follows {question.follows}) "
    return f"{follows}{question.text}"
