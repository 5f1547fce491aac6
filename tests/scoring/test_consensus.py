"""When people agree: rules that are data, by hand and by laws."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.assessment import Level, LevelId
from integrated_care_principles.exceptions import ConsensusUnfitError, MalformedError
from integrated_care_principles.scoring import (
    DELPHI_ADAPTED,
    DELPHI_PUBLISHED,
    MAJORITY,
    RULES,
    Consensus,
    Distribution,
    LevelCount,
    Verdict,
)


def rated(*counts: int) -> Distribution:
    """Return how many rated at each level, from worst to best."""
    return Distribution(
        levels=tuple(
            LevelCount(level=Level(id=LevelId(f"l{place}"), title="t"), count=count)
            for place, count in enumerate(counts)
        )
    )


def outside_by_hand(counts: tuple[int, ...], band: int) -> int:
    """Return how many are outside the best band, by sorting and counting each rating."""
    ratings = [level for level, count in enumerate(counts) for _ in range(count)]
    middle = {ratings[(len(ratings) - 1) // 2], ratings[len(ratings) // 2]}
    best = len(ratings)
    for low in range(len(counts)):
        inside = range(low, low + band)
        if low + band <= max(band, len(counts)) and middle <= set(inside):
            best = min(best, sum(each not in inside for each in ratings))
    return best


@pytest.mark.parametrize(
    ("counts", "verdict", "outside"),
    [
        ((0, 2, 1, 0), Verdict.AGREED, 1),
        ((0, 1, 1, 0), Verdict.SPLIT, 2),
        ((1, 1, 1, 0), Verdict.SPLIT, 2),
        ((0, 0, 3, 2), Verdict.AGREED, 2),
        ((0, 0, 2, 2), Verdict.SPLIT, 4),
        ((0, 0, 1, 0), Verdict.TOO_FEW, 0),
        ((0, 0, 0, 0), Verdict.TOO_FEW, 0),
    ],
)
def test_majority(counts: tuple[int, ...], verdict: Verdict, outside: int) -> None:
    """More than half at one level; half is not enough."""
    assert (verdict, outside) == (
        MAJORITY.verdict(rated(*counts)),
        MAJORITY.outside_of(rated(*counts)),
    )


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        # three of twelve outside 2 to 4; four; and as far apart as can be
        ((1, 1, 3, 4, 2, 1), Verdict.AGREED),
        ((2, 1, 3, 3, 2, 1), Verdict.SPLIT),
        ((6, 0, 0, 0, 0, 6), Verdict.SPLIT),
        ((0, 0, 0, 0, 0, 12), Verdict.AGREED),
        ((0, 0, 0, 0, 0, 11), Verdict.TOO_FEW),
        ((0, 0, 0, 0, 0, 13), Verdict.OTHER_NUMBER),
    ],
)
def test_the_published_rule(counts: tuple[int, ...], verdict: Verdict) -> None:
    """Fewer than four of twelve outside a three-point region that holds the median."""
    assert verdict is DELPHI_PUBLISHED.verdict(rated(*counts))


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ((0, 2, 1, 0), Verdict.AGREED),  # beside each other
        ((1, 1, 1, 0), Verdict.SPLIT),  # one of three is a third
        ((1, 3, 2, 0), Verdict.AGREED),  # one of six
        ((2, 3, 1, 0), Verdict.AGREED),
        ((2, 2, 2, 0), Verdict.SPLIT),
        ((0, 2, 0, 0), Verdict.TOO_FEW),
    ],
)
def test_the_adapted_rule(counts: tuple[int, ...], verdict: Verdict) -> None:
    """Fewer than a third outside two of four levels."""
    assert verdict is DELPHI_ADAPTED.verdict(rated(*counts))


@given(st.lists(st.integers(0, 5), min_size=12, max_size=12))
def test_the_adapted_rule_says_what_the_published_one_says(ratings: list[int]) -> None:
    """For twelve ratings on six levels."""
    counts = rated(*(ratings.count(each) for each in range(6)))

    assert DELPHI_PUBLISHED.verdict(counts) is DELPHI_ADAPTED.verdict(counts)


@given(
    st.lists(st.integers(0, 6), min_size=2, max_size=9).map(tuple), st.integers(1, 4)
)
def test_outside_is_counted_as_by_hand(counts: tuple[int, ...], band: int) -> None:
    """Rating by rating, in every band that there is."""
    rule = Consensus(name="own", summary="s", band=band, outside=1, of=2)
    expected = outside_by_hand(counts, band) if sum(counts) else 0

    assert expected == rule.outside_of(rated(*counts))


@given(st.lists(st.integers(0, 6), min_size=2, max_size=9).map(tuple))
def test_a_level_that_most_chose_is_the_median(counts: tuple[int, ...]) -> None:
    """So that the level which is agreed on is the one that most chose."""
    found = rated(*counts)
    if MAJORITY.verdict(found) is Verdict.AGREED:
        (level,) = found.median
        assert 2 * counts[int(level.id[1:])] > sum(counts)
    elif sum(counts) > 1:
        assert 2 * max(counts) <= sum(counts)


@pytest.mark.parametrize(("levels", "band"), [(2, 1), (3, 1), (4, 2), (5, 2), (6, 3)])
def test_half_of_the_levels(levels: int, band: int) -> None:
    """Rounded down, and at least one."""
    everywhere = rated(*[1] * levels)

    assert levels - band == DELPHI_ADAPTED.outside_of(everywhere) or levels == 2


def test_a_rule_is_for_the_scales_that_it_was_published_for() -> None:
    """Another is refused, with the rule that takes any."""
    DELPHI_PUBLISHED.require_fit(6)
    for each in (MAJORITY, DELPHI_ADAPTED):
        each.require_fit(4)
    with pytest.raises(ConsensusUnfitError) as caught:
        DELPHI_PUBLISHED.require_fit(4)
    assert ("delphi-published", 4, 6) == (
        caught.value.rule,
        caught.value.found,
        caught.value.expected,
    )


@pytest.mark.parametrize(
    "name", ["band", "outside", "of", "least", "ratings", "levels"]
)
def test_numbers_of_a_rule_are_positive(name: str) -> None:
    """There is no band of nothing."""
    good: dict[str, Any] = {
        "name": "own",
        "summary": "s",
        "band": 1,
        "outside": 1,
        "of": 2,
    }
    Consensus(**{**good, name: 1})
    with pytest.raises(MalformedError, match=f"{name}: 0 is less than one"):
        Consensus(**{**good, name: 0})


def test_rules_go_by_their_names() -> None:
    """And each says in words what it is; the published one where it was published."""
    assert {"majority", "delphi-adapted", "delphi-published"} == set(RULES)
    assert all(name == each.name and each.summary for name, each in RULES.items())
    assert ["https://doi.org/10.5334/ijic.7747"] == [
        each.source for each in RULES.values() if each.source
    ]
    assert "Adapted by us" in DELPHI_ADAPTED.summary
    assert all(each.says for each in Verdict)
