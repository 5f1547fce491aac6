"""
Laws of scoring: for every catalogue and assessment, and each refuses a broken twin.

A law takes the function that scores. Ours has to keep all of them; each twin, which is
wrong in one way, has to break the law that is meant for it, and the plain count below.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple, TypeVar

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from integrated_care_principles import Completeness, Scorecard, Status, score
from integrated_care_principles.assessment import Assessment, Response
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.scoring import Code, PrincipleScore
from integrated_care_principles.testing import (
    assessments,
    catalogues,
    responses,
    texts,
)

S = TypeVar("S")
Score = Callable[[Assessment, Catalogue], Scorecard]

EXCUSES = (Code.NOT_APPLICABLE, Code.PARTNER_LED)


class Case(NamedTuple):
    """
    What a law is tried on.

    Attributes:
        response: To some question of the catalogue; the assessment may have another.

        said: A text that says something.

        shuffled: The responses of the assessment in another order.
    """

    catalogue: Catalogue
    assessment: Assessment
    response: Response
    said: str
    shuffled: tuple[Response, ...]


@st.composite
def cases(draw: DrawFn) -> Case:
    """Return a strategy for what a law is tried on."""
    catalogue = draw(catalogues())
    assessment = draw(assessments(of=catalogue))
    question = draw(st.sampled_from(catalogue.questions)).id
    return Case(
        catalogue=catalogue,
        assessment=assessment,
        response=draw(responses(to=question, scale=assessment.scale)),
        said=draw(texts(blank=False)),
        shuffled=tuple(draw(st.permutations(assessment.responses))),
    )


# The laws


def groups_add_up(score: Score, case: Case) -> None:
    """The groups' counts add up to the whole; those of principles need not."""
    card = score(case.assessment, case.catalogue)

    assert card.overall == total(card.groups.values())


def principles_agree(score: Score, case: Case) -> None:
    """Principles that share their groups have the same numbers."""
    card = score(case.assessment, case.catalogue)

    counts: dict[tuple[str, ...], set[Completeness]] = {}
    for number, completeness in card.principles.items():
        groups = tuple(each.id for each in case.catalogue.groups_of(principle=number))
        counts.setdefault(groups, set()).add(completeness)
    assert all(len(each) == 1 for each in counts.values())


def shared_questions_count_once(score: Score, case: Case) -> None:
    """A shared question counts once in the whole, and once for each of its principles."""
    card = score(case.assessment, case.catalogue)

    asked = in_scope(case)
    assert len(asked) == everything(card.overall)
    for number, completeness in card.principles.items():
        of_it = {each.id for each in case.catalogue.questions_of(principle=number)}
        assert len(of_it & asked) == everything(completeness)


def answering_never_lowers(score: Score, case: Case) -> None:
    """Whatever was said before, an answer makes nothing less complete."""
    question = case.response.question
    answer = Response(question=question, status=Status.ANSWERED, text=case.said)

    before = score(case.assessment, case.catalogue)
    after = score(case.assessment.with_response(answer), case.catalogue)

    for earlier, later in zip(cells(before), cells(after), strict=True):
        assert earlier.complete <= later.complete
        assert share(earlier) <= share(later)


def excuses_leave_the_sum(score: Score, case: Case) -> None:
    """What does not apply is neither complete nor expected; and it stays in sight."""
    question = case.response.question
    excuse = Response(question=question, status=Status.NOT_APPLICABLE, reason=case.said)
    draft = Response(question=question, status=Status.DRAFT)

    before = score(case.assessment.with_response(draft), case.catalogue).overall
    after = score(case.assessment.with_response(excuse), case.catalogue).overall

    one = int(question in in_scope(case))
    assert before.complete == after.complete
    assert before.expected - one == after.expected
    assert before.excluded + one == after.excluded
    assert before.if_expected == after.if_expected


def excused_are_expected_in_sight(score: Score, case: Case) -> None:
    """With every excused question expected, every question in scope is."""
    card = score(case.assessment, case.catalogue)

    assert len(in_scope(case)) == card.overall.if_expected.expected
    for each in cells(card):
        assert each.complete == each.if_expected.complete
        assert everything(each) == each.if_expected.expected
        assert (0, 0) == (each.if_expected.excluded, each.if_expected.partner_led)


def order_does_not_matter(score: Score, case: Case) -> None:
    """The order of the responses changes nothing but their places in findings."""
    shuffled = evolve(case.assessment, responses=case.shuffled)

    before = score(case.assessment, case.catalogue)
    after = score(shuffled, case.catalogue)

    assert evolve(before, findings=()) == evolve(after, findings=())
    assert sorted(each.found for each in before.findings) == sorted(
        each.found for each in after.findings
    )


