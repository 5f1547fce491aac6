"""Scales on which people rate how well something is established. Ordinal, never means."""

from collections.abc import Iterator
from functools import cached_property
from typing import NewType

from attrs import field, frozen

from integrated_care_principles.catalogue import Confidence
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed

LevelId = NewType("LevelId", str)


@frozen(kw_only=True)
class Level:
    """
    One step of a scale.

    Attributes:
        low: Whether a rating of this level asks for an action.
    """

    id: LevelId = field(metadata=SLUG)
    title: str = field(metadata=NOT_BLANK)
    low: bool = False

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Scale:
    """
    Levels in their order. Ratings of one scale are never converted to another.

    Attributes:
        levels: From worst to best; at least two.

        source: Where the scale comes from.

        confidence: How sure it is that the source has these levels.
    """

    id: str = field(metadata=SLUG)
    title: str = field(metadata=NOT_BLANK)
    levels: tuple[Level, ...]
    source: str | None = None
    confidence: Confidence | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _level_problems(self))

    def __contains__(self, level: str) -> bool:
        return level in self._levels

    def level(self, id: str) -> Level:
        """
        Return the level called *id*.

        Raises:
            KeyError: If the scale has no such level.
        """
        return self._levels[id]

    @cached_property
    def _levels(self) -> dict[str, Level]:
        return {each.id: each for each in self.levels}


def _level_problems(scale: Scale) -> Iterator[Problem]:
    if len(scale.levels) < 2:
        yield Problem("levels", "too-few-levels")
    for index, each in enumerate(scale.levels):
        if each.id in {earlier.id for earlier in scale.levels[:index]}:
            yield Problem(f"levels[{index}].id", "repeated", found=each.id)


def _scale(
    id: str, title: str, levels: dict[str, str], source: str, confidence: Confidence
) -> Scale:
    """Return a scale whose first two *levels* (titles by id) are low."""
    return Scale(
        id=id,
        title=title,
        levels=tuple(
            Level(id=LevelId(level), title=levels[level], low=index < 2)
            for index, level in enumerate(levels)
        ),
        source=source,
        confidence=confidence,
    )


MSG_2019 = _scale(
    "msg-2019",
    "Review of progress with integration, 2019 (as reported)",
    {
        "not-yet-established": "Not yet established",
        "partly-established": "Partly established",
        "established": "Established",
        "exemplary": "Exemplary",
    },
    # The names of the levels were not seen in the template itself.
    "Reported of the self-evaluation template of the Ministerial Strategic Group for "
    "Health and Community Care, March 2019",
    Confidence.LOW,
)

CARE_INSPECTORATE = _scale(
    "care-inspectorate",
    "Care Inspectorate six-point scale",
    {
        "unsatisfactory": "Unsatisfactory",
        "weak": "Weak",
        "adequate": "Adequate",
        "good": "Good",
        "very-good": "Very good",
        "excellent": "Excellent",
    },
    "http://www.careinspectorate.com/index.php/inspections/change-of-grades",
    Confidence.HIGH,
)

# The scales that an assessment names by their id alone.
SCALES = {each.id: each for each in (MSG_2019, CARE_INSPECTORATE)}
