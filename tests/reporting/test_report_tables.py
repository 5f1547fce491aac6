"""A report as tables: the same rows for every format that has rows."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from integrated_care_principles import (
    Assessment,
    Period,
    Report,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.reporting import Table, tables
from integrated_care_principles.testing import reports

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("strathenlow-2025-26.json", "strathenlow-2024-25.json")
SCOTLAND = load_catalogue()
NORTH = Assessment(
    subject="North",
    locality="Coast",
    period=Period(start=date(2025, 4, 1), end=date(2026, 3, 31)),
    catalogue=SCOTLAND.ref,
)

OF = ("subject", "locality", "assessor", "period_start", "period_end")
COUNTS = ("complete", "expected", "excluded", "partner_led", "percent")
# As design/report-formats.md has them, and what a question leans on.
COLUMNS = {
    "scores": (*OF, "level", "id", "title", *COUNTS),
    "responses": (
        *OF,
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
    ),
    "evidence": (
        *OF,
        "question",
        "number",
        "kind",
        "title",
        "url",
        "dated",
        "expires",
        "note",
    ),
    "actions": (*OF, "question", "number", "what", "owner", "due", "done"),
    "changes": (
        *OF,
        "since",
        "question",
        "question_text",
        "direction",
        "not_compared",
        "what",
        "before",
        "after",
    ),
    "agreement": (
        *OF,
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
    ),
}
# Where there is nothing to say: no text, or nothing at all.
NOTHING: dict[str, Any] = dict.fromkeys(
    ("text", "reason", "partner", "url", "note", "owner"), ""
)


def by_name(report: Report) -> dict[str, Table]:
    """Return the tables of a *report* by their names."""
    return {each.name: each for each in tables(report)}


def records(table: Table) -> list[dict[str, Any]]:
    """Return the rows of a *table* by column."""
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def raw(name: str) -> dict[str, Any]:
    """Return an example as it stands in its file; the reading is this module's own."""
    read: dict[str, Any] = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    return read


