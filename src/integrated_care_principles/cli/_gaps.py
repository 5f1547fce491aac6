"""``icp gaps``: what is missing, and what to do next."""

from collections.abc import Iterator, Sequence
from datetime import date

import click

from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._agenda_page import page
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, read
from integrated_care_principles.cli._layout import amount, paragraph
from integrated_care_principles.cli._plain_scores import plain_agenda
from integrated_care_principles.cli._policies import judged_by, policy_called
from integrated_care_principles.cli._scores import heading
from integrated_care_principles.scoring import Agenda, Order, Task
from integrated_care_principles.scoring import agenda as what_next
from integrated_care_principles.text import canonical_json

_WHOSE_WORDS = (
    "Questions are quoted from the guidance; what is missing is in our words; actions and "
    "evidence are in the assessors'."
)
_INDENT = 7


@click.command()
@click.argument("file", type=FILE)
@judged_by
@click.option(
    "--by",
    type=click.Choice([each.value for each in Order]),
    default=Order.GAIN.value,
    help="What comes first: the most gain, the earliest day, or as printed.",
)
@click.option("--agenda", "short", is_flag=True, help="The most of it on one page.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def gaps(
    file: str, policy: str, on: date | None, by: str, short: bool, as_json: bool
) -> None:
    """
    Show what is missing in an assessment, what closing each gap would add, and what is
    late or no longer holds.
    """
    catalogue = load_catalogue()
    judged = policy_called(policy, catalogue, file)
    assessment = read(file, catalogue)
    found = what_next(assessment, catalogue, judged, on=on, by=Order(by))
    tell_findings(
        [each for each in found.card.findings if each not in found.resources], file
    )
    if as_json:
        click.echo(canonical_json(plain_agenda(found)))
    else:
        lines = page if short else _lines
        click.echo(
            "\n".join([*heading(assessment, found.card), *lines(found, catalogue)])
        )


def _lines(agenda: Agenda, catalogue: Catalogue) -> Iterator[str]:
    yield amount(agenda.card.overall)
    for tasks in agenda.by_question:
        yield ""
        yield from _question(tasks[0].question, catalogue)
        yield from _missing(tasks)
    yield from late("Overdue actions; they keep nothing back:", agenda.overdue)
    yield from late("Evidence that no longer holds:", agenda.stale)
    if agenda.resources:
        yield "\nResources that are not what they were:"
        yield from (paragraph(f"- {each}", indent=2) for each in agenda.resources)
    yield ""
    yield paragraph(_WHOSE_WORDS)


def _question(id: str, catalogue: Catalogue) -> Iterator[str]:
    asked = catalogue.question(id)
    yield paragraph(asked.text, label=asked.id, indent=_INDENT)
    if asked.follows is not None:
        before = catalogue.question(asked.follows)
        yield paragraph(f"(follows {before.id}: {before.text})", indent=_INDENT)


def _missing(tasks: Sequence[Task]) -> Iterator[str]:
    for each in tasks:
        what = f": {each.what}" if each.what else ""
        yield paragraph(f"- {each.code.says} [{each.code}]{what}", indent=_INDENT)
    yield paragraph(gain(tasks[0]), indent=_INDENT)


def gain(task: Task) -> str:
    """Return what it would add to do a *task*, and by which day that is wanted."""
    kind = "principle" if len(task.principles) == 1 else "principles"
    listed = ", ".join(map(str, task.principles))
    once = f", once all {task.others + 1} are done" if task.others else ""
    due = f"; wanted by {task.due}" if task.due else ""
    return f"adds {task.gain} to the whole and to {kind} {listed}{once}{due}"


def late(title: str, tasks: Sequence[Task]) -> Iterator[str]:
    """Yield what is late or no longer holds, or nothing."""
    if tasks:
        yield f"\n{title}"
    for each in tasks:
        day = "of too long ago" if each.due is None else f"{each.due}"
        owner = f" ({each.owner})" if each.owner else ""
        said = f"{day}: {each.what}{owner}"
        yield paragraph(said, label=each.question, indent=_INDENT)
