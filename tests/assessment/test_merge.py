"""Copies that were edited apart become one: laws, each with a broken twin, and cases."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Action,
    Annotation,
    Assessment,
    Decision,
    Evidence,
    EvidenceKind,
    LevelId,
    Merge,
    Period,
    Response,
    Status,
    merge,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import OtherCatalogueError, OtherScaleError
from integrated_care_principles.files import encode_assessment
from integrated_care_principles.testing import assessments, catalogues, responses, texts

SCOTLAND = load_catalogue()
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
BLANK = Assessment(subject="North", period=YEAR, catalogue=SCOTLAND.ref, scale=MSG_2019)
Q = QuestionId("Q6.1")
ANSWER = Response(question=Q, status=Status.ANSWERED, text="So.")
Merging = Callable[..., Merge]


class Copies(NamedTuple):
    """An assessment, and copies of it that were edited apart."""

    catalogue: Catalogue
    base: Assessment
    sides: tuple[Assessment, ...]


@st.composite
def edited(draw: DrawFn, base: Assessment, catalogue: Catalogue) -> Assessment:
    """Return a strategy for what somebody made of an assessment."""
    found = base
    for _ in range(draw(st.integers(0, 3))):
        question = draw(st.sampled_from(catalogue.questions)).id
        new = draw(responses(to=question, scale=base.scale))
        old = found.response_to(question)
        match draw(st.sampled_from(("answer", "text", "evidence", "locality", "away"))):
            case "answer":
                found = found.with_response(new)
            case "text" if old is not None:
                found = found.with_response(evolve(old, text=new.text))
            case "evidence" if old is not None:
                found = found.with_response(old.with_evidence(*new.evidence))
            case "locality":
                found = evolve(found, locality=draw(texts()))
            case _:
                kept = (each for each in found.responses if each.question != question)
                found = evolve(found, responses=tuple(kept))
    return found


@st.composite
def copies(draw: DrawFn) -> Copies:
    """Return a strategy for copies that were edited apart."""
    catalogue = draw(catalogues())
    base = evolve(draw(assessments(of=catalogue)), catalogue=catalogue.ref)
    sides = tuple(draw(edited(base, catalogue)) for _ in range(3))
    return Copies(catalogue, base, sides)


def written(assessment: Assessment, case: Copies) -> bytes:
    """Return an assessment as it is written: responses in the catalogue's order."""
    return encode_assessment(assessment, case.catalogue)


def loose(assessment: Assessment) -> tuple[object, ...]:
    """Return what an assessment says, whatever the order of its lists."""
    said = [
        evolve(
            each,
            evidence=tuple(sorted(each.evidence, key=repr)),
            actions=tuple(sorted(each.actions, key=repr)),
            contributors=tuple(sorted(each.contributors)),
            annotations=tuple(sorted(each.annotations, key=repr)),
        )
        for each in sorted(assessment.responses, key=lambda each: each.question)
    ]
    notes = tuple(sorted(assessment.annotations, key=repr))
    return evolve(assessment, responses=(), annotations=notes), tuple(said)


# The laws


def it_commutes(merge: Merging, case: Copies) -> None:
    """The order of the copies does not matter, with a base or without."""
    one, other, third = case.sides
    for base in (case.base, None):
        first = merge([one, other, third], base=base)
        second = merge([third, one, other], base=base)
        assert written(first.assessment, case) == written(second.assessment, case)
        assert [(each.place, each.field, each.decision) for each in first.changes] == (
            [(each.place, each.field, each.decision) for each in second.changes]
        )


def twice_is_once(merge: Merging, case: Copies) -> None:
    """A copy that is merged with itself is itself, and nothing was decided."""
    for each in case.sides:
        found = merge([each, each])
        assert (each, ()) == (found.assessment, found.changes)
        assert each == merge([each]).assessment


def one_that_nobody_edited_changes_nothing(merge: Merging, case: Copies) -> None:
    """Where one copy is as it was, the other one is the result."""
    for each in case.sides:
        found = merge([case.base, each], base=case.base)
        assert written(each, case) == written(found.assessment, case)
        assert () == found.conflicts


def it_is_associative(merge: Merging, case: Copies) -> None:
    """Without conflicts it does not matter who is merged first."""
    one, other, third = case.sides
    left, right = merge([one, other]), merge([other, third])
    results = [
        merge([left.assessment, third]),
        merge([one, right.assessment]),
        merge([one, other, third]),
    ]
    if not any(each.conflicts for each in (left, right, *results)):
        assert 1 == len({loose(each.assessment) for each in results})


def nothing_is_lost(merge: Merging, case: Copies) -> None:
    """Without a base every text that went in is in the result or in a conflict."""
    found = repr(merge(case.sides).assessment)
    for side in case.sides:
        for each in side.responses:
            said = (each.text, each.reason, each.partner, *each.contributors)
            items = (one for item in each.evidence for one in (item.title, item.note))
            doing = (one for item in each.actions for one in (item.what, item.owner))
            for text in (*said, *items, *doing):
                assert repr(text)[1:-1] in found


