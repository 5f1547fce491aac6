"""How complete an assessment is, and what is missing."""

from collections.abc import Iterable, Iterator

from integrated_care_principles.reporting import (
    AssessmentView,
    Catalogue,
    Code,
    Completeness,
    GroupView,
    QuestionView,
    Report,
)
from integrated_care_principles_table._page import BELOW, Page
from integrated_care_principles_table._words import (
    counted,
    excuse,
    gaps,
    listed,
    name_of,
)

_HEADER = (
    ("", "", "", "", "", "Partner-", ""),
    ("No", "Principle", "Complete", "Expected", "Excluded", "led", "Percent"),
)
_ALIGN = ("right", "left", *["right"] * 5)


def assessment(view: AssessmentView, report: Report, page: Page) -> Iterator[str]:
    """Yield what is said of one assessment."""
    yield ""
    yield from page.labelled(_who(view, report))
    yield from page.section("How complete it is")
    yield from page.labelled(_whole(view.completeness))
    yield ""
    yield from page.wrapped(
        "This counts what has been answered. It does not say how well things stand."
    )
    yield from _principles(view, report.catalogue, page)
    yield from _missing(view, page)
    yield from _excused(view, page)
    yield from _findings(view, page)


def _who(view: AssessmentView, report: Report) -> Iterator[tuple[str, str]]:
    yield "Subject", view.subject
    yield "Locality", view.locality
    yield "Assessor", view.assessor
    yield "Period", str(view.period)
    yield "As at", str(report.day)
    if report.policy.weights:
        yield "Counted in", "points: some questions count several"
    if scope := view.assessment.scope:
        yield "Scope", f"{', '.join(scope)}; no other group is asked"


def _whole(completeness: Completeness) -> Iterator[tuple[str, str]]:
    excluded, led = completeness.excluded, completeness.partner_led
    yield "Complete", str(completeness)
    yield "Excluded", f"{excluded} (not applicable, with the reason given)"
    yield "Partner-led", f"{led} (a named partner answers instead)"
    yield "With both", f"{completeness.if_expected}, were these expected too"


def _principles(
    view: AssessmentView, catalogue: Catalogue, page: Page
) -> Iterator[str]:
    yield from page.section("Principles", "Titles are tidied, not as printed.")
    yield ""
    rows = [
        (str(each.number), each.title, *_cells(each.completeness))
        for each in view.principles
    ]
    total = ("", "Every question once", *_cells(view.completeness))
    yield from page.table(_HEADER, rows, [total], grows=1, align=_ALIGN)
    yield from page.wrapped(_sharing(catalogue))


def _cells(completeness: Completeness) -> tuple[str, ...]:
    percent = completeness.percent
    return (
        str(completeness.complete),
        str(completeness.expected),
        str(completeness.excluded),
        str(completeness.partner_led),
        "–" if percent is None else f"{percent} %",  # noqa: RUF001 - as a sign for none
    )


def _sharing(catalogue: Catalogue) -> str:
    shared = "; ".join(
        listed(each.principles) for each in catalogue.groups if len(each.principles) > 1
    )
    return f"These principles share questions: {shared}." if shared else ""


def _missing(view: AssessmentView, page: Page) -> Iterator[str]:
    yield from page.section(
        f"What is missing: {counted(len(view.missing), 'question')}",
        "Questions are quoted from the guidance. What they lack is said in our words.",
    )
    for group in view.groups:
        yield ""
        yield from page.wrapped(f"{name_of(group.group)}: {_standing(group)}")
        missing = [each for each in group.questions if each.score.gaps]
        for each, said in questions(missing, page):
            yield from said
            yield from page.item("-", gaps(each), indent=BELOW)


def _standing(group: GroupView) -> str:
    codes = {each.code for each in group.questions}
    if codes == {Code.OUT_OF_SCOPE}:
        return Code.OUT_OF_SCOPE.says
    nothing = ", nothing is missing" if group.completeness.percent == 100 else ""
    return f"{group.completeness}{nothing}"


def questions(
    views: Iterable[QuestionView], page: Page
) -> Iterator[tuple[QuestionView, tuple[str, ...]]]:
    """Yield each question with the lines that it, and what it leans on, fills."""
    above: set[str] = set()
    for each in views:
        yield each, tuple(_question(each, above, page))
        above.add(each.id)


def _question(view: QuestionView, above: set[str], page: Page) -> Iterator[str]:
    yield from page.question(view.id, view.text)
    earlier = view.antecedent
    if earlier is not None:
        words = ", above." if earlier.id in above else f": {earlier.text}"
        yield from page.wrapped(f"This follows {earlier.id}{words}", indent=BELOW)


def _excused(view: AssessmentView, page: Page) -> Iterator[str]:
    excused = [each for each in view.questions if excuse(each)]
    if excused:
        yield from page.section(
            f"What is not expected: {counted(len(excused), 'question')}",
            "Questions are quoted from the guidance. Reasons are the assessors' own.",
        )
        yield ""
    for each, said in questions(excused, page):
        yield from said
        yield from page.item("-", excuse(each), indent=BELOW)


def _findings(view: AssessmentView, page: Page) -> Iterator[str]:
    if view.card.findings:
        yield from page.section("To note")
    for each in view.card.findings:
        yield from page.item("-", str(each))
