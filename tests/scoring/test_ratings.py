"""How answers were rated: counted level by level, with the one in the middle."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import Catalogue, load_catalogue, ratings
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Assessment,
    Level,
    LevelId,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.scoring import Distribution, LevelCount, Ratings
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
YEAR = Period(start=date(2025, 4, 1), end=date(2026, 3, 31))
LEVELS = [each.id for each in MSG_2019.levels]


def rated(*levels: str | None, status: Status = Status.ANSWERED) -> Ratings:
    """Return the ratings where the first questions were rated at these *levels*."""
    questions = [each.id for each in SCOTLAND.questions]
    responses = tuple(
        Response(
            question=question,
            status=status,
            rating=None if level is None else LevelId(level),
        )
        for question, level in zip(questions, levels, strict=False)
    )
    found = ratings(
        Assessment(
            subject="North",
            period=YEAR,
            catalogue=SCOTLAND.ref,
            scale=MSG_2019,
            responses=responses,
        ),
        SCOTLAND,
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("numbers", "median"),
    [
        ((0, 0, 0, 0), []),
        ((1, 0, 0, 0), [0]),
        ((1, 0, 0, 1), [0, 3]),  # between the two, and at neither
        ((1, 1, 0, 1), [1]),
        ((2, 0, 1, 1), [0, 2]),
        ((2, 1, 0, 1), [0, 1]),
        ((1, 2, 0, 1), [1]),
        ((0, 0, 2, 9), [3]),
    ],
)
def test_the_median(numbers: tuple[int, ...], median: list[int]) -> None:
    """The level in the middle, two where it falls between them, never a mean."""
    levels = MSG_2019.levels
    found = Distribution(
        levels=tuple(
            LevelCount(level=level, count=count)
            for level, count in zip(levels, numbers, strict=True)
        )
    )

    assert [levels[each] for each in median] == list(found.median)
    assert sum(numbers) == found.rated


def test_shared_answers_count_for_each_principle() -> None:
    """An answer counts once in the whole, and once for each principle of its group."""
    found = rated(*[LEVELS[0]] * 5, LEVELS[2], None)
    by_principle = {
        int(each.principle): each.distribution for each in found.principle_ratings
    }

    assert [5, 0, 1, 0] == [each.count for each in found.overall.levels]
    assert (6, 1) == (found.overall.rated, found.overall.unrated)
    assert (MSG_2019.levels[0],) == by_principle[1].median
    assert [(1, 1)] * 3 == [
        (by_principle[each].rated, by_principle[each].unrated) for each in (2, 4, 10)
    ]
    assert () == by_principle[12].median


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ANSWERED}))
def test_only_answers_are_counted(status: Status) -> None:
    """Ratings of what is not marked as answered are set aside, and counted there."""
    found = rated(LEVELS[0], None, status=status)

    assert (0, 0, 1) == (found.overall.rated, found.overall.unrated, found.set_aside)


@given(data=st.data(), catalogue=catalogues())
def test_no_rating_is_lost(data: st.DataObject, catalogue: Catalogue) -> None:
    """Every rating is in the distribution or set aside; without a scale there is none."""
    assessment = data.draw(assessments(of=catalogue))
    found = ratings(assessment, catalogue)
    given_ = [each.rating for each in assessment.responses if each.rating is not None]

    assert (found is None) == (assessment.scale is None)
    if found is not None:
        assert len(given_) == found.overall.rated + found.set_aside
        for each in (
            found.overall,
            *(one.distribution for one in found.principle_ratings),
        ):
            middle: tuple[Level, ...] = each.median
            assert bool(each.rated) == bool(middle)
            assert found.scale.levels == tuple(one.level for one in each.levels)


def test_out_of_scope_is_set_aside() -> None:
    """What is not asked in this assessment does not count in its ratings either."""
    response = Response(
        question=QuestionId("Q1.1"),
        status=Status.ANSWERED,
        rating=CARE_INSPECTORATE.levels[5].id,
    )
    whole = Assessment(
        subject="North",
        period=YEAR,
        catalogue=SCOTLAND.ref,
        scale=CARE_INSPECTORATE,
        responses=(response,),
    )
    narrow = evolve(whole, scope=(SCOTLAND.groups[1].id,))
    found = [ratings(each, SCOTLAND) for each in (whole, narrow)]

    assert [(1, 0), (0, 1)] == [
        (each.overall.rated, each.set_aside) for each in found if each is not None
    ]
