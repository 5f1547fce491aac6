"""The next assessment begins where the last one ended."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from integrated_care_principles.assessment._assessment import Assessment, Period
from integrated_care_principles.assessment._days import months_between
from integrated_care_principles.assessment._response import (
    Annotation,
    Evidence,
    Response,
    Status,
)
from integrated_care_principles.catalogue import Catalogue

# The annotations in which a response keeps what it was, and how old its evidence is.
CARRIED_OVER = "carried-over-from"
EVIDENCE_AGE = "evidence-age"


def carry_forward(
    assessment: Assessment, catalogue: Catalogue, *, period: Period | None = None
) -> Assessment:
    """
    Return the beginning of the assessment that follows an *assessment*.

    Every response is carried over as a draft with all that it says: that it was true
    does not mean that it is. What it was marked as and how it was rated, which are
    judgements of its year, stand in an annotation; the age of each item of evidence on
    the last day of the period stands in another. Actions are kept, done or not.

    Args:
        catalogue: The one that the new assessment is made for.
        period: By default the one that follows, as long as the last.

    Raises:
        OtherCatalogueError: If it was made for another catalogue.
        UnknownQuestionError: If it answers what the catalogue does not ask.
        UnknownGroupError: If its scope names what the catalogue does not have.
        MalformedError: If no day comes after its period.
    """
    assessment.require_known(catalogue)
    new = assessment.period.following() if period is None else period
    return evolve(
        assessment,
        period=new,
        catalogue=catalogue.ref,
        responses=tuple(
            _draft(each, assessment.period, new.end) for each in assessment.responses
        ),
    )


def _draft(response: Response, last: Period, day: date) -> Response:
    kept = [
        each
        for each in response.annotations
        if each.key not in {CARRIED_OVER, EVIDENCE_AGE}  # of the year before
    ]
    was = Annotation(key=CARRIED_OVER, value=f"{last}: {_was(response)}")
    ages = (
        Annotation(key=EVIDENCE_AGE, value=f"{each.title}: {_age(each, day)}")
        for each in response.evidence
    )
    return evolve(
        response,
        status=Status.DRAFT,
        rating=None,
        annotations=(*kept, was, *ages),
    )


def _was(response: Response) -> str:
    rated = "" if response.rating is None else f", rated {response.rating}"
    return f"{response.status}{rated}"


def _age(evidence: Evidence, day: date) -> str:
    return "; ".join(_said_of_age(evidence, day)) or "without a date"


def _said_of_age(evidence: Evidence, day: date) -> Iterator[str]:
    if evidence.dated is not None and evidence.dated <= day:
        months = months_between(evidence.dated, day)
        unit = "month" if months == 1 else "months"
        yield f"of {evidence.dated}, {months} {unit} old on {day}"
    elif evidence.dated is not None:
        yield f"of {evidence.dated}, after {day}"
    if evidence.expires is not None:
        when = "no longer holds" if evidence.expires < day else "holds"
        yield f"expires {evidence.expires}, {when} on {day}"