def out_of_scope_counts_nowhere(score: Score, case: Case) -> None:
    """Questions out of scope have no numbers; what is said to them changes none."""
    card = score(case.assessment, case.catalogue)
    asked = in_scope(case)

    for group in case.catalogue.groups:
        if case.assessment.scope and group.id not in case.assessment.scope:
            assert Completeness(complete=0, expected=0) == card.groups[group.id]
    for question, counted in card.questions.items():
        assert (question in asked) == (counted.code is not Code.OUT_OF_SCOPE)
    if case.response.question not in asked:
        after = score(case.assessment.with_response(case.response), case.catalogue)
        assert evolve(card, findings=()) == evolve(after, findings=())


def gaps_agree_with_questions(score: Score, case: Case) -> None:
    """A question is complete, has gaps, or is not expected: one of the three."""
    card = score(case.assessment, case.catalogue)

    assert [(each.question, each.code) for each in card.gaps] == [
        (each.question, gap) for each in card.question_scores for gap in each.gaps
    ]
    for each in card.question_scores:
        excused = each.code in {*EXCUSES, Code.OUT_OF_SCOPE}
        assert 1 == each.complete + bool(each.gaps) + excused
        assert each.expected == (not excused)
        assert each.gaps[:1] in {(), (each.code,)}
        assert list(each.gaps) == [code for code in Code if code in each.gaps]
    missing = {each.question for each in card.gaps}
    assert card.overall.expected == card.overall.complete + len(missing)


def a_plain_count_agrees(score: Score, case: Case) -> None:
    """A count that shares no code with ours agrees in every cell."""
    card = score(case.assessment, case.catalogue)

    assert counted(case) == {
        "overall": numbers(card.overall),
        **{f"group {id}": numbers(each) for id, each in card.groups.items()},
        **{f"principle {n}": numbers(each) for n, each in card.principles.items()},
        **{f"question {id}": each.code for id, each in card.questions.items()},
    }


# What the laws ask for


def cells(card: Scorecard) -> list[Completeness]:
    """Return every completeness that stands in a scorecard."""
    return [card.overall, *card.groups.values(), *card.principles.values()]


def total(counts: Iterable[Completeness]) -> Completeness:
    """Return the sum of *counts*, number by number."""
    each = list(map(numbers, counts))
    complete, expected, excluded, partner_led = (
        sum(column) for column in zip((0, 0, 0, 0), *each, strict=True)
    )
    return Completeness(
        complete=complete,
        expected=expected,
        excluded=excluded,
        partner_led=partner_led,
    )


def numbers(counts: Completeness) -> tuple[int, int, int, int]:
    """Return the four numbers of a completeness."""
    return counts.complete, counts.expected, counts.excluded, counts.partner_led


def everything(counts: Completeness) -> int:
    """Return the number of questions that are counted in one way or another."""
    return counts.expected + counts.excluded + counts.partner_led


def share(counts: Completeness) -> Fraction:
    """Return how much is complete, exactly; nothing where nothing is expected."""
    return Fraction(counts.complete, counts.expected or 1)


def in_scope(case: Case) -> set[str]:
    """Return the ids of the questions that are asked at all."""
    scope = case.assessment.scope or [each.id for each in case.catalogue.groups]
    return {
        question.id
        for group in case.catalogue.groups
        if group.id in scope
        for question in group.questions
    }


def counted(case: Case) -> dict[str, object]:
    """Count by going through everything, one question after the other."""
    cells: dict[str, list[int]] = {"overall": [0, 0, 0, 0]}
    codes: dict[str, str] = {}
    for principle in case.catalogue.principles:
        cells[f"principle {principle.number}"] = [0, 0, 0, 0]
    for group in case.catalogue.groups:
        cells[f"group {group.id}"] = [0, 0, 0, 0]
        for question in group.questions:
            code = plain_code(case, group.id, question.id)
            codes[f"question {question.id}"] = code
            rows = [f"principle {number}" for number in group.principles]
            for row in ("overall", f"group {group.id}", *rows):
                count(code, cells[row])
    return {**{row: tuple(cell) for row, cell in cells.items()}, **codes}


def count(code: str, cell: list[int]) -> None:
    """Add a question that counts as *code* to the numbers of a *cell*."""
    if code == "complete":
        cell[0] += 1
    if code == "not-applicable":
        cell[2] += 1
    elif code == "partner-led":
        cell[3] += 1
    elif code != "out-of-scope":
        cell[1] += 1


def plain_code(case: Case, group: str, question: str) -> str:
    """Return what a question counts as, straight from the table of statuses."""
    if case.assessment.scope and group not in case.assessment.scope:
        return "out-of-scope"
    for each in case.assessment.responses:
        if each.question == question:
            said = {
                "answered": (each.text, "complete", "text-missing"),
                "not_applicable": (each.reason, "not-applicable", "reason-missing"),
                "partner_led": (each.partner, "partner-led", "partner-missing"),
            }
            status = each.status.value
            text, there, missing = said.get(status, ("", "", status))
            return there if text and not text.isspace() else missing
    return "unanswered"


# The twins, each wrong in one way


