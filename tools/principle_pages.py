"""Pages of the documentation, one a principle, made of the catalogue when they are built."""

from collections.abc import Iterator
from pathlib import Path

from integrated_care_principles.catalogue import (
    Catalogue,
    Link,
    Principle,
    Question,
    Resource,
    limbs,
    load_catalogue,
    load_law,
    load_outcome_links,
)
from integrated_care_principles.files._markdown import address, escaped, items, quoted


def write_pages(folder: Path) -> None:
    """Write a page for each principle into a *folder*, and one that lists them."""
    folder.mkdir(exist_ok=True)
    for name, text in pages(load_catalogue()).items():
        (folder / name).write_text(text, encoding="utf-8")


def pages(catalogue: Catalogue) -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    return {
        "index.md": "\n\n".join(_index(catalogue)) + "\n",
        **{
            f"principle-{each.number}.md": "\n\n".join(_page(catalogue, each)) + "\n"
            for each in catalogue.principles
        },
    }


def _index(catalogue: Catalogue) -> Iterator[str]:
    yield "# The principles, one by one"
    yield (
        "Made of the catalogue. What stands in a block quote is quoted from the guidance, "
        "titles are tidied, and everything else is in our words and not official."
    )
    yield escaped(catalogue.attribution)
    names = "\n".join(f"principle-{each.number}" for each in catalogue.principles)
    yield f"```{{toctree}}\n:maxdepth: 1\n\n{names}\n```"


def _page(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    number = principle.number
    yield f"# {number}. {escaped(principle.title)}"
    yield f"In our words: {escaped(principle.summary)}"
    yield from _printed(principle)
    yield "## Challenge questions"
    for question in catalogue.questions_of(principle=number):
        yield from _question(catalogue, question)
    yield "## Resources listed beside them"
    for resource in catalogue.resources_of(principle=number):
        yield from _resource(resource)
    yield "## In the law"
    yield from _law(catalogue, principle)
    yield "## Outcomes that it touches, in our reading"
    links = load_outcome_links().links_of(principle=number)
    yield from (_outcome(catalogue, each) for each in links)
    yield escaped(catalogue.attribution)


def _printed(principle: Principle) -> Iterator[str]:
    yield "Its title, as printed:"
    yield from map(quoted, principle.printed_titles)
    if principle.tidying is not None:
        yield f"How we tidied it: {escaped(principle.tidying)}"
    if principle.narrative is not None:
        yield "What the guidance says of it:"
        yield quoted(principle.narrative)
    yield f"The guidance: {address(principle.guidance_url)}"


def _question(catalogue: Catalogue, question: Question) -> Iterator[str]:
    yield f"**{question.id}**"
    yield quoted(question.text)
    if question.follows is not None:
        yield f"It follows {question.follows}:"
        yield quoted(catalogue.question(question.follows).text)
    if question.note is not None:
        yield f"Our note: {escaped(question.note)}"


def _resource(resource: Resource) -> Iterator[str]:
    yield f"**{escaped(resource.title)}**"
    successor = resource.successor
    now = "Possibly now" if resource.is_unverified else "Now"
    yield from items(
        (
            ("Status", f"{resource.status}, our finding of {resource.checked}"),
            (now, None if successor is None else escaped(successor)),
            ("Address", None if resource.url is None else address(resource.url)),
        )
    )


def _law(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    planning, delivery = limbs(principle.act_limb)
    yield (
        f"{planning} (planning) and {delivery} (delivery) of the Public Bodies (Joint "
        f"Working) (Scotland) Act 2014, as at {catalogue.statute_as_at}. These turn on "
        "the principles:"
    )
    yield from items(
        (escaped(str(each)), escaped(each.what))
        for each in load_law().provisions
        if any("principles" in one.value for one in each.turns_on)
    )


def _outcome(catalogue: Catalogue, link: Link) -> str:
    label = escaped(catalogue.outcome(int(link.target)).label)
    return (
        f"**Outcome {link.target}: {label}** ({link.relation}, confidence "
        f"{link.confidence}). {escaped(link.rationale)}"
    )
