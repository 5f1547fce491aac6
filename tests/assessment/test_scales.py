"""Scales: levels in their order, the worst first."""

import pickle
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    SCALES,
    Level,
    LevelId,
    Scale,
)
from integrated_care_principles.catalogue import Confidence
from integrated_care_principles.exceptions import MalformedError, Problem
from integrated_care_principles.testing import scales

WEAK = Level(id=LevelId("weak"), title="Weak", low=True)
GOOD = Level(id=LevelId("good"), title="Good")


def test_levels_of_the_ministerial_group() -> None:
    """The scale of 2019 has four levels, the first two of them low."""
    assert [
        ("not-yet-established", "Not yet established", True),
        ("partly-established", "Partly established", True),
        ("established", "Established", False),
        ("exemplary", "Exemplary", False),
    ] == [(each.id, each.title, each.low) for each in MSG_2019.levels]


def test_levels_of_the_care_inspectorate() -> None:
    """The six-point scale has six levels, the first two of them low."""
    assert [
        ("unsatisfactory", "Unsatisfactory", True),
        ("weak", "Weak", True),
        ("adequate", "Adequate", False),
        ("good", "Good", False),
        ("very-good", "Very good", False),
        ("excellent", "Excellent", False),
    ] == [(each.id, each.title, each.low) for each in CARE_INSPECTORATE.levels]


def test_scales_by_id() -> None:
    """Two scales are built in."""
    assert {
        "msg-2019": MSG_2019,
        "care-inspectorate": CARE_INSPECTORATE,
    } == SCALES


def test_how_sure_a_scale_is() -> None:
    """A scale that was not seen in its source says that it is less sure."""
    assert Confidence.LOW is MSG_2019.confidence
    assert Confidence.HIGH is CARE_INSPECTORATE.confidence
    assert MSG_2019.source
    assert CARE_INSPECTORATE.source


@given(scale=scales())
def test_a_scale_knows_its_levels(scale: Scale) -> None:
    """Each level of a scale is in it, and found by its id."""
    assert scale.levels == tuple(scale.level(each.id) for each in scale.levels)
    assert all(each.id in scale for each in scale.levels)
    assert "splendid" not in scale


def test_a_level_is_not_low_by_default() -> None:
    """A level asks for an action only where the scale says so."""
    assert (True, False) == (WEAK.low, GOOD.low)


def test_a_level_that_is_not_there() -> None:
    """A level that a scale does not have is a key that is not there."""
    with pytest.raises(KeyError, match="splendid"):
        MSG_2019.level("splendid")


@given(scale=scales())
def test_scales_are_values(scale: Scale) -> None:
    """A scale that is alike is equal, hashes alike, and comes back from a pickle."""
    twin = evolve(scale)

    assert scale == twin
    assert hash(scale) == hash(twin)
    assert scale == pickle.loads(pickle.dumps(scale))  # noqa: S301 - our own


def test_what_was_looked_up_does_not_count() -> None:
    """A scale stays the same value after somebody asked it for a level."""
    scale = evolve(MSG_2019)

    assert "established" in scale
    assert MSG_2019 == scale == pickle.loads(pickle.dumps(scale))  # noqa: S301


def test_a_scale_stays_as_it_is() -> None:
    """Nobody can take a level out of a scale."""
    with pytest.raises(FrozenInstanceError):
        MSG_2019.levels = ()  # type: ignore[misc]


@pytest.mark.parametrize("levels", [(), (GOOD,)])
def test_too_few_levels(levels: tuple[Level, ...]) -> None:
    """A scale that tells nothing apart is malformed."""
    with pytest.raises(MalformedError) as caught:
        Scale(id="ours", title="Ours", levels=levels)

    assert (Problem("levels", "too-few-levels"),) == caught.value.problems


def test_repeated_levels() -> None:
    """Two levels of one id cannot be told apart; each repetition is named."""
    with pytest.raises(MalformedError) as caught:
        Scale(id="ours", title="Ours", levels=(WEAK, GOOD, WEAK, GOOD))

    assert (
        Problem("levels[2].id", "repeated", "weak"),
        Problem("levels[3].id", "repeated", "good"),
    ) == caught.value.problems


@pytest.mark.parametrize(
    ("values", "path", "code"),
    [
        ({"id": "Ours"}, "id", "malformed-id"),
        ({"id": "our scale"}, "id", "malformed-id"),
        ({"title": "\t"}, "title", "blank"),
        ({"levels": [WEAK, GOOD]}, "levels", "wrong-type"),
        ({"levels": (WEAK, "good")}, "levels[1]", "wrong-type"),
        ({"source": 1}, "source", "wrong-type"),
        ({"confidence": "high"}, "confidence", "wrong-type"),
    ],
)
def test_malformed_scales(values: dict[str, Any], path: str, code: str) -> None:
    """The problem names the field."""
    with pytest.raises(MalformedError) as caught:
        evolve(MSG_2019, **values)

    (problem,) = caught.value.problems
    assert (path, code) == (problem.path, problem.code)


@pytest.mark.parametrize(
    ("values", "path", "code"),
    [
        ({"id": "very_good"}, "id", "malformed-id"),
        ({"title": ""}, "title", "blank"),
        ({"low": 0}, "low", "wrong-type"),
    ],
)
def test_malformed_levels(values: dict[str, Any], path: str, code: str) -> None:
    """The problem names the field."""
    with pytest.raises(MalformedError) as caught:
        evolve(GOOD, **values)

    (problem,) = caught.value.problems
    assert (path, code) == (problem.path, problem.code)
