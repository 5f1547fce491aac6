"""Pages of the documentation, one a principle, made of the catalogue when they are built."""

from collections.abc import Iterator
from pathlib import Path

from integrated_care_principles.catalogue import (
    Catalogue,
    Link,
    Principle,
    Provision,
    TurnsOn,
    load_catalogue,
    load_law,
    load_outcome_links,
)
from integrated_care_principles.files._catalogue_markdown import (
    about_resource,
    principle_parts,
    question_parts,
    tidied,
)
from integrated_care_principles.files._markdown import escaped, items, quoted

WHOSE = (
    "Made of the catalogue. What stands in a block quote is quoted from the guidance, word "
    "for word; titles are tidied; everything else is ours, or was looked up by us, and is "
    "not official."
)


def write_pages(folder: Path) -> None:
    """Write a page for each principle into a *folder*, and one that lists them."""
    folder.mkdir(exist_ok=True)
    for name, text in pages(load_catalogue()).items():
        (folder / name).write_text(text, encoding="utf-8")


def pages(catalogue: Catalogue) -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    whose = (WHOSE, escaped(catalogue.attribution))
    parts: dict[str, tuple[str, ...]] = {
        f"principle-{each.number}": (*_page(catalogue, each), *whose)
        for each in catalogue.principles
    }
    parts["index"] = ("# The principles, one by one", *whose, _contents(catalogue))
    return {f"{name}.md": "\n\n".join(some) + "\n" for name, some in parts.items()}


def _contents(catalogue: Catalogue) -> str:
    names = "\n".join(f"principle-{each.number}" for each in catalogue.principles)
    return f"```{{toctree}}\n:maxdepth: 1\n\n{names}\n```"


def _page(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    number = principle.number
    yield f"# {number}. {tidied(principle.title)}"
    yield from principle_parts(catalogue, principle)
    yield "## Challenge questions"
    for question in catalogue.questions_of(principle=number):
        yield from question_parts(question)
    yield "## Resources listed beside them"
    yield from _resources(catalogue, principle)
    yield f"## The law that turns on the principles, as at {load_law().statute_as_at}"
    yield from items(map(_provision, _provisions()))
    yield "## Outcomes that it touches, in our reading"
    yield from _outcomes(catalogue, principle)


def _resources(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    for group in catalogue.groups_of(principle=principle.number):
        for listing in group.listings:
            resource = catalogue.resource(listing.resource)
            yield quoted(listing.wording)
            yield f"That is {tidied(resource.title)}:"
            yield from items(about_resource(catalogue, resource))


def _provisions() -> Iterator[Provision]:
    principles = {TurnsOn.PLANNING_PRINCIPLES, TurnsOn.DELIVERY_PRINCIPLES}
    return (each for each in load_law().provisions if principles & {*each.turns_on})


def _provision(provision: Provision) -> tuple[str, str]:
    force = "" if provision.in_force else "not in force: "
    return escaped(str(provision)), f"{force}{escaped(provision.what)}"


def _outcomes(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    crosswalk = load_outcome_links()
    found = list(crosswalk.links_of(principle=principle.number))
    for each in catalogue.questions_of(principle=principle.number):
        found += crosswalk.links_of(question=each.id)
    yield from (_outcome(catalogue, each) for each in found)
    if not found:
        yield "None that we see; no official source maps them."


def _outcome(catalogue: Catalogue, link: Link) -> str:
    label = escaped(catalogue.outcome(int(link.target)).label)
    through = "" if link.question is None else f", through {link.question}"
    return (
        f"**Outcome {link.target}: {label}** ({link.relation}{through}, confidence "
        f"{link.confidence}). {escaped(link.rationale)}"
    )
