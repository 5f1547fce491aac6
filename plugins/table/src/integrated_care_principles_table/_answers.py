"""The answers: what was said, on what it rests, and what is to be done."""

from collections.abc import Iterable, Iterator
from datetime import date

from integrated_care_principles.reporting import (
    Action,
    Assessment,
    AssessmentView,
    Code,
    Evidence,
    QuestionView,
    Response,
    Scale,
)
from integrated_care_principles_table._assessment import questions
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import gaps, name_of, plain

_NOT_PUBLIC = "not for publication"


def answers(view: AssessmentView, page: Page) -> Iterator[str]:
    """Yield every question that is asked, and all that was said to it."""
    yield from page.section(
        "Answers",
        "Questions are quoted from the guidance. Answers are the assessors' own.",
    )
    if view.scale is not None:
        yield from page.labelled(_scale(view.scale))
    yield from page.labelled(_annotations(view.assessment))
    for group in view.groups:
        yield ""
        yield from page.heading(name_of(group.group), under="-")
        for each, said in questions(group.questions, page):
            yield ""
            yield from said
            yield from _said(each, page)


def _scale(scale: Scale) -> Iterator[tuple[str, str]]:
    yield "Ratings", f"{scale.title}: {', '.join(each.title for each in scale.levels)}"
    yield "Source", scale.source or ""
    yield "Sure", plain(scale.confidence or "")


def _annotations(of: Assessment | Response) -> Iterator[tuple[str, str]]:
    for each in of.annotations:
        yield each.key, each.value


def _said(view: QuestionView, page: Page) -> Iterator[str]:
    yield ""
    yield from page.labelled(_facts(view), indent=BELOW)
    if view.response is not None:
        yield from _response(view.response, page)


def _facts(view: QuestionView) -> Iterator[tuple[str, str]]:
    response = view.response
    if response is None:
        yield "Status", view.code.says
        return
    yield "Status", plain(view.status)
    if view.code is Code.OUT_OF_SCOPE:
        yield "Counts", view.code.says
    yield "Missing", gaps(view)
    yield "Reason", response.reason
    yield "Partner", response.partner
    yield "Until", _day(response.until)
    yield "Rating", "" if view.rating is None else view.rating.title
    yield "With", ", ".join(response.contributors)
    yield "Updated", _day(response.updated)
    if not response.publishable:
        yield "Note", _NOT_PUBLIC


def _response(response: Response, page: Page) -> Iterator[str]:
    if response.text.strip():
        yield ""
        yield from page.paragraphs(response.text, indent=BELOW)
    yield from page.labelled(_annotations(response), indent=BELOW)
    yield from _numbered("Evidence", map(_evidence, response.evidence), page)
    yield from _numbered("Actions", map(_action, response.actions), page)


def _numbered(title: str, items: Iterable[list[str]], page: Page) -> Iterator[str]:
    for number, lines in enumerate(items, start=1):
        if number == 1:
            yield ""
            yield from page.wrapped(title, indent=BELOW)
        label = f"{number}."
        first, *others = lines
        yield from page.item(label, first, indent=BELOW)
        for each in others:
            yield from page.wrapped(each, indent=BELOW + len(label) + 1)


def _evidence(evidence: Evidence) -> list[str]:
    days = [
        f"dated {evidence.dated}" if evidence.dated else "",
        f"expires {evidence.expires}" if evidence.expires else "",
        "" if evidence.publishable else _NOT_PUBLIC,
    ]
    return [
        f"{evidence.title} ({evidence.kind.value})",
        evidence.url,
        "; ".join(filter(None, days)),
        evidence.note,
    ]


def _action(action: Action) -> list[str]:
    facts = [
        action.owner,
        f"due {action.due}" if action.due else "",
        f"done {action.done}" if action.done else "",
    ]
    return [action.what, "; ".join(filter(str.strip, facts))]


def _day(day: date | None) -> str:
    return "" if day is None else str(day)
