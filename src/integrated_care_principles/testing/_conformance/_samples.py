"""
Reports that show what a format has to get right. The same ones every time.

They are built without Hypothesis, so that a check needs nothing but the core. Nothing in
them is in the order of its name, and nothing in the fullest of them is empty.
"""

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from integrated_care_principles.assessment import MSG_2019
from integrated_care_principles.catalogue import (
    QuestionId,
)
from integrated_care_principles.reporting import (
    Action,
    Annotation,
    Assessment,
    Confidence,
    Evidence,
    EvidenceKind,
    Period,
    Report,
    Response,
    Status,
    make_report,
)
from integrated_care_principles.testing._conformance._sample_catalogue import (
    catalogue,
    question_ids,
)

DAY = date(2026, 3, 31)
SUBJECTS = ("Northwick", "Easter Glen", "Westray", "Southmuir", "Innerhill")


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
