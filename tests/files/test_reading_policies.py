"""Policies of the user's own: strictly read, with everything that is wrong at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from integrated_care_principles import load_catalogue, read_policy
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import PolicyFileError
from integrated_care_principles.files import decode_policy, encode_policy
from integrated_care_principles.scoring import Code, Excused, Policy, Weight

CATALOGUE = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/policies/strathenlow-board.json"


def plain() -> dict[str, Any]:
    """Return the example as JSON has it."""
    raw: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return raw


def problems(raw: object) -> list[tuple[str, str, str | None]]:
    """Return what is wrong with a file that says *raw*."""
    with pytest.raises(PolicyFileError) as caught:
        decode_policy(json.dumps(raw).encode(), CATALOGUE)
    return [(each.path, each.code, each.nearest) for each in caught.value.problems]


def test_the_example() -> None:
    """What the file says is what the policy asks for."""
    summary = plain()["summary"]

    assert read_policy(EXAMPLE, CATALOGUE) == Policy(
        name="strathenlow-board",
        summary=summary,
        criteria=(Code.TEXT_MISSING, Code.EVIDENCE_MISSING, Code.EVIDENCE_STALE),
        weights=tuple(
            Weight(question=QuestionId(f"Q8.{each}"), points=2) for each in range(1, 6)
        ),
        excused=Excused.EXPECTED,
        evidence_lasts=12,
    )


def test_a_policy_is_written_as_it_is_read() -> None:
    """Every policy is read back from what is written of it, and always the same way."""
    policy = read_policy(EXAMPLE, CATALOGUE)
    for each in (policy, evolve(policy, evidence_lasts=None)):
        data = encode_policy(each)
        assert each == decode_policy(data, CATALOGUE)
        assert data == encode_policy(each)
    assert EXAMPLE.read_bytes() == encode_policy(policy)


def test_the_least_that_a_policy_says() -> None:
    """A name and a summary; whoever marks an answer as answered is then believed."""
    least = {"format": 1, "name": "least", "summary": "As marked."}

    assert Policy(name="least", summary="As marked.") == (
        decode_policy(json.dumps(least).encode(), CATALOGUE)
    )


def test_everything_that_is_wrong_comes_at_once() -> None:
    """Keys, words, numbers and questions, each with the nearest valid one."""
    raw = plain()
    raw["nam"] = raw.pop("name")
    raw["criteria"][0] = "txt-missing"
    raw["weights"][0]["question"] = "Q88.1"
    raw["weights"][1]["points"] = 2.5
    raw["weights"][2]["points"] = -1
    raw["excused"] = "ignored"
    raw["evidence_lasts"] = "12"

    assert {
        ("", "unknown-key", "name"),
        ("", "missing-key", None),
        ("criteria[0]", "unknown-word", "text-missing"),
        ("weights[0].question", "unknown-question", "Q8.1"),
        ("weights[1].points", "wrong-type", None),
        ("weights[2].points", "not-positive", None),
        ("excused", "unknown-word", None),
        ("evidence_lasts", "wrong-type", None),
    } == set(problems(raw))


def test_rules_across() -> None:
    """What cannot be asked for, what is said twice, and a name that is ours."""
    raw = plain()
    raw["name"] = "assured"
    raw["criteria"] = ["draft", "text-missing", "text-missing"]
    raw["weights"].append(raw["weights"][0])

    assert [
        ("criteria[0]", "not-a-criterion", None),
        ("criteria[2]", "repeated", None),
        ("weights[5].question", "repeated", None),
        ("name", "taken-name", None),
    ] == problems(raw)


@pytest.mark.parametrize("raw", [[], 1, "answered", None])
def test_what_is_no_object(raw: object) -> None:
    """What holds no object holds no policy."""
    assert ["wrong-type"] == [code for _, code, _ in problems(raw)]


def test_weights_that_are_no_list() -> None:
    """What cannot be read is said, and nothing that follows from it."""
    assert [("weights", "wrong-type", None)] == problems({**plain(), "weights": 2})
