"""Completeness: whole numbers, rounded down, and exact where it is held to a bar."""

import pickle
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from integrated_care_principles import Completeness, MalformedError, Problem
from integrated_care_principles.scoring._completeness import total

Percent = Callable[[Completeness], int | None]


def counts() -> st.SearchStrategy[Completeness]:
    """Return a strategy for completenesses, also of nothing at all."""
    return st.builds(
        lambda complete, missing, excluded, partner_led: Completeness(
            complete=complete,
            expected=complete + missing,
            excluded=excluded,
            partner_led=partner_led,
        ),
        *[st.integers(0, 300)] * 4,
    )


def only_complete_is_100(percent: Percent, completeness: Completeness) -> None:
    """100 means complete, and nothing else does; nothing expected has no percent."""
    found = percent(completeness)

    assert (found is None) == (completeness.expected == 0)
    if found is not None:
        assert (found == 100) == (completeness.complete == completeness.expected)
        assert found <= 100 * Fraction(completeness.complete, completeness.expected)
        assert found + 1 > 100 * Fraction(completeness.complete, completeness.expected)


def ours(completeness: Completeness) -> int | None:
    """Return the percent as the library has it."""
    return completeness.percent


def to_the_nearest(completeness: Completeness) -> int | None:
    """Round as one does at school."""
    if completeness.expected == 0:
        return None
    return round(100 * completeness.complete / completeness.expected)


def never_none(completeness: Completeness) -> int | None:
    """Call it complete where there was nothing to do."""
    return 100 if completeness.expected == 0 else completeness.percent


@given(completeness=counts())
def test_only_complete_is_100(completeness: Completeness) -> None:
    """Percents are rounded down, and there are none of nothing."""
    only_complete_is_100(ours, completeness)


@pytest.mark.parametrize("twin", [to_the_nearest, never_none])
def test_only_complete_is_100_refuses(twin: Percent) -> None:
    """A percent that rounds up, or makes something of nothing, breaks the law."""

    def broken(completeness: Completeness) -> bool:
        try:
            only_complete_is_100(twin, completeness)
        except AssertionError:
            return True
        return False

    search = settings(max_examples=5000, database=None, phases=[Phase.generate])
    assert find(counts().map(broken), bool, settings=search)


@given(completeness=counts())
def test_excuses_stay_in_sight(completeness: Completeness) -> None:
    """With the excused expected, what is complete stays, and the sum is whole."""
    everything = completeness.if_expected

    assert completeness.complete == everything.complete
    assert everything.expected == (
        completeness.expected + completeness.excluded + completeness.partner_led
    )
    assert everything == everything.if_expected


@given(completeness=counts(), percent=st.fractions(0, 101, max_denominator=400))
def test_a_bar_is_exact(completeness: Completeness, percent: Fraction) -> None:
    """A bar is reached where the exact share is not below it."""
    reached = completeness.expected > 0 and (
        Fraction(completeness.complete, completeness.expected) * 100 >= percent
    )

    assert reached is completeness.reaches(percent)


@pytest.mark.parametrize(
    ("complete", "expected", "percent", "reached"),
    [
        (2, 3, 66, True),
        (2, 3, 67, False),
        (2, 3, Fraction("66.66"), True),
        (2, 3, Fraction("66.67"), False),
        (2, 3, Fraction(200, 3), True),
        (299, 300, 100, False),
        (299, 300, Fraction("99.5"), True),
        (300, 300, 100, True),
        (300, 300, 101, False),
        (0, 300, 0, True),
        (1, 1, 100, True),
        (0, 1, 1, False),
        (0, 0, 0, False),
        (0, 0, 100, False),
        (10**30 - 1, 10**30, 100, False),
    ],
)
def test_bars(
    complete: int, expected: int, percent: int | Fraction, reached: bool
) -> None:
    """A bar is not reached by rounding; nothing expected reaches no bar at all."""
    completeness = Completeness(complete=complete, expected=expected)

    assert reached is completeness.reaches(percent)


@pytest.mark.parametrize(
    ("complete", "expected", "text"),
    [
        (31, 45, "31 of 45 (68 %)"),
        (0, 51, "0 of 51 (0 %)"),
        (1, 101, "1 of 101 (0 %)"),
        (50, 51, "50 of 51 (98 %)"),
        (51, 51, "51 of 51 (100 %)"),
        (0, 0, "nothing expected"),
    ],
)
def test_in_words(complete: int, expected: int, text: str) -> None:
    """A completeness says how many of how many, and the percent."""
    assert text == str(Completeness(complete=complete, expected=expected))


def test_excuses_are_not_said() -> None:
    """What is excused stands beside the sum, not in it."""
    some = Completeness(complete=1, expected=2, excluded=3, partner_led=4)

    assert "1 of 2 (50 %)" == str(some)
    assert "1 of 9 (11 %)" == str(some.if_expected)


@given(completeness=counts())
def test_completenesses_are_values(completeness: Completeness) -> None:
    """What is alike is equal, hashes alike, and comes back from a pickle."""
    twin = evolve(completeness)

    assert completeness == twin
    assert hash(completeness) == hash(twin)
    assert completeness == pickle.loads(pickle.dumps(completeness))  # noqa: S301


@pytest.mark.parametrize(
    ("complete", "expected", "excluded", "problems"),
    [
        (2, 1, 0, [Problem("complete", "more-than-expected", "2", "1")]),
        (1, 0, 0, [Problem("complete", "more-than-expected", "1", "0")]),
        (0, 0, -1, [Problem("excluded", "negative", "-1")]),
        (
            -1,
            -2,
            0,
            [
                Problem("complete", "negative", "-1"),
                Problem("expected", "negative", "-2"),
                Problem("complete", "more-than-expected", "-1", "-2"),
            ],
        ),
    ],
)
def test_impossible_counts(
    complete: int, expected: int, excluded: int, problems: list[Problem]
) -> None:
    """More than everything, and less than nothing, cannot be counted."""
    with pytest.raises(MalformedError) as caught:
        Completeness(complete=complete, expected=expected, excluded=excluded)

    assert problems == list(caught.value.problems)


@pytest.mark.parametrize("wrong", [True, 1.0, "1", None])
def test_counts_are_whole_numbers(wrong: Any) -> None:
    """A count is a whole number, and nothing that is like one."""
    with pytest.raises(MalformedError) as caught:
        Completeness(complete=0, expected=wrong)

    assert ["expected"] == [each.path for each in caught.value.problems]


def test_the_sum_of_parts() -> None:
    """Number by number; of nothing it is nothing."""
    part = Completeness(complete=1, expected=2, excluded=3, partner_led=4)

    assert total([]) == Completeness(complete=0, expected=0)
    assert total([part, part]) == Completeness(
        complete=2, expected=4, excluded=6, partner_led=8
    )
