"""A catalogue that contradicts itself cannot be built."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.catalogue import (
    GroupId,
    Listing,
    PrincipleNumber,
    Question,
    QuestionId,
    ResourceId,
)
from integrated_care_principles.exceptions import MalformedError
from integrated_care_principles.testing import catalogues

SCOTLAND = load_catalogue()
G1, G2, *OTHERS = SCOTLAND.groups

AGAIN = "stands here a second time; keep one of them"

# What is changed in the shipped catalogue, and what is said of it.
MALFORMED: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a principle twice": (
        {"principles": (*SCOTLAND.principles, SCOTLAND.principles[6])},
        [f"principles[12]: 7 {AGAIN}"],
    ),
    "a group twice": (
        {"groups": (G1, evolve(G2, id=GroupId("G1")), *OTHERS)},
        [f'groups[1]: "G1" {AGAIN}'],
    ),
    "a question twice in a group": (
        {
            "groups": (
                evolve(G1, questions=(*G1.questions, G1.questions[2])),
                G2,
                *OTHERS,
            )
        },
        [f'groups[0].questions[5]: "Q1.3" {AGAIN}'],
    ),
    "a question in two groups": (
        {
            "groups": (
                G1,
                evolve(G2, questions=(*G2.questions, G1.questions[0])),
                *OTHERS,
            )
        },
        [f'groups[1].questions[10]: "Q1.1" {AGAIN}'],
    ),
    "a resource twice": (
        {"resources": (SCOTLAND.resources[1], *SCOTLAND.resources)},
        [f'resources[2]: "{SCOTLAND.resources[1].id}" {AGAIN}'],
    ),
    "an outcome twice": (
        {"outcomes": (SCOTLAND.outcomes[0],) * 3},
        [f"outcomes[1]: 1 {AGAIN}", f"outcomes[2]: 1 {AGAIN}"],
    ),
    "a principle twice in a group": (
        {
            "groups": (
                evolve(G1, principles=(PrincipleNumber(1), PrincipleNumber(1))),
                G2,
                *OTHERS,
            )
        },
        [f"groups[0].principles[1]: 1 {AGAIN}"],
    ),
    "a principle that is not there": (
        {"groups": (evolve(G1, principles=(PrincipleNumber(13),)), G2, *OTHERS)},
        ["groups[0].principles[0]: the catalogue has no principle 13"],
    ),
    "a resource that is not there": (
        {
            "groups": (
                G1,
                evolve(
                    G2,
                    listings=(
                        *G2.listings[:1],
                        Listing(resource=ResourceId("no-such"), wording="No such"),
                    ),
                ),
                *OTHERS,
            )
        },
        ["groups[1].listings[1].resource: the catalogue names no resource no-such"],
    ),
    "a question that follows itself": (
        {
            "groups": (
                evolve(
                    G1,
                    questions=(
                        Question(
                            id=QuestionId("Q1.1"),
                            text="And?",
                            follows=QuestionId("Q1.1"),
                        ),
                    ),
                ),
                G2,
                *OTHERS,
            )
        },
        [
            (
                "groups[0].questions[0].follows: no question Q1.1 stands before this one "
                "in its group"
            )
        ],
    ),
    "a question that follows a later one": (
        {"groups": (evolve(G1, questions=G1.questions[::-1]), G2, *OTHERS)},
        [
            (
                "groups[0].questions[3].follows: no question Q1.1 stands before this one "
                "in its group"
            )
        ],
    ),
    "a question that follows one of another group": (
        {
            "groups": (
                G1,
                evolve(
                    G2,
                    questions=(
                        evolve(G2.questions[0], follows=QuestionId("Q1.1")),
                        *G2.questions[1:],
                    ),
                ),
                *OTHERS,
            )
        },
        [
            (
                "groups[1].questions[0].follows: no question Q1.1 stands before this one "
                "in its group"
            )
        ],
    ),
    "everything at once": (
        {"principles": SCOTLAND.principles[:1] * 2, "groups": (G1, G1)},
        [
            f"principles[1]: 1 {AGAIN}",
            f'groups[1]: "G1" {AGAIN}',
            *(
                f'groups[1].questions[{place}]: "Q1.{place + 1}" {AGAIN}'
                for place in range(5)
            ),
        ],
    ),
    "a wrong field hides what depends on it": (
        {"edition": " ", "groups": (G1, G1)},
        ["edition: may not be blank"],
    ),
}


@pytest.mark.parametrize(("changes", "lines"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_catalogue_is_refused(
    changes: dict[str, Any], lines: list[str]
) -> None:
    """Everything that is wrong is named with its place in the catalogue."""
    with pytest.raises(MalformedError) as caught:
        evolve(SCOTLAND, **changes)

    assert ["malformed Catalogue:", *lines] == str(caught.value).splitlines()


@given(catalogue=catalogues(), data=st.data())
def test_nothing_can_be_taken_away_that_is_referred_to(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    """Without a principle or resource, a catalogue is well-formed if none refers to it."""
    name = data.draw(st.sampled_from(("principles", "resources")))
    all_of_them = getattr(catalogue, name)
    place = data.draw(st.integers(0, len(all_of_them)))
    kept = (*all_of_them[:place], *all_of_them[place + 1 :])
    used = {number for group in catalogue.groups for number in group.principles} | {
        each.resource for group in catalogue.groups for each in group.listings
    }
    gone = {getattr(each, "number", getattr(each, "id", None)) for each in all_of_them}
    gone -= {getattr(each, "number", getattr(each, "id", None)) for each in kept}
    changes: dict[str, Any] = {name: kept}

    if gone & used:
        with pytest.raises(MalformedError):
            evolve(catalogue, **changes)
    else:
        assert kept == getattr(evolve(catalogue, **changes), name)


def test_a_catalogue_may_ask_nothing() -> None:
    """No principles, no groups and no resources is little, but not malformed."""
    empty = evolve(SCOTLAND, principles=(), groups=(), resources=(), outcomes=())

    assert () == empty.questions
    assert () == empty.groups_of()
