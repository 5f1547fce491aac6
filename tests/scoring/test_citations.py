"""Evidence that is called like a resource which is not what it was."""

from datetime import date

import pytest

from integrated_care_principles import load_catalogue, score
from integrated_care_principles.assessment import (
    Assessment,
    Evidence,
    EvidenceKind,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import (
    QuestionId,
    Resource,
    resources_called,
)

SCOTLAND = load_catalogue()
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
CHANGED = [
    each
    for each in SCOTLAND.resources
    if each.is_stale or each.has_moved or each.is_unverified
]


def said(title: str) -> list[str]:
    """Return what is found of an assessment with evidence called *title*."""
    evidence = Evidence(kind=EvidenceKind.DOCUMENT, title=title)
    response = Response(
        question=QuestionId("Q1.1"), status=Status.ANSWERED, evidence=(evidence,)
    )
    assessment = Assessment(
        subject="North", period=YEAR, catalogue=SCOTLAND.ref, responses=(response,)
    )
    return list(map(str, score(assessment, SCOTLAND).findings))


@pytest.mark.parametrize("resource", CHANGED, ids=lambda each: each.id)
def test_what_has_become_of_it_is_said(resource: Resource) -> None:
    """Whoever cites it learns what to use; of what we do not know, only possibly."""
    [finding] = said(resource.title)
    successor = resource.successor or "nothing that we know of"

    assert finding.startswith("responses[0].evidence[0].title: ")
    assert resource.title in finding
    assert finding.endswith(f": {successor}")
    assert resource.is_unverified == ("possibly now" in finding)


def test_what_is_current_is_nothing_to_speak_of() -> None:
    """Only what has changed is found, and only by its whole name."""
    current = [each.title for each in SCOTLAND.resources if each not in CHANGED]

    assert [] == [found for title in current for found in said(title)]
    assert [] == said(f"{CHANGED[0].title}, and our reading of it")


def test_how_it_is_called() -> None:
    """By its tidied title or as it is printed; case and white space do not matter."""
    listings = [each for group in SCOTLAND.groups for each in group.listings]
    found = resources_called(
        SCOTLAND, (f"  {each.wording.upper()}\n" for each in listings)
    )

    for listing, resources in zip(listings, found, strict=True):
        assert listing.resource in [each.id for each in resources]
    assert said(CHANGED[0].title) == said(f" {CHANGED[0].title.lower()} ")
    assert () == resources_called(SCOTLAND, ())
