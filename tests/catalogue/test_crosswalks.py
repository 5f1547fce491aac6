"""Links from principles and questions to something else, found from both ends."""

from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Crosswalk,
    load_catalogue,
    load_outcome_links,
)
from integrated_care_principles.catalogue import (
    Confidence,
    Link,
    PrincipleNumber,
    QuestionId,
    Relation,
    Target,
)
from integrated_care_principles.exceptions import MalformedError, UnknownTargetError

CATALOGUE = load_catalogue()
OURS = load_outcome_links()
TARGETS = tuple(Target(id=each, title=f"Aim {each}") for each in ("A1", "A2", "A3"))


def link(
    target: str, *, principle: int | None = None, question: str | None = None
) -> Link:
    """Return a link to *target*."""
    return Link(
        principle=None if principle is None else PrincipleNumber(principle),
        question=None if question is None else QuestionId(question),
        target=target,
        relation=Relation.RELATED,
        rationale="They belong together.",
        confidence=Confidence.LOW,
    )


def crosswalk(*links: Link) -> Crosswalk:
    """Return a crosswalk to three aims."""
    return Crosswalk(
        id="plan", title="A plan", author="A planner", targets=TARGETS, links=links
    )


SOURCES: list[tuple[int | None, str | None]] = [
    *((each.number, None) for each in CATALOGUE.principles),
    *((None, each.id) for each in CATALOGUE.questions[:12]),
]
LINKS = st.lists(
    st.builds(
        lambda source, target: link(target, principle=source[0], question=source[1]),
        st.sampled_from(SOURCES),
        st.sampled_from(["A1", "A2", "A3"]),
    ),
    unique=True,
)


def test_ours_says_that_it_is_ours() -> None:
    """No official mapping exists: each link has a reason, and none is sure."""
    assert "not official" in OURS.author
    assert all(each.rationale for each in OURS.links)
    assert Confidence.HIGH not in {each.confidence for each in OURS.links}


def test_ours_leads_to_the_national_outcomes() -> None:
    """Its targets are the nine outcomes, under their numbers and our labels."""
    assert [(f"{each.number}", each.label) for each in CATALOGUE.outcomes] == [
        (each.id, each.title) for each in OURS.targets
    ]


@pytest.mark.parametrize(("principle", "outcome"), [(6, "3"), (8, "7"), (12, "9")])
def test_the_pairs_that_share_a_word(principle: int, outcome: str) -> None:
    """Dignity, safety and resources stand in a principle and in an outcome."""
    assert [outcome] == [each.id for each in OURS.targets_of(principle=principle)]
    assert [principle] == [each.principle for each in OURS.links_of(target=outcome)]


def test_always_the_same_links() -> None:
    """They are made once."""
    assert load_outcome_links() is OURS


@given(links=LINKS)
def test_a_lookup_and_its_reverse_agree(links: list[Link]) -> None:
    """Whatever is found from one end is found from the other."""
    assert_both_ways(crosswalk(*links), lambda made, aim: made.links_of(target=aim))


def test_a_reverse_that_forgets_is_noticed() -> None:
    """The law refuses a lookup that finds only the first."""
    made = crosswalk(link("A1", principle=1), link("A1", principle=2))
    with pytest.raises(AssertionError):
        assert_both_ways(made, lambda made, aim: made.links_of(target=aim)[:1])


def assert_both_ways(
    made: Crosswalk, reverse: Callable[[Crosswalk, str], tuple[Link, ...]]
) -> None:
    """Do nothing where each source finds a target just where that finds the source."""
    for ends in SOURCES:
        found = {
            each.id for each in made.targets_of(principle=ends[0], question=ends[1])
        }
        for target in made.targets:
            back = {
                (each.principle, each.question) for each in reverse(made, target.id)
            }
            assert (target.id in found) == (ends in back)


def test_targets_stand_in_their_own_order() -> None:
    """Not in that of the links."""
    made = crosswalk(link("A3", principle=1), link("A1", principle=1))

    assert ["A1", "A3"] == [each.id for each in made.targets_of(principle=1)]


def test_a_target_that_is_not_there() -> None:
    """It is named, with those that are."""
    with pytest.raises(UnknownTargetError, match="no target 'A9'"):
        crosswalk().links_of(target="A9")


def test_a_link_has_one_source() -> None:
    """A principle or a question: not both, and not neither."""
    for principle, question in ((None, None), (1, "Q1.1")):
        with pytest.raises(MalformedError, match="name a principle or a question"):
            link("A1", principle=principle, question=question)


def test_what_cannot_be_a_crosswalk() -> None:
    """Everything that is wrong across links and targets comes at once."""
    twice = link("A1", principle=1)
    with pytest.raises(MalformedError) as caught:
        evolve(
            crosswalk(),
            targets=(*TARGETS, TARGETS[0]),
            links=(twice, twice, link("A11", question="Q1.1")),
        )

    assert [
        ("targets[3]", "repeated", None),
        ("links[1]", "repeated", None),
        ("links[2].target", "unknown-target", "A1"),
    ] == [(each.path, each.code, each.nearest) for each in caught.value.problems]
