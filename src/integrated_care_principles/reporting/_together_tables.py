"""What several assessments amount to together, as rows."""

from collections.abc import Iterator

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.reporting._report import Report
from integrated_care_principles.reporting._table import Row, Table
from integrated_care_principles.scoring import (
    QuestionAgreement,
    QuestionChange,
    Step,
    Voice,
)

OF = ("subject", "locality", "assessor", "period_start", "period_end")
_CHANGE = (
    "since",
    "question",
    "question_text",
    "direction",
    "not_compared",
    "what",
    "before",
    "after",
)
_AGREEMENT = (
    "question",
    "question_text",
    "verdict",
    "level",
    "median",
    "spread",
    "outside",
    "rated",
    "status",
    "rating",
    "text",
    "reason",
)


def of(assessment: Assessment) -> Row:
    """Return the cells that every row about an *assessment* begins with."""
    return (
        assessment.subject,
        assessment.locality,
        assessment.assessor,
        assessment.period.start.isoformat(),
        assessment.period.end.isoformat(),
    )


def changes(report: Report) -> Table:
    """Return a row for each thing that changed, or that could not be compared."""
    steps = () if report.comparison is None else report.comparison.steps
    return Table(
        name="changes",
        columns=(*OF, *_CHANGE),
        rows=tuple(row for each in steps for row in _step(each, report.catalogue)),
    )


def _step(step: Step, catalogue: Catalogue) -> Iterator[Row]:
    for each in step.questions:
        lead = (
            *of(step.after.assessment),
            step.before.label,
            each.question,
            catalogue.question(each.question).text,
            each.direction.value,
            ", ".join(reason.value for reason in each.not_compared),
        )
        yield from ((*lead, *cells) for cells in _changed(each))


def _changed(change: QuestionChange) -> Iterator[Row]:
    """Yield what changed, before and after; where nothing can be said, an empty row."""
    if change.not_compared and not change.is_changed:
        yield ("", "", "")
    if change.before.code is not change.after.code:
        yield ("code", change.before.code.value, change.after.code.value)
    for each in change.fields:
        yield (each.name, each.before, each.after)
    for item in change.evidence.listed("evidence"):
        yield item
    for item in change.actions.listed("action"):
        yield item


def agreement(report: Report) -> Table:
    """Return a row for each assessor of each question."""
    found = report.agreement
    return Table(
        name="agreement",
        columns=(*OF, *_AGREEMENT),
        rows=()
        if found is None
        else tuple(
            _voice(voice, each, found.assessment, report.catalogue)
            for each in found.questions
            for voice in each.voices
        ),
    )


def _voice(
    voice: Voice, asked: QuestionAgreement, whole: Assessment, catalogue: Catalogue
) -> Row:
    subject, locality, _, *period = of(whole)
    said = voice.response
    return (
        subject,
        locality,
        voice.assessor,
        *period,
        asked.question,
        catalogue.question(asked.question).text,
        asked.verdict.value,
        None if asked.level is None else asked.level.id,
        ", ".join(each.id for each in asked.ratings.median),
        asked.spread,
        asked.outside,
        asked.ratings.rated,
        "none" if said is None else said.status.value,
        voice.rating,
        "" if said is None else said.text,
        "" if said is None else said.reason,
    )