# The twins


def the_first_wins(sides: Sequence[Assessment], **_: object) -> Merge:
    """Take the first copy, whatever the others say."""
    return Merge(assessment=sides[0], changes=())


def the_first_wins_conflicts(
    sides: Sequence[Assessment], *, base: Assessment | None = None
) -> Merge:
    """Decide for the first copy, and keep nothing of the others."""
    found = merge(sides, base=base, take=0)
    return Merge(assessment=found.assessment, changes=())


def everything_is_noted(
    sides: Sequence[Assessment], *, base: Assessment | None = None
) -> Merge:
    """Put a note into the result each time."""
    found = merge(sides, base=base)
    note = Annotation(key="merged", value=f"{len(found.assessment.annotations)}")
    notes = (*found.assessment.annotations, note)
    return evolve(found, assessment=evolve(found.assessment, annotations=notes))


def nobody_takes_away(
    sides: Sequence[Assessment], *, base: Assessment | None = None
) -> Merge:
    """Forget what was there before."""
    return merge(sides if base is None else [*sides, base])


Law = Callable[[Merging, Copies], None]
LAWS: dict[Law, Merging] = {
    it_commutes: the_first_wins,
    twice_is_once: everything_is_noted,
    one_that_nobody_edited_changes_nothing: nobody_takes_away,
    it_is_associative: everything_is_noted,
    nothing_is_lost: the_first_wins_conflicts,
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_our_merge_keeps_the_law(law: Law) -> None:
    """The law holds for all copies."""

    @given(case=copies())
    def holds(case: Copies) -> None:
        law(merge, case)

    holds()


@pytest.mark.slow
@pytest.mark.parametrize(("law", "twin"), LAWS.items(), ids=lambda each: each.__name__)
def test_the_law_refuses_its_twin(law: Law, twin: Merging) -> None:
    """A merge that is wrong in the way that the law is meant for breaks it."""

    def breaks(case: Copies) -> bool:
        try:
            law(twin, case)
        except AssertionError:
            return True
        return False

    search = settings(max_examples=2000, database=None, phases=[Phase.generate])
    assert find(copies().map(breaks), bool, settings=search)


# Cases


def of(*responses: Response) -> Assessment:
    """Return an assessment with these responses."""
    return evolve(BLANK, responses=responses)


def decided(found: Merge) -> list[tuple[str, str, str]]:
    """Return what was decided, in short."""
    return [(each.place, each.field, each.decision.value) for each in found.changes]


def test_three_copies_become_what_a_person_would_expect() -> None:
    """One answers, one adds evidence, one rates; and two disagree about a text."""
    base = of(evolve(ANSWER, status=Status.DRAFT, text="Once."))
    (draft,) = base.responses
    survey = Evidence(kind=EvidenceKind.DATA, title="Survey")
    council = of(evolve(draft, status=Status.ANSWERED, text="The council says."))
    board = of(
        evolve(draft, text="The board says.", evidence=(survey,)),
        Response(question=QuestionId("Q6.2"), status=Status.UNKNOWN),
    )
    carers = of(evolve(draft, rating=LevelId("established")))
    results = [
        merge(order, base=base)
        for order in (
            [council, board, carers],
            [board, carers, council],
            [carers, council, board],
        )
    ]
    found = results[0].assessment
    answer = found.response_to(Q)

    assert 1 == len({each.assessment for each in results})
    assert [("Q6.1", "text", "diverged")] == [
        each for each in decided(results[0]) if each[2] == "diverged"
    ]
    assert answer == Response(
        question=Q,
        status=Status.ANSWERED,
        text="Once.",
        rating=LevelId("established"),
        evidence=(survey,),
        annotations=(
            Annotation(key="conflict: Q6.1: text", value="The board says."),
            Annotation(key="conflict: Q6.1: text", value="The council says."),
        ),
    )
    assert found.response_to("Q6.2") is not None
    (conflict,) = results[0].conflicts
    assert [("The board says.", (1,)), ("The council says.", (0,))] == [
        (each.value, each.sides) for each in conflict.candidates
    ]


@pytest.mark.parametrize(("take", "text"), [(0, "A."), (1, "B.")])
def test_somebody_decides(take: int, text: str) -> None:
    """With *take* a copy has its way, and no annotation is left."""
    sides = [of(evolve(ANSWER, text="A.")), of(evolve(ANSWER, text="B."))]
    found = merge(sides, take=take)

    assert (evolve(ANSWER, text=text),) == found.assessment.responses
    assert 1 == len(found.conflicts)


def test_statuses_that_differ_make_a_draft() -> None:
    """Whatever was there before: nothing counts until somebody decides."""
    base = of(ANSWER)
    put_off = evolve(ANSWER, status=Status.DEFERRED, reason="Later.")
    partner = evolve(ANSWER, status=Status.PARTNER_LED, partner="The board")
    found = merge([of(put_off), of(partner)], base=base)
    (response,) = found.assessment.responses

    assert Status.DRAFT is response.status
    assert ("", "") == (response.reason, response.partner)
    assert {
        "conflict: Q6.1: status": {"deferred", "partner_led"},
        "conflict: Q6.1: reason": {"Later."},
        "conflict: Q6.1: partner": {"The board"},
    } == {
        key: {each.value for each in response.annotations if each.key == key}
        for key in {each.key for each in response.annotations}
    }


def test_a_reason_goes_with_its_status() -> None:
    """Why something was put off says nothing of an answer; it is kept all the same."""
    draft = evolve(ANSWER, status=Status.DRAFT, text="", reason="Later.")
    found = merge([of(draft), of(ANSWER)])
    (response,) = found.assessment.responses

    assert (Status.ANSWERED, "") == (response.status, response.reason)
    assert [Annotation(key="conflict: Q6.1: reason", value="Later.")] == (
        list(response.annotations)
    )


def test_what_goes_with_no_status_is_kept_beside_what_diverged() -> None:
    """Two partners of one status diverge, and that of a draft is kept all the same."""
    led = evolve(ANSWER, status=Status.PARTNER_LED, partner="The board")
    sides = [
        of(led),
        of(evolve(led, partner="The council")),
        of(evolve(led, status=Status.DRAFT, partner="Carers")),
    ]
    (response,) = merge(sides).assessment.responses

    assert {"The board", "The council", "Carers"} == {
        each.value for each in response.annotations
    }


def test_what_was_taken_away_stays_so_unless_it_was_changed() -> None:
    """A response that one takes away and nobody changes is gone; otherwise it is kept."""
    base = of(ANSWER)
    gone = merge([of(), base], base=base)
    kept = merge([of(), of(evolve(ANSWER, text="New."))], base=base)

    assert ((), [("Q6.1", "", "changed")]) == (gone.assessment.responses, decided(gone))
    assert [("Q6.1", "", "diverged"), ("Q6.1", "text", "changed")] == decided(kept)
    assert (
        evolve(
            ANSWER,
            text="New.",
            annotations=(
                Annotation(
                    key="conflict: Q6.1: taken away",
                    value="by some, changed by others",
                ),
            ),
        ),
    ) == kept.assessment.responses


def test_items_are_merged_by_their_names() -> None:
    """An action that one has done and another has dated is one action."""
    ask = Action(what="Ask")
    done = evolve(ask, done=date(2026, 1, 1))
    dated = evolve(ask, due=date(2026, 6, 1))
    sides = [of(evolve(ANSWER, actions=(each,))) for each in (done, dated)]
    found = merge(sides, base=of(evolve(ANSWER, actions=(ask, ask))))
    (response,) = found.assessment.responses

    assert (evolve(done, due=date(2026, 6, 1)),) == response.actions
    assert [
        ("Q6.1, actions Ask", "due", "fill"),
        ("Q6.1, actions Ask", "done", "fill"),
        ("Q6.1, actions Ask (2)", "", "changed"),
    ] == decided(found)


def test_the_latest_change_is_the_latest() -> None:
    """That they were changed on different days is nothing to disagree about."""
    days = (date(2026, 1, 1), None, date(2026, 2, 1))
    found = merge([of(evolve(ANSWER, updated=each)) for each in days])

    assert date(2026, 2, 1) == found.assessment.responses[0].updated
    assert () == found.changes


def test_the_whole_is_merged_too() -> None:
    """Subject, period and the rest are fields like others; what diverges is kept."""
    other = Period(start=date(2024, 4, 1), end=date(2025, 3, 31))
    sides = [BLANK, evolve(BLANK, subject="South", period=other, assessor="A board")]
    found = merge(sides).assessment
    again = merge(sides[::-1]).assessment

    assert found == again
    assert ("North", other, "A board") == (found.subject, found.period, found.assessor)
    assert {
        "conflict: subject": {"North", "South"},
        "conflict: period": {f"{YEAR}", f"{other}"},
    } == {
        key: {each.value for each in found.annotations if each.key == key}
        for key in {each.key for each in found.annotations}
    }


def test_what_cannot_be_merged() -> None:
    """Other catalogues, and other scales: ratings are never converted."""
    elsewhere = evolve(BLANK, catalogue=evolve(BLANK.catalogue, id="elsewhere"))
    rescaled = evolve(BLANK, scale=CARE_INSPECTORATE)

    with pytest.raises(OtherCatalogueError):
        merge([BLANK, elsewhere])
    with pytest.raises(OtherScaleError, match="ratings are never converted"):
        merge([BLANK, rescaled])
    assert MSG_2019 == merge([evolve(BLANK, scale=None), BLANK]).assessment.scale
    assert None is merge([evolve(BLANK, scale=None)]).assessment.scale


def test_every_decision_is_made() -> None:
    """The table says something in every case that there is, and nothing else."""
    found = merge(
        [of(evolve(ANSWER, rating=LevelId("established"))), of(ANSWER)], base=of(ANSWER)
    )

    assert [("Q6.1", "rating", Decision.FILL)] == [
        (each.place, each.field, each.decision) for each in found.changes
    ]
