"""A finished report: everything computed, everything in its order."""

import pickle
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    MSG_2019,
    Assessment,
    Catalogue,
    Completeness,
    Period,
    Policy,
    Report,
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
    score,
)
from integrated_care_principles.catalogue import GroupId, QuestionId
from integrated_care_principles.exceptions import (
    MalformedError,
    OtherCatalogueError,
    UnknownGroupError,
    UnknownQuestionError,
)
from integrated_care_principles.reporting import AssessmentView, QuestionView
from integrated_care_principles.testing import assessments, catalogues, reports

TESTS = Path(__file__).parents[1]
BY_HAND = tomllib.loads((TESTS / "by_hand.toml").read_text(encoding="utf-8"))
SCOTLAND = load_catalogue()
NORTH = Assessment(
    subject="North",
    period=Period(start=date(2025, 4, 1), end=date(2026, 3, 31)),
    catalogue=SCOTLAND.ref,
)


def example(name: str) -> Assessment:
    """Return the example called *name*."""
    return read_assessment(TESTS.parent / "examples" / name, SCOTLAND)[0]


def view_of(assessment: Assessment, catalogue: Catalogue = SCOTLAND) -> AssessmentView:
    """Return the one assessment of a report that has no other."""
    (view,) = make_report(catalogue, [assessment]).assessments
    return view


def numbers(completeness: Completeness) -> dict[str, int | None]:
    """Return all numbers of a *completeness*."""
    return {
        "complete": completeness.complete,
        "expected": completeness.expected,
        "excluded": completeness.excluded,
        "partner_led": completeness.partner_led,
        "percent": completeness.percent,
    }


@pytest.mark.parametrize("name", BY_HAND)
def test_an_example_shows_the_numbers_written_down_by_hand(name: str) -> None:
    """A report shows what was counted by hand, for the whole, groups and principles."""
    view = view_of(example(name))
    by_hand = BY_HAND[name]

    assert by_hand["overall"] == numbers(view.completeness)
    assert by_hand["groups"] == {
        each.id: numbers(each.completeness) for each in view.groups
    }
    assert by_hand["principles"] == {
        str(each.number): numbers(each.completeness) for each in view.principles
    }
    assert by_hand["questions"] == {
        each.id: {"complete": each.complete, "code": each.code.value}
        for each in view.questions
    }


def test_a_report_of_no_assessment_is_of_the_catalogue() -> None:
    """Without assessments, title and day are the catalogue's."""
    report = make_report(SCOTLAND)

    assert () == report.assessments
    assert (SCOTLAND, SCOTLAND.title, SCOTLAND.checked) == (
        report.catalogue,
        report.title,
        report.day,
    )


def test_a_report_says_what_it_speaks_of() -> None:
    """The title names each subject and each period once."""
    later = evolve(NORTH, period=Period(start=date(2026, 4, 1), end=date(2027, 3, 31)))
    south = evolve(NORTH, subject="South")

    assert "North: 2025-04-01 to 2026-03-31" == make_report(SCOTLAND, [NORTH]).title
    assert (
        "North; South: 2025-04-01 to 2026-03-31; 2026-04-01 to 2027-03-31"
        == make_report(SCOTLAND, [NORTH, south, later]).title
    )
    assert "Ours" == make_report(SCOTLAND, [NORTH], title="Ours").title


def test_a_report_speaks_of_a_day_that_it_was_given() -> None:
    """The day is the one asked for, or the last of the periods; never today."""
    earlier = evolve(
        NORTH, period=Period(start=date(2024, 4, 1), end=date(2025, 3, 31))
    )

    assert date(2026, 3, 31) == make_report(SCOTLAND, [NORTH, earlier]).day
    assert date(2026, 3, 31) == make_report(SCOTLAND, [earlier, NORTH]).day
    assert date(2025, 3, 31) == make_report(SCOTLAND, [earlier]).day
    assert date(2020, 1, 1) == make_report(SCOTLAND, [NORTH], on=date(2020, 1, 1)).day
    assert date(2020, 1, 1) == make_report(SCOTLAND, on=date(2020, 1, 1)).day


