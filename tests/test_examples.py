"""The examples score as they were counted by hand, and are written as we write."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import (
    Assessment,
    Completeness,
    EvidenceKind,
    Status,
    decode_assessment,
    encode_assessment,
    load_catalogue,
    read_assessment,
    score,
)

SCOTLAND = load_catalogue()
EXAMPLES = Path(__file__).parents[1] / "examples"
BY_HAND = tomllib.loads(
    (Path(__file__).parent / "by_hand.toml").read_text(encoding="utf-8")
)
NAMES = sorted(each.name for each in EXAMPLES.glob("*.json"))
TOGETHER = sorted(
    f"{each.parent.name}/{each.name}"
    for folder in ("assessors", "localities")
    for each in (EXAMPLES / folder).glob("*.json")
)
RECENT = "strathenlow-2025-26.json"


def example(name: str) -> Assessment:
    """Return the example in the file *name*."""
    assessment, _ = read_assessment(EXAMPLES / name, SCOTLAND)
    return assessment


def cell(completeness: Completeness) -> dict[str, int | None]:
    """Return a completeness as the counts by hand have it."""
    return {
        "complete": completeness.complete,
        "expected": completeness.expected,
        "excluded": completeness.excluded,
        "partner_led": completeness.partner_led,
        "percent": completeness.percent,
    }


def test_every_example_was_counted() -> None:
    """There is no example that nobody has counted, and the other way round."""
    assert NAMES == sorted(BY_HAND)


@pytest.mark.parametrize("name", NAMES)
def test_question_by_question(name: str) -> None:
    """Each of the 51 questions counts as it was counted by hand."""
    by_hand: dict[str, Any] = BY_HAND[name]["questions"]
    card = score(example(name), SCOTLAND)

    assert 51 == len(by_hand)
    assert by_hand == {
        id: {"complete": each.complete, "code": each.code.value}
        for id, each in card.questions.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_group_by_group(name: str) -> None:
    """Each group adds up as it was added up by hand."""
    groups = score(example(name), SCOTLAND).groups

    assert BY_HAND[name]["groups"] == {id: cell(each) for id, each in groups.items()}


@pytest.mark.parametrize("name", NAMES)
def test_principle_by_principle(name: str) -> None:
    """Each principle adds up as it was added up by hand."""
    principles = score(example(name), SCOTLAND).principles

    assert BY_HAND[name]["principles"] == {
        str(number): cell(each) for number, each in principles.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_overall(name: str) -> None:
    """The whole adds up as it was added up by hand; one early rating rests on nothing."""
    card = score(example(name), SCOTLAND)
    found = {
        "strathenlow-2024-25.json": ["responses[12].rating: rated established, but "]
    }

    assert BY_HAND[name]["overall"] == cell(card.overall)
    assert [f"{each}no evidence is named" for each in found.get(name, [])] == (
        list(map(str, card.findings))
    )


@pytest.mark.parametrize("name", [*NAMES, *TOGETHER])
def test_to_the_byte(name: str) -> None:
    """Reading and writing an example gives the same bytes."""
    data = (EXAMPLES / name).read_bytes()

    assert data == encode_assessment(decode_assessment(data, SCOTLAND), SCOTLAND)


@pytest.mark.parametrize("name", [*NAMES, *TOGETHER])
def test_they_say_that_they_are_invented(name: str) -> None:
    """Whoever sees an example, or a report of it, learns that it is illustrative."""
    assert "illustrative" in example(name).subject


def test_the_page_beside_them_says_so_too() -> None:
    """The README of the examples begins with what they are not."""
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")

    assert "Strathenlow is invented" in readme


def test_every_status() -> None:
    """The newer example has all seven states, and evidence of every kind."""
    recent = example(RECENT)
    evidence = {each.kind for one in recent.responses for each in one.evidence}

    assert set(Status) == {each.status for each in recent.responses}
    assert len(recent.responses) < 51
    assert set(EvidenceKind) == evidence


def test_well_over_half_filled() -> None:
    """The newer example is the one a newcomer wants to see."""
    assert 35 == score(example(RECENT), SCOTLAND).overall.complete


def test_one_body_twice() -> None:
    """Both are of the same body, a year apart."""
    earlier, later = map(example, NAMES)

    assert earlier.subject == later.subject
    assert earlier.period.end < later.period.start


def test_four_localities_over_three_years_and_three_assessors() -> None:
    """They are all there, and of one partnership."""
    every = [example(each) for each in TOGETHER]

    assert 3 + 4 * 3 == len(every)
    assert 1 == len({each.subject for each in every})
    assert {"", "Ardvarran", "Enlowmouth", "Kirkfendry", "Upper Strath"} == {
        each.locality for each in every
    }
    assert {"2023-24", "2024-25", "2025-26"} == {each.period.name for each in every}
    assert 3 == len({each.assessor for each in every if not each.locality})


@pytest.mark.parametrize("name", TOGETHER)
def test_nothing_is_found_in_them(name: str) -> None:
    """No rating rests on nothing, and no response is out of scope."""
    assert () == score(example(name), SCOTLAND).findings
