"""The next assessment begins where the last one ended, and nothing is lost."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Catalogue,
    carry_forward,
    load_catalogue,
    read_assessment,
    score,
)
from integrated_care_principles.assessment import (
    CARRIED_OVER,
    EVIDENCE_AGE,
    MSG_2019,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import MalformedError, OtherCatalogueError
from integrated_care_principles.files import decode_assessment, encode_assessment
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
NEXT = Period(start=date(2026, 4, 1), end=date(2027, 3, 31))
ANSWER = Response(
    question=QuestionId("Q1.1"),
    status=Status.ANSWERED,
    text="So.",
    rating=LevelId("exemplary"),
)


def carried(response: Response) -> Response:
    """Return what becomes of a *response* in the next year."""
    last = Assessment(
        subject="North",
        period=YEAR,
        catalogue=SCOTLAND.ref,
        scale=MSG_2019,
        responses=(response,),
    )
    (found,) = carry_forward(last, SCOTLAND).responses
    return found


@given(data=st.data(), catalogue=catalogues())
def test_nothing_is_lost(data: st.DataObject, catalogue: Catalogue) -> None:
    """All that a response says is said again, and what it was is kept in words."""
    last = evolve(data.draw(assessments(of=catalogue)), period=YEAR)
    new = carry_forward(last, catalogue)

    assert evolve(last, period=NEXT, catalogue=catalogue.ref, responses=()) == (
        evolve(new, responses=())
    )
    for before, after in zip(last.responses, new.responses, strict=True):
        kept = tuple(
            each
            for each in after.annotations
            if each.key not in {CARRIED_OVER, EVIDENCE_AGE}
        )
        was = [each.value for each in after.annotations if each.key == CARRIED_OVER]
        rated = f", rated {before.rating}" if before.rating else ""
        assert [f"2025-04-01 to 2026-03-31: {before.status}{rated}"] == was
        assert before == evolve(
            after, status=before.status, rating=before.rating, annotations=kept
        )


@given(data=st.data(), catalogue=catalogues())
def test_nothing_counts_before_somebody_has_looked(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """No answer is complete and no excuse is taken; and it can be written and read."""
    last = evolve(data.draw(assessments(of=catalogue)), period=YEAR)
    new = carry_forward(last, catalogue)
    card = score(new, catalogue)

    assert 0 == card.overall.complete + card.overall.excluded + card.overall.partner_led
    again = decode_assessment(encode_assessment(new, catalogue), catalogue)
    assert evolve(card, findings=()) == evolve(score(again, catalogue), findings=())
    assert sorted(new.responses, key=_question) == sorted(
        again.responses, key=_question
    )


def _question(response: Response) -> str:
    return response.question


def test_what_it_was_is_that_of_last_year_only() -> None:
    """Carried over again, a response says what it was in the year before, once."""
    other = Annotation(key="source", value="meeting")
    once = carried(evolve(ANSWER, annotations=(other,)))
    last = Assessment(
        subject="North", period=NEXT, catalogue=SCOTLAND.ref, responses=(once,)
    )
    (twice,) = carry_forward(last, SCOTLAND).responses

    assert (
        other,
        Annotation(key=CARRIED_OVER, value="2026-04-01 to 2027-03-31: draft"),
    ) == twice.annotations


@pytest.mark.parametrize(
    ("dated", "expires", "age"),
    [
        (None, None, "without a date"),
        ("2026-03-31", None, "of 2026-03-31, 12 months old on 2027-03-31"),
        ("2026-04-01", None, "of 2026-04-01, 11 months old on 2027-03-31"),
        ("2027-02-28", None, "of 2027-02-28, 1 month old on 2027-03-31"),
        ("2027-03-31", None, "of 2027-03-31, 0 months old on 2027-03-31"),
        ("2027-04-01", None, "of 2027-04-01, after 2027-03-31"),
        (None, "2027-03-31", "expires 2027-03-31, holds on 2027-03-31"),
        (
            "2025-01-01",
            "2026-12-31",
            "of 2025-01-01, 26 months old on 2027-03-31; expires 2026-12-31, gone",
        ),
    ],
)
def test_evidence_is_marked_with_its_age(
    dated: str | None, expires: str | None, age: str
) -> None:
    """It stays as it is; its age on the last day of the new period stands beside it."""
    item = Evidence(
        kind=EvidenceKind.DATA,
        title="Survey",
        dated=None if dated is None else date.fromisoformat(dated),
        expires=None if expires is None else date.fromisoformat(expires),
    )
    found = carried(evolve(ANSWER, evidence=(item,)))
    age = age.replace("gone", "no longer holds on 2027-03-31")

    assert (item,) == found.evidence
    assert Annotation(key=EVIDENCE_AGE, value=f"Survey: {age}") == found.annotations[-1]


@pytest.mark.parametrize(
    ("start", "end", "next_end"),
    [
        ("2025-04-01", "2026-03-31", "2027-03-31"),
        ("2023-03-01", "2024-02-29", "2025-02-28"),  # twelve months, leap year or not
        ("2024-01-01", "2024-01-31", "2024-02-29"),
        ("2025-08-31", "2026-08-30", "2027-08-30"),
        ("2026-01-05", "2026-01-18", "2026-02-01"),  # fourteen days
        ("2026-01-05", "2026-01-05", "2026-01-06"),
        ("9997-01-01", "9997-12-31", "9998-12-31"),
    ],
)
def test_the_period_that_follows(start: str, end: str, next_end: str) -> None:
    """It begins on the next day, and has as many months, or else as many days."""
    last = Period(start=date.fromisoformat(start), end=date.fromisoformat(end))

    assert last.following() == Period(
        start=last.end + timedelta(days=1), end=date.fromisoformat(next_end)
    )


@given(start=st.dates(max_value=date(9000, 1, 1)), days=st.integers(0, 100_000))
def test_a_moved_period_is_about_as_long(start: date, days: int) -> None:
    """Moved to its own beginning it is itself; and the next one is no shorter than a month less."""
    period = Period(start=start, end=start + timedelta(days=days))
    following = period.following()

    assert period == period.moved_to(period.start)
    assert abs((following.end - following.start).days - days) <= 7  # leap days differ


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("9999-12-31", "9999-12-31"),
        ("0001-01-01", "9999-12-31"),
        ("9999-12-01", "9999-12-30"),
        ("9998-01-01", "9998-12-31"),
    ],
)
def test_where_days_end(start: str, end: str) -> None:
    """What would begin or end after the last day is refused in words."""
    last = Period(start=date.fromisoformat(start), end=date.fromisoformat(end))
    with pytest.raises(MalformedError, match="no day that can be written comes long"):
        last.following()

    assert last == last.moved_to(last.start)


def test_another_catalogue() -> None:
    """What was made for another catalogue is not carried into this one."""
    last, _ = read_assessment(
        Path(__file__).parents[2] / "examples/strathenlow-2025-26.json"
    )
    other = evolve(last, catalogue=evolve(last.catalogue, id="elsewhere"))

    with pytest.raises(OtherCatalogueError):
        carry_forward(other, SCOTLAND)
