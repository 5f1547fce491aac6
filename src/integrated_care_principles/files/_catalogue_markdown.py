"""A catalogue as one page of Markdown, for reading."""

from collections.abc import Iterator, Sequence

from integrated_care_principles.catalogue import (
    Asks,
    Catalogue,
    Group,
    Principle,
    Question,
    Resource,
)
from integrated_care_principles.files._markdown import (
    address,
    escaped,
    items,
    quoted,
)

_WHOSE = (
    "**Whose words.** What stands in a block quote, and the title of this page, is quoted "
    "from the guidance, word for word. Titles of principles and resources are tidied: "
    "printed words whose slips were mended by us. Everything else is ours, or was looked "
    "up by us, and is not official."
)


def catalogue_markdown(catalogue: Catalogue) -> str:
    """
    Return the *catalogue* as one page of Markdown (CommonMark), for reading.

    Official words stand in block quotes, and nothing else does. No text becomes markup.
    White space in a text becomes one space, but for blank lines between paragraphs; what
    turns the direction of writing is left out.
    """
    parts = (
        *_about(catalogue),
        *_principles(catalogue),
        *(part for each in catalogue.groups for part in _group(catalogue, each)),
        *_resources(catalogue),
        *_outcomes(catalogue),
    )
    return "\n\n".join(parts) + "\n"


def _about(catalogue: Catalogue) -> Iterator[str]:
    yield f"# {escaped(catalogue.title)}"
    yield from items(
        (
            ("Catalogue", f"`{catalogue.id}`, edition {escaped(catalogue.edition)}"),
            ("Guidance", address(catalogue.guidance_url)),
            ("Its table of questions and resources", address(catalogue.table_url)),
            ("Licence of the quoted words", escaped(catalogue.licence)),
            ("Attribution", escaped(catalogue.attribution)),
            ("The Act as at", catalogue.statute_as_at.isoformat()),
            ("Last checked", catalogue.checked.isoformat()),
        )
    )
    yield _WHOSE
    purpose = catalogue.purpose
    yield "## The purpose, which stands above the principles"
    yield _ours(purpose.summary)
    yield from items(_places(purpose.act_limb, purpose.guidance_url))


def _principles(catalogue: Catalogue) -> Iterator[str]:
    yield "## The principles"
    for each in catalogue.principles:
        yield f"### Principle {each.number}: {tidied(each.title)}"
        yield from principle_parts(catalogue, each)


def principle_parts(catalogue: Catalogue, principle: Principle) -> Iterator[str]:
    """Yield what is said of a *principle* but for its tidied title and its questions."""
    if principle.printed_titles:
        yield "Its title, as printed:"
        yield from map(quoted, principle.printed_titles)
    if principle.tidying is not None:
        yield f"How we tidied it: {escaped(principle.tidying)}".rstrip()
    yield _ours(principle.summary)
    if principle.narrative is not None:
        yield "What the guidance says of it:"
        yield quoted(principle.narrative)
    groups = catalogue.groups_of(principle=principle.number)
    yield from items(
        (
            *_places(principle.act_limb, principle.guidance_url),
            ("Its questions", _several("group", [each.id for each in groups])),
        )
    )


def _group(catalogue: Catalogue, group: Group) -> Iterator[str]:
    yield f"## Group {group.id}: {_several('principle', group.principles)}"
    yield "### Challenge questions"
    for question in group.questions:
        yield from question_parts(question)
    yield "### Resources that are listed beside them"
    for listing in group.listings:
        yield quoted(listing.wording)
        resource = catalogue.resource(listing.resource)
        yield f"That is `{resource.id}`, {resource.status}: {tidied(resource.title)}"
    if not group.listings:
        yield "The guidance lists none."


def question_parts(question: Question) -> Iterator[str]:
    """Yield a *question* and what we say of it."""
    yield f"**{question.id}**"
    yield quoted(question.text)
    yield from items(_about_question(question))


def _about_question(question: Question) -> Iterator[tuple[str, str | None]]:
    yield "Follows", question.follows
    yield "Asks for", "yes or no" if question.asks is Asks.YES_NO else None
    yield "Our note", None if question.note is None else escaped(question.note)


def _resources(catalogue: Catalogue) -> Iterator[str]:
    yield "## The resources, and what has become of them"
    for each in catalogue.resources:
        yield f"### {tidied(each.title)}"
        yield from items(about_resource(catalogue, each))


def about_resource(
    catalogue: Catalogue, resource: Resource
) -> Iterator[tuple[str, str | None]]:
    """Yield labels with what they say of a *resource*; ``None`` says nothing."""
    groups = catalogue.groups_of(resource=resource.id)
    since = "" if resource.changed is None else f" since {resource.changed}"
    found = f"our finding of {resource.checked}, confidence {resource.confidence}"
    yield "Id", f"`{resource.id}`"
    yield "Kind", resource.kind
    yield "Publisher", _or_none(resource.publisher)
    yield "Status", f"{resource.status}{since} ({found})"
    yield (
        "Possibly now" if resource.is_unverified else "Now",
        _or_none(resource.successor),
    )
    yield "Address", None if resource.url is None else address(resource.url)
    source = resource.source_url
    yield "Source of the status", None if source is None else address(source)
    yield "Listed in", _several("group", [each.id for each in groups])


def _outcomes(catalogue: Catalogue) -> Iterator[str]:
    yield "## The National Health and Wellbeing Outcomes, in our words"
    for each in catalogue.outcomes:
        yield f"### Outcome {each.number}: {escaped(each.label)}"
        yield _ours(each.summary)


def tidied(title: str) -> str:
    """Return a *title* that says that it was tidied."""
    return f"{escaped(title)} (tidied)"


def _ours(summary: str) -> str:
    return f"In our words: {escaped(summary)}".rstrip()


def _several(noun: str, names: Sequence[str | int]) -> str:
    """Return such as ``principles 2, 4 and 10``."""
    *most, last = map(str, names or ["none"])
    return f"{noun}s {', '.join(most)} and {last}" if most else f"{noun} {last}"


def _places(act_limb: str, guidance_url: str) -> Iterator[tuple[str, str]]:
    limb = escaped(act_limb)
    yield "In the Act", f"sections 4(1){limb} and 31(1){limb}"
    yield "In the guidance", address(guidance_url)


def _or_none(text: str | None) -> str | None:
    return None if text is None else escaped(text)
