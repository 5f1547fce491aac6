"""A scorecard: what is in it, what it finds, and what it refuses to score."""

import pickle
from collections.abc import Callable, Mapping
from datetime import date

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue, score
from integrated_care_principles.assessment import (
    Assessment,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    CatalogueRef,
    GroupId,
    QuestionId,
)
from integrated_care_principles.exceptions import (
    OtherCatalogueError,
    Problem,
    UnknownGroupError,
    UnknownQuestionError,
)
from integrated_care_principles.scoring import (
    ANSWERED,
    Code,
    Completeness,
    Gap,
    GroupScore,
    Policy,
    PrincipleScore,
    QuestionScore,
    Scorecard,
)
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
BLANK = Assessment(subject="North", period=YEAR, catalogue=SCOTLAND.ref)


def answer(id: str) -> Response:
    """Return an answer to the question *id*."""
    return Response(question=QuestionId(id), status=Status.ANSWERED, text="So")


@st.composite
def scorecards(draw: st.DrawFn) -> Scorecard:
    """Return a strategy for scorecards of any catalogue."""
    catalogue = draw(catalogues())
    return score(draw(assessments(of=catalogue)), catalogue)


def test_a_blank_assessment() -> None:
    """Where nobody has said anything, everything is expected and nothing complete."""
    card = score(BLANK, SCOTLAND)

    assert Completeness(complete=0, expected=51) == card.overall
    assert [
        Gap(question=each.id, code=Code.UNANSWERED) for each in SCOTLAND.questions
    ] == list(card.gaps)
    assert () == card.findings


def test_what_it_was_held_against() -> None:
    """A scorecard says under which policy and against which catalogue."""
    other = Policy(name="other", summary="Otherwise.")

    assert ANSWERED is score(BLANK, SCOTLAND).policy
    assert other is score(BLANK, SCOTLAND, other).policy
    assert SCOTLAND.ref == score(BLANK, SCOTLAND).catalogue


def test_in_printed_order() -> None:
    """Questions, groups and principles stand in the catalogue's order."""
    card = score(BLANK, SCOTLAND)

    assert [each.id for each in SCOTLAND.questions] == list(card.questions)
    assert [each.id for each in SCOTLAND.groups] == list(card.groups)
    assert [each.number for each in SCOTLAND.principles] == list(card.principles)


def test_a_shared_question() -> None:
    """One answer in G2 counts once in all, and for each of its three principles."""
    card = score(evolve(BLANK, responses=(answer("Q2.1"),)), SCOTLAND)

    one_of_ten = Completeness(complete=1, expected=10)
    assert Completeness(complete=1, expected=51) == card.overall
    assert one_of_ten == card.groups["G2"]
    assert [one_of_ten] * 3 == [card.principles[each] for each in (2, 4, 10)]


def test_out_of_scope() -> None:
    """A group out of scope stands there with zeros, a response to it in a finding."""
    part = evolve(
        BLANK,
        scope=(GroupId("G6"),),
        responses=(answer("Q6.2"), answer("Q1.1")),
    )
    card = score(part, SCOTLAND)

    zero = Completeness(complete=0, expected=0)
    assert Completeness(complete=1, expected=3) == card.overall == card.groups["G6"]
    assert {zero} == {each for id, each in card.groups.items() if id != "G6"}
    assert {zero} == {each for n, each in card.principles.items() if n != 6}
    assert Code.OUT_OF_SCOPE is card.questions["Q1.1"].code
    assert (Problem("responses[1]", "response-out-of-scope", "Q1.1"),) == card.findings
    assert (
        "responses[1]: Q1.1 has a response, but is out of scope and counts nowhere"
        == (str(card.findings[0]))
    )


def test_everything_in_scope() -> None:
    """To name every group is to name none."""
    every = tuple(each.id for each in reversed(SCOTLAND.groups))

    assert score(BLANK, SCOTLAND) == score(evolve(BLANK, scope=every), SCOTLAND)


def test_another_wording() -> None:
    """An assessment for another edition is scored, and a finding says so."""
    ref = evolve(SCOTLAND.ref, edition="2020.1", fingerprint="sha256:0")
    card = score(evolve(BLANK, catalogue=ref), SCOTLAND)

    assert (
        Problem("catalogue", "wording-differs", "2020.1", SCOTLAND.edition),
    ) == card.findings
    assert score(BLANK, SCOTLAND) == evolve(card, findings=())


def test_another_edition_of_the_same_wording() -> None:
    """Where the questions are the same, another edition is nothing to speak of."""
    ref = evolve(SCOTLAND.ref, edition="2020.1")

    assert () == score(evolve(BLANK, catalogue=ref), SCOTLAND).findings


