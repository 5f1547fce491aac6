"""Crosswalks of the user's own: strictly read, with everything that is wrong at once."""

import json
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import load_catalogue, read_crosswalk
from integrated_care_principles.exceptions import CrosswalkFileError
from integrated_care_principles.files import decode_crosswalk

CATALOGUE = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/crosswalks/strathenlow-plan.json"


def plain() -> dict[str, Any]:
    """Return the example as JSON has it."""
    raw: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return raw


def problems(raw: object) -> list[tuple[str, str, str | None]]:
    """Return what is wrong with a file that says *raw*."""
    with pytest.raises(CrosswalkFileError) as caught:
        decode_crosswalk(json.dumps(raw).encode(), CATALOGUE)
    return [(each.path, each.code, each.nearest) for each in caught.value.problems]


def test_the_example() -> None:
    """A plan of one's own is read, and found from both ends."""
    found = read_crosswalk(EXAMPLE, CATALOGUE)

    assert ["A2"] == [each.id for each in found.targets_of(question="Q11.1")]
    assert ["Q11.1", None] == [each.question for each in found.links_of(target="A2")]


def test_everything_that_is_wrong_comes_at_once() -> None:
    """Keys, words, targets, principles and questions, each with the nearest valid one."""
    raw = plain()
    raw["titel"] = raw.pop("title")
    raw["links"][0]["relation"] = "clos"
    raw["links"][1]["question"] = "Q11.11"
    raw["links"][2]["principle"] = 13
    raw["links"][3]["target"] = "A33"
    raw["targets"].append(raw["targets"][0])

    assert {
        ("", "unknown-key", "title"),
        ("", "missing-key", None),
        ("links[0].relation", "unknown-word", "close"),
        ("links[1].question", "unknown-question", "Q11.1"),
        ("links[2].principle", "unknown-principle", None),
        ("links[3].target", "unknown-target", "A3"),
        ("targets[3]", "repeated", None),
    } == set(problems(raw))


def test_where_targets_cannot_be_read_links_are_not_blamed() -> None:
    """What is wrong with a target is said of it alone."""
    raw = plain()
    raw["targets"][1] = {"id": "A2"}

    assert [("targets[1]", "missing-key", None)] == problems(raw)


def test_without_targets() -> None:
    """A crosswalk leads somewhere."""
    raw = plain()
    del raw["targets"]

    assert [("", "missing-key", None)] == problems(raw)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"format": 2}, ("format", "newer-format", None)),
        ({"format": "1"}, ("format", "wrong-type", None)),
        ({"links": {}}, ("links", "wrong-type", None)),
        ({"links": None}, ("links", "null", None)),
        ({"id": "My plan"}, ("id", "malformed-id", None)),
    ],
)
def test_what_is_not_of_its_form(
    change: dict[str, object], found: tuple[str, str, str | None]
) -> None:
    """The header is as strict as the rest."""
    assert found in problems({**plain(), **change})


@pytest.mark.parametrize("raw", [[], "plan", None, 7])
def test_what_is_no_object(raw: object) -> None:
    """A file that holds something else is refused with its type."""
    assert problems(raw)


def test_what_is_no_json(tmp_path: Path) -> None:
    """The error names the file and the line."""
    path = tmp_path / "plan.json"
    path.write_text('{\n  "format": 1,\n', encoding="utf-8")
    with pytest.raises(CrosswalkFileError, match=r"plan\.json: line 3, column 1"):
        read_crosswalk(path, CATALOGUE)
