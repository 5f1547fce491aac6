"""``icp search``."""

import os
import sys
from collections.abc import Iterator

import click

from integrated_care_principles.catalogue import (
    Catalogue,
    Excerpt,
    Hit,
    HitKind,
    Origin,
    SearchResult,
    load_catalogue,
)
from integrated_care_principles.catalogue import (
    search as search_in,
)
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.text import canonical_json

_INDENT = 4
_FEW = 10
# What stands around a word that was looked for until a line is printed: signs that no
# writing uses, and that are no space.
_BEGIN, _END = "\ue000", "\ue001"
_BOLD = str.maketrans({_BEGIN: "\x1b[1m", _END: "\x1b[0m"})
_STARS = str.maketrans({_BEGIN: "*", _END: "*"})
_WHOSE = {
    Origin.QUOTED: "official words",
    Origin.TIDIED: "tidied",
    Origin.OURS: "our words",
    Origin.LOOKED_UP: "looked up",
}


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--principle", type=int, metavar="N", help="Of this principle only.")
@click.option("--group", metavar="ID", help="Of this group only, such as G2.")
@click.option(
    "--kind",
    type=click.Choice([each.value for each in HitKind]),
    help="Of this kind only.",
)
@click.option(
    "--all", "every", is_flag=True, help=f"All, and not only the first {_FEW}."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def search(
    words: tuple[str, ...],
    principle: int | None,
    group: str | None,
    kind: str | None,
    every: bool,
    as_json: bool,
) -> None:
    """
    Find principles, questions, resources and outcomes by words: what has them all first.
    Case, accents and endings do not matter, and the last word may be a beginning.

    Words that were found are bold on a terminal, and stand between stars elsewhere.
    """
    catalogue = load_catalogue()
    found = search_in(
        catalogue, " ".join(words), principle=principle, group=group, kind=kind
    )
    if not found.words:
        msg = "there is no word in what is looked for"
        raise click.UsageError(msg)
    if as_json:
        click.echo(canonical_json(_plain(catalogue, found)))
        return
    shown = found.hits if every else found.hits[:_FEW]
    marks = _BOLD if _is_bold() else _STARS
    for each in shown:
        for line in _lines(catalogue, each):
            click.echo(line.translate(marks))
    _tell(found, more=len(found.hits) - len(shown))


def _is_bold() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _tell(found: SearchResult, *, more: int) -> None:
    """Say on standard error what is not shown, and what was perhaps meant."""
    notes = []
    if more:
        notes.append(f"{more} more; --all shows them")
    if found.did_you_mean is not None:
        lead = "some words stand nowhere" if found.hits else "nothing found"
        notes.append(f"{lead}; did you mean {found.did_you_mean!r}?")
    elif not found.hits:
        notes.append("nothing found")
    for each in notes:
        click.echo(f"icp: note: {each}", err=True)


def _lines(catalogue: Catalogue, hit: Hit) -> Iterator[str]:
    name = hit.id if hit.kind in {HitKind.QUESTION, HitKind.RESOURCE} else ""
    heading = f"{name}  {hit.kind.value}" if name else f"{hit.kind.value} {hit.id}"
    of = f" of {', '.join(hit.groups)}" if hit.groups else ""
    yield f"{heading}{of}"  # ids, which can do no harm
    if not any(each.name == "title" for each in hit.excerpts):
        yield paragraph(f"{hit.title} [{_WHOSE[hit.title_origin]}]", indent=_INDENT)
    for each in hit.excerpts:
        yield _marked(each)
    if before := _before(catalogue, hit):
        yield paragraph(f"(follows {before})", indent=_INDENT)


def _marked(excerpt: Excerpt) -> str:
    label = "" if excerpt.name == "title" else f"{excerpt.name}: "
    text = "".join(
        f"{_BEGIN}{each.text}{_END}" if each.is_match else each.text
        for each in excerpt.pieces
    )
    return paragraph(f"{label}{text} [{_WHOSE[excerpt.origin]}]", indent=_INDENT)


def _before(catalogue: Catalogue, hit: Hit) -> str:
    """Return the question without which the one that was found makes no sense, if any."""
    if hit.kind is not HitKind.QUESTION:
        return ""
    follows = catalogue.question(hit.id).follows
    return "" if follows is None else f"{follows}: {catalogue.question(follows).text}"


def _plain(catalogue: Catalogue, found: SearchResult) -> dict[str, object]:
    return {
        "words": list(found.words),
        "did_you_mean": found.did_you_mean,
        "hits": [
            {
                "kind": each.kind.value,
                "id": each.id,
                "title": each.title,
                "title_origin": each.title_origin.value,
                "groups": list(each.groups),
                "follows": _before(catalogue, each).partition(":")[0] or None,
                "has_all": each.has_all,
                "excerpts": [_excerpt(one) for one in each.excerpts],
            }
            for each in found.hits
        ],
    }


def _excerpt(excerpt: Excerpt) -> dict[str, object]:
    return {
        "name": excerpt.name,
        "origin": excerpt.origin.value,
        "pieces": [
            {"text": each.text, "is_match": each.is_match} for each in excerpt.pieces
        ],
    }