@pytest.mark.parametrize("title", ["", " ", "a\0b"])
def test_a_title_is_text_that_says_something(title: str) -> None:
    """The header of a report obeys the rules of every text."""
    with pytest.raises(MalformedError) as caught:
        evolve(make_report(SCOTLAND), title=title)

    assert ["title"] == [each.path for each in caught.value.problems]


def test_assessments_stand_in_the_order_they_were_given() -> None:
    """Any iterable of assessments will do, and its order stays."""
    names = ("South", "North", "East")

    def one_by_one() -> Iterator[Assessment]:
        for each in names:
            yield evolve(NORTH, subject=each)

    report = make_report(SCOTLAND, one_by_one())

    assert names == tuple(each.subject for each in report.assessments)


def test_the_policy_decides_and_is_named() -> None:
    """What it takes to be complete is the policy's, and the report says which."""
    lenient = Policy(name="lenient", summary="Anything will do.")
    marked = Response(question=QuestionId("Q1.1"), status=Status.ANSWERED)
    report = make_report(SCOTLAND, [NORTH.with_response(marked)], policy=lenient)

    assert lenient == report.policy
    assert 1 == report.assessments[0].completeness.complete
    assert 0 == view_of(NORTH.with_response(marked)).completeness.complete


def test_a_report_says_where_it_comes_from() -> None:
    """Catalogue, hashes, policy, day, maker, licence and whose words: all is said."""
    report = make_report(SCOTLAND, [NORTH])
    provenance = dict(report.provenance)

    assert [
        "Catalogue",
        "Statute text as at",
        "Facts checked on",
        "Fingerprint",
        "Content",
        "Policy",
        "Day",
        "Made by",
        "Licence",
        "Words",
    ] == list(provenance)
    assert "scotland 2026.1" == provenance["Catalogue"]
    assert "2026-01-07" == provenance["Statute text as at"]
    assert "2026-11-21" == provenance["Facts checked on"]
    assert SCOTLAND.fingerprint == provenance["Fingerprint"]
    assert SCOTLAND.content_hash == provenance["Content"]
    assert provenance["Policy"].startswith("answered: A question is complete when")
    assert "2026-03-31" == provenance["Day"]
    assert "integrated-care-principles 26.1" == provenance["Made by"]
    assert f"Open Government Licence: {report.attribution}" == provenance["Licence"]
    assert report.authorship == provenance["Words"]
    assert SCOTLAND.attribution == report.attribution


def test_official_words_are_told_from_ours() -> None:
    """A report says which words are quoted, tidied, ours, and the assessors'."""
    said = make_report(SCOTLAND).authorship

    for each in (
        "quoted from the guidance",
        "tidied",
        "not official",
        "assessors' own",
    ):
        assert each in said


def test_a_view_shows_what_the_assessment_says() -> None:
    """Subject, locality, assessor, period and scale are the assessment's own."""
    assessment = evolve(NORTH, locality="Coast", assessor="A group", scale=MSG_2019)
    view = view_of(assessment)

    assert (
        assessment.subject,
        assessment.locality,
        assessment.assessor,
        assessment.period,
        assessment.scale,
    ) == (view.subject, view.locality, view.assessor, view.period, view.scale)
    assert assessment is view.assessment


def test_a_question_that_leans_on_another_shows_it() -> None:
    """Four questions make no sense without another one, which comes with them."""
    leaning = {
        each.id: each.antecedent.id
        for each in view_of(NORTH).questions
        if each.antecedent is not None
    }

    assert {
        "Q1.2": "Q1.1",
        "Q6.2": "Q6.1",
        "Q8.2": "Q8.1",
        "Q9.8": "Q9.7",
    } == leaning


def test_a_rating_is_the_level_that_it_names() -> None:
    """A view shows the level of a rating, where there is one."""
    rated = {
        each.id: each.rating for each in view_of(example(next(iter(BY_HAND)))).questions
    }

    assert MSG_2019.level("established") == rated["Q1.1"]
    assert MSG_2019.level("exemplary") == rated["Q3.2"]
    assert rated["Q2.6"] is None  # answered and not rated
    assert rated["Q9.4"] is None  # not answered


