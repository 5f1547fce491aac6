"""What is put side by side, in which order, and what it is called."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import Axis, compare, load_catalogue
from integrated_care_principles.assessment import Assessment, Period
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.scoring._series import numbered

SCOTLAND = load_catalogue()
YEARS = [
    Period(start=date(year, 4, 1), end=date(year + 1, 3, 31))
    for year in (2023, 2024, 2025)
]
NORTH = Assessment(subject="North", period=YEARS[0], catalogue=SCOTLAND.ref)


def shape(assessments: Sequence[Assessment], by: Axis | None = None) -> list[Any]:
    """Return the series of a comparison, and its steps, by their labels."""
    found = compare(assessments, SCOTLAND, by=by)
    names = dict(zip(map(id, found.members), found.names, strict=True))
    steps = [(names[id(each.before)], names[id(each.after)]) for each in found.steps]
    return [
        found.by.value,
        [(each.label, [one.label for one in each.members]) for each in found.series],
        steps,
    ]


def test_years_go_in_their_order_each_with_the_one_before() -> None:
    """Whatever the order in which they are given."""
    years = [evolve(NORTH, period=each) for each in (YEARS[2], YEARS[0], YEARS[1])]

    assert [
        "period",
        [("", ["2023-24", "2024-25", "2025-26"])],
        [("2023-24", "2024-25"), ("2024-25", "2025-26")],
    ] == shape(years)


def test_places_are_compared_with_the_first() -> None:
    """They have no order of their own; no locality is the whole area."""
    places = [evolve(NORTH, locality=each) for each in ("Glen", "", "Shore")]

    assert [
        "locality",
        [("", ["Glen", "the whole area", "Shore"])],
        [("Glen", "the whole area"), ("Glen", "Shore")],
    ] == shape(places)
    others = [NORTH, evolve(NORTH, subject="South"), evolve(NORTH, locality="Glen")]
    assert [("", ["North", "South", "North, Glen"])] == shape(others)[1]


def test_assessors_are_compared_with_the_first() -> None:
    """Those without a name, or with the same one, have numbers."""
    names = ("Council", "", "Council", "")

    assert [("", ["Council 1", "assessor 1", "Council 2", "assessor 2"])] == shape(
        [evolve(NORTH, assessor=each) for each in names]
    )[1]


def test_places_over_years() -> None:
    """A series for each place; or, if that is asked for, for each year."""
    every = [
        evolve(NORTH, locality=place, period=year, assessor=f"{place} {year}")
        for place in ("Glen", "Shore")
        for year in YEARS[:2]
    ]

    assert [
        "period",
        [("Glen", ["2023-24", "2024-25"]), ("Shore", ["2023-24", "2024-25"])],
        [("Glen, 2023-24", "Glen, 2024-25"), ("Shore, 2023-24", "Shore, 2024-25")],
    ] == shape(every)
    assert [
        "locality",
        [("2023-24", ["Glen", "Shore"]), ("2024-25", ["Glen", "Shore"])],
        [("2023-24, Glen", "2023-24, Shore"), ("2024-25, Glen", "2024-25, Shore")],
    ] == shape(every, Axis.LOCALITY)


def test_who_assessed_tells_series_apart_where_nothing_else_does() -> None:
    """Two bodies that assess the same in two years are two series, not one."""
    every = [
        evolve(NORTH, period=year, assessor=who)
        for year in YEARS[:2]
        for who in ("Board", "Council")
    ]

    assert [("Board", ["2023-24", "2024-25"]), ("Council", ["2023-24", "2024-25"])] == (
        shape(every)[1]
    )
    assert [("2023-24", ["Board", "Council"]), ("2024-25", ["Board", "Council"])] == (
        shape(every, Axis.ASSESSOR)[1]
    )
    places = [evolve(each, locality="Glen") for each in every[:2]]
    found = shape([*every[:2], *places], Axis.LOCALITY)[1]
    assert [
        ("Board", ["the whole area", "Glen"]),
        ("Council", ["the whole area", "Glen"]),
    ] == found


def test_two_of_the_same_are_side_by_side() -> None:
    """Two versions of one file differ in nothing that they could go by."""
    assert [
        "assessor",
        [("", ["assessor 1", "assessor 2"])],
        [("assessor 1", "assessor 2")],
    ] == (shape([NORTH, NORTH]))


def test_none_and_one() -> None:
    """Nothing is compared with nothing; one stands alone, and that is said."""
    assert ["assessor", [], []] == shape([])
    (finding,) = compare([NORTH], SCOTLAND).findings
    assert Problem("", "stands-alone", "assessor", "assessor") == finding
    assert (
        "assessor is compared with nothing: nothing else here differs from it in the "
        "assessor only"
    ) == f"{finding}"


def test_what_is_said_of_years() -> None:
    """That one is no reporting year, and that two overlap."""
    half = evolve(NORTH, period=Period(start=date(2024, 1, 1), end=date(2024, 9, 30)))
    findings = compare([NORTH, half], SCOTLAND).findings
    found = [f"{each}" for each in findings]

    assert [
        "2024-01-01 to 2024-09-30 is no reporting year, which is from 1 April to 31 March",
        "2024-01-01 to 2024-09-30 begins before 2023-24 ends",
    ] == found


@pytest.mark.parametrize(("start", "overlap"), [(1, True), (2, False)])
def test_a_day_that_belongs_to_both_is_an_overlap(start: int, overlap: bool) -> None:
    """The day after is not."""
    first = evolve(NORTH, period=Period(start=date(2024, 1, 1), end=date(2024, 4, 1)))
    day = date(2024, 4, start)
    after = evolve(NORTH, period=Period(start=day, end=date(2024, 5, 1)))
    codes = {each.code for each in compare([first, after], SCOTLAND).findings}

    assert overlap == ("periods-overlap" in codes)


def test_findings_are_of_the_whole() -> None:
    """They have no path in any file."""
    half = evolve(NORTH, period=Period(start=date(2024, 1, 1), end=date(2024, 9, 30)))
    findings = compare([NORTH, half], SCOTLAND).findings

    assert {""} == {each.path for each in findings}


def test_places_and_years_and_assessors_at_once() -> None:
    """What tells series apart stands in their labels, and nothing else."""
    every = [
        evolve(NORTH, locality=place, period=year, assessor=who)
        for place in ("Glen", "Shore")
        for year in YEARS[:2]
        for who in ("Board", "Council")
    ]

    assert ["Glen, Board", "Glen, Council", "Shore, Board", "Shore, Council"] == [
        label for label, _ in shape(every)[1]
    ]
    assert [
        "Glen, 2023-24",
        "Glen, 2024-25",
        "Shore, 2023-24",
        "Shore, 2024-25",
    ] == [label for label, _ in shape(every, Axis.ASSESSOR)[1]]
    mixed = [every[0], every[4], every[6], every[2]]
    assert [("2023-24", ["Glen", "Shore"]), ("2024-25", ["Shore", "Glen"])] == (
        shape(mixed, Axis.LOCALITY)[1]
    )
    assert "locality" == shape(every[::4])[0]


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (date(2025, 4, 1), date(2026, 3, 31), "2025-26"),
        (date(1999, 4, 1), date(2000, 3, 31), "1999-00"),
        (date(2025, 4, 2), date(2026, 3, 31), "2025-04-02 to 2026-03-31"),
        (date(2025, 4, 1), date(2026, 3, 30), "2025-04-01 to 2026-03-30"),
        (date(2025, 4, 1), date(2027, 3, 31), "2025-04-01 to 2027-03-31"),
    ],
)
def test_reporting_years_have_names(start: date, end: date, name: str) -> None:
    """From 1 April to 31 March, and no other days."""
    period = Period(start=start, end=end)

    assert name == period.name
    assert period.is_reporting_year == (len(name) == 7)


def test_places_that_read_alike_are_told_apart() -> None:
    """A number says which is which, where words would not."""
    first = evolve(NORTH, subject="A, B")
    second = evolve(NORTH, subject="A", locality="B")
    every = [
        evolve(each, period=year) for each in (first, second) for year in YEARS[:2]
    ]

    assert ["A, B 1", "A, B 2"] == [label for label, _ in shape(every)[1]]


@given(st.lists(st.sampled_from(("a", "a 1", "b", "1: a", ""))))
def test_no_name_is_given_twice(names: list[str]) -> None:
    """However they are called."""
    found = numbered(names)

    assert len(names) == len(set(found)) == len(found)
    assert all(name in label for name, label in zip(names, found, strict=True))


def test_a_name_that_looks_like_a_number_of_another() -> None:
    """Then every name has a number in front."""
    assert ["1: a", "2: a", "3: a 1"] == numbered(["a", "a", "a 1"])
