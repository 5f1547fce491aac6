"""What policies ask of an answer: each criterion at its edge, weights, excuses, days."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue, score
from integrated_care_principles.assessment import (
    MSG_2019,
    Action,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Status,
    months_after,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import (
    MalformedError,
    Problem,
    UnknownQuestionError,
)
from integrated_care_principles.scoring import (
    ANSWERED,
    ASSURED,
    EVIDENCED,
    POLICIES,
    Code,
    Completeness,
    Excused,
    Policy,
    QuestionScore,
    Weight,
    is_stale,
)
from integrated_care_principles.scoring._criteria import CRITERIA

SCOTLAND = load_catalogue()
Q = QuestionId("Q6.1")  # G6 has three questions
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
LOW, HIGH = LevelId("partly-established"), LevelId("established")
FRESH = Evidence(kind=EvidenceKind.DATA, title="Survey", dated=date(2026, 1, 1))
OLD = Evidence(kind=EvidenceKind.DATA, title="Old", expires=date(2026, 3, 30))
PLANNED = Action(what="Ask again", owner="Head of service", due=date(2026, 9, 1))
FULL = Response(
    question=Q, status=Status.ANSWERED, text="So.", rating=HIGH, evidence=(FRESH,)
)


def assessment(*responses: Response) -> Assessment:
    """Return an assessment with these responses."""
    return Assessment(
        subject="North",
        period=YEAR,
        catalogue=SCOTLAND.ref,
        scale=MSG_2019,
        responses=responses,
    )


def counted(
    response: Response, policy: Policy = ASSURED, on: date | None = None
) -> QuestionScore:
    """Return how a question counts that was responded to so."""
    return score(assessment(response), SCOTLAND, policy, on=on).questions[Q]


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({}, []),
        ({"text": " "}, ["text-missing"]),
        ({"evidence": ()}, ["evidence-missing"]),
        ({"evidence": (OLD,)}, ["evidence-stale"]),
        ({"evidence": (OLD, FRESH)}, []),  # one that holds is enough
        ({"rating": None}, ["rating-missing"]),
        ({"rating": LOW}, ["low-without-action"]),
        ({"rating": LOW, "actions": (PLANNED,)}, []),
        ({"actions": (evolve(PLANNED, owner=" "),)}, ["action-without-owner"]),
        ({"actions": (evolve(PLANNED, due=None),)}, ["action-without-date"]),
        # what is done needs neither
        ({"actions": (Action(what="Asked", done=date(2026, 1, 1)),)}, []),
        # what is late is no less complete for it
        ({"actions": (evolve(PLANNED, due=date(2020, 1, 1)),)}, []),
        (
            {
                "text": "",
                "evidence": (),
                "rating": LOW,
                "actions": (PLANNED, Action(what="Think")),
            },
            [
                "text-missing",
                "evidence-missing",
                "action-without-owner",
                "action-without-date",
            ],
        ),
        ({"status": Status.DRAFT, "evidence": ()}, ["draft"]),
    ],
)
def test_assured(changes: dict[str, object], gaps: list[str]) -> None:
    """Every criterion, one by one and several together, in the order of the codes."""
    found = counted(evolve(FULL, **changes))  # type: ignore[arg-type]  # by name

    assert gaps == [each.value for each in found.gaps]
    assert (gaps or ["complete"])[0] == found.code
    assert found.complete == (not gaps)


def test_how_long_evidence_lasts_is_the_policys() -> None:
    """In assured, 24 months; in a policy that says nothing of it, for ever."""
    old = evolve(FRESH, dated=date(2024, 3, 30))
    ageless = evolve(ASSURED, name="ageless", evidence_lasts=None)
    response = evolve(FULL, evidence=(old,))

    assert (Code.EVIDENCE_STALE,) == counted(response).gaps
    assert () == counted(response, ageless).gaps


def test_each_policy_asks_for_more() -> None:
    """Text; then evidence; then that it holds, a rating, and actions that are whole."""
    criteria = [set(each.criteria) for each in (ANSWERED, EVIDENCED, ASSURED)]

    assert criteria[0] < criteria[1] < criteria[2] == set(CRITERIA)
    assert {
        "answered": ANSWERED,
        "evidenced": EVIDENCED,
        "assured": ASSURED,
    } == POLICIES
    bare = evolve(FULL, evidence=(), rating=None)
    assert [True, False, False] == [
        counted(bare, each).complete for each in (ANSWERED, EVIDENCED, ASSURED)
    ]
    assert counted(evolve(FULL, rating=None, evidence=(OLD,)), EVIDENCED).complete


def test_without_a_scale_nothing_is_low() -> None:
    """An assessment without a scale has no ratings, and that is the gap."""
    unrated = evolve(FULL, rating=None)
    bare = evolve(assessment(unrated), scale=None)

    assert (Code.RATING_MISSING,) == score(bare, SCOTLAND, ASSURED).questions[Q].gaps


@pytest.mark.parametrize(
    ("dated", "expires", "lasts", "last_day"),
    [
        (None, "2026-03-31", 24, "2026-03-31"),
        ("2020-01-01", "2026-03-31", 1, "2026-03-31"),  # its own word counts
        ("2024-03-31", None, 24, "2026-03-31"),
        ("2024-02-29", None, 12, "2025-02-28"),
        ("2025-08-31", None, 6, "2026-02-28"),
        ("2025-12-01", None, 1, "2026-01-01"),
    ],
)
def test_the_last_day_on_which_evidence_holds(
    dated: str | None, expires: str | None, lasts: int, last_day: str
) -> None:
    """It holds on its last day, and not on the one after."""
    evidence = Evidence(
        kind=EvidenceKind.DATA,
        title="Survey",
        dated=date.fromisoformat(dated) if dated else None,
        expires=date.fromisoformat(expires) if expires else None,
    )
    last = date.fromisoformat(last_day)
    after = date.fromordinal(last.toordinal() + 1)

    assert [False, True] == [is_stale(evidence, day, lasts) for day in (last, after)]


@given(on=st.dates())
def test_what_says_nothing_of_its_age_holds(on: date) -> None:
    """Without a date nobody can say that it is too old; without a limit nothing is."""
    undated = Evidence(kind=EvidenceKind.PEOPLE, title="Talks")
    dated = evolve(undated, dated=date(1, 1, 1))

    assert not is_stale(undated, on, 1)
    assert not is_stale(dated, on, None)


@given(day=st.dates(), one=st.integers(0, 500), other=st.integers(0, 500))
def test_months_add_up(day: date, one: int, other: int) -> None:
    """More months never lead to an earlier day, and no month is skipped."""
    later = months_after(day, one)
    whole = (later.year - day.year) * 12 + later.month - day.month

    assert later == date.max or (whole == one and later.day <= day.day)
    assert later <= months_after(day, one + other)


def test_months_end_where_the_calendar_does() -> None:
    """However many they are, it is a day."""
    assert date.max == months_after(date(2026, 1, 1), 10**9)


def test_the_day_is_that_of_the_period_unless_another_is_given() -> None:
    """What no longer holds today may have held when the period ended."""
    evidence = (evolve(OLD, expires=YEAR.end),)
    response = evolve(FULL, evidence=evidence)

    assert YEAR.end == score(assessment(response), SCOTLAND, ASSURED).day
    assert counted(response).complete
    assert (Code.EVIDENCE_STALE,) == counted(response, on=date(2026, 4, 1)).gaps


def test_weights_count_in_points() -> None:
    """A question counts as many points as it weighs, in every sum that it is part of."""
    weighty = Policy(
        name="weighty", summary="One counts.", weights=(Weight(question=Q, points=5),)
    )
    other = evolve(FULL, question=QuestionId("Q6.2"), status=Status.DRAFT)
    excused = Response(question=Q, status=Status.NOT_APPLICABLE, reason="None here.")
    card = score(assessment(FULL, other), SCOTLAND, weighty)

    assert Completeness(complete=5, expected=7) == card.groups["G6"]
    assert card.groups["G6"] == card.principles[6]
    assert Completeness(complete=5, expected=55) == card.overall
    assert 5 == card.questions[Q].weight
    assert (
        Completeness(complete=0, expected=2, excluded=5)
        == (score(assessment(excused), SCOTLAND, weighty).groups["G6"])
    )


def test_a_policy_cannot_weigh_what_is_not_asked() -> None:
    """A weight for a question that the catalogue does not have would be lost."""
    weight = Weight(question=QuestionId("Q6.9"), points=2)
    lost = Policy(name="lost", summary="Lost.", weights=(weight,))

    with pytest.raises(UnknownQuestionError):
        score(assessment(), SCOTLAND, lost)


@pytest.mark.parametrize(
    ("status", "field", "code", "missing"),
    [
        (Status.NOT_APPLICABLE, "reason", "not-applicable", "reason-missing"),
        (Status.PARTNER_LED, "partner", "partner-led", "partner-missing"),
    ],
)
def test_excuses_may_be_expected(
    status: Status, field: str, code: str, missing: str
) -> None:
    """A policy may take no excuse: what is excused is then expected, and not complete."""
    strict = evolve(ANSWERED, name="strict", excused=Excused.EXPECTED)
    bare = Response(question=Q, status=status)
    excused = evolve(bare, **{field: "Because."})  # type: ignore[arg-type]  # by name

    assert [missing, code] == list(counted(bare, strict).gaps)
    found = score(assessment(excused), SCOTLAND, strict)
    assert [code] == list(found.questions[Q].gaps)
    assert Completeness(complete=0, expected=51) == found.overall
    assert () == counted(excused, ANSWERED).gaps


@pytest.mark.parametrize("code", sorted(set(Code) - set(CRITERIA)), ids=str)
def test_what_a_policy_cannot_ask_for(code: Code) -> None:
    """A criterion that no answer could lack is refused, and those there are are named."""
    with pytest.raises(MalformedError) as caught:
        Policy(name="other", summary="Other.", criteria=(Code.TEXT_MISSING, code))

    known = ", ".join(CRITERIA)
    problem = Problem("criteria[1]", "not-a-criterion", code.value, known)
    assert (problem,) == caught.value.problems


def test_everything_that_is_wrong_with_a_policy() -> None:
    """Repeated criteria and questions, and numbers below one, come at once."""
    weight = Weight(question=Q, points=1)
    with pytest.raises(MalformedError) as caught:
        Policy(
            name="other",
            summary="Other.",
            criteria=(Code.TEXT_MISSING, Code.TEXT_MISSING),
            weights=(weight, weight),
            evidence_lasts=0,
        )
    with pytest.raises(MalformedError, match="points: 0 is less than one"):
        Weight(question=Q, points=0)

    assert [
        ("criteria[1]", "repeated", "text-missing"),
        ("weights[1].question", "repeated", "Q6.1"),
        ("evidence_lasts", "not-positive", "0"),
    ] == [(each.path, each.code, each.found) for each in caught.value.problems]


def test_every_code_has_its_rule() -> None:
    """Each code says by which rule a question with it counts, and no two the same."""
    rules = [each.rule for each in Code]

    assert len(Code) == len(set(rules))
    assert all(each.strip() for each in rules)


def test_a_high_rating_without_evidence_is_a_finding() -> None:
    """Who rates in the better half of the scale, and shows nothing, is told so."""
    bare = evolve(FULL, evidence=())
    found = {
        level: [
            (each.path, each.code, each.found)
            for each in score(assessment(evolve(bare, rating=level)), SCOTLAND).findings
        ]
        for level in (LOW, HIGH)
    }

    assert {
        LOW: [],
        HIGH: [("responses[0].rating", "high-without-evidence", HIGH)],
    } == found
    assert () == score(assessment(FULL), SCOTLAND).findings
