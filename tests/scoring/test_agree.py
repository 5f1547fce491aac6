"""Several assessors of the same: laws, each with a broken twin, and cases."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from integrated_care_principles import (
    Agreement,
    Catalogue,
    agree,
    load_catalogue,
    read_assessment,
)
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Action,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import GroupId, QuestionId
from integrated_care_principles.exceptions import (
    AssessedApartError,
    ConsensusUnfitError,
    OtherCatalogueError,
    OtherScaleError,
    Problem,
)
from integrated_care_principles.files import decode_assessment, encode_assessment
from integrated_care_principles.scoring import (
    DELPHI_ADAPTED,
    DELPHI_PUBLISHED,
    MAJORITY,
    Verdict,
    Voice,
    can_agree,
    ratings,
)
from integrated_care_principles.testing import assessments, catalogues, texts

SCOTLAND = load_catalogue()
EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
BLANK = Assessment(subject="North", period=YEAR, catalogue=SCOTLAND.ref, scale=MSG_2019)
Q = QuestionId("Q6.1")
ANSWER = Response(question=Q, status=Status.ANSWERED, text="So.")
Case = tuple[Catalogue, list[Assessment]]
Agreeing = Callable[[Sequence[Assessment], Catalogue], Agreement]


@st.composite
def panels(draw: DrawFn) -> Case:
    """Return a strategy for assessments of the same by up to four assessors."""
    catalogue = draw(catalogues())
    first = draw(assessments(of=catalogue))
    every = [first]
    for _ in range(draw(st.integers(1, 3))):
        other = draw(assessments(of=catalogue))
        bare = [evolve(each, rating=None) for each in other.responses]
        shared = [each for each in first.responses if draw(st.booleans())]
        kept = {each.question for each in shared}
        mixed = [*shared, *(each for each in bare if each.question not in kept)]
        every.append(
            evolve(
                first,
                assessor=draw(st.sampled_from(("", "Board", "Council")) | texts()),
                scope=other.scope,
                responses=tuple(mixed),
                annotations=other.annotations,
            )
        )
    return catalogue, every


def written(value: Any) -> list[str]:
    """Return every text that somebody wrote into a *value*."""
    if isinstance(value, tuple):
        return [text for each in value for text in written(each)]
    if has(type(value)):
        names = [each.name for each in fields(type(value))]
        return [text for each in names for text in written(getattr(value, each))]
    return [f"{value}"] if isinstance(value, str) and value else []


# The laws


def order_does_not_matter(agree: Agreeing, case: Case) -> None:
    """Neither does giving one of them twice."""
    catalogue, every = case
    expected = agree(every, catalogue)
    assert expected == agree(every[::-1], catalogue)
    assert expected == agree([*every[1:], *every], catalogue)


def every_text_is_kept(agree: Agreeing, case: Case) -> None:
    """What anybody said stands in the assessment that is agreed on."""
    catalogue, every = case
    whole = agree(every, catalogue).assessment
    said = written(whole)
    for each in every:
        responses = [evolve(one, rating=None) for one in each.responses]
        days = (f"{one.until}" for one in responses if one.until is not None)
        for text in (*written((*responses, *each.annotations)), *days):
            spaced = text.replace("_", " ")  # as a status is said
            assert any(text in one or spaced in one for one in said)


def divided_is_a_draft(agree: Agreeing, case: Case) -> None:
    """Nobody decides for people: what divides them is neither rated nor final."""
    catalogue, every = case
    found = agree(every, catalogue)
    for each in found.questions:
        response = found.assessment.response_to(each.question)
        if each.is_divided:
            assert response is not None
            assert response.status is Status.DRAFT
        if response is not None:
            level = None if each.level is None else each.level.id
            assert level == response.rating
    assert set(found.agenda) == {each for each in found.questions if each.is_divided}


def alone_one_says_what_was_said(agree: Agreeing, case: Case) -> None:
    """An assessor who is alone keeps every status, and the count of ratings is the same."""
    catalogue, (first, *_) = case
    found = agree([first], catalogue)
    for each in found.questions:
        response = first.response_to(each.question)
        kept = found.assessment.response_to(each.question)
        assert (response is None) == (kept is None)
        if response is not None and kept is not None:
            assert (response.status, response.text) == (kept.status, kept.text)
    counted = ratings(first, catalogue)
    if counted is not None:
        total = sum(each.ratings.rated for each in found.questions)
        assert counted.overall.rated == total


# The twins


def the_first_speaks(every: Sequence[Assessment], catalogue: Catalogue) -> Agreement:
    """Take the assessment of whoever is given first for that of all."""
    return evolve(agree(every, catalogue), assessment=every[0])


def the_majority_text(every: Sequence[Assessment], catalogue: Catalogue) -> Agreement:
    """Keep the text of one only."""
    found = agree(every, catalogue)
    cut = (evolve(each, text=each.text[:2]) for each in found.assessment.responses)
    whole = evolve(found.assessment, responses=tuple(cut))
    return evolve(found, assessment=whole)


def all_is_final(every: Sequence[Assessment], catalogue: Catalogue) -> Agreement:
    """Call everything answered."""
    found = agree(every, catalogue)
    final = (
        evolve(each, status=Status.ANSWERED) for each in found.assessment.responses
    )
    whole = evolve(found.assessment, responses=tuple(final))
    return evolve(found, assessment=whole)


Law = Callable[[Agreeing, Case], None]
LAWS: dict[Law, Agreeing] = {
    order_does_not_matter: the_first_speaks,
    every_text_is_kept: the_majority_text,
    divided_is_a_draft: all_is_final,
    alone_one_says_what_was_said: all_is_final,
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_our_agreement_keeps_the_law(law: Law) -> None:
    """The law holds for all panels."""

    @given(case=panels())
    def holds(case: Case) -> None:
        law(agree, case)

    holds()


@pytest.mark.slow
@pytest.mark.parametrize(("law", "twin"), LAWS.items(), ids=lambda each: each.__name__)
def test_the_law_refuses_its_twin(law: Law, twin: Agreeing) -> None:
    """An agreement that is wrong in the way that the law is meant for breaks it."""

    def breaks(case: Case) -> bool:
        try:
            law(twin, case)
        except AssertionError:
            return True
        return False

    search = settings(max_examples=2000, database=None, phases=[Phase.generate])
    assert find(panels().map(breaks), bool, settings=search)


@given(panels())
def test_what_is_agreed_on_can_be_written_and_read(case: Case) -> None:
    """It is an assessment as any other."""
    catalogue, every = case
    whole = evolve(agree(every, catalogue).assessment, catalogue=catalogue.ref)
    data = encode_assessment(whole, catalogue)

    assert data == encode_assessment(decode_assessment(data, catalogue), catalogue)


# Cases


def by(assessor: str, *responses: Response, **more: Any) -> Assessment:
    """Return what an assessor said."""
    return evolve(BLANK, assessor=assessor, responses=responses, **more)


def rated(level: str, text: str = "So.") -> Response:
    """Return an answer that is rated."""
    return evolve(ANSWER, text=text, rating=LevelId(level))


def test_three_assessors_of_one_question() -> None:
    """Ratings, median, spread, verdict, dissent and all words are there."""
    survey = Evidence(kind=EvidenceKind.DATA, title="Survey")
    panel = [
        by(
            "Council",
            evolve(
                rated("established", "C."),
                contributors=("Head",),
                updated=date(2026, 1, 2),
            ),
        ),
        by("Board", evolve(rated("established", "B."), evidence=(survey,))),
        by(
            "Carers",
            evolve(
                rated("not-yet-established", "No."),
                evidence=(survey,),
                actions=(Action(what="Ask"),),
                publishable=False,
                annotations=(Annotation(key="k", value="v"),),
            ),
        ),
    ]
    found = agree(panel, SCOTLAND, sources=["b", "a"])
    (question,) = (each for each in found.questions if each.question == Q)
    answer = found.assessment.response_to(Q)

    assert ("Board", "Carers", "Council") == found.assessors
    assert (Verdict.AGREED, "established", 2, 1) == (
        question.verdict,
        question.level and question.level.id,
        question.spread,
        question.outside,
    )
    assert ["Carers"] == [each.assessor for each in question.dissent]
    assert [3, 1, 3] == [found.rank(each) for each in question.voices]
    assert [1, 0, 2, 0] == [each.count for each in question.ratings.levels]
    assert not question.is_divided
    assert "median Established; spread 2; 1 of 3 outside the band" == question.measured
    assert answer == Response(
        question=Q,
        status=Status.ANSWERED,
        text="Board: B.\n\nCarers: No.\n\nCouncil: C.",
        rating=LevelId("established"),
        evidence=(survey,),
        actions=(Action(what="Ask"),),
        contributors=("Board", "Carers", "Head", "Council"),
        updated=date(2026, 1, 2),
        publishable=False,
        annotations=(
            Annotation(key="k", value="v"),
            Annotation(key="said-by", value="Board: answered, rated established"),
            Annotation(
                key="said-by", value="Carers: answered, rated not-yet-established"
            ),
            Annotation(key="said-by", value="Council: answered, rated established"),
        ),
    )
    assert "Board; Carers; Council" == found.assessment.assessor
    assert [
        f"majority: {MAJORITY.summary}",
        "a",
        "b",
    ] == [each.value for each in found.assessment.annotations]


def test_what_divides_them_comes_first() -> None:
    """The widest spread first, then who is outside, then another status."""

    def said(assessor: str, *levels: str) -> Assessment:
        ids = ("Q6.1", "Q6.2", "Q6.3", "Q1.1")
        answers = [
            evolve(rated(level), question=QuestionId(id))
            if level != "draft"
            else Response(question=QuestionId(id), status=Status.DRAFT)
            for id, level in zip(ids, levels, strict=True)
        ]
        return by(assessor, *answers)

    low, some, good, best = (each.id for each in MSG_2019.levels)
    panel = [
        said("A", some, low, good, good),
        said("B", good, best, good, good),
        said("C", best, good, good, "draft"),
    ]
    found = agree(panel, SCOTLAND)

    assert ["Q6.2", "Q6.1", "Q1.1"] == [each.question for each in found.agenda]
    assert (Status.DRAFT, Status.ANSWERED) == found.agenda[-1].statuses
    assert [None, None, good] == [each.level and each.level.id for each in found.agenda]
    assert 1 == len(found.agenda[0].ratings.median)
    assert ["Q6.3", "Q1.1"][::-1] == [
        each.question for each in found.given(Verdict.AGREED)
    ]
    assert {Verdict.AGREED: 2, Verdict.SPLIT: 2, Verdict.TOO_FEW: 47} == {
        verdict: len(questions) for verdict, questions in found.by_verdict
    }
    assert [(1, 1, 0, 4), (6, 1, 2, 0)] == [
        (each.principle, each.agreed, each.split, each.unsaid)
        for each in found.principles
        if each.agreed
    ]


def test_a_split_comes_before_what_only_statuses_divide() -> None:
    """However far apart those are who agree by the rule."""
    best, worst = MSG_2019.levels[-1].id, MSG_2019.levels[0].id
    near = [by(f"{n}", rated(each)) for n, each in enumerate((best, "established"))]
    wide = QuestionId("Q6.2")
    far = [
        evolve(rated(best), question=wide),
        evolve(rated(best), question=wide),
        evolve(rated(best), question=wide),
        evolve(rated(worst), question=wide),
        Response(question=wide, status=Status.UNKNOWN),
    ]
    panel = [
        near[0].with_response(far[0]),
        near[1].with_response(far[1]),
        *(by(f"{n}", each) for n, each in enumerate(far[2:], 2)),
    ]
    found = agree(panel, SCOTLAND)

    assert [(Q, "split", 1), (wide, "agreed", 3)] == [
        (each.question, each.verdict.value, each.spread) for each in found.agenda
    ]
    assert MAJORITY == found.rule
    drafts = [found.assessment.response_to(each) for each in (Q, wide)]
    assert [Status.DRAFT] * 2 == [each and each.status for each in drafts]
    assert [None, best] == [each and each.rating for each in drafts]


def test_two_texts_stand_each_with_a_name() -> None:
    """One that two share stands once for each of them."""
    found = agree([by("A", ANSWER), by("B", evolve(ANSWER, text="No."))], SCOTLAND)
    response = found.assessment.response_to(Q)
    assert response is not None

    assert "A: So.\n\nB: No." == response.text
    alike = agree([by("A", ANSWER), by("B", ANSWER)], SCOTLAND)
    response = alike.assessment.response_to(Q)
    assert response is not None
    assert "So." == response.text
    assert 2 == next(e for e in alike.questions if e.question == Q).ratings.unrated


def test_of_two_editions_the_first_is_named() -> None:
    """Whatever the order, where both ask the same."""
    older = evolve(SCOTLAND.ref, edition="2025.1")
    panel = [by("A"), by("B", catalogue=older)]

    for order in (panel, panel[::-1]):
        assert older == agree(order, SCOTLAND).assessment.catalogue


def test_two_without_a_name_are_in_an_order_of_their_own() -> None:
    """That of what they say, not that of the files."""
    panel = [by("", ANSWER), by("", evolve(ANSWER, text="No."))]

    assert agree(panel, SCOTLAND) == agree(panel[::-1], SCOTLAND)


def test_between_two_levels_nobody_decides_for_them() -> None:
    """They agree, but not on one level."""
    levels = ("established", "established", "exemplary", "exemplary")
    panel = [by(f"{number}", rated(each)) for number, each in enumerate(levels)]
    (question,) = agree(panel, SCOTLAND, DELPHI_ADAPTED).given(Verdict.AGREED)

    assert (None, 2, ()) == (
        question.level,
        len(question.ratings.median),
        question.dissent,
    )


def test_reasons_partners_and_days() -> None:
    """The same is said once; a day on which they differ stands in who said what."""
    day, other = date(2026, 6, 1), date(2026, 7, 1)
    deferred = Response(question=Q, status=Status.DEFERRED, reason="r", until=day)
    same = agree([by("A", deferred), by("B", evolve(deferred, partner="p"))], SCOTLAND)
    response = same.assessment.response_to(Q)
    assert response is not None
    assert (Status.DEFERRED, "r", "p", day) == (
        response.status,
        response.reason,
        response.partner,
        response.until,
    )
    differ = agree(
        [by("A", deferred), by("B", evolve(deferred, until=other))], SCOTLAND
    )
    response = differ.assessment.response_to(Q)
    assert response is not None
    assert (
        None,
        ["A: deferred, until 2026-06-01", "B: deferred, until 2026-07-01"],
    ) == (
        response.until,
        [each.value for each in response.annotations],
    )


def test_what_was_not_asked_does_not_count() -> None:
    """Bodies answer for their own topics; what is said beyond them is kept all the same."""
    one = by(
        "A",
        rated("established"),
        evolve(rated("exemplary"), question=QuestionId("Q8.1")),
        evolve(ANSWER, question=QuestionId("Q1.1")),
        scope=(GroupId("G6"),),
    )
    other = by(
        "B",
        evolve(rated("established"), question=QuestionId("Q8.1")),
        scope=(GroupId("G8"), GroupId("G6")),
    )
    found = agree([one, other], SCOTLAND)
    questions = {f"{each.question}": each for each in found.questions}
    unasked, silent = questions["Q8.1"].voices[0], questions["Q8.2"].voices[0]

    assert (GroupId("G6"), GroupId("G8")) == found.assessment.scope
    assert {"Q1.1", "Q6.1", "Q6.2", "Q6.3", "Q8.1", "Q8.5"} <= set(questions)
    assert 1 + 3 + 5 == len(questions)
    assert () == agree([one, by("C")], SCOTLAND).assessment.scope
    assert "B: nothing" == f"{questions['Q6.1'].voices[1]}"
    assert "A: not asked" == f"{silent}"
    excused = Response(question=Q, status=Status.NOT_APPLICABLE)
    assert "A: not applicable" == f"{Voice(assessor='A', response=excused)}"
    assert "A: answered, rated exemplary, not asked" == f"{unasked}"
    assert (None, None, False) == (unasked.rating, found.rank(unasked), unasked.counts)
    assert 1 == questions["Q8.1"].ratings.rated
    assert () == questions["Q1.1"].statuses
    kept = found.assessment.response_to("Q1.1")
    assert kept is not None
    assert "So." == kept.text


def test_without_a_scale_there_is_nothing_to_agree_on_but_statuses() -> None:
    """Who has no scale rates nothing; others may."""
    panel = [
        by("A", ANSWER, scale=None),
        by("B", evolve(ANSWER, status=Status.UNKNOWN), scale=None),
    ]
    found = agree(panel, SCOTLAND)

    assert [Q] == [each.question for each in found.agenda]
    assert {Verdict.TOO_FEW} == {each.verdict for each in found.questions}
    assert {(None, "")} == {(each.spread, each.measured) for each in found.questions}
    assert None is found.assessment.scale
    assert 1 == found.agenda[0].ratings.unrated
    mixed = agree([panel[0], by("B", rated("established"))], SCOTLAND)
    assert MSG_2019 == mixed.assessment.scale


def test_what_cannot_be_agreed_on_is_refused() -> None:
    """With everything in which they differ, at once."""
    other = by(
        "B",
        subject="South",
        locality="Glen",
        period=YEAR.following(),
        catalogue=evolve(SCOTLAND.ref, fingerprint="sha256:0"),
    )
    with pytest.raises(AssessedApartError) as caught:
        agree([by("A"), other, other, evolve(other, assessor="C")], SCOTLAND)
    assert ["subject", "locality", "period", "catalogue"] == [
        each.path for each in caught.value.problems
    ]
    assert caught.value.problems[:2] == (
        Problem("subject", "assessed-apart", "North", "South"),
        Problem("locality", "assessed-apart", "the whole area", "Glen"),
    )
    with pytest.raises(OtherScaleError) as scales:
        agree([by("A"), by("B", scale=CARE_INSPECTORATE)], SCOTLAND)
    assert ("care-inspectorate", "msg-2019") == (
        scales.value.found,
        scales.value.expected,
    )
    with pytest.raises(ConsensusUnfitError) as unfit:
        agree([by("A"), by("B")], SCOTLAND, DELPHI_PUBLISHED)
    assert 4 == unfit.value.found
    with pytest.raises(OtherCatalogueError):
        agree([by("A", catalogue=evolve(SCOTLAND.ref, id="wales"))], SCOTLAND)
    with pytest.raises(AssessedApartError) as nothing:
        agree([], SCOTLAND)
    assert (Problem("", "nothing-given"),) == nothing.value.problems


def test_whether_they_can_agree() -> None:
    """Two of the same on one scale can; one alone, or two of different places, cannot."""
    assert can_agree([by("A"), by("B")])
    assert not can_agree([by("A"), by("A")])
    assert not can_agree([by("A"), by("B", locality="Glen")])
    assert not can_agree([by("A"), by("B", scale=CARE_INSPECTORATE)])


def test_the_example_of_three_assessors() -> None:
    """A person who reads the three files says the same."""
    paths = sorted((EXAMPLES / "assessors").glob("*.json"))
    found = agree([read_assessment(each, SCOTLAND)[0] for each in paths], SCOTLAND)

    assert ["Q3.3", "Q8.5", "Q8.3", "Q1.3", "Q3.4"] == [
        each.question for each in found.agenda
    ]
    assert {"agreed": 9, "split": 4, "too-few": 2} == {
        verdict.value: len(questions) for verdict, questions in found.by_verdict
    }