def of(assessment: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every row of an *assessment* begins with."""
    return {
        "subject": assessment["subject"],
        "locality": assessment.get("locality", ""),
        "assessor": assessment.get("assessor", ""),
        "period_start": assessment["period"]["start"],
        "period_end": assessment["period"]["end"],
    }


def rows_of(name: str, kind: str, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the rows for the evidence or actions of an example, from its file."""
    read = raw(name)
    said = {each["question"]: each for each in read["responses"]}
    return [
        {**of(read), "question": question.id, "number": number}
        | {each: entry.get(each, NOTHING.get(each)) for each in columns}
        for question in SCOTLAND.questions
        for number, entry in enumerate(said.get(question.id, {}).get(kind, ()), start=1)
    ]


@pytest.fixture(scope="module")
def report() -> Report:
    """A report of both examples."""
    read = [read_assessment(EXAMPLES / each, SCOTLAND)[0] for each in NAMES]
    return make_report(SCOTLAND, read)


def test_there_are_six_tables_with_their_columns(report: Report) -> None:
    """Scores, responses, evidence, actions, changes and agreement have the columns of the contract."""
    assert COLUMNS == {each.name: each.columns for each in tables(report)}
    assert list(COLUMNS) == [each.name for each in tables(report)]


def test_a_report_of_the_catalogue_has_tables_without_rows() -> None:
    """Without assessments the tables are there, and empty."""
    assert COLUMNS == {
        each.name: each.columns for each in tables(make_report(SCOTLAND))
    }
    assert [()] * 6 == [each.rows for each in tables(make_report(SCOTLAND))]


def test_every_assessment_has_all_its_rows(report: Report) -> None:
    """21 scores and 51 responses each; as much evidence and as many actions as given."""
    assert {
        "scores": 42,
        "responses": 102,
        "evidence": 52 + 25,
        "actions": 26 + 14,
    } == {
        name: len(table.rows)
        for name, table in by_name(report).items()
        if name not in {"changes", "agreement"}
    }


def test_rows_begin_with_their_assessment(report: Report) -> None:
    """The rows of one assessment come together, and each says whose it is."""
    begin = [tuple(of(raw(each)).values()) for each in NAMES]

    for table in tables(report)[:4]:
        assert begin == list(dict.fromkeys(row[:5] for row in table.rows))
        assert sorted((row[:5] for row in table.rows), key=begin.index) == [
            row[:5] for row in table.rows
        ]


def test_scores_come_for_the_whole_groups_and_principles(report: Report) -> None:
    """One row for the whole, then the groups, then the principles, as printed."""
    scores = records(by_name(report)["scores"])[:21]

    assert [
        ("overall", ""),
        *(("group", each.id) for each in SCOTLAND.groups),
        *(("principle", f"{each.number}") for each in SCOTLAND.principles),
    ] == [(each["level"], each["id"]) for each in scores]
    assert ("", 35, 47, 2, 2, 74) == tuple(
        scores[0][each] for each in ("title", *COUNTS)
    )
    assert (7, 9, 1, 0, 77) == tuple(scores[2][each] for each in COUNTS)
    assert (
        "Is integrated from the point of view of service-users",
        4,
        5,
        0,
        0,
        80,
    ) == tuple(scores[9][each] for each in ("title", *COUNTS))


def test_a_title_of_a_group_names_its_principles(report: Report) -> None:
    """The title of a group has the numbers and titles of its principles."""
    group = records(by_name(report)["scores"])[2]
    numbers = SCOTLAND.group("G2").principles

    assert (
        "; ".join(f"{each}. {SCOTLAND.principle(each).title}" for each in numbers)
        == (group["title"])
    )


def test_nothing_expected_has_no_percent() -> None:
    """Where nothing is expected there is no percentage, neither 0 nor 100."""
    nobody = make_report(
        SCOTLAND,
        [
            Assessment(
                subject="North",
                period=NORTH.period,
                catalogue=SCOTLAND.ref,
                scope=(SCOTLAND.groups[0].id,),
            )
        ],
    )
    scores = records(by_name(nobody)["scores"])

    assert (0, 5, 0) == tuple(
        scores[1][each] for each in ("complete", "expected", "percent")
    )
    assert (0, 0, None) == tuple(
        scores[2][each] for each in ("complete", "expected", "percent")
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_question_has_a_row_with_what_was_said(report: Report, name: str) -> None:
    """Responses come by question, in the catalogue's order, as the file has them."""
    read = raw(name)
    said = {each["question"]: each for each in read["responses"]}
    start = NAMES.index(name) * 51
    rows = records(by_name(report)["responses"])[start : start + 51]

    assert [
        {
            **of(read),
            "group": group.id,
            "question": question.id,
            "question_text": question.text,
            "follows": question.follows or "",
            "follows_text": SCOTLAND.question(question.follows).text
            if question.follows
            else "",
            "status": said.get(question.id, {}).get("status", "none"),
        }
        | {
            each: said.get(question.id, {}).get(each, NOTHING.get(each))
            for each in ("text", "reason", "partner", "until", "rating")
        }
        for group in SCOTLAND.groups
        for question in group.questions
    ] == [
        {key: row[key] for key in row if key not in {"complete", "code"}}
        for row in rows
    ]


def test_every_question_says_how_it_counts(report: Report) -> None:
    """A response says whether it is complete, and the code that says why not."""
    rows = {
        each["question"]: each for each in records(by_name(report)["responses"])[:51]
    }

    assert {
        "Q1.1": (True, "complete"),
        "Q1.3": (False, "unknown"),
        "Q2.2": (False, "not-applicable"),
        "Q2.4": (False, "draft"),
        "Q2.10": (False, "deferred"),
        "Q8.3": (False, "unanswered"),
        "Q9.5": (False, "partner-led"),
        "Q9.8": (False, "deferred"),
        "Q9.11": (False, "reason-missing"),
        "Q11.5": (False, "partner-missing"),
    } == {
        id: (rows[id]["complete"], rows[id]["code"])
        for id in (
            "Q1.1",
            "Q1.3",
            "Q2.2",
            "Q2.4",
            "Q2.10",
            "Q8.3",
            "Q9.5",
            "Q9.8",
            "Q9.11",
            "Q11.5",
        )
    }
    assert "2026-11-27" == rows["Q9.8"]["until"]


def test_evidence_is_numbered_within_its_question(report: Report) -> None:
    """Each piece of evidence has a row, as its file has it."""
    columns = ("kind", "title", "url", "dated", "expires", "note")

    assert [
        each for name in NAMES for each in rows_of(name, "evidence", columns)
    ] == records(by_name(report)["evidence"])


def test_actions_are_numbered_within_their_question(report: Report) -> None:
    """Each action has a row, as its file has it."""
    columns = ("what", "owner", "due", "done")

    assert [
        each for name in NAMES for each in rows_of(name, "actions", columns)
    ] == records(by_name(report)["actions"])


@given(reports())
def test_tables_are_square_and_plain(report: Report) -> None:
    """Every row is as wide as its columns, of plain texts, numbers and truths."""
    for table in tables(report):
        assert len(set(table.columns)) == len(table.columns)
        for row in table.rows:
            assert len(table.columns) == len(row)
            assert set(map(type, row)) <= {str, int, bool, type(None)}


@given(reports())
def test_tables_show_every_question_and_entry(report: Report) -> None:
    """No question, evidence or action is left out or shown twice."""
    found = by_name(report)
    catalogue = report.catalogue
    views = report.assessments
    said = [
        (each, view.assessment.response_to(each.id))
        for view in views
        for each in catalogue.questions
    ]
    answered = [(each, response) for each, response in said if response is not None]
    levels = 1 + len(catalogue.groups) + len(catalogue.principles)

    assert len(views) * levels == len(found["scores"].rows)
    assert [each.id for each, _ in said] == [row[6] for row in found["responses"].rows]
    assert [
        (question.id, number, each.title)
        for question, response in answered
        for number, each in enumerate(response.evidence, start=1)
    ] == [(row[5], row[6], row[8]) for row in found["evidence"].rows]
    assert [
        (question.id, number, each.what)
        for question, response in answered
        for number, each in enumerate(response.actions, start=1)
    ] == [row[5:8] for row in found["actions"].rows]
