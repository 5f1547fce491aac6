"""``icp law``: who must do what about the principles, and under which provision."""

from collections.abc import Iterable, Iterator

import click

from integrated_care_principles.catalogue import (
    Law,
    LawKind,
    Principle,
    Provision,
    Role,
    TurnsOn,
    limbs,
    load_catalogue,
    load_law,
)
from integrated_care_principles.cli._layout import labelled, paragraph
from integrated_care_principles.cli._plain import Plain, plain_fields
from integrated_care_principles.text import canonical_json

_INDENT = 4
_HEADINGS = {
    LawKind.PRINCIPLES: "What the law sets out",
    LawKind.DUTY: "Who must do what about it",
    LawKind.REPORT: "What is reported each year",
    LawKind.SCRUTINY: "Who inspects",
    LawKind.CHANGE: "What may change it",
}


@click.command()
@click.option(
    "--role",
    type=click.Choice([each.value for each in Role]),
    metavar="ROLE",
    help=f"What this body must do, or may: {', '.join(each.value for each in Role)}.",
)
@click.option("--principle", type=int, metavar="N", help="Where this principle stands.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def law(role: str | None, principle: int | None, as_json: bool) -> None:
    """
    Show the law around the principles: who must have regard to them, when and under which
    section, what is reported each year, and who inspects. All words are ours.
    """
    catalogue, known = load_catalogue(), load_law()
    chosen = None if principle is None else catalogue.principle(principle)
    provisions = _narrowed(known, role, chosen)
    if as_json:
        click.echo(canonical_json(_plain(known, provisions, chosen)))
    else:
        click.echo("\n".join(_lines(known, provisions, chosen)).lstrip("\n"))


def _narrowed(
    known: Law, role: str | None, principle: Principle | None
) -> list[Provision]:
    """Return what speaks to a *role* and turns on the list that a *principle* is in."""
    lists = {TurnsOn.PLANNING_PRINCIPLES, TurnsOn.DELIVERY_PRINCIPLES}
    return [
        each
        for each in known.provisions_of(role=role)
        if principle is None or lists & {*each.turns_on}
    ]


def _lines(
    known: Law, provisions: Iterable[Provision], principle: Principle | None
) -> Iterator[str]:
    if principle is not None:
        places = " and ".join(limbs(principle.act_limb))
        yield paragraph(
            f"{places} of the Act of 2014", label=f"{principle.number}", indent=4
        )
        yield paragraph(f"{principle.title} [tidied]", indent=_INDENT)
    heading = None
    for each in provisions:
        if each.kind is not heading:
            heading = each.kind
            yield f"\n{_HEADINGS[heading]}"
        yield from _provision(each)
    yield ""
    yield paragraph(
        f"Statute text as at {known.statute_as_at}; looked up on {known.checked}. All words "
        "are ours, and none is the law's: look at the official text before you rely on them."
    )


def _provision(provision: Provision) -> Iterator[str]:
    yield paragraph(f"{provision.place}, {provision.instrument}")
    if provision.roles or provision.when:
        who = ", ".join(_words(each.value) for each in provision.roles)
        when = f"; when: {provision.when}" if provision.when else ""
        yield paragraph(f"{who}{when}", indent=_INDENT)
    yield paragraph(provision.what, indent=_INDENT)
    pairs = (
        ("looks at", ", ".join(_words(each.value) for each in provision.turns_on)),
        ("in force", None if provision.in_force else "no"),
        ("note", provision.note),
        ("official text", provision.url),
        ("read at", provision.source_url),
        ("confidence", provision.confidence.value),
    )
    yield from labelled(pairs, indent=_INDENT + 2)


def _words(value: str) -> str:
    return value.replace("-", " ")


def _plain(
    known: Law, provisions: Iterable[Provision], principle: Principle | None
) -> Plain:
    return {
        "statute_as_at": known.statute_as_at.isoformat(),
        "checked": known.checked.isoformat(),
        "words": "ours",
        "limbs": [] if principle is None else list(limbs(principle.act_limb)),
        "provisions": [plain_fields(each) for each in provisions],
    }