def test_every_finding() -> None:
    """Findings stand side by side."""
    ref = evolve(SCOTLAND.ref, fingerprint="sha256:0")
    part = evolve(
        BLANK,
        catalogue=ref,
        scope=(GroupId("G6"),),
        responses=(answer("Q1.1"), answer("Q6.1"), answer("Q8.2")),
    )

    assert [
        ("catalogue", "wording-differs"),
        ("responses[0]", "response-out-of-scope"),
        ("responses[2]", "response-out-of-scope"),
    ] == [(each.path, each.code) for each in score(part, SCOTLAND).findings]


def test_for_another_catalogue() -> None:
    """What was made for another catalogue is not scored."""
    ref = CatalogueRef(id="wales", edition="1", fingerprint=SCOTLAND.fingerprint)

    with pytest.raises(OtherCatalogueError) as caught:
        score(evolve(BLANK, catalogue=ref), SCOTLAND)

    assert ("wales", "scotland") == (caught.value.found, caught.value.expected)
    assert "the assessment is for the catalogue 'wales', not 'scotland'" == str(
        caught.value
    )


def test_an_unknown_question() -> None:
    """An answer to what is not asked is not passed over."""
    with pytest.raises(UnknownQuestionError, match=r"no question 'Q6\.33'; did you"):
        score(evolve(BLANK, responses=(answer("Q6.33"),)), SCOTLAND)


def test_an_unknown_group() -> None:
    """A scope of what is not there is not passed over."""
    with pytest.raises(UnknownGroupError, match="no group 'g11'; did you mean 'G11'"):
        score(evolve(BLANK, scope=(GroupId("g11"),)), SCOTLAND)


def test_unknown_questions_out_of_scope() -> None:
    """An unknown question is refused whatever the scope is."""
    part = evolve(BLANK, scope=(GroupId("G1"),), responses=(answer("own:Q1"),))

    with pytest.raises(UnknownQuestionError):
        score(part, SCOTLAND)


@given(card=scorecards())
def test_mappings_say_what_the_tuples_say(card: Scorecard) -> None:
    """The mappings hold the same as the tuples, in the same order."""
    assert list(card.question_scores) == list(card.questions.values())
    assert [each.completeness for each in card.group_scores] == list(
        card.groups.values()
    )
    assert [each.completeness for each in card.principle_scores] == list(
        card.principles.values()
    )
    assert [each.question for each in card.question_scores] == list(card.questions)
    assert [each.group for each in card.group_scores] == list(card.groups)
    assert [each.principle for each in card.principle_scores] == list(card.principles)


@pytest.mark.parametrize("name", ["questions", "groups", "principles"])
def test_mappings_cannot_be_changed(name: str) -> None:
    """Nobody can make a score look better than it is."""
    mapping: Mapping[object, object] = getattr(score(BLANK, SCOTLAND), name)
    key = next(iter(mapping))

    with pytest.raises(TypeError):
        mapping[key] = Completeness(complete=1, expected=1)  # type: ignore[index]
    with pytest.raises(TypeError):
        del mapping[key]  # type: ignore[attr-defined]


def test_a_scorecard_stays_as_it_is() -> None:
    """Nothing of a scorecard can be set."""
    with pytest.raises(FrozenInstanceError):
        score(BLANK, SCOTLAND).overall = Completeness(complete=51, expected=51)  # type: ignore[misc]


@given(card=scorecards())
def test_scorecards_are_values(card: Scorecard) -> None:
    """What is alike is equal, hashes alike, and comes back from a pickle."""
    assert card == evolve(card)
    assert hash(card) == hash(evolve(card))
    back = pickle.loads(pickle.dumps(card))  # noqa: S301 - our own
    assert card == back
    assert dict(card.groups) == dict(back.groups)


@given(data=st.data(), catalogue=catalogues())
def test_scoring_is_a_function(data: st.DataObject, catalogue: Catalogue) -> None:
    """The same assessment gives the same scorecard, however often it is scored."""
    assessment = data.draw(assessments(of=catalogue))

    assert score(assessment, catalogue) == score(evolve(assessment), evolve(catalogue))


@pytest.mark.parametrize(
    "cls",
    [Completeness, Gap, GroupScore, Policy, PrincipleScore, QuestionScore, Scorecard],
)
def test_values_are_given_by_name(cls: Callable[..., object]) -> None:
    """No value goes by the order of its fields."""
    with pytest.raises(TypeError, match="takes 1 positional argument but 3"):
        cls(1, 2)
