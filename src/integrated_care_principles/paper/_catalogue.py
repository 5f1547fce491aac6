"""The catalogue itself: what is asked, of what, and what has become of the resources."""

from collections.abc import Iterator

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Items,
    Origin,
    Paragraph,
    Part,
    Passage,
    Words,
    label,
    ours,
    quoted,
    tidied,
)
from integrated_care_principles.paper._pieces import (
    asked,
    facts,
    heading,
    joined,
    linked,
    plain,
    titled,
)
from integrated_care_principles.reporting import (
    Catalogue,
    Group,
    Principle,
    Question,
    Resource,
)
from integrated_care_principles.reporting.wording import (
    group_names,
    wordings,
    words,
    written_day,
)


def the_catalogue(catalogue: Catalogue) -> Part:
    """Return the part with principles, questions and outcomes."""
    return Part(name="catalogue", blocks=tuple(_blocks(catalogue)))


def resources(catalogue: Catalogue) -> Part:
    """Return the part with the resources that the guidance names."""
    blocks = tuple(_resources(catalogue))
    return Part(name="resources", blocks=blocks, landscape=True)


def _blocks(catalogue: Catalogue) -> Iterator[Block]:
    purpose = catalogue.purpose
    yield heading(2, "The purpose")
    yield Paragraph(words=(*label("In our words: "), *ours(purpose.summary)))
    yield from _law(purpose.act_limb, purpose.guidance_url, "the purpose")
    yield heading(2, "The principles")
    for each in catalogue.principles:
        yield from _principle(each)
    yield heading(2, "The questions")
    names = group_names(catalogue)
    for group in catalogue.groups:
        yield heading(3, names[group.id])
        yield from _questions(group, catalogue)
    yield heading(2, "National Health and Wellbeing Outcomes")
    yield _outcomes(catalogue)


def _law(limb: str, url: str, about: str) -> Iterator[Block]:
    yield from facts(
        ("In the 2014 Act", label(f"Limb {limb} of sections 4(1) and 31(1)")),
        ("In the guidance", linked(label(f"The page about {about}"), url)),
    )


def _principle(each: Principle) -> Iterator[Block]:
    yield Heading(level=3, words=titled(each))
    yield Paragraph(words=(*label("In our words: "), *ours(each.summary)))
    yield from facts(
        ("As printed", joined(map(quoted, each.printed_titles))),
        ("How the title was tidied", ours(each.tidying or "")),
    )
    about = f"principle {each.number}"
    yield from _law(each.act_limb, each.guidance_url, about)
    if each.narrative:
        yield plain("In the words of the guidance:")
        yield Passage(text=each.narrative, origin=Origin.QUOTED)


def _questions(group: Group, catalogue: Catalogue) -> Iterator[Block]:
    principles = catalogue.principles_of(group=group.id)
    yield Items(items=tuple(titled(each) for each in principles))
    yield plain("What the guidance asks:")
    yield Items(items=tuple(_question(each) for each in group.questions))


def _question(each: Question) -> Words:
    follows = f"it follows {each.follows}" if each.follows else ""
    note = (*label("our note: "), *ours(each.note)) if each.note else ()
    return joined((asked(each), label(words(each.asks)), label(follows), note))


def _outcomes(catalogue: Catalogue) -> Block:
    if not catalogue.outcomes:
        return plain("The catalogue names none.")
    return Grid(
        caption=label("The outcomes, in our words"),
        columns=(
            Column(head=label("Outcome"), share=2),
            Column(head=label("What it means"), share=3),
        ),
        rows=tuple(
            (
                Cell(words=(*label(f"{each.number}. "), *ours(each.label))),
                Cell(words=ours(each.summary)),
            )
            for each in catalogue.outcomes
        ),
    )


def _resources(catalogue: Catalogue) -> Iterator[Block]:
    yield heading(2, "Resources that the guidance names")
    if not catalogue.resources:
        yield plain("The catalogue names none.")
        return
    printed = wordings(catalogue)
    yield Grid(
        caption=label("Resources, and what has become of them in our words"),
        columns=(
            Column(head=label("As the guidance prints it"), share=3),
            Column(head=label("What it is"), share=3),
            Column(head=label("What has become of it"), share=3),
            Column(head=label("Checked"), share=3),
        ),
        rows=tuple(_resource(each, printed[each.id]) for each in catalogue.resources),
    )


def _resource(each: Resource, printed: list[tuple[str, str]]) -> tuple[Cell, ...]:
    places = ((*quoted(wording), *label(f" ({name})")) for name, wording in printed)
    what = (
        linked(tidied(each.title), each.url or ""),
        ours(each.publisher or ""),
        label(words(each.kind)),
    )
    since = f" in {each.changed}" if each.changed else ""
    now = (*label("now: "), *ours(each.successor)) if each.successor else ()
    source = linked(label("source"), each.source_url) if each.source_url else ()
    checked = label(f"{written_day(each.checked)}, how sure: {each.confidence}")
    return (
        Cell(words=joined(places) or label("nowhere")),
        Cell(words=joined(what)),
        Cell(words=joined((ours(words(each.status) + since), now))),
        Cell(words=joined((checked, source))),
    )
