"""What the public may see of an assessment, and how much of it is withheld."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from attrs import evolve, fields, frozen

from integrated_care_principles.assessment import Assessment, Evidence, Response
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import Problem


@frozen(kw_only=True)
class Withheld:
    """
    How much a report leaves out because the public is not to see it.

    Attributes:
        responses: Number of those that are not for publication, of which only the status
            is shown; what stands in them is counted here and nowhere else.

        evidence: Number of items that are not for publication.

        assessors, contributors, owners: Number of names, or roles, of people who assessed,
            answered, or see to actions.

        annotations: Number of things that others keep with the assessment.
    """

    responses: int = 0
    evidence: int = 0
    assessors: int = 0
    contributors: int = 0
    owners: int = 0
    annotations: int = 0

    def __str__(self) -> str:
        counts = ((each.name, getattr(self, each.name)) for each in fields(Withheld))
        said = [
            f"{count} {_NOUNS[name][count != 1]}" for name, count in counts if count
        ]
        return ", ".join(said) or "nothing"

    def __add__(self, other: "Withheld") -> "Withheld":
        names = [each.name for each in fields(Withheld)]
        return Withheld(
            **{each: getattr(self, each) + getattr(other, each) for each in names}
        )


_NOUNS = {
    "responses": ("response", "responses"),
    "evidence": ("item of evidence", "items of evidence"),
    "assessors": ("assessor", "assessors"),
    "contributors": ("contributor", "contributors"),
    "owners": ("owner of an action", "owners of actions"),
    "annotations": ("annotation", "annotations"),
}


def public_part(assessment: Assessment) -> tuple[Assessment, Withheld]:
    """
    Return what the public may see of an *assessment*, and how much it may not.

    Assessor, contributors, owners and annotations are left out, evidence that is not for
    publication, and of a response that is not for publication everything but its status.
    """
    parts = [_public_response(each) for each in assessment.responses]
    shown = evolve(
        assessment,
        assessor="",
        annotations=(),
        responses=tuple(response for response, _ in parts),
    )
    whole = Withheld(
        assessors=int(bool(assessment.assessor)),
        annotations=len(assessment.annotations),
    )
    return shown, sum((withheld for _, withheld in parts), whole)


def _public_response(response: Response) -> tuple[Response, Withheld]:
    if not response.publishable:
        bare = Response(
            question=response.question, status=response.status, publishable=False
        )
        return bare, Withheld(responses=1)
    evidence = tuple(each for each in response.evidence if each.publishable)
    shown = evolve(
        response,
        evidence=evidence,
        actions=tuple(evolve(each, owner="") for each in response.actions),
        contributors=(),
        annotations=(),
    )
    return shown, Withheld(
        evidence=len(response.evidence) - len(evidence),
        contributors=len(response.contributors),
        owners=sum(bool(each.owner) for each in response.actions),
        annotations=len(response.annotations),
    )


def public_together(assessments: Sequence[Assessment]) -> list[Assessment]:
    """
    Return what the public may see of *assessments* that are held against each other.

    What is withheld of one is left out of all, or else what is public in one only would
    look as if it had been lost or found. Assessors have numbers in place of their names.
    """
    responses = [response for each in assessments for response in each.responses]
    hidden = {each.question for each in responses if not each.publishable}
    items = {
        (each.question, item.title)
        for each in responses
        for item in each.evidence
        if not item.publishable
    }
    return [
        evolve(
            public_part(_hiding(each, hidden, items))[0], assessor=f"assessor {number}"
        )
        for number, each in enumerate(assessments, 1)
    ]


def _hiding(
    assessment: Assessment,
    hidden: Container[QuestionId],
    items: Container[tuple[QuestionId, str]],
) -> Assessment:
    return evolve(
        assessment,
        responses=tuple(
            evolve(
                each,
                publishable=each.question not in hidden,
                evidence=tuple(
                    item
                    for item in each.evidence
                    if (each.question, item.title) not in items
                ),
            )
            for each in assessment.responses
        ),
    )


_PLACE = re.compile(r"responses\[(\d+)\](?:\.evidence\[(\d+)\])?")


def public_findings(
    findings: Iterable[Problem], assessment: Assessment
) -> Iterator[Problem]:
    """Yield those *findings* on an *assessment* that quote nothing that is withheld."""
    for each in findings:
        place = _PLACE.match(each.path)
        if place is None or all(map(_is_public, _at(place, assessment))):
            yield each


def _at(
    place: "re.Match[str]", assessment: Assessment
) -> Iterator[Response | Evidence]:
    """Yield the response at a *place*, and the evidence, if it is one of evidence."""
    response = assessment.responses[int(place[1])]
    yield response
    if place[2] is not None:
        yield response.evidence[int(place[2])]


def _is_public(value: Response | Evidence) -> bool:
    return value.publishable
