"""``icp outcomes`` and ``icp crosswalk``: what belongs together, from both ends."""

from collections.abc import Iterable, Iterator

import click

from integrated_care_principles.catalogue import (
    Catalogue,
    Crosswalk,
    Link,
    Outcome,
    Question,
    load_catalogue,
    load_outcome_links,
)
from integrated_care_principles.cli._input import FILE, read_bytes
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.cli._plain import plain_fields
from integrated_care_principles.files import decode_crosswalk
from integrated_care_principles.reporting import safe
from integrated_care_principles.text import canonical_json

_INDENT = 4
_as_json = click.option("--json", "as_json", is_flag=True, help="For machines.")


@click.command()
@click.argument("number", type=int, required=False)
@_as_json
def outcomes(number: int | None, as_json: bool) -> None:
    """
    Show the nine national outcomes, or that of a NUMBER, with the principles and questions
    that touch them in our reading. No official source maps them.
    """
    catalogue, links = load_catalogue(), load_outcome_links()
    chosen = catalogue.outcomes if number is None else (catalogue.outcome(number),)
    if as_json:
        click.echo(canonical_json([_plain(each, links) for each in chosen]))
        return
    for outcome in chosen:
        click.echo(paragraph(outcome.label, label=f"{outcome.number}", indent=_INDENT))
        click.echo(paragraph(outcome.summary, indent=_INDENT))
        for line in _links(catalogue, links.links_of(target=f"{outcome.number}")):
            click.echo(line)
    click.echo(
        "Labels, summaries and links are in our words; none of them is official."
    )


@click.command()
@click.argument("file", type=FILE)
@_as_json
def crosswalk(file: str, as_json: bool) -> None:
    """
    Check a crosswalk of your own, from principles and questions to anything that has ids,
    and show it by what it leads to. FILE is JSON.
    """
    catalogue = load_catalogue()
    data, source = read_bytes(file)
    found = decode_crosswalk(data, catalogue, source=source)
    if as_json:
        click.echo(canonical_json(plain_fields(found)))
        return
    click.echo(paragraph(f"{found.title}, by {found.author}"))
    for target in found.targets:
        click.echo(paragraph(f"{target.id}  {target.title}"))
        if target.url is not None:
            click.echo(paragraph(target.url, indent=_INDENT))
        for line in _links(catalogue, found.links_of(target=target.id)):
            click.echo(line)


def _links(catalogue: Catalogue, links: Iterable[Link]) -> Iterator[str]:
    for each in links:
        if each.principle is not None:
            title = catalogue.principle(each.principle).title
            source = f"principle {each.principle}, {title} [tidied]"
        else:
            question = catalogue.question(each.question or "")
            source = f"{question.id}, {question.text} [official words]"
            source += _before(catalogue, question)
        yield paragraph(f"{each.relation.value}: {source}", indent=_INDENT)
        by = "" if each.author is None else f"; {each.author}"
        why = f"{each.rationale} (confidence {each.confidence.value}{by})"
        yield paragraph(safe.line(why), indent=_INDENT + 2)


def _before(catalogue: Catalogue, question: Question) -> str:
    """Return the question without which another makes no sense, if it is such a one."""
    if question.follows is None:
        return ""
    before = catalogue.question(question.follows)
    return f" (follows {before.id}: {before.text})"


def _plain(outcome: Outcome, links: Crosswalk) -> dict[str, object]:
    found = links.links_of(target=f"{outcome.number}")
    return {
        **plain_fields(outcome),
        "author": links.author,
        "links": [plain_fields(each) for each in found],
    }
