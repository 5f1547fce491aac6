"""The report as a paper: what stands in it, whose words they are, and in which order."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given

from integrated_care_principles import (
    Assessment,
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import Catalogue, QuestionId
from integrated_care_principles.paper import (
    Block,
    Facts,
    Grid,
    Heading,
    Items,
    Origin,
    Paper,
    Paragraph,
    Passage,
    Run,
    Words,
    paper,
)
from integrated_care_principles.reporting import (
    Axis,
    Policy,
    Report,
    Together,
)
from integrated_care_principles.scoring import ANSWERED, Code, Excused, Weight
from integrated_care_principles.testing import reports

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = load_catalogue()


def read(*names: str) -> list[Assessment]:
    """Return examples by their names."""
    paths = [each for name in names for each in sorted(EXAMPLES.glob(name))]
    return [read_assessment(each, CATALOGUE)[0] for each in paths]


def one() -> Assessment:
    """Return the example of the last year."""
    return read("strathenlow-2025-26.json")[0]


def saying(*responses: Response) -> Assessment:
    """Return an assessment with these *responses* alone."""
    return evolve(one(), responses=responses)


def response(
    question: str,
    status: Status = Status.ANSWERED,
    *,
    text: str = "",
    reason: str = "",
    partner: str = "",
) -> Response:
    """Return a response with texts."""
    return Response(
        question=QuestionId(question),
        status=status,
        text=text,
        reason=reason,
        partner=partner,
    )


def blocks(of: Paper) -> tuple[Block, ...]:
    """Return every block from front to back."""
    return (*of.front, *(each for part in of.parts for each in part.blocks))


def words(block: Block) -> Iterator[Words]:
    """Yield every piece of words in a *block*."""
    match block:
        case Heading() | Paragraph():
            yield block.words
        case Passage():
            yield (Run(text=block.text, origin=block.origin),)
        case Items():
            yield from block.items
        case Facts():
            yield from (each for pair in block.pairs for each in pair)
        case _:
            yield block.caption
            yield from (each.head for each in block.columns)
            yield from (cell.words for row in block.rows for cell in row)


def runs(of: Paper) -> list[Run]:
    """Return everything that is said, piece by piece."""
    return [each for block in blocks(of) for one in words(block) for each in one]


def said(of: Paper, part: str) -> str:
    """Return what a *part* says, a line for each piece of words."""
    (found,) = [each for each in of.parts if each.name == part]
    lines = (one for block in found.blocks for one in words(block))
    return "\n".join("".join(each.text for each in line) for line in lines)


def bare() -> Catalogue:
    """Return a catalogue that names no resource and no outcome."""
    groups = tuple(evolve(each, listings=()) for each in CATALOGUE.groups)
    return evolve(CATALOGUE, groups=groups, resources=(), outcomes=())


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


def test_the_annual_report_says_what_changed_since_the_year_before() -> None:
    """Principle by principle, where years are compared; and nothing where places are."""
    years = paper(make_report(CATALOGUE, read("strath*.json")))
    places = read("localities/*-2025-26.json")

    assert "In 2024-25 it was 4 of 5 (80 %); since then" in said(years, "annual-report")
    found = paper(make_report(CATALOGUE, places, by=Axis.LOCALITY))
    assert "since then" not in said(found, "annual-report")


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


def test_stale_resources_name_what_took_their_place() -> None:
    """With the year in which they changed, and on what that rests."""
    text = said(paper(make_report(CATALOGUE)), "resources")

    for each in CATALOGUE.resources:
        assert each.successor is None or f"now: {each.successor}" in text
