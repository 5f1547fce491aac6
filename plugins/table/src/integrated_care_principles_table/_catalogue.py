"""The catalogue itself, where nobody was assessed."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from integrated_care_principles.reporting import (
    Catalogue,
    Group,
    Outcome,
    Principle,
    Question,
    Resource,
)
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import name_of, plain

# Where stands what belongs to an item, in columns.
_UNDER = 4


def catalogue(catalogue: Catalogue, page: Page, *, full: bool) -> Iterator[str]:
    """Yield what is asked, about what, and with what help."""
    purpose = catalogue.purpose
    if full:
        yield ""
        yield from page.labelled(_itself(catalogue))
    yield from page.section("Purpose", "In our words.")
    yield ""
    yield from page.item(purpose.act_limb, purpose.summary)
    if full:
        yield from page.wrapped(purpose.guidance_url, indent=_UNDER)
    yield from _principles(catalogue, page)
    if full:
        yield from _each_principle(catalogue, page)
    yield from _questions(catalogue, page, full=full)
    yield from _resources(catalogue, page, full=full)
    yield from _outcomes(catalogue.outcomes, page)


def _itself(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "Guidance", f"“{catalogue.title}”"
    yield "At", catalogue.guidance_url
    yield "Its table", catalogue.table_url


def _principles(catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section("Principles", "Titles are tidied, not as printed.")
    yield ""
    rows = [
        (str(each.number), each.title, each.act_limb) for each in catalogue.principles
    ]
    header = ("No", "Principle", "Limb of the Act")
    yield from page.table([header], rows, grows=1, align=("right", "left", "left"))


def _each_principle(catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section(
        "Principle by principle",
        "What is printed is quoted from the guidance, and so is what it says of them. "
        "Summaries, and how titles were tidied, are in our words.",
    )
    for each in catalogue.principles:
        yield ""
        yield from page.item(f"{each.number}.", each.title)
        yield from page.labelled(_of_principle(each), indent=_UNDER)
        if each.narrative:
            yield from page.item("Says", f"“{each.narrative}”", indent=_UNDER)


def _of_principle(each: Principle) -> Iterator[tuple[str, str]]:
    yield "Printed", "; ".join(f"“{title}”" for title in each.printed_titles)
    yield "Tidied", each.tidying or ""
    yield "Summary", each.summary
    yield "At", each.guidance_url


def _questions(catalogue: Catalogue, page: Page, *, full: bool) -> Iterator[str]:
    yield from page.section(
        "Questions", "Quoted from the guidance. Notes are in our words."
    )
    for group in catalogue.groups:
        yield ""
        yield from page.wrapped(name_of(group))
        for each in group.questions:
            yield from _question(each, page, full=full)


def _question(question: Question, page: Page, *, full: bool) -> Iterator[str]:
    yield from page.question(question.id, question.text)
    if full:
        yield from page.wrapped(f"Asks: {plain(question.asks)}", indent=BELOW)
    if question.follows is not None:
        yield from page.wrapped(f"This follows {question.follows}.", indent=BELOW)
    if question.note is not None:
        yield from page.wrapped(f"Note: {question.note}", indent=BELOW)


def _resources(catalogue: Catalogue, page: Page, *, full: bool) -> Iterator[str]:
    yield from page.section(
        "Resources", "Titles are tidied. What has become of them is said in our words."
    )
    shown = partial(_listed, page=page, full=full)
    for group in catalogue.groups:
        yield from shown(name_of(group), catalogue.resources_of(group=group.id))
        if full:
            yield from _wordings(group, page)
    unlisted = [
        each
        for each in catalogue.resources
        if not catalogue.groups_of(resource=each.id)
    ]
    yield from shown("Listed by no group", unlisted)


def _wordings(group: Group, page: Page) -> Iterator[str]:
    """Yield how the guidance prints what it lists."""
    for each in group.listings:
        yield from page.item(f"  {each.resource}", f"printed as “{each.wording}”")


def _listed(
    where: str, resources: Sequence[Resource], *, page: Page, full: bool
) -> Iterator[str]:
    if resources:
        yield ""
        yield from page.wrapped(where)
    for each in resources:
        yield from page.item("-", each.title, indent=2)
        looked_up = _looked_up(each) if full else ()
        yield from page.labelled(chain(_facts(each), looked_up), indent=_UNDER)


def _facts(resource: Resource) -> Iterator[tuple[str, str]]:
    changed = "" if resource.changed is None else f" ({resource.changed})"
    yield "Publisher", resource.publisher or ""
    yield "Status", f"{plain(resource.status.value)}{changed}"
    yield "Now", resource.successor or ""


def _looked_up(resource: Resource) -> Iterator[tuple[str, str]]:
    yield "Id", resource.id
    yield "Kind", plain(resource.kind)
    yield "At", resource.url or ""
    yield "Checked", f"{resource.checked}"
    yield "Against", resource.source_url or ""
    yield "Sure", plain(resource.confidence)


def _outcomes(outcomes: tuple[Outcome, ...], page: Page) -> Iterator[str]:
    yield from page.section("National Health and Wellbeing Outcomes", "In our words.")
    yield ""
    for each in outcomes:
        yield from page.item(f"{each.number}.", f"{each.label}: {each.summary}")
