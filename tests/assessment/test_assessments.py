"""An assessment: if there is one, it is well-formed, and it stays so."""

import pickle
from datetime import date
from typing import Any, NamedTuple

import pytest
from attrs import evolve, frozen
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Annotation,
    Assessment,
    LevelId,
    Period,
    Response,
    Status,
    catalogue_problems,
    rating_problems,
    repeated_ids,
)
from integrated_care_principles.catalogue import GroupId, QuestionId
from integrated_care_principles.exceptions import (
    MalformedError,
    OtherCatalogueError,
    Problem,
    UnknownGroupError,
    UnknownQuestionError,
)
from integrated_care_principles.testing import assessments, periods, responses

SCOTLAND = load_catalogue()
SMALL = evolve(SCOTLAND, groups=(SCOTLAND.group("G6"), SCOTLAND.group("G1")))
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
BLANK = Assessment(subject="North", period=YEAR, catalogue=SCOTLAND.ref)


class Rest(NamedTuple):
    """What could be read of a response."""

    question: str | None = None
    rating: str | None = None


def response(id: str, rating: str | None = None) -> Response:
    """Return a response to the question *id*."""
    return Response(
        question=QuestionId(id),
        status=Status.ANSWERED,
        rating=None if rating is None else LevelId(rating),
    )


@frozen
class Unread:
    """A response of which nothing could be read."""

    question: None = None
    rating: None = None


def problems_of(**values: Any) -> tuple[Problem, ...]:
    """Return what is wrong with an assessment that has these *values*."""
    with pytest.raises(MalformedError) as caught:
        evolve(BLANK, **values)
    return caught.value.problems


def test_a_blank_assessment() -> None:
    """Subject, period and catalogue are all that an assessment needs."""
    assert ("", "") == (BLANK.locality, BLANK.assessor)
    assert ((), (), ()) == (BLANK.scope, BLANK.responses, BLANK.annotations)
    assert BLANK.scale is None


def test_a_period_of_one_day() -> None:
    """A period may begin and end on one day."""
    day = date(2026, 3, 31)

    assert "2026-03-31 to 2026-03-31" == str(Period(start=day, end=day))


def test_a_period_in_order() -> None:
    """A period that ends before it begins is malformed."""
    with pytest.raises(MalformedError) as caught:
        Period(start=date(2026, 3, 31), end=date(2026, 3, 30))

    problem = Problem("end", "end-before-start", "2026-03-30", "2026-03-31")
    assert (problem,) == caught.value.problems


@given(period=periods())
def test_a_period_says_its_days(period: Period) -> None:
    """A period is written as its first and last day."""
    start, end = map(date.fromisoformat, str(period).split(" to "))

    assert period == Period(start=start, end=end)


@given(data=st.data(), assessment=assessments(of=SMALL))
def test_responding_replaces(data: st.DataObject, assessment: Assessment) -> None:
    """A response takes the place of the earlier one, or comes last; no other moves."""
    question = data.draw(st.sampled_from(SMALL.questions)).id
    new = data.draw(responses(to=question, scale=assessment.scale))

    after = assessment.with_response(new)

    assert new == after.response_to(question)
    said = [new if each.question == question else each for each in assessment.responses]
    assert (said if new in said else [*said, new]) == list(after.responses)
    assert assessment == evolve(after, responses=assessment.responses)


@given(assessment=assessments(of=SMALL))
def test_responses_are_found(assessment: Assessment) -> None:
    """The response to a question is found, and none where nobody said anything."""
    said = {each.question: each for each in assessment.responses}

    assert [said.get(each.id) for each in SMALL.questions] == [
        assessment.response_to(each.id) for each in SMALL.questions
    ]
    assert assessment.response_to("Q99.1") is None


