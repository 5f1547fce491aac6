"""
Reports that show what a format has to get right. The same ones every time.

They are built without Hypothesis, so that a check needs nothing but the core. Nothing in
them is in the order of its name, and nothing in the fullest of them is empty.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache

from attrs import evolve

from integrated_care_principles.assessment import MSG_2019
from integrated_care_principles.catalogue import (
    GroupId,
    OutcomeNumber,
    PrincipleNumber,
    QuestionId,
    ResourceId,
)
from integrated_care_principles.reporting import (
    Action,
    Annotation,
    Asks,
    Assessment,
    Catalogue,
    Confidence,
    Evidence,
    EvidenceKind,
    Group,
    Listing,
    Outcome,
    Period,
    Principle,
    Purpose,
    Question,
    Report,
    Resource,
    ResourceKind,
    ResourceStatus,
    Response,
    Status,
    make_report,
)

DAY = date(2026, 3, 31)
SUBJECTS = ("Northwick", "Easter Glen", "Westray", "Southmuir", "Innerhill")

# Printed order is no other order: neither that of ids, nor that of words.
_QUESTIONS = {
    "G9": ("Q9.10", "Q9.2", "Q9.1"),
    "G2": ("Q2.7", "Q2.1"),
    "G11": ("Q11.2", "Q11.1"),
}
_PRINCIPLES = {"G9": (1, 2), "G2": (3,), "G11": (4,)}
_RESOURCES = ("the-plan", "an-act")


def no_assessment() -> Report:
    """Return a report of the catalogue itself."""
    return report_of()


def blank() -> Report:
    """Return a report of an assessment in which nobody has said anything."""
    return report_of(_assessment(SUBJECTS[0], ()))


def all_not_applicable() -> Report:
    """Return a report in which nothing is expected, because nothing applies."""
    return report_of(_alike(Status.NOT_APPLICABLE))


def all_partner_led() -> Report:
    """Return a report in which nothing is expected, because partners answer."""
    return report_of(_alike(Status.PARTNER_LED))


def complete() -> Report:
    """Return a report in which every question is answered."""
    return report_of(_alike(Status.ANSWERED))


def seven_states() -> Report:
    """Return a report with one question in each state, and nothing in it empty."""
    return report_of(seven_states_of(SUBJECTS[0]))


def half_answers() -> Report:
    """Return a report in which every question has a status and nothing else."""
    return report_of(
        _assessment(
            SUBJECTS[0],
            (
                Response(question=id, status=status)
                for id, status in zip(question_ids(), Status, strict=False)
            ),
        )
    )


def several() -> Report:
    """Return a report of five assessments, which are not in the order of their names."""
    return report_of(*map(seven_states_of, SUBJECTS))


def agreement() -> Report:
    """Return a report of two assessments of the same subject, by different assessors."""
    first = seven_states_of(SUBJECTS[0])
    return report_of(first, evolve(first, assessor="Partners"))


SAMPLES = {
    "no assessment": no_assessment,
    "an assessment without a response": blank,
    "an assessment in which nothing applies": all_not_applicable,
    "an assessment in which partners answer": all_partner_led,
    "an assessment in which everything is answered": complete,
    "an assessment with a question in each state": seven_states,
    "an assessment of half answers": half_answers,
    "two assessments of the same subject": agreement,
    "five assessments": several,
}


def report_of(*assessments: Assessment) -> Report:
    """Return a report of *assessments*."""
    return make_report(catalogue(), assessments, on=DAY)


def seven_states_of(subject: str) -> Assessment:
    """Return an assessment of *subject* with one question in each state."""
    _, *others = question_ids()
    pairs = zip(others, Status, strict=True)
    return _assessment(subject, (response(id, status) for id, status in pairs))


def question_ids() -> tuple[QuestionId, ...]:
    """Return the ids of all questions, as printed."""
    return tuple(QuestionId(each) for group in _QUESTIONS.values() for each in group)


def response(id: QuestionId, status: Status) -> Response:
    """Return a response in which nothing is empty."""
    return Response(
        question=id,
        status=status,
        text=f"What was said to {id}.",
        reason=f"The reason given for {id}.",
        partner=f"The partner for {id}",
        until=date(2027, 1, 31),
        rating=MSG_2019.levels[1].id,
        evidence=(_evidence(id, "figures", True), _evidence(id, "a visit", False)),
        actions=(_action(id, "ask"), _action(id, "act")),
        contributors=("A planner", "A carer"),
        updated=date(2026, 2, 14),
        publishable=False,
        annotations=(Annotation(key="kept", value=f"kept for {id}"),),
    )


def _evidence(id: QuestionId, what: str, publishable: bool) -> Evidence:
    return Evidence(
        kind=EvidenceKind.DATA,
        title=f"Of {id}: {what}",
        url="https://example.org/evidence",
        dated=date(2025, 6, 1),
        expires=date(2026, 12, 31),
        note=f"A note on {what}.",
        publishable=publishable,
    )


def _action(id: QuestionId, what: str) -> Action:
    return Action(
        what=f"For {id}: {what}",
        owner="The chief officer",
        due=date(2026, 9, 30),
        done=date(2026, 3, 2),
    )


def _alike(status: Status) -> Assessment:
    return _assessment(SUBJECTS[0], (response(id, status) for id in question_ids()))


def _assessment(subject: str, responses: Iterable[Response]) -> Assessment:
    # The order in which they are given is not the printed one.
    given = tuple(responses)[::-1]
    return Assessment(
        subject=subject,
        locality=f"The south of {subject}",
        assessor=f"The board of {subject}",
        period=Period(start=date(2025, 4, 1), end=DAY),
        catalogue=catalogue().ref,
        scale=evolve(MSG_2019, source="A review", confidence=Confidence.LOW),
        responses=given,
        annotations=(Annotation(key="file", value="kept with it"),),
    )


@cache
def catalogue() -> Catalogue:
    """Return a small catalogue in which nothing is empty."""
    return Catalogue(
        id="sample",
        edition="2026.7",
        title="What is asked",
        licence="A licence",
        attribution="Words of others, used by their leave.",
        guidance_url="https://example.org/guidance",
        statute_as_at=date(2025, 1, 2),
        checked=date(2026, 1, 3),
        purpose=Purpose(
            act_limb="Section 4(1)(a)",
            guidance_url="https://example.org/purpose",
            summary="What it is for.",
        ),
        principles=tuple(map(_principle, range(1, 5))),
        groups=tuple(map(_group, _QUESTIONS)),
        resources=tuple(map(_resource, _RESOURCES)),
        outcomes=tuple(map(_outcome, (1, 2))),
    )


def _principle(number: int) -> Principle:
    return Principle(
        number=PrincipleNumber(number),
        title=f"Principle in {('due', 'all', 'care', 'brief')[number - 1]}",
        printed_titles=(f"As printed in row {number}",),
        act_limb="Section 4(1)(b)",
        guidance_url="https://example.org/principle",
        summary="What it means.",
        narrative="What the page says.\n\nAnd what it says then.",
    )


def _group(id: str) -> Group:
    first, *others = _QUESTIONS[id]
    return Group(
        id=GroupId(id),
        principles=tuple(map(PrincipleNumber, _PRINCIPLES[id])),
        questions=(
            _question(first, None),
            *(_question(each, QuestionId(first)) for each in others),
        ),
        listings=tuple(
            Listing(resource=ResourceId(each), wording=f"{each}, as listed in {id}")
            for each in _RESOURCES
        ),
    )


def _question(id: str, follows: QuestionId | None) -> Question:
    return Question(
        id=QuestionId(id),
        text=f"What do you say to {id}?",
        follows=follows,
        asks=Asks.OPEN,
        note="Mind what you say.",
    )


def _resource(id: str) -> Resource:
    return Resource(
        id=ResourceId(id),
        title=f"Resource {id}",
        publisher="A publisher",
        kind=ResourceKind.REPORT,
        status=ResourceStatus.SUPERSEDED,
        successor="Another resource",
        changed=2019,
        url="https://example.org/resource",
        checked=date(2026, 1, 4),
        source_url="https://example.org/source",
        confidence=Confidence.MEDIUM,
    )


def _outcome(number: int) -> Outcome:
    return Outcome(
        number=OutcomeNumber(number),
        label=f"Outcome {('two', 'one')[number - 1]}",
        summary="What comes of it.",
    )