def test_a_group_is_called_after_its_principles() -> None:
    """The title of a group is the titles of its principles, as printed."""
    titles = {each.id: each.title for each in view_of(NORTH).groups}

    assert "1. Is integrated from the point of view of service-users" == titles["G1"]
    assert ["10. ", "2. ", "4. "] == sorted(
        f"{each.partition('. ')[0]}. " for each in titles["G2"].split("; ")
    )


def test_the_status_of_no_response_is_none() -> None:
    """A question to which nobody said anything has a status all the same."""
    draft = Response(question=QuestionId("Q1.1"), status=Status.DRAFT)
    first, second, *_ = view_of(NORTH.with_response(draft)).questions

    assert ("draft", draft) == (first.status, first.response)
    assert ("none", None) == (second.status, second.response)


def test_what_the_score_refuses_the_report_refuses() -> None:
    """An assessment that cannot be scored cannot be reported."""
    other = evolve(NORTH, catalogue=evolve(SCOTLAND.ref, id="wales"))
    unknown = Response(question=QuestionId("Q4.1"), status=Status.DRAFT)

    with pytest.raises(OtherCatalogueError):
        make_report(SCOTLAND, [NORTH, other])
    with pytest.raises(UnknownQuestionError):
        make_report(SCOTLAND, [NORTH.with_response(unknown)])
    with pytest.raises(UnknownGroupError):
        make_report(SCOTLAND, [evolve(NORTH, scope=(GroupId("G4"),))])


@given(reports())
def test_a_report_is_a_value(report: Report) -> None:
    """A report is frozen, equal to itself after a journey, and has one hash."""
    back = pickle.loads(pickle.dumps(report))  # noqa: S301 - our own

    assert report == back
    assert hash(report) == hash(back)
    with pytest.raises(FrozenInstanceError):
        report.title = ""  # type: ignore[misc]  # what is refused


@given(data=st.data(), catalogue=catalogues())
def test_views_stand_in_the_catalogues_order(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """Groups, their questions and principles, and principles come as printed."""
    view = view_of(data.draw(assessments(of=catalogue)), catalogue)

    assert catalogue.groups == tuple(each.group for each in view.groups)
    assert catalogue.questions == tuple(each.question for each in view.questions)
    assert catalogue.principles == tuple(each.principle for each in view.principles)
    for group in view.groups:
        assert group.group.questions == tuple(each.question for each in group.questions)
        assert group.group.principles == tuple(each.number for each in group.principles)
    for each in view.principles:
        assert catalogue.questions_of(principle=each.number) == tuple(
            question.question for question in each.questions
        )
        assert set(each.questions) <= set(view.questions)
        assert each.principle.title == each.title


@given(data=st.data(), catalogue=catalogues())
def test_views_show_what_the_score_says(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """Every number and code of a report is that of the score; nothing is added up."""
    assessment = data.draw(assessments(of=catalogue))
    card = score(assessment, catalogue)
    view = view_of(assessment, catalogue)

    assert card == view.card
    assert card.overall == view.completeness
    assert dict(card.groups) == {each.id: each.completeness for each in view.groups}
    assert dict(card.principles) == {
        each.number: each.completeness for each in view.principles
    }
    assert card.question_scores == tuple(each.score for each in view.questions)
    assert list(dict.fromkeys(each.question for each in card.gaps)) == [
        each.id for each in view.missing
    ]


@given(data=st.data(), catalogue=catalogues())
def test_a_question_comes_with_all_that_belongs_to_it(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """A question view has group, antecedent, response, level, code and status."""
    assessment = data.draw(assessments(of=catalogue))
    levels = assessment.scale.levels if assessment.scale else ()
    said = {each.question: each for each in assessment.responses}

    for each in view_of(assessment, catalogue).questions:
        response = said.get(each.question.id)
        rating = response and response.rating
        assert (
            QuestionView(
                question=each.question,
                group=next(g for g in catalogue.groups if each.question in g.questions),
                antecedent=next(
                    (q for q in catalogue.questions if q.id == each.question.follows),
                    None,
                ),
                response=response,
                rating=next((level for level in levels if level.id == rating), None),
                score=each.score,
            )
            == each
        )
        assert (each.question.id, each.question.text) == (each.id, each.text)
        assert (each.score.code, each.score.complete) == (each.code, each.complete)
        assert (response.status.value if response else "none") == each.status
