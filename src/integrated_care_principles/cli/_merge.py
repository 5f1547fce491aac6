"""``icp merge``: copies of an assessment that were edited apart become one."""

from collections.abc import Iterator, Sequence
from enum import Enum

import click

from integrated_care_principles.assessment import Change, Decision, Merge
from integrated_care_principles.assessment import merge as merged
from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._input import FILE, read, read_all
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.files import write_assessment
from integrated_care_principles.text import canonical_json, printable

_SIDES = ("ours", "theirs")
_SAYS = {
    Decision.FILL: "filled in",
    Decision.CHANGED: "changed",
    Decision.DIVERGED: "DIVERGED",
}


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="OURS THEIRS...")
@click.option(
    "--base", type=FILE, metavar="FILE", help="What they were before they were edited."
)
@click.option(
    "--take",
    type=click.Choice(_SIDES),
    help="Whose values are taken where two files diverged.",
)
@click.option(
    "-o", "--output", type=FILE, metavar="PATH", help="A file that is not there yet."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def merge(
    files: tuple[str, ...],
    base: str | None,
    take: str | None,
    output: str | None,
    as_json: bool,
) -> int:
    """
    Merge copies of an assessment that were edited apart, field by field. Without -o only
    what would become of each field is shown. Where values diverged every one of them is
    kept in an annotation, and it exits with 1 unless --take decides.
    """
    if len(files) < 2 or (take is not None and len(files) > 2):
        msg = "it takes at least two files" if len(files) < 2 else "--take is for two"
        raise click.UsageError(msg)
    catalogue = load_catalogue()
    sides = read_all(files, catalogue)
    before = None if base is None else read(base, catalogue)
    found = merged(
        sides, base=before, take=None if take is None else _SIDES.index(take)
    )
    if output is not None:
        write_assessment(output, found.assessment, catalogue)
    if as_json:
        click.echo(canonical_json([_plain(each, files) for each in found.changes]))
    else:
        click.echo("\n".join(_lines(found, files, take)))
    return int(bool(found.conflicts) and take is None)


def _lines(found: Merge, files: Sequence[str], take: str | None) -> Iterator[str]:
    for each in found.changes:
        yield paragraph(f"{_place(each)}: {_SAYS[each.decision]}")
        for candidate in each.candidates:
            names = ", ".join(printable(files[side]) for side in candidate.sides)
            yield paragraph(
                f"{names or 'together'}: {_said(candidate.value)}", indent=4
            )
    conflicts = len(found.conflicts)
    others = len(found.changes) - conflicts
    decided = "" if take is None or not conflicts else f"; {take} is taken there"
    yield f"{others} filled in or changed, {conflicts} diverged{decided}"


def _place(change: Change) -> str:
    return f"{change.place}: {change.field or 'taken away'}".removeprefix(": ")


def _said(value: object) -> str:
    """Return a *value* as a person reads it."""
    if isinstance(value, tuple):
        return "; ".join(map(_said, value)) or "(nothing)"
    if isinstance(value, Enum):
        return f"{value.value}"
    return "(nothing)" if value in {None, ""} else f"{value}"


def _plain(change: Change, files: Sequence[str]) -> dict[str, object]:
    return {
        "place": change.place,
        "field": change.field,
        "decision": change.decision.value,
        "candidates": [
            {
                "value": _said(each.value),
                "files": [files[side] for side in each.sides],
            }
            for each in change.candidates
        ],
    }
