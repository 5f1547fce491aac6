"""The catalogue itself, where nobody was assessed."""

from collections.abc import Iterator, Sequence

from integrated_care_principles.reporting import (
    Catalogue,
    Outcome,
    Question,
    Resource,
)
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import name_of, plain


def catalogue(catalogue: Catalogue, page: Page) -> Iterator[str]:
    """Yield what is asked, about what, and with what help."""
    yield from page.section("Purpose", "In our words.")
    yield ""
    yield from page.item(catalogue.purpose.act_limb, catalogue.purpose.summary)
    yield from _principles(catalogue, page)
    yield from _questions(catalogue, page)
    yield from _resources(catalogue, page)
    yield from _outcomes(catalogue.outcomes, page)


def _principles(catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section("Principles", "Titles are tidied, not as printed.")
    yield ""
    rows = [
        (str(each.number), each.title, each.act_limb) for each in catalogue.principles
    ]
    header = ("No", "Principle", "Limb of the Act")
    yield from page.table([header], rows, grows=1, align=("right", "left", "left"))


def _questions(catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section(
        "Questions", "Quoted from the guidance. Notes are in our words."
    )
    for group in catalogue.groups:
        yield ""
        yield from page.wrapped(name_of(group))
        for each in group.questions:
            yield from _question(each, page)


def _question(question: Question, page: Page) -> Iterator[str]:
    yield from page.question(question.id, question.text)
    if question.follows is not None:
        yield from page.wrapped(f"This follows {question.follows}.", indent=BELOW)
    if question.note is not None:
        yield from page.wrapped(f"Note: {question.note}", indent=BELOW)


def _resources(catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section(
        "Resources", "Titles are tidied. What has become of them is said in our words."
    )
    for group in catalogue.groups:
        listed = catalogue.resources_of(group=group.id)
        yield from _listed(name_of(group), listed, page)
    unlisted = [
        each
        for each in catalogue.resources
        if not catalogue.groups_of(resource=each.id)
    ]
    yield from _listed("Listed by no group", unlisted, page)


def _listed(where: str, resources: Sequence[Resource], page: Page) -> Iterator[str]:
    if resources:
        yield ""
        yield from page.wrapped(where)
    for each in resources:
        yield from page.item("-", each.title, indent=2)
        yield from page.labelled(_facts(each), indent=4)


def _facts(resource: Resource) -> Iterator[tuple[str, str]]:
    changed = "" if resource.changed is None else f" ({resource.changed})"
    yield "Publisher", resource.publisher or ""
    yield "Status", f"{plain(resource.status.value)}{changed}"
    yield "Now", resource.successor or ""


def _outcomes(outcomes: tuple[Outcome, ...], page: Page) -> Iterator[str]:
    yield from page.section("National Health and Wellbeing Outcomes", "In our words.")
    yield ""
    for each in outcomes:
        yield from page.item(f"{each.number}.", f"{each.label}: {each.summary}")
