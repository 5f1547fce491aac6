"""A small catalogue in which nothing is empty, and nothing in the order of its name."""

from datetime import date
from functools import cache

from integrated_care_principles.catalogue import (
    GroupId,
    OutcomeNumber,
    PrincipleNumber,
    QuestionId,
    ResourceId,
)
from integrated_care_principles.reporting import (
    Asks,
    Catalogue,
    Confidence,
    Group,
    Listing,
    Outcome,
    Principle,
    Purpose,
    Question,
    Resource,
    ResourceKind,
    ResourceStatus,
)

# Printed order is no other order: neither that of ids, nor that of words.
_QUESTIONS = {
    "G9": ("Q9.10", "Q9.2", "Q9.1"),
    "G2": ("Q2.7", "Q2.1"),
    "G11": ("Q11.2", "Q11.1"),
}
_PRINCIPLES = {"G9": (1, 2), "G2": (3,), "G11": (4,)}
_RESOURCES = ("the-plan", "an-act")


def question_ids() -> tuple[QuestionId, ...]:
    """Return the ids of all questions, as printed."""
    return tuple(QuestionId(each) for group in _QUESTIONS.values() for each in group)


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
        table_url="https://example.org/table",
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
        tidying="What was put right.",
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
