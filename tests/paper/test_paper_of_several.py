"""The paper of several assessments."""

from attrs import evolve

from integrated_care_principles import (
    Status,
    make_report,
)
from integrated_care_principles.paper import (
    Origin,
    paper,
)
from integrated_care_principles.reporting import (
    Axis,
    Together,
)
from integrated_care_principles.scoring import MAJORITY
from tests.paper.reading import (
    CATALOGUE,
    one,
    read,
    response,
    runs,
    said,
    saying,
)


def test_the_annual_report_says_what_changed_since_the_year_before() -> None:
    """Principle by principle, where years are compared; and nothing where places are."""
    years = paper(make_report(CATALOGUE, read("strath*.json")))
    places = read("localities/*-2025-26.json")

    assert "2024-25: 4 of 5 (80 %). Since then" in said(years, "annual-report")
    found = paper(make_report(CATALOGUE, places, by=Axis.LOCALITY))
    assert "Since then" not in said(found, "annual-report")


def test_localities_go_by_their_names_also_for_the_public() -> None:
    """Each has a heading of its own under which its principles stand."""
    places = read("localities/*-2025-26.json")
    for public in (False, True):
        text = said(
            paper(make_report(CATALOGUE, places, public=public)), "annual-report"
        )
        assert [
            *filter({each.locality for each in places}.__contains__, text.split("\n"))
        ]


def test_assessors_go_by_number_and_name() -> None:
    """For the public by number alone."""
    given = read("assessors/*.json")
    named = paper(make_report(CATALOGUE, given))
    public = paper(make_report(CATALOGUE, given, public=True))

    assert "\nAssessment 1: Council\n" in said(named, "self-evaluation")
    assert "\nAssessment 1\n" in said(public, "self-evaluation")
    assert "\nWithheld\n" in said(public, "summary")


def test_an_agreement_without_a_scale_and_without_dissent() -> None:
    """Two who say the same have nothing to discuss; who rates nothing has no median."""
    first = evolve(saying(response("Q1.1", text="alike")), scale=None, assessor="one")
    report = make_report(
        CATALOGUE, [first, evolve(first, assessor="two")], together=Together.AGREEMENT
    )

    assert "Nothing divides them." in said(paper(report), "together")
    other = evolve(first, responses=(response("Q1.1", Status.UNKNOWN),), assessor="two")
    divided = make_report(CATALOGUE, [first, other], together=Together.AGREEMENT)
    text = said(paper(divided), "together")
    assert "Nothing divides them." not in text
    assert "median" not in text


def test_a_comparison_without_a_change_and_without_a_scale() -> None:
    """Two years in which the same was said."""
    now = evolve(one(), scale=None, responses=())
    before = evolve(now, period=read("strathenlow-2024-25.json")[0].period)
    text = said(paper(make_report(CATALOGUE, [before, now])), "together")

    assert "Nothing changed." in text
    assert "How answers were rated" not in text
    assert "Ratings are not compared: " in text


def test_brackets_are_explained_where_there_are_some() -> None:
    """And not where everybody rated on one scale."""
    one_scale = paper(make_report(CATALOGUE, read("strath*.json")))
    two_scales = paper(make_report(CATALOGUE, read("localities/*.json")))

    assert "In brackets" not in said(one_scale, "together")
    assert "In brackets" in said(two_scales, "together")


def test_whose_words_a_rule_is_in() -> None:
    """One of ours is in our words, and one of somebody's own in theirs."""
    given = read("assessors/*.json")
    own = evolve(MAJORITY, name="mine", summary="As we like it.")
    for rule, origin in ((MAJORITY, Origin.OURS), (own, Origin.THEIRS)):
        found = runs(paper(make_report(CATALOGUE, given, rule=rule)))
        assert {origin} == {each.origin for each in found if each.text == rule.summary}
