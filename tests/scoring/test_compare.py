"""Assessments held against each other: laws, each with a broken twin, and cases."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from integrated_care_principles import (
    Axis,
    Catalogue,
    Comparison,
    compare,
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
from integrated_care_principles.exceptions import OtherCatalogueError
from integrated_care_principles.scoring import (
    ASSURED,
    Direction,
    FieldChange,
    Overlap,
    Reason,
    Step,
    ratings,
)
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
EXAMPLES = Path(__file__).parents[2] / "examples"
YEAR = Period(start=date(2024, 4, 1), end=date(2025, 3, 31))
NEXT = YEAR.following()
BLANK = Assessment(subject="North", period=YEAR, catalogue=SCOTLAND.ref, scale=MSG_2019)
Q = QuestionId("Q6.1")
ANSWER = Response(question=Q, status=Status.ANSWERED, text="So.")
ITEM = Evidence(kind=EvidenceKind.DATA, title="Item")
Case = tuple[Catalogue, Assessment, Assessment]
Comparing = Callable[[Sequence[Assessment], Catalogue], Comparison]


@st.composite
def pairs(draw: DrawFn) -> Case:
    """Return a strategy for two assessments of one catalogue that share some responses."""
    catalogue = draw(catalogues())
    first = draw(assessments(of=catalogue))
    other = draw(assessments(of=catalogue))
    if draw(st.booleans()):
        scale = first.scale
        responses = first.responses[: draw(st.integers(0, 3))]
        kept = {each.question for each in responses}
        others = (each for each in other.responses if each.question not in kept)
        other = evolve(
            other,
            scale=scale,
            responses=(*responses, *(evolve(each, rating=None) for each in others)),
        )
    return catalogue, first, other


def only_step(found: Comparison) -> Step:
    """Return the one step of a comparison of two."""
    (step,) = found.steps
    return step


def alike(assessment: Assessment, other: Assessment) -> Assessment:
    """Return *assessment* of the same body, place and assessor as another, a year on."""
    return evolve(
        assessment,
        subject=other.subject,
        locality=other.locality,
        assessor=other.assessor,
        period=other.period,
    )


def unordered(assessment: Assessment) -> set[Response]:
    """Return the responses, whatever the order of their evidence and actions."""
    return {
        evolve(
            each,
            evidence=tuple(sorted(each.evidence, key=repr)),
            actions=tuple(sorted(each.actions, key=repr)),
        )
        for each in assessment.responses
    }


# The laws


def with_itself_it_is_empty(compare: Comparing, case: Case) -> None:
    """Nothing changed from an assessment to itself."""
    catalogue, first, _ = case
    step = only_step(compare([first, first], catalogue))
    assert () == step.changes
    assert {Direction.SAME} >= {each.direction for each in step.principles}
    assert step.before.card == step.after.card


def every_difference_is_listed(compare: Comparing, case: Case) -> None:
    """It is empty only where both say the same."""
    catalogue, first, other = case
    other = evolve(alike(other, first), scope=first.scope)
    step = only_step(compare([first, other], catalogue))
    said = any(each.fields or each.evidence or each.actions for each in step.questions)
    assert said == (unordered(first) != unordered(other))


def back_is_the_other_way(compare: Comparing, case: Case) -> None:
    """Compared the other way round, better is worse and new is lost."""
    catalogue, first, other = case
    other = alike(other, first)
    there = only_step(compare([first, other], catalogue))
    back = only_step(compare([other, first], catalogue))
    turned = {Direction.BETTER: Direction.WORSE, Direction.WORSE: Direction.BETTER}
    assert [turned.get(each.direction, each.direction) for each in there.questions] == (
        [each.direction for each in back.questions]
    )
    assert [
        turned.get(each.direction, each.direction) for each in there.principles
    ] == ([each.direction for each in back.principles])
    assert [(each.better, each.worse) for each in there.principles] == (
        [(each.worse, each.better) for each in back.principles]
    )
    assert [set(each.evidence.new) for each in there.questions] == (
        [set(each.evidence.lost) for each in back.questions]
    )
    assert there.overlap == back.overlap


def what_is_not_compared_has_no_direction(compare: Comparing, case: Case) -> None:
    """A question has a reason, or it is compared; each is counted once."""
    catalogue, first, other = case
    step = only_step(compare([first, alike(other, first)], catalogue))
    same_scale = first.scale == other.scale and first.scale is not None
    assert same_scale == (step.ratings_not_compared is None)
    for each in step.questions:
        assert (each.completeness is None) == bool(each.not_compared)
        assert each.rating is None or (same_scale and not each.not_compared)
    reasons = {id for _, questions in step.not_compared_asked for id in questions}
    assert step.overlap.asked == step.overlap.compared + len(reasons)


# The twins


def as_of_another_day(sides: Sequence[Assessment], catalogue: Catalogue) -> Comparison:
    """Take the second for another assessment than it is."""
    first, other = sides
    note = Annotation(key="read", value="again")
    touched = (evolve(each, annotations=(note,)) for each in other.responses)
    return compare([first, evolve(other, responses=tuple(touched))], catalogue)


def only_statuses(sides: Sequence[Assessment], catalogue: Catalogue) -> Comparison:
    """Look at nothing but the status of a response."""
    bare = (
        evolve(
            each,
            responses=tuple(
                Response(question=one.question, status=one.status)
                for one in each.responses
            ),
        )
        for each in sides
    )
    return compare(list(bare), catalogue)


def always_in_one_order(
    sides: Sequence[Assessment], catalogue: Catalogue
) -> Comparison:
    """Put them into an order of its own."""
    return compare(sorted(sides, key=repr), catalogue)


def whatever_the_scope(sides: Sequence[Assessment], catalogue: Catalogue) -> Comparison:
    """Compare what was not asked, and forget that it was not."""
    found = compare(sides, catalogue)
    steps = (
        evolve(
            step,
            questions=tuple(
                evolve(each, completeness=Direction.SAME) for each in step.questions
            ),
        )
        for step in found.steps
    )
    return evolve(found, steps=tuple(steps))


Law = Callable[[Comparing, Case], None]
LAWS: dict[Law, Comparing] = {
    with_itself_it_is_empty: as_of_another_day,
    every_difference_is_listed: only_statuses,
    back_is_the_other_way: always_in_one_order,
    what_is_not_compared_has_no_direction: whatever_the_scope,
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_our_comparison_keeps_the_law(law: Law) -> None:
    """The law holds for all pairs."""

    @given(case=pairs())
    def holds(case: Case) -> None:
        law(compare, case)

    holds()


@pytest.mark.slow
@pytest.mark.parametrize(("law", "twin"), LAWS.items(), ids=lambda each: each.__name__)
def test_the_law_refuses_its_twin(law: Law, twin: Comparing) -> None:
    """A comparison that is wrong in the way that the law is meant for breaks it."""

    def breaks(case: Case) -> bool:
        try:
            law(twin, case)
        except AssertionError:
            return True
        return False

    search = settings(max_examples=2000, database=None, phases=[Phase.generate])
    assert find(pairs().map(breaks), bool, settings=search)


# Cases


def of(*responses: Response, period: Period = YEAR, **more: Any) -> Assessment:
    """Return an assessment with these responses."""
    return evolve(BLANK, responses=responses, period=period, **more)


def a_year_on(*responses: Response, **more: Any) -> Assessment:
    """Return the assessment of the year after."""
    return of(*responses, period=NEXT, **more)


def test_a_year_on_in_every_field() -> None:
    """Each thing that somebody can have done is found, and said in a line."""
    survey = Evidence(kind=EvidenceKind.DATA, title="Survey")
    audit = Evidence(kind=EvidenceKind.DOCUMENT, title="Audit")
    ask, tell, wait = (Action(what=each) for each in ("Ask", "Tell", "Wait"))
    day = date(2026, 1, 1)
    before = evolve(
        ANSWER,
        rating=LevelId("partly-established"),
        evidence=(survey, audit),
        actions=(ask, tell, wait),
    )
    after = evolve(
        before,
        text="So it is.",
        rating=LevelId("established"),
        evidence=(
            evolve(survey, title="  SURVEY ", url="u"),
            Evidence(kind=EvidenceKind.STAFF, title="Talks"),
        ),
        actions=(
            evolve(ask, done=day),
            evolve(tell, owner="Lead"),
            Action(what="Do", done=day),
            Action(what="Plan"),
        ),
        contributors=("A carer",),
        publishable=False,
    )
    step = only_step(compare([of(before), a_year_on(after)], SCOTLAND))
    (change,) = step.changes

    assert Q == change.question
    assert change.is_asked
    assert (Direction.SAME, Direction.BETTER, Direction.BETTER) == (
        change.completeness,
        change.rating,
        change.direction,
    )
    assert (
        "text: changed",
        "rating: partly-established to established",
        "contributors: none to A carer",
        "publishable: true to false",
        "evidence new: Talks",
        "evidence lost: Audit",
        "evidence changed:   SURVEY ",
        "action new: Plan",
        "action lost: Wait",
        "action changed: Tell",
        "action done: Ask",
        "action done: Do",
    ) == change.said
    assert [6] == [each.principle for each in step.principles if each.better]
    assert (Overlap(compared=51, asked=51), "51 of 51", 100) == (
        step.overlap,
        f"{step.overlap}",
        step.overlap.percent,
    )


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (None, ANSWER, Direction.BETTER),
        (ANSWER, None, Direction.WORSE),
        (ANSWER, evolve(ANSWER, status=Status.DRAFT), Direction.WORSE),
        (ANSWER, evolve(ANSWER, text="Yes."), Direction.SAME),
        (None, Response(question=Q, status=Status.UNKNOWN), Direction.SAME),
        # excuses are not progress
        (None, Response(question=Q, status=Status.NOT_APPLICABLE, reason="r"), "same"),
        (Response(question=Q, status=Status.PARTNER_LED, partner="p"), ANSWER, "same"),
        # ... but where the reason is missing, nothing is excused
        (ANSWER, Response(question=Q, status=Status.NOT_APPLICABLE), "worse"),
    ],
)
def test_which_way_completeness_went(
    before: Response | None, after: Response | None, direction: Direction
) -> None:
    """Complete is better than missing; what is excused in either went neither way."""
    step = only_step(
        compare(
            [
                of(*([before] if before else [])),
                a_year_on(*([after] if after else [])),
            ],
            SCOTLAND,
        )
    )
    (change,) = step.changes

    assert direction == change.direction == change.completeness
    assert (change,) == step.went(Direction(direction))[:1] or direction == "same"


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("established", "exemplary", Direction.BETTER),
        ("established", "partly-established", Direction.WORSE),
        ("established", "established", Direction.SAME),
        (None, "established", None),
        ("established", None, None),
    ],
)
def test_which_way_a_rating_went(
    before: LevelId | None, after: LevelId | None, direction: Direction | None
) -> None:
    """By the order of the levels, where both are rated."""
    first, last = (evolve(ANSWER, rating=each) for each in (before, after))
    step = only_step(compare([of(first), a_year_on(last)], SCOTLAND))
    (change,) = (each for each in step.questions if each.question == Q)

    assert direction == change.rating


def test_a_draft_has_no_rating_to_compare() -> None:
    """As in the count of ratings, only what is marked as answered counts."""
    rated = evolve(ANSWER, rating=LevelId("established"))
    draft = evolve(rated, status=Status.DRAFT, rating=LevelId("exemplary"))
    (change,) = only_step(compare([of(rated), a_year_on(draft)], SCOTLAND)).changes

    assert (None, Direction.WORSE) == (change.rating, change.direction)
    assert "status: answered to draft" in change.said


@pytest.mark.parametrize(
    ("before", "after", "listed"),
    [
        ((), (ITEM,), [("evidence new", "", "Item")]),
        ((ITEM,), (), [("evidence lost", "Item", "")]),
        ((ITEM,), (evolve(ITEM, note="n"),), [("evidence changed", "Item", "Item")]),
        ((ITEM, ITEM), (ITEM,), [("evidence lost", "Item", "")]),
        ((ITEM,), (ITEM,), []),
    ],
)
def test_what_became_of_evidence(
    before: tuple[Evidence, ...],
    after: tuple[Evidence, ...],
    listed: list[tuple[str, str, str]],
) -> None:
    """Each alone is a change, with its title before and after."""
    first, last = (evolve(ANSWER, evidence=each) for each in (before, after))
    step = only_step(compare([of(first), a_year_on(last)], SCOTLAND))
    (change,) = (each for each in step.questions if each.question == Q)

    assert listed == [*change.evidence.listed("evidence")]
    assert (change in step.changes) == bool(listed)
    assert bool(change.evidence) == bool(listed)


def test_where_nothing_was_said_only_what_is_said_now_is_new() -> None:
    """And the other way round; what is empty in both is no change."""
    said = only_step(compare([of(), a_year_on(ANSWER)], SCOTLAND)).changes[0].said
    unsaid = only_step(compare([of(ANSWER), a_year_on()], SCOTLAND)).changes[0].said

    assert ("status: none to answered", "text: new") == said
    assert ("status: answered to none", "text: taken away") == unsaid


def test_an_action_that_was_done_is_a_change() -> None:
    """Though nothing else is."""
    action = Action(what="Ask")
    done = evolve(action, done=date(2026, 1, 1))
    first, last = (evolve(ANSWER, actions=(each,)) for each in (action, done))
    (change,) = only_step(compare([of(first), a_year_on(last)], SCOTLAND)).changes

    assert [("action done", "Ask", "Ask")] == [*change.actions.listed("action")]


def test_the_day_is_that_which_was_asked_for() -> None:
    """Evidence holds or does not on the same day in both."""
    days = {
        each.card.day
        for each in compare([of(), a_year_on()], SCOTLAND, on=date(2030, 1, 1)).members
    }
    own = {each.card.day for each in compare([of(), a_year_on()], SCOTLAND).members}

    assert ({date(2030, 1, 1)}, {YEAR.end, NEXT.end}) == (days, own)


def test_members_have_their_ratings() -> None:
    """As `ratings` counts them; none without a scale."""
    rated = of(evolve(ANSWER, rating=LevelId("established")))
    found = compare([rated, a_year_on(scale=None)], SCOTLAND)

    assert [ratings(rated, SCOTLAND), None] == [each.ratings for each in found.members]
    assert [3, None] == [each.rank(Q) for each in found.members]


def test_a_principle_has_what_it_was_and_what_it_is() -> None:
    """And of how many of its questions something can be said."""
    scope = (GroupId("G6"),)
    step = only_step(compare([of(), a_year_on(ANSWER, scope=scope)], SCOTLAND))
    first, sixth = (step.principles[each - 1] for each in (1, 6))

    assert ("0 of 3 (0 %)", "1 of 3 (33 %)", Overlap(compared=3, asked=3)) == (
        f"{sixth.before}",
        f"{sixth.after}",
        sixth.overlap,
    )
    assert ("nothing expected", Overlap(compared=0, asked=5)) == (
        f"{first.after}",
        first.overlap,
    )


def test_what_cannot_be_compared_has_no_rating_either() -> None:
    """Though both are rated on one scale."""
    first, last = (
        evolve(ANSWER, rating=LevelId(each)) for each in ("established", "exemplary")
    )
    other = evolve(SCOTLAND.ref, fingerprint="sha256:0")
    step = only_step(compare([of(first), a_year_on(last, catalogue=other)], SCOTLAND))
    (change,) = (each for each in step.questions if each.question == Q)

    assert (None, None) == (change.rating, change.completeness)


def test_up_and_down_is_mixed() -> None:
    """A question that is complete now and rated lower, and its principle with it."""
    rated = evolve(ANSWER, rating=LevelId("established"))
    bare = evolve(rated, text="")
    lower = evolve(rated, rating=LevelId("partly-established"))
    other = evolve(ANSWER, question=QuestionId("Q1.1"))
    gone = QuestionId("Q1.2")
    step = only_step(
        compare(
            [
                of(bare, evolve(ANSWER, question=gone)),
                a_year_on(lower, other),
            ],
            SCOTLAND,
        )
    )

    assert [Q] == [each.question for each in step.went(Direction.MIXED)]
    assert {1: Direction.MIXED, 6: Direction.MIXED} == {
        each.principle: each.direction
        for each in step.principles
        if each.direction is not Direction.SAME
    }
    assert [(1, 1, 1), (6, 0, 0)] == [
        (each.principle, each.better, each.worse)
        for each in step.principles
        if each.principle in {1, 6}
    ]


def test_a_shared_question_counts_for_each_of_its_principles() -> None:
    """Q3.1 is of the principles 3 and 7."""
    answer = evolve(ANSWER, question=QuestionId("Q3.1"))
    step = only_step(compare([of(), a_year_on(answer)], SCOTLAND))

    assert [3, 7] == [each.principle for each in step.principles if each.better]


def test_what_counts_otherwise_though_nobody_touched_it() -> None:
    """Evidence that has grown old is a change under a policy that looks at its age."""
    old = Evidence(kind=EvidenceKind.DATA, title="Old", dated=date(2023, 5, 1))
    actions = (Action(what="w", owner="o", due=date(2030, 1, 1)),)
    answer = evolve(
        ANSWER, evidence=(old,), rating=LevelId("established"), actions=actions
    )
    step = only_step(compare([of(answer), a_year_on(answer)], SCOTLAND, ASSURED))
    (change,) = step.changes

    assert ((), Direction.WORSE) == (change.fields, change.direction)
    assert 1 == len(change.said)
    assert change.said[0].startswith("counted: ")


def test_another_scale_is_not_compared() -> None:
    """Ratings are never converted; everything else is compared."""
    rated = evolve(ANSWER, rating=LevelId("established"))
    other = evolve(ANSWER, rating=LevelId("good"))
    for scale, reason in (
        (CARE_INSPECTORATE, Reason.OTHER_SCALE),
        (None, Reason.NO_SCALE),
    ):
        after = other if scale else ANSWER
        step = only_step(compare([of(rated), a_year_on(after, scale=scale)], SCOTLAND))
        (change,) = step.changes
        assert reason is step.ratings_not_compared
        assert (None, Direction.SAME) == (change.rating, change.completeness)
        assert reason.says


def test_another_scope_and_another_wording_are_not_compared() -> None:
    """They are named with what they keep from being compared; nothing is hidden."""
    scoped = a_year_on(ANSWER, scope=(GroupId("G6"), GroupId("G1")))
    step = only_step(compare([of(scope=(GroupId("G6"),)), scoped], SCOTLAND))
    reason, questions = step.not_compared_asked[0]

    assert (Reason.OUT_OF_SCOPE, 5, 48) == (
        reason,
        len(questions),
        len(step.not_compared[0][1]),
    )
    assert Overlap(compared=3, asked=8) == step.overlap
    assert [Q] == [each.question for each in step.went(Direction.BETTER)]
    other = evolve(SCOTLAND.ref, fingerprint="sha256:0")
    step = only_step(compare([of(), a_year_on(ANSWER, catalogue=other)], SCOTLAND))
    ((reason, questions),) = step.not_compared
    assert (Reason.OTHER_WORDING, 51, 0) == (
        reason,
        len(questions),
        step.overlap.percent,
    )
    changed = [each for each in step.changes if each.fields]
    assert [(Q, Direction.SAME)] == [(e.question, e.direction) for e in changed]
    assert None is Overlap(compared=0, asked=0).percent


def test_the_other_catalogue_is_refused() -> None:
    """An assessment of another catalogue cannot be scored, and so not be compared."""
    with pytest.raises(OtherCatalogueError):
        compare([of(), of(catalogue=evolve(SCOTLAND.ref, id="wales"))], SCOTLAND)


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("status", "", "not_applicable", "status: none to not applicable"),
        ("text", "", "So.", "text: new"),
        ("reason", "r", "", "reason: taken away"),
        ("until", "2026-01-01", "", "until: 2026-01-01 to none"),
        ("annotations", "a: b", "a: c", "annotations: changed"),
        ("contributors", "a_b", "c_d", "contributors: a_b to c_d"),
    ],
)
def test_how_a_change_is_said(name: str, before: str, after: str, said: str) -> None:
    """Long texts are named and not repeated."""
    assert said == f"{FieldChange(name=name, before=before, after=after)}"


def test_values_stand_as_in_files() -> None:
    """Days, notes and lists are written in one text each."""
    full = evolve(
        ANSWER,
        until=date(2026, 1, 2),
        contributors=("a", "b"),
        annotations=(Annotation(key="k", value="v"),),
    )
    (change,) = only_step(compare([of(ANSWER), a_year_on(full)], SCOTLAND)).changes

    assert {
        ("until", "", "2026-01-02"),
        ("contributors", "", "a; b"),
        ("annotations", "", "k: v"),
    } == {(each.name, each.before, each.after) for each in change.fields}


def test_the_examples_over_the_years() -> None:
    """What was written into the localities is found again."""
    paths = sorted((EXAMPLES / "localities").glob("*.json"))
    found = compare([read_assessment(each, SCOTLAND)[0] for each in paths], SCOTLAND)

    assert Axis.PERIOD is found.by
    assert ["Ardvarran", "Enlowmouth", "Kirkfendry", "Upper Strath"] == [
        each.label for each in found.series
    ]
    assert 8 == len(found.steps)
    assert ["10 of 13", "13 of 13"] == [f"{each.overlap}" for each in found.steps[:2]]
    assert ["Q1.1", "Q3.1", "Q3.4"] == [
        each.question for each in found.steps[0].went(Direction.BETTER)
    ]
    assert [Reason.OTHER_SCALE] == [
        each.ratings_not_compared
        for each in found.steps
        if each.ratings_not_compared is not None
    ]
    assert ["Q3.3", "Q6.2"] == [
        each.question for each in found.steps[3].went(Direction.WORSE)
    ]
    assert () == found.findings
    assert found.is_rated("Q1.1")
    assert not found.is_rated("Q2.1")
