"""Several assessors of the same: where they agree, and what to discuss."""

from collections.abc import Iterator

from integrated_care_principles.reporting import (
    Agreement,
    Catalogue,
    QuestionAgreement,
    Voice,
)
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import counted, plain


def agreement(found: Agreement, catalogue: Catalogue, page: Page) -> Iterator[str]:
    """Yield how far they agree, what divides them, and what they agree on."""
    yield from page.section(
        "Where assessors agree", f"{found.rule.name}: {found.rule.summary}"
    )
    yield from page.labelled(_facts(found))
    yield from _principles(found, page)
    yield from _agenda(found, catalogue, page)
    yield from _others(found, page)


def _facts(found: Agreement) -> Iterator[tuple[str, str]]:
    yield "Assessors", "; ".join(found.assessors)
    for verdict, questions in found.by_verdict:
        yield verdict.says.capitalize(), counted(len(questions), "question")


def _principles(found: Agreement, page: Page) -> Iterator[str]:
    yield ""
    header = ("No", "", "Agreed", "Split", "Not said")
    rows = [
        (str(each.principle), "", str(each.agreed), str(each.split), str(each.unsaid))
        for each in found.principles
    ]
    align = ("right", "left", "right", "right", "right")
    yield from page.table([header], rows, grows=1, align=align)


def _agenda(found: Agreement, catalogue: Catalogue, page: Page) -> Iterator[str]:
    yield from page.section(
        "To discuss, most divided first",
        "Questions are quoted from the guidance. Answers are the assessors' own.",
    )
    for each in found.agenda:
        yield ""
        yield from page.question(each.question, catalogue.question(each.question).text)
        yield from page.wrapped(each.measured, indent=BELOW)
        for voice in each.voices:
            yield from page.item("-", _said(voice), indent=BELOW)


def _said(voice: Voice) -> str:
    if voice.response is None:
        return f"{voice.assessor}: {'no response' if voice.asked else 'not asked'}"
    rated = "" if voice.rating is None else f", rated {plain(voice.rating)}"
    said = " ".join(filter(None, (voice.response.text, voice.response.reason)))
    words = f": {said}" if said.strip() else ""
    return f"{voice.assessor}: {plain(voice.response.status.value)}{rated}{words}"


def _others(found: Agreement, page: Page) -> Iterator[str]:
    yield from page.section("The others")
    yield ""
    for each in found.questions:
        if not each.is_divided:
            yield from page.item(each.question, _verdict(each), widest=BELOW - 1)


def _verdict(of: QuestionAgreement) -> str:
    level = of.verdict.says if of.level is None else of.level.title
    names = ", ".join(each.assessor for each in of.dissent)
    return f"{level}; otherwise: {names}" if names else level
