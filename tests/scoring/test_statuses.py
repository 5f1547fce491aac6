"""The table of statuses in the docs, row by row."""

from datetime import date

import pytest

from integrated_care_principles import load_catalogue, score
from integrated_care_principles.assessment import MSG_2019 as MSG
from integrated_care_principles.assessment import (
    Action,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import MalformedError
from integrated_care_principles.scoring import (
    ANSWERED,
    Code,
    Completeness,
    Policy,
    QuestionScore,
    is_blank,
)

SCOTLAND = load_catalogue()
Q = QuestionId("Q6.1")  # G6 has three questions, for one principle
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))

DRAFT, ANSWER, UNKNOWN, DEFERRED, NOT_APPLICABLE, PARTNER_LED = Status

BLANKS = ("", " ", "\n", " \t\n ", "\u00a0", "\u2003\u3000", "\u2028\u2029")


def said(
    status: Status, text: str = "", reason: str = "", partner: str = ""
) -> Response:
    """Return a response that says so much, and leaves all else at its default."""
    return Response(
        question=Q, status=status, text=text, reason=reason, partner=partner
    )


def counted(
    response: Response | None, policy: Policy = ANSWERED, scale: Scale | None = None
) -> tuple[QuestionScore, Completeness]:
    """Return how a question counts that was responded to so, and its group with it."""
    assessment = Assessment(
        subject="North",
        period=YEAR,
        catalogue=SCOTLAND.ref,
        scale=scale,
        responses=() if response is None else (response,),
    )
    card = score(assessment, SCOTLAND, policy)
    return card.questions[Q], card.groups["G6"]


COMPLETE = Completeness(complete=1, expected=3)
MISSING = Completeness(complete=0, expected=3)
EXCLUDED = Completeness(complete=0, expected=2, excluded=1)
LED = Completeness(complete=0, expected=2, partner_led=1)

# The response, what the group amounts to, the code, and all gaps where there are some.
TABLE = {
    "none": (None, MISSING, "unanswered", ["unanswered"]),
    "draft": (said(DRAFT), MISSING, "draft", ["draft"]),
    "draft, with a text": (said(DRAFT, "So"), MISSING, "draft", ["draft"]),
    "answered": (said(ANSWER, "So"), COMPLETE, "complete", []),
    "answered, no text": (
        said(ANSWER),
        MISSING,
        "text-missing",
        ["text-missing"],
    ),
    "unknown": (said(UNKNOWN), MISSING, "unknown", ["unknown"]),
    "unknown, with a text": (said(UNKNOWN, "So"), MISSING, "unknown", ["unknown"]),
    "deferred": (
        said(DEFERRED, reason="Later"),
        MISSING,
        "deferred",
        ["deferred"],
    ),
    "deferred, no reason": (
        said(DEFERRED),
        MISSING,
        "deferred",
        ["deferred", "reason-missing"],
    ),
    "not applicable": (
        said(NOT_APPLICABLE, reason="No prison"),
        EXCLUDED,
        "not-applicable",
        [],
    ),
    "not applicable, no reason": (
        said(NOT_APPLICABLE),
        MISSING,
        "reason-missing",
        ["reason-missing"],
    ),
    "led by a partner": (
        said(PARTNER_LED, partner="The council"),
        LED,
        "partner-led",
        [],
    ),
    "led by a partner, who is not named": (
        said(PARTNER_LED),
        MISSING,
        "partner-missing",
        ["partner-missing"],
    ),
}


@pytest.mark.parametrize(
    ("response", "group", "code", "gaps"), TABLE.values(), ids=TABLE
)
def test_each_row_of_the_table(
    response: Response | None, group: Completeness, code: str, gaps: list[str]
) -> None:
    """Each status counts as the table says, and is named with its code."""
    question, completeness = counted(response)

    assert code == question.code
    assert gaps == list(question.gaps)
    assert group == completeness


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (ANSWER, "text-missing"),
        (DEFERRED, "deferred"),
        (NOT_APPLICABLE, "reason-missing"),
        (PARTNER_LED, "partner-missing"),
    ],
)
def test_white_space_says_nothing(status: Status, code: str, blank: str) -> None:
    """Text, reason and partner of white space alone count as missing."""
    question, completeness = counted(said(status, blank, blank, blank))

    assert code == question.code
    assert counted(said(status))[0].gaps == question.gaps
    assert MISSING == completeness


@pytest.mark.parametrize("text", [".", "0", "\u200b", "=1+1", "\u202e", " x "])
def test_anything_else_says_something(text: str) -> None:
    """What an answer is worth is not for counting to say."""
    question, completeness = counted(said(ANSWER, text))

    assert Code.COMPLETE is question.code
    assert COMPLETE == completeness


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
def test_blank(blank: str) -> None:
    """White space alone is blank, and nothing else is."""
    assert is_blank(blank)
    assert not is_blank(f"{blank}.{blank}")


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (said(ANSWER, reason="Why", partner="Who"), "text-missing"),
        (said(DRAFT, "So", "Why", "Who"), "draft"),
        (said(UNKNOWN, "So", "Why", "Who"), "unknown"),
        (said(NOT_APPLICABLE, "So", partner="Who"), "reason-missing"),
        (said(PARTNER_LED, "So", reason="Why"), "partner-missing"),
    ],
)
def test_what_belongs_to_another_status(response: Response, code: str) -> None:
    """Text, reason and partner count only with their own status."""
    question, completeness = counted(response)

    assert code == question.code
    assert MISSING == completeness


def test_a_reason_beside_an_answer() -> None:
    """An answer stays an answer, whatever else stands beside it."""
    question, completeness = counted(said(ANSWER, "So", "Why", "Who"))

    assert Code.COMPLETE is question.code
    assert COMPLETE == completeness


def test_nothing_but_the_table_counts() -> None:
    """Evidence, actions, ratings and days change no number."""
    rich = Response(
        question=Q,
        status=DRAFT,
        until=date(2020, 1, 1),
        rating=LevelId("exemplary"),
        evidence=(Evidence(kind=EvidenceKind.DATA, title="All"),),
        actions=(Action(what="All", done=date(2026, 1, 1)),),
        contributors=("All",),
        updated=date(2026, 1, 1),
        publishable=False,
        annotations=(Annotation(key="done", value="yes"),),
    )

    assert counted(said(DRAFT)) == counted(rich, scale=MSG)


def test_a_policy_without_criteria() -> None:
    """Another policy may take the word for the deed."""
    trusting = Policy(name="trusting", summary="Whoever says so.")

    assert Code.COMPLETE is counted(said(ANSWER), trusting)[0].code
    assert Code.UNANSWERED is counted(None, trusting)[0].code
    assert Code.REASON_MISSING is counted(said(NOT_APPLICABLE), trusting)[0].code


@pytest.mark.parametrize(
    ("name", "summary", "path"),
    [("An swered", "S", "name"), ("", "S", "name"), ("answered", " ", "summary")],
)
def test_malformed_policies(name: str, summary: str, path: str) -> None:
    """A policy has a name for files and a summary for people."""
    with pytest.raises(MalformedError) as caught:
        Policy(name=name, summary=summary)

    assert [path] == [each.path for each in caught.value.problems]


def test_every_code_says_something() -> None:
    """Each code has words of ours, and no two the same."""
    words = [each.says for each in Code]

    assert all(words)
    assert len(words) == len(set(words))
