"""Several assessments in one report: what they are to each other, and for the public."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_html import html
from integrated_care_principles_table import TableOptions, table_format

from integrated_care_principles import (
    Axis,
    Catalogue,
    agree,
    compare,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import AssessedApartError
from integrated_care_principles.reporting import Report, Together, tables
from integrated_care_principles.scoring import ASSURED, DELPHI_ADAPTED
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
NORTH = Assessment(
    subject="North", period=YEAR, catalogue=SCOTLAND.ref, scale=MSG_2019, assessor="A"
)
ANSWER = Response(
    question=QuestionId("Q6.1"),
    status=Status.ANSWERED,
    text="So.",
    rating=LevelId("established"),
)


def all_in(folder: str) -> list[Assessment]:
    """Return the examples in a folder."""
    paths = sorted((EXAMPLES / folder).glob("*.json"))
    return [read_assessment(each, SCOTLAND)[0] for each in paths]


def rows_of(report: Report, name: str) -> list[dict[str, Any]]:
    """Return the rows of a table of a *report*, each by its columns."""
    (table,) = (each for each in tables(report) if each.name == name)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@pytest.mark.parametrize(
    ("others", "kind"),
    [
        ([], None),
        ([evolve(NORTH, assessor="B")], "agreement"),
        ([evolve(NORTH, assessor="B"), evolve(NORTH, assessor="C")], "agreement"),
        ([NORTH], "comparison"),
        ([evolve(NORTH, locality="Glen", assessor="B")], "comparison"),
        ([evolve(NORTH, period=YEAR.following(), assessor="B")], "comparison"),
        ([evolve(NORTH, scale=CARE_INSPECTORATE, assessor="B")], "comparison"),
    ],
)
def test_what_several_are_to_each_other(
    others: list[Assessment], kind: str | None
) -> None:
    """Different assessors of the same agree; all others are compared; one is alone."""
    report = make_report(SCOTLAND, [NORTH, *others])

    assert (kind == "comparison", kind == "agreement") == (
        report.comparison is not None,
        report.agreement is not None,
    )


def test_who_makes_the_report_decides() -> None:
    """As what, in what they are compared, and when they agree; and the report says it."""
    panel = [NORTH, evolve(NORTH, assessor="B")]
    compared = make_report(SCOTLAND, panel, together=Together.COMPARISON)
    agreed = make_report(SCOTLAND, panel, rule=DELPHI_ADAPTED)

    assert compare(panel, SCOTLAND) == compared.comparison
    assert agree(panel, SCOTLAND, DELPHI_ADAPTED) == agreed.agreement
    assert ("Together", "compared by assessor") in compared.provenance
    (said,) = (text for label, text in agreed.provenance if label == "Together")
    assert said == f"agreement, delphi-adapted: {DELPHI_ADAPTED.summary}"
    by_place = make_report(SCOTLAND, all_in("localities"), by=Axis.LOCALITY).comparison
    assert by_place is not None
    assert (Axis.LOCALITY, 3) == (by_place.by, len(by_place.series))
    alone = make_report(SCOTLAND, [NORTH], together=Together.AGREEMENT)
    assert (None, None) == (alone.comparison, alone.agreement)
    with pytest.raises(AssessedApartError):
        make_report(SCOTLAND, all_in("localities"), together=Together.AGREEMENT)


def test_where_a_published_rule_is_used_its_source_stands() -> None:
    """In the words of every format."""
    panel = [
        evolve(each, scale=CARE_INSPECTORATE)
        for each in (NORTH, evolve(NORTH, assessor="B"))
    ]
    from integrated_care_principles.scoring import DELPHI_PUBLISHED

    report = make_report(SCOTLAND, panel, rule=DELPHI_PUBLISHED)

    assert any(text.endswith("ijic.7747") for _, text in report.provenance)


def test_the_policy_and_the_day_are_those_of_the_report() -> None:
    """What is compared was scored as everything else in it."""
    report = make_report(
        SCOTLAND, all_in("localities"), policy=ASSURED, on=date(2030, 1, 1)
    )
    assert report.comparison is not None

    assert {each.card for each in report.assessments} == {
        each.card for each in report.comparison.members
    }


def test_rows_of_changes() -> None:
    """A row for each thing, with the assessment that it is found in and the one before."""
    before = evolve(NORTH, responses=(ANSWER,))
    after = evolve(
        NORTH,
        period=YEAR.following(),
        responses=(
            evolve(
                ANSWER,
                status=Status.DRAFT,
                evidence=(Evidence(kind=EvidenceKind.DATA, title="New"),),
            ),
        ),
    )
    rows = rows_of(make_report(SCOTLAND, [before, after]), "changes")

    assert [
        ("2026-04-01", "2025-26", "Q6.1", "worse", "code", "complete", "draft"),
        ("2026-04-01", "2025-26", "Q6.1", "worse", "status", "answered", "draft"),
        ("2026-04-01", "2025-26", "Q6.1", "worse", "evidence new", "", "New"),
    ] == [
        tuple(
            row[each]
            for each in (
                "period_start",
                "since",
                "question",
                "direction",
                "what",
                "before",
                "after",
            )
        )
        for row in rows
    ]


def test_rows_of_what_cannot_be_compared() -> None:
    """They say why, with nothing before and after."""
    other = evolve(NORTH, catalogue=evolve(SCOTLAND.ref, fingerprint="sha256:0"))
    rows = rows_of(make_report(SCOTLAND, [NORTH, other]), "changes")

    assert 51 == len(rows)
    assert {("other-wording", "", "", "")} == {
        (row["not_compared"], row["what"], row["before"], row["after"]) for row in rows
    }


def test_rows_of_agreement() -> None:
    """A row for each assessor of each question."""
    report = make_report(SCOTLAND, all_in("assessors"))
    rows = [row for row in rows_of(report, "agreement") if row["question"] == "Q1.3"]

    assert [
        ("Council", "split", "answered", "established", 2),
        ("NHS Board", "split", "answered", "partly-established", 2),
        ("Third Sector Interface", "split", "none", None, 2),
    ] == [
        (row["assessor"], row["verdict"], row["status"], row["rating"], row["rated"])
        for row in rows
    ]
    assert 45 == len(rows_of(report, "agreement"))
    assert [] == rows_of(report, "changes")


# For the public


def withholding(name: str) -> Assessment:
    """Return an assessment of which something may not be seen."""
    hidden = evolve(
        ANSWER,
        question=QuestionId("Q1.1"),
        text=f"Secret{name}",
        publishable=False,
    )
    item = Evidence(kind=EvidenceKind.DATA, title=f"Hidden{name}", publishable=False)
    return evolve(
        NORTH,
        assessor=f"Name{name}",
        responses=(
            hidden,
            evolve(ANSWER, evidence=(item,), contributors=(f"Somebody{name}",)),
        ),
    )


@pytest.mark.parametrize("together", Together)
def test_what_is_withheld_stands_in_nothing_that_is_said_together(
    together: Together,
) -> None:
    """No text, no name and no rating of it; verdicts and scores are those of the whole."""
    panel = [withholding("One"), withholding("Two")]
    report = make_report(SCOTLAND, panel, public=True, together=together)
    whole = make_report(SCOTLAND, panel, together=together)
    outputs = (
        table_format.render(report, TableOptions(full=True)),
        "".join(html.render(report)),
        *("\n".join(map(repr, each.rows)) for each in tables(report)),
        repr(report),
    )

    for text in outputs:
        for word in ("Secret", "Hidden", "Name", "Somebody"):
            assert word not in text
    if report.comparison and whole.comparison:
        assert [each.card.overall for each in whole.comparison.members] == [
            each.card.overall for each in report.comparison.members
        ]
        assert ["assessor 1", "assessor 2"] == list(report.comparison.names)
        assert () == report.comparison.steps[0].changes
        assert None is report.comparison.members[0].rank("Q1.1")
        assert 3 == report.comparison.members[0].rank("Q6.1")
    if report.agreement and whole.agreement:
        assert ("assessor 1", "assessor 2") == report.agreement.assessors
        assert [each.verdict for each in whole.agreement.questions] == [
            each.verdict for each in report.agreement.questions
        ]
        hidden, shown = (
            next(each for each in report.agreement.questions if each.question == id)
            for id in ("Q1.1", "Q6.1")
        )
        assert (0, None, None) == (hidden.ratings.rated, hidden.level, hidden.spread)
        assert 2 == shown.ratings.rated


def test_who_is_given_twice_is_one_for_the_public_too() -> None:
    """Under a number there are as many as there are under names."""
    panel = [withholding("One"), withholding("Two"), withholding("Two")]
    report = make_report(
        SCOTLAND, panel, public=True, together=Together.AGREEMENT
    ).agreement

    assert report is not None
    assert ("assessor 1", "assessor 2") == report.assessors
    assert {2} == {len(each.voices) for each in report.questions}


def test_what_one_withholds_does_not_look_lost_or_found() -> None:
    """What may be seen in one year only is not told as a change."""
    item = Evidence(kind=EvidenceKind.DATA, title="Item")
    before = evolve(NORTH, responses=(evolve(ANSWER, evidence=(item,)),))
    after = evolve(
        before,
        period=YEAR.following(),
        responses=(evolve(ANSWER, evidence=(evolve(item, publishable=False),)),),
    )
    hidden = evolve(after, responses=(evolve(ANSWER, text="No.", publishable=False),))
    for later in (after, hidden):
        report = make_report(SCOTLAND, [before, later], public=True)
        assert report.comparison is not None
        assert () == report.comparison.steps[0].changes


@given(data=st.data(), catalogue=catalogues(), public=st.booleans())
def test_any_two_can_stand_in_one_report(
    data: st.DataObject, catalogue: Catalogue, public: bool
) -> None:
    """Whatever they are to each other, and whoever sees it; twice it is the same."""
    every = [data.draw(assessments(of=catalogue)) for _ in range(2)]
    if data.draw(st.booleans()):
        every[1] = evolve(every[0], assessor="Other")
    report = make_report(catalogue, every, public=public)

    assert (report.comparison is None) != (report.agreement is None)
    assert report == make_report(catalogue, every, public=public)
    assert all(each.rows is not None for each in tables(report))
