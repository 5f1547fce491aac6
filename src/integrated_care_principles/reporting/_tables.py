"""A report as tables, so that every format that has rows has the same ones."""

from collections.abc import Callable, Iterator
from datetime import date

from integrated_care_principles.assessment import Response
from integrated_care_principles.catalogue import Question
from integrated_care_principles.reporting._report import (
    AssessmentView,
    QuestionView,
    Report,
)
from integrated_care_principles.reporting._table import Row, Table
from integrated_care_principles.reporting._together_tables import (
    OF,
    agreement,
    changes,
    of,
)
from integrated_care_principles.scoring import Completeness

_COUNTS = ("complete", "expected", "excluded", "partner_led", "percent")
_RESPONSE = (
    "group",
    "question",
    "question_text",
    "follows",
    "follows_text",
    "status",
    "text",
    "reason",
    "partner",
    "until",
    "rating",
    "complete",
    "code",
)
_EVIDENCE = ("question", "number", "kind", "title", "url", "dated", "expires", "note")
_ACTION = ("question", "number", "what", "owner", "due", "done")


def tables(report: Report) -> tuple[Table, ...]:
    """
    Return scores, responses, evidence and actions of all assessments in a *report*, and
    what they amount to together: changes and agreement, which may be empty.

    Every row begins with the assessment that it belongs to.
    """
    return (
        _table(report, "scores", ("level", "id", "title", *_COUNTS), _scores),
        _table(report, "responses", _RESPONSE, _responses),
        _table(report, "evidence", _EVIDENCE, _evidence),
        _table(report, "actions", _ACTION, _actions),
        changes(report),
        agreement(report),
    )


def _table(
    report: Report,
    name: str,
    columns: tuple[str, ...],
    rows: Callable[[AssessmentView], Iterator[Row]],
) -> Table:
    return Table(
        name=name,
        columns=(*OF, *columns),
        rows=tuple(
            (*of(each.assessment), *row)
            for each in report.assessments
            for row in rows(each)
        ),
    )


def _scores(view: AssessmentView) -> Iterator[Row]:
    yield ("overall", "", "", *_counts(view.completeness))
    for group in view.groups:
        yield ("group", group.id, group.title, *_counts(group.completeness))
    for each in view.principles:
        yield ("principle", str(each.number), each.title, *_counts(each.completeness))


def _counts(completeness: Completeness) -> Row:
    return tuple(getattr(completeness, each) for each in _COUNTS)


def _responses(view: AssessmentView) -> Iterator[Row]:
    for each in view.questions:
        yield (
            each.group.id,
            each.id,
            each.text,
            *_before(each.antecedent),
            each.status,
            *_said(each.response),
            each.complete,
            each.code.value,
        )


def _before(antecedent: Question | None) -> Row:
    """Return the question without which one makes no sense, if it is such a one."""
    return ("", "") if antecedent is None else (antecedent.id, antecedent.text)


def _said(response: Response | None) -> Row:
    if response is None:
        return ("", "", "", None, None)
    return (
        response.text,
        response.reason,
        response.partner,
        _day(response.until),
        response.rating,
    )


def _evidence(view: AssessmentView) -> Iterator[Row]:
    for question, response in _answered(view):
        for number, each in enumerate(response.evidence, start=1):
            yield (
                question.id,
                number,
                each.kind.value,
                each.title,
                each.url,
                _day(each.dated),
                _day(each.expires),
                each.note,
            )


def _actions(view: AssessmentView) -> Iterator[Row]:
    for question, response in _answered(view):
        for number, each in enumerate(response.actions, start=1):
            yield (
                question.id,
                number,
                each.what,
                each.owner,
                _day(each.due),
                _day(each.done),
            )


def _answered(view: AssessmentView) -> Iterator[tuple[QuestionView, Response]]:
    for each in view.questions:
        if each.response is not None:
            yield each, each.response


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