@given(assessment=assessments(of=SMALL))
def test_assessments_are_values(assessment: Assessment) -> None:
    """What is alike is equal, hashes alike, and comes back from a pickle."""
    twin = evolve(assessment)
    assert twin.response_to("Q1.1") == assessment.response_to("Q1.1")

    assert assessment == twin
    assert hash(assessment) == hash(twin)
    back = pickle.loads(pickle.dumps(twin))  # noqa: S301 - our own
    assert assessment == back
    assert assessment.response_to("Q1.1") == back.response_to("Q1.1")


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "South"},
        {"locality": "East"},
        {"assessor": "A group"},
        {"period": Period(start=YEAR.start, end=YEAR.start)},
        {"scope": (GroupId("G1"),)},
        {"catalogue": evolve(SCOTLAND.ref, edition="2020.1")},
        {"scale": MSG_2019},
        {"responses": (response("Q1.1"),)},
        {"annotations": (Annotation(key="k", value="v"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_counts(change: dict[str, Any]) -> None:
    """Assessments that differ in one field are not equal."""
    assert evolve(BLANK, **change) != BLANK


def test_an_assessment_stays_as_it_is() -> None:
    """Nobody can take an answer out of an assessment."""
    with pytest.raises(FrozenInstanceError):
        BLANK.responses = ()  # type: ignore[misc]


def test_one_response_to_a_question() -> None:
    """Two responses to one question are malformed, and each further one is named."""
    twice = (*map(response, ("Q1.1", "Q1.2", "Q1.1", "Q1.1")),)

    assert (
        Problem("responses[2].question", "repeated", "Q1.1"),
        Problem("responses[3].question", "repeated", "Q1.1"),
    ) == problems_of(responses=twice)


def test_a_group_stands_once_in_the_scope() -> None:
    """A group that is named twice was perhaps meant to be another one."""
    assert (Problem("scope[2]", "repeated", "G1"),) == problems_of(
        scope=("G1", "G2", "G1")
    )


def test_no_rating_without_its_scale() -> None:
    """What a rating means is not guessed."""
    rated = (response("Q1.1"), response("Q1.2", "established"))

    assert (
        Problem("responses[1].rating", "rating-without-scale", "established"),
    ) == problems_of(responses=rated)


def test_no_rating_of_another_scale() -> None:
    """A rating is a level of the scale, and the nearest one is offered."""
    levels = ", ".join(each.id for each in CARE_INSPECTORATE.levels)

    assert (
        Problem(
            "responses[0].rating", "unknown-rating", "exelent", levels, "excellent"
        ),
        Problem("responses[1].rating", "unknown-rating", "zz", levels),
    ) == problems_of(
        scale=CARE_INSPECTORATE,
        responses=(response("Q1.1", "exelent"), response("Q1.2", "zz")),
    )


def test_every_rule_is_asked() -> None:
    """Who builds an assessment learns of everything that is wrong across responses."""
    found = problems_of(
        scope=("G1", "G1"),
        responses=(response("Q1.1", "good"), response("Q1.1", "weak")),
    )

    assert [
        ("scope[1]", "repeated"),
        ("responses[1].question", "repeated"),
        ("responses[0].rating", "rating-without-scale"),
        ("responses[1].rating", "rating-without-scale"),
    ] == [(each.path, each.code) for each in found]


def test_every_field_is_asked() -> None:
    """Who builds an assessment learns of everything that is wrong with its fields."""
    found = problems_of(
        subject=" ",
        locality=None,
        assessor="\0",
        period=("2025-04-01", "2026-03-31"),
        scope=("G1", "G 2", 3),
        catalogue="scotland",
        scale="msg-2019",
        responses=[],
        annotations=({},),
    )

    assert [
        ("subject", "blank"),
        ("locality", "wrong-type"),
        ("assessor", "forbidden-character"),
        ("period", "wrong-type"),
        ("scope[2]", "wrong-type"),
        ("catalogue", "wrong-type"),
        ("scale", "wrong-type"),
        ("responses", "wrong-type"),
        ("annotations[0]", "wrong-type"),
    ] == [(each.path, each.code) for each in found]


def test_ids_in_the_scope() -> None:
    """A group in the scope has the form of an id."""
    (problem,) = problems_of(scope=("G1", "G 2"))

    assert ("scope[1]", "malformed-id") == (problem.path, problem.code)


@pytest.mark.parametrize(
    ("values", "path", "code"),
    [
        ({"id": "Scotland"}, "id", "malformed-id"),
        ({"edition": ""}, "edition", "blank"),
        ({"fingerprint": " "}, "fingerprint", "blank"),
        ({"fingerprint": 1}, "fingerprint", "wrong-type"),
    ],
)
def test_malformed_references(values: dict[str, Any], path: str, code: str) -> None:
    """What names the catalogue has to name something."""
    with pytest.raises(MalformedError) as caught:
        evolve(SCOTLAND.ref, **values)

    (problem,) = caught.value.problems
    assert (path, code) == (problem.path, problem.code)


@given(assessment=assessments(of=SMALL))
def test_nothing_unknown(assessment: Assessment) -> None:
    """What was made for a catalogue names only what it knows."""
    id, scope = assessment.catalogue.id, assessment.scope

    assert [] == list(catalogue_problems(assessment.responses, scope, id, SMALL))
    assessment.require_known(SMALL)


def test_what_the_catalogue_does_not_know() -> None:
    """Unknown ids are named, each with the nearest; what was not read is passed over."""
    said = (Rest(), response("Q1.1"), Rest(question="q1.2"), response("own:Q1"))
    groups = ", ".join(each.id for each in SCOTLAND.groups)

    assert [
        Problem("catalogue.id", "other-catalogue", "wales", "scotland"),
        Problem("scope[1]", "unknown-group", "g11", groups, "G11"),
        Problem("responses[2].question", "unknown-question", "q1.2", nearest="Q1.2"),
        Problem("responses[3].question", "unknown-question", "own:Q1"),
    ] == list(catalogue_problems(said, (None, "g11", "G1"), "wales", SCOTLAND))


def test_nothing_to_look_up() -> None:
    """Where nothing could be read, nothing is unknown, repeated or rated."""
    nothing = (Rest(), Rest())

    assert [] == list(catalogue_problems(nothing, (None, None), None, SCOTLAND))
    assert [] == list(repeated_ids(nothing, (None, None)))
    assert [] == list(rating_problems(nothing, None))


def test_what_is_required_to_be_known() -> None:
    """What a catalogue does not know is refused by the error of its kind."""
    ref = evolve(SCOTLAND.ref, id="wales")

    with pytest.raises(OtherCatalogueError):
        evolve(BLANK, catalogue=ref).require_known(SCOTLAND)
    with pytest.raises(UnknownGroupError):
        evolve(BLANK, scope=(GroupId("G4"),)).require_known(SCOTLAND)
    with pytest.raises(UnknownQuestionError):
        evolve(BLANK, responses=(response("Q99"),)).require_known(SCOTLAND)
