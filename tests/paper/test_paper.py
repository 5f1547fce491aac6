"""The report as a paper: what stands in it, whose words they are, and in which order."""

from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given

from integrated_care_principles import (
    Action,
    Evidence,
    EvidenceKind,
    Status,
    make_report,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.paper import (
    Grid,
    Heading,
    Origin,
    Passage,
    paper,
)
from integrated_care_principles.reporting import (
    Policy,
    Report,
)
from integrated_care_principles.scoring import ANSWERED, ASSURED, Code, Excused, Weight
from integrated_care_principles.testing import reports
from tests.paper.reading import (
    CATALOGUE,
    bare,
    blocks,
    one,
    read,
    response,
    runs,
    said,
    saying,
    words,
)

ASSESSED = ["summary", "annual-report", "self-evaluation", "action-plan"]


@pytest.mark.parametrize(
    ("names", "parts"),
    [
        ((), ["catalogue", "resources", "sources"]),
        (("strathenlow-2025-26.json",), [*ASSESSED, "resources", "sources"]),
        (("strath*.json",), ["together", *ASSESSED, "resources", "sources"]),
        (("assessors/*.json",), ["together", *ASSESSED, "resources", "sources"]),
    ],
)
def test_its_parts(names: tuple[str, ...], parts: list[str]) -> None:
    """Which parts there are goes by how many were assessed; each begins with a heading."""
    found = paper(make_report(CATALOGUE, read(*names)))

    assert parts == [each.name for each in found.parts]
    for part in found.parts:
        first = part.blocks[0]
        assert isinstance(first, Heading)
        assert first.level == 2


@given(report=reports())
def test_no_level_of_a_heading_is_left_out(report: Report) -> None:
    """Who goes from heading to heading never falls through a level."""
    found = (each for each in blocks(paper(report)) if isinstance(each, Heading))

    for before, after in pairwise([1, *(each.level for each in found)]):
        assert 2 <= after <= before + 1


@given(report=reports())
def test_every_row_is_as_wide_as_its_header(report: Report) -> None:
    """A cell for each column, also where nothing is said; bars and shades in their range."""
    for each in blocks(paper(report)):
        if isinstance(each, Grid):
            assert {len(each.columns)} >= {len(row) for row in each.rows}
            for cell in (one for row in each.rows for one in row):
                assert cell.bar is None or 0 <= cell.bar <= 100
                assert cell.shade is None or 0 <= cell.shade <= 10


@given(report=reports())
def test_what_leads_somewhere_is_safe_to_follow(report: Report) -> None:
    """No address of another scheme is ever a link."""
    urls = {each.url for each in runs(paper(report)) if each.url}

    assert all(each.startswith(("http://", "https://", "mailto:")) for each in urls)


def test_official_words_stand_between_quotation_marks() -> None:
    """Each question is quoted wherever it stands, and every quotation is a printed text."""
    printed = {each.text for each in CATALOGUE.questions} | {CATALOGUE.title}
    for group in CATALOGUE.groups:
        printed |= {listing.wording for listing in group.listings}
    found = runs(paper(make_report(CATALOGUE, [one()])))

    assert printed == {each.text for each in found if each.origin is Origin.QUOTED}
    for before, each, after in zip(found, found[1:], found[2:], strict=False):
        if each.origin is Origin.QUOTED:
            assert ("“", "”") == (before.text[-1], after.text)


def test_every_action_is_numbered_alike_in_both_appendices() -> None:
    """Appendix 1 points to the numbers of Appendix 2."""
    found = paper(make_report(CATALOGUE, read("strath*.json")))
    (plan,) = [each for each in found.parts if each.name == "action-plan"]
    (grid,) = [each for each in plan.blocks if isinstance(each, Grid)]
    numbers = [row[0].words[0].text for row in grid.rows]

    assert numbers == [str(each) for each in range(1, len(numbers) + 1)]
    pointers = said(found, "self-evaluation")
    assert f"and {numbers[-1]} of Appendix 2" in pointers
    assert "\nAction 3 of Appendix 2" in pointers


def test_who_has_no_action_is_told_so() -> None:
    """An empty table would make the reader wonder."""
    found = paper(make_report(CATALOGUE, [saying()]))

    assert "No action is planned." in said(found, "action-plan")


def test_what_nobody_lacks_is_said() -> None:
    """Where nothing is missing the summary says so instead of showing a table."""
    every = (response(each.id, text="done") for each in CATALOGUE.questions)
    found = paper(make_report(CATALOGUE, [saying(*every)]))

    assert "Nothing is missing." in said(found, "summary")
    assert "Not answered here:" not in said(found, "annual-report")


def test_what_to_do_next_is_said_in_its_order() -> None:
    """What adds most first, by which day, and what is late."""
    text = said(paper(make_report(CATALOGUE, [one()])), "summary")

    assert text.index("Q2.4 ") < text.index("1 question, for principles 2, 4 and 10")
    assert text.index("Q11.4 ") < text.index("Q1.3 ") < text.index("Overdue actions:")
    assert "27 November 2026" in text
    assert "(Q1.2, Data Protection Officers, Council and Health Board, due" in text
    assert "Evidence that no longer holds:" in text


def test_what_is_late_without_a_day_or_an_owner_says_neither() -> None:
    """A policy may hold evidence for too old that bears no last day."""
    old = Evidence(kind=EvidenceKind.DATA, title="Old", dated=date(2001, 1, 1))
    said_so = evolve(response("Q1.1", text="yes"), evidence=(old,))
    report = make_report(CATALOGUE, [saying(said_so)], policy=ASSURED)

    assert "Old (Q1.1)" in said(paper(report), "summary")


def test_a_policy_with_points_says_so() -> None:
    """Numbers of points are not taken for numbers of questions."""
    weight = Weight(question=QuestionId("Q1.1"), points=3)
    policy: Policy = evolve(
        ANSWERED, name="ours", weights=(weight,), excused=Excused.EXPECTED
    )
    text = said(paper(make_report(CATALOGUE, [one()], policy=policy)), "summary")

    assert "Some questions count several points." in text
    assert "is expected all the same" in text


def test_the_annual_report_says_why_something_is_not_answered() -> None:
    """Who answers instead, and why a question does not apply."""
    text = said(
        paper(
            make_report(
                CATALOGUE,
                [
                    saying(
                        response(
                            "Q1.1", Status.NOT_APPLICABLE, reason="No such service"
                        ),
                        response("Q1.2", Status.PARTNER_LED, partner="The Council"),
                    )
                ],
            )
        ),
        "annual-report",
    )

    assert f"{Code.NOT_APPLICABLE.says}: No such service" in text
    assert ": The Council" in text


def test_an_address_that_cannot_be_followed_is_shown_as_text() -> None:
    """It stands beside what it belongs to, and is no link."""
    source = "the committee's paper of May"
    own = one().scale
    assert own is not None
    scale = evolve(own, source=source)
    text = said(
        paper(make_report(CATALOGUE, [evolve(one(), scale=scale)])), "self-evaluation"
    )

    assert f"{source} ({source})" not in text
    assert source in text


def test_a_catalogue_that_names_no_resource_and_no_outcome_says_so() -> None:
    """An empty table would make the reader wonder."""
    found = paper(make_report(bare()))

    assert "The catalogue names none." in said(found, "catalogue")
    assert "The catalogue names none." in said(found, "resources")


def test_what_is_not_for_publication_is_announced_at_the_front() -> None:
    """Unless it was withheld."""
    for public in (False, True):
        report = make_report(CATALOGUE, [one()], public=public)
        front = [
            each.text
            for block in paper(report).front
            for w in words(block)
            for each in w
        ]
        assert ("Not for publication" in front) is not public


def test_what_is_quoted_at_length_is_announced() -> None:
    """No passage of the guidance stands there as if it were somebody else's."""
    found = blocks(paper(make_report(CATALOGUE)))

    passages = [
        number for number, each in enumerate(found) if isinstance(each, Passage)
    ]
    assert passages
    for number in passages:
        (before,) = words(found[number - 1])
        assert before[0].text == "In the words of the guidance:"


def test_stale_resources_name_what_took_their_place() -> None:
    """With the year in which they changed, and on what that rests."""
    text = said(paper(make_report(CATALOGUE)), "resources")

    for each in CATALOGUE.resources:
        assert each.successor is None or f"now: {each.successor}" in text


def test_a_part_that_the_report_has_not_says_so() -> None:
    """Whoever asks for it is not left with an empty page."""
    found = paper(make_report(CATALOGUE, [one()]), ("together", "action-plan"))

    assert ["action-plan", "together"] == [each.name for each in found.parts]
    assert said(found, "together") == "Together\nThere is none in this report."


def test_where_nothing_is_expected_there_is_no_bar_and_no_percentage() -> None:
    """An empty bar would say 0 %, and so would the figure with everything expected."""
    led = (
        response(each.id, Status.PARTNER_LED, partner="The Council")
        for each in CATALOGUE.questions
    )
    found = paper(make_report(CATALOGUE, [saying(*led)]), ("summary",))

    grids = [each for each in blocks(found) if isinstance(each, Grid)]
    assert {None} == {cell.bar for grid in grids for row in grid.rows for cell in row}
    assert "%" not in said(found, "summary")


def test_what_is_not_for_publication_is_marked_wherever_it_stands() -> None:
    """Who pastes only the text for the annual report sees it too."""
    mark = "Not for publication"
    action = Action(what="Mend it")
    evidence = Evidence(kind=EvidenceKind.DATA, title="Figures", publishable=False)
    secret = evolve(
        response("Q1.1", text="secret"),
        publishable=False,
        actions=(action,),
        evidence=(evidence,),
    )
    draft = evolve(response("Q1.2", Status.DRAFT), publishable=False)
    found = paper(make_report(CATALOGUE, [saying(secret, draft)]))

    assert said(found, "annual-report").count(mark) == 3
    assert said(found, "self-evaluation").count(mark) == 3
    assert said(found, "action-plan").count(mark) == 1


def test_whose_words_a_policy_is_in() -> None:
    """One of ours is in our words, and one of somebody's own in theirs."""
    own = evolve(ANSWERED, name="mine", summary="As we like it.")
    for policy, origin in ((ANSWERED, Origin.OURS), (own, Origin.THEIRS)):
        found = runs(paper(make_report(CATALOGUE, [one()], policy=policy)))
        assert origin in {each.origin for each in found if each.text == policy.summary}
