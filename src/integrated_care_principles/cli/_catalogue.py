"""``icp principles``, ``icp questions`` and ``icp resources``."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import click

from integrated_care_principles.catalogue import (
    Asks,
    Catalogue,
    Principle,
    Question,
    Resource,
    addresses,
    load_catalogue,
    place_of_question,
    places_of_principle,
    places_of_resource,
)
from integrated_care_principles.cli._errors import tell_errors
from integrated_care_principles.cli._layout import labelled, paragraph
from integrated_care_principles.cli._plain import (
    Plain,
    plain_address,
    plain_principle,
    plain_question,
    plain_resource,
)
from integrated_care_principles.exceptions import UnknownIdError
from integrated_care_principles.text import canonical_json

_INDENT = 6
# Listed under a principle is not all that a resource supports; the quotation is held
# against the guidance by a test.
_WHOSE_RESOURCES = (
    "Printed is what the guidance says; titles are tidied, the rest is ours. Each is "
    "listed under the principles where the guidance put it, which says: “many of these "
    "resources support the implementation of most, if not all, of the principles "
    "together”."
)

FoundT = TypeVar("FoundT")


_as_json = click.option("--json", "as_json", is_flag=True, help="For machines.")


@click.command()
@click.argument("number", type=int, required=False)
@_as_json
def principles(number: int | None, as_json: bool) -> None:
    """
    Show the purpose and the twelve principles, or the principle of that NUMBER with
    everything that belongs to it.
    """
    catalogue = load_catalogue()
    if as_json:
        chosen = (
            catalogue.principles if number is None else (catalogue.principle(number),)
        )
        _show_json(plain_principle(catalogue, each) for each in chosen)
    else:
        lines = _list(catalogue) if number is None else _whole(catalogue, number)
        click.echo("\n".join(lines))


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--principle", type=int, metavar="N", help="Those of this principle.")
@click.option("--group", metavar="ID", help="Those of this group, such as G2.")
@_as_json
def questions(
    ids: tuple[str, ...], principle: int | None, group: str | None, as_json: bool
) -> None:
    """
    Show the challenge questions, word for word: all, those with an ID, or those of a
    principle or group. A question that leans on another is shown with it.
    """
    catalogue = load_catalogue()
    wanted = {each.id for each in _found(catalogue.question, ids)}
    found = catalogue.questions_of(principle=principle, group=group)
    chosen = [each for each in found if not ids or each.id in wanted]
    if as_json:
        _show_json(plain_question(catalogue, each) for each in chosen)
        return
    lines = (line for each in chosen for line in _question(catalogue, each))
    whose = "Quoted from the guidance, word for word; notes are in our words."
    _show(lines, f"{whose}\nThe table: {catalogue.table_url}")


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--question", metavar="ID", help="Those listed beside this question.")
@click.option("--principle", type=int, metavar="N", help="Those of this principle.")
@click.option("--stale", is_flag=True, help="Those out of date, and those that moved.")
@click.option(
    "--addresses",
    "only_addresses",
    is_flag=True,
    help="Every address of the catalogue, for checking elsewhere.",
)
@_as_json
def resources(
    ids: tuple[str, ...],
    question: str | None,
    principle: int | None,
    stale: bool,
    only_addresses: bool,
    as_json: bool,
) -> None:
    """
    Show the resources that the guidance names, and what has become of them: all, those
    with an ID, or those of a question or principle. Nothing is looked up on the network.
    """
    catalogue = load_catalogue()
    if only_addresses:
        if ids or question or principle is not None or stale:
            msg = "--addresses lists all of them; take the rest out"
            raise click.UsageError(msg)
        _show_addresses(catalogue, as_json)
        return
    wanted = {each.id for each in _found(catalogue.resource, ids)}
    found = catalogue.resources_of(question=question, principle=principle)
    chosen = [each for each in found if not ids or each.id in wanted]
    if stale:
        chosen = [each for each in chosen if each.is_stale or each.has_moved]
    if as_json:
        _show_json(plain_resource(catalogue, each) for each in chosen)
        return
    lines = _out_of_date(catalogue, chosen) if stale else _each(catalogue, chosen)
    _show(lines, paragraph(_WHOSE_RESOURCES))


def _show_json(values: Iterable[Plain]) -> None:
    click.echo(canonical_json(list(values)))


def _show_addresses(catalogue: Catalogue, as_json: bool) -> None:
    found = addresses(catalogue)
    if as_json:
        _show_json(map(plain_address, found))
    else:
        for each in found:
            click.echo("\n".join((each.url, *(f"  {one}" for one in each.places))))


def _each(catalogue: Catalogue, chosen: Iterable[Resource]) -> Iterator[str]:
    for each in chosen:
        yield from _resource(catalogue, each)


def _out_of_date(catalogue: Catalogue, chosen: Sequence[Resource]) -> Iterator[str]:
    """Yield what is out of date, then what has moved, each under its name."""
    parts = {
        "Out of date": [each for each in chosen if each.is_stale],
        "Moved, renamed or merged": [each for each in chosen if each.has_moved],
    }
    for name, some in parts.items():
        if some:
            yield f"{name} ({len(some)})"
            yield from _each(catalogue, some)


def _found(lookup: Callable[[str], FoundT], ids: tuple[str, ...]) -> list[FoundT]:
    """Return what is called by each of the *ids*, or name all that are unknown."""
    found: list[FoundT] = []
    errors: list[Exception] = []
    for id in ids:
        try:
            found.append(lookup(id))
        except UnknownIdError as error:
            errors.append(error)
    tell_errors(errors)
    return found


def _show(lines: Iterator[str], whose: str) -> None:
    """Print *lines* and *whose* words they are, or say that there are none."""
    text = "\n".join(lines)
    if text:
        click.echo(f"{text}\n{whose}")
    else:
        click.echo("icp: note: nothing is all of that at once", err=True)


def _list(catalogue: Catalogue) -> Iterator[str]:
    purpose = catalogue.purpose
    yield paragraph(f"{purpose.summary} [our words]", label=purpose.act_limb, indent=4)
    for each in catalogue.principles:
        yield paragraph(each.title, label=f"{each.number}", indent=4)
    yield "\nTitles are tidied, some of them shortened; icp principles N shows the printed."


def _whole(catalogue: Catalogue, number: int) -> Iterator[str]:
    principle = catalogue.principle(number)
    yield paragraph(principle.title, label=f"{number}", indent=4)
    yield from labelled(_about(catalogue, principle), indent=4)
    if principle.narrative is not None:
        yield "\nFrom the guidance [official words]"
        paragraphs = principle.narrative.split("\n\n")
        yield "\n\n".join(paragraph(each, indent=4) for each in paragraphs)
    yield "\nChallenge questions [official words]"
    for question in catalogue.questions_of(principle=number):
        yield from _question(catalogue, question)
    yield "\nResources listed beside them"
    for resource in catalogue.resources_of(principle=number):
        yield from _resource(catalogue, resource)


def _about(
    catalogue: Catalogue, principle: Principle
) -> Iterator[tuple[str, str | None]]:
    for each in principle.printed_titles:
        yield "Printed", each
    yield "Tidied, in our words", principle.tidying
    for place in places_of_principle(catalogue, principle.number):
        yield "Place", str(place)
    number = principle.number
    limb = f"sections 4(1){principle.act_limb} and 31(1){principle.act_limb}"
    yield "Act", f"{limb}, as at {catalogue.statute_as_at}"
    yield "Guidance", principle.guidance_url
    yield "In our words", principle.summary
    (group,) = catalogue.groups_of(principle=number)
    others = [f"principle {each}" for each in group.principles if each != number]
    yield "Shares its questions with", " and ".join(others)


def _question(catalogue: Catalogue, question: Question) -> Iterator[str]:
    yield paragraph(question.text, label=question.id, indent=_INDENT)
    if question.follows is not None:
        before = catalogue.question(question.follows)
        text = f"(follows {before.id}: {before.text})"
        yield paragraph(text, indent=_INDENT)
    yield paragraph(
        f"[{place_of_question(catalogue, question.id).where}]", indent=_INDENT
    )
    if question.asks is Asks.YES_NO:
        yield paragraph("(can be answered with yes or no)", indent=_INDENT)
    if question.note is not None:
        yield paragraph(f"[our note: {question.note}]", indent=_INDENT)


def _resource(catalogue: Catalogue, resource: Resource) -> Iterator[str]:
    yield resource.id
    groups = catalogue.groups_of(resource=resource.id)
    wordings = dict.fromkeys(
        listing.wording
        for group in groups
        for listing in group.listings
        if listing.resource == resource.id
    )
    pairs = (
        *(("printed", each) for each in wordings),
        ("title", resource.title),
        ("publisher", resource.publisher),
        ("listed in", ", ".join(each.id for each in groups)),
        *(("place", each.where) for each in places_of_resource(catalogue, resource.id)),
        ("status", _status(resource)),
        ("possibly now" if resource.is_unverified else "now", resource.successor),
        ("address", resource.url),
        ("source of the status", resource.source_url),
    )
    yield from labelled(pairs, indent=_INDENT)


def _status(resource: Resource) -> str:
    since = "" if resource.changed is None else f" since {resource.changed}"
    found = f"our finding of {resource.checked}, confidence {resource.confidence}"
    return f"{resource.status}{since} ({found})"