def adding_principles(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Make the whole the sum of its principles, shared questions many times."""
    card = score(assessment, catalogue)
    return evolve(card, overall=total(card.principles.values()))


def once_for_one_principle(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Count a shared question for the first of its principles alone."""
    card = score(assessment, catalogue)
    first = {min(each.principles) for each in catalogue.groups}
    zero = Completeness(complete=0, expected=0)
    return evolve(
        card,
        principle_scores=tuple(
            each
            if each.principle in first
            else PrincipleScore(principle=each.principle, completeness=zero)
            for each in card.principle_scores
        ),
    )


def excuses_are_complete(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Count what is excused as if it were done."""
    card = score(assessment, catalogue)
    excused = card.overall.excluded + card.overall.partner_led
    return with_overall(
        card,
        complete=card.overall.complete + excused,
        expected=card.overall.expected + excused,
    )


def excuses_are_lost(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Forget what partners answer for."""
    return with_overall(score(assessment, catalogue), partner_led=0)


def scope_is_forgotten(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Ask everybody everything."""
    return score(evolve(assessment, scope=()), catalogue)


def last_one_is_lost(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Overlook the last response, as one does who counts from 1."""
    return score(evolve(assessment, responses=assessment.responses[:-1]), catalogue)


def words_are_enough(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Take any text for an answer, as long as there is no other way out of it."""
    card = score(assessment, catalogue)
    drafts = [
        each.question
        for each in assessment.responses
        if each.status is Status.DRAFT and each.text.strip()
    ]
    scores = tuple(
        evolve(each, code=Code.COMPLETE)
        if each.question in drafts and each.code is Code.DRAFT
        else each
        for each in card.question_scores
    )
    return evolve(card, question_scores=scores)


def only_the_odd_one(assessment: Assessment, catalogue: Catalogue) -> Scorecard:
    """Count whether there is one answer more than pairs of them."""
    card = score(assessment, catalogue)
    return with_overall(card, complete=card.overall.complete % 2)


def with_overall(card: Scorecard, **changes: int) -> Scorecard:
    """Return a copy of *card* whose whole has other numbers."""
    return evolve(card, overall=evolve(card.overall, **changes))


Law = Callable[[Score, Case], None]

LAWS: dict[Law, Score] = {
    groups_add_up: adding_principles,
    principles_agree: once_for_one_principle,
    shared_questions_count_once: adding_principles,
    answering_never_lowers: only_the_odd_one,
    excuses_leave_the_sum: excuses_are_complete,
    excused_are_expected_in_sight: excuses_are_lost,
    order_does_not_matter: last_one_is_lost,
    out_of_scope_counts_nowhere: scope_is_forgotten,
    gaps_agree_with_questions: words_are_enough,
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_our_score_keeps_the_law(law: Law) -> None:
    """The law holds for every catalogue and assessment."""

    @given(case=cases())
    def holds(case: Case) -> None:
        law(score, case)

    holds()


@given(case=cases())
def test_a_plain_count_agrees(case: Case) -> None:
    """A count that shares no code with ours agrees in every cell."""
    a_plain_count_agrees(score, case)


@pytest.mark.parametrize(("law", "twin"), LAWS.items(), ids=lambda each: each.__name__)
def test_the_law_refuses_its_twin(law: Law, twin: Score) -> None:
    """A score that is wrong in the way that the law is meant for breaks it."""
    assert refuses(law, twin)


@pytest.mark.parametrize(
    "twin", dict.fromkeys(LAWS.values()), ids=lambda twin: twin.__name__
)
def test_a_plain_count_refuses_every_twin(twin: Score) -> None:
    """However a score is wrong, the plain count differs from it."""
    assert refuses(a_plain_count_agrees, twin)


def refuses(law: Callable[[S, Case], None], twin: S) -> bool:
    """Return whether *law* is broken by *twin*; otherwise Hypothesis raises."""
    search = settings(max_examples=2000, database=None, phases=[Phase.generate])
    broken = cases().map(lambda case: breaks(law, twin, case))
    return find(broken, bool, settings=search)


def breaks(law: Callable[[S, Case], None], subject: S, case: Case) -> bool:
    """Return whether *subject* breaks the *law* in this *case*."""
    try:
        law(subject, case)
    except AssertionError:
        return True
    return False


# Responding again

Respond = Callable[[Assessment, Response], Assessment]


def responding_again_replaces(respond: Respond, case: Case) -> None:
    """What was said to a question before does not count any more."""
    draft = Response(question=case.response.question, status=Status.DRAFT)
    once = respond(case.assessment, case.response)
    again = respond(respond(case.assessment, draft), case.response)

    assert score(once, case.catalogue) == score(again, case.catalogue)
    assert case.response == again.response_to(case.response.question)


def first_word_stands(assessment: Assessment, response: Response) -> Assessment:
    """Keep what was said first."""
    if assessment.response_to(response.question):
        return assessment
    return assessment.with_response(response)


@given(case=cases())
def test_responding_again_replaces(case: Case) -> None:
    """A response counts as if nothing had been said to its question before."""
    responding_again_replaces(Assessment.with_response, case)


def test_responding_again_refuses_its_twin() -> None:
    """The law is broken where the first word stands."""
    assert refuses(responding_again_replaces, first_word_stands)
