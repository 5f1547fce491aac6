"""``icp gaps``: what is missing, what closing it adds, what is late or no longer holds."""

import json
from pathlib import Path

import pytest

from integrated_care_principles import load_catalogue

from .conftest import Icp

CATALOGUE = load_catalogue()
DAY = ("--on", "2026-11-21")


def test_gaps(icp: Icp, example: Path) -> None:
    """Each question with a gap is shown whole, with all that it lacks and would add."""
    result = icp("gaps", example)
    flat = " ".join(result.out.split())

    assert (0, "") == (result.code, result.err)
    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert "policy answered; on 2026-03-31 35 of 47 (74 %) complete Q2.4 How" in flat
    assert (
        f"Q8.3 {CATALOGUE.question('Q8.3').text} - nobody has answered it [unanswered] "
        "adds 1 to the whole and to principle 8"
    ) in flat
    assert (
        "- put off [deferred] - no reason is given [reason-missing] adds 1 to the whole "
        "and to principles 2, 4, 10, once all 2 are done"
    ) in flat
    assert f"(follows Q6.1: {CATALOGUE.question('Q6.1').text}) - marked" in flat
    assert "adds 1 to the whole and to principle 9; wanted by 2026-11-27" in flat
    assert "Questions are quoted from the guidance; what is missing is in our" in flat


def test_late(icp: Icp, example: Path) -> None:
    """What is late by a day, with who sees to it, and what no longer holds on it."""
    result = icp("gaps", example, "--policy", "assured", *DAY)
    flat = " ".join(result.out.split())

    assert "policy assured; on 2026-11-21 29 of 47 (61 %) complete" in flat
    assert (
        "Overdue actions; they keep nothing back: Q1.2 2025-12-31: Agree the information "
        "sharing agreement with all 11 GP practices (Data Protection Officers, Council "
        "and Health Board)"
    ) in flat
    assert "Evidence that no longer holds: Q1.2 2026-06-30: Strathenlow" in flat
    assert (
        "Q6.1 of too long ago: Residents\u2019 group: notes of the writing days" in flat
    )
    assert (
        "- nobody sees to an action that is to be done [action-without-owner]: Make"
        in (flat)
    )


@pytest.mark.parametrize(
    ("by", "first"), [("gain", "Q2.4"), ("due", "Q3.4"), ("question", "Q1.3")]
)
def test_in_which_order(icp: Icp, example: Path, by: str, first: str) -> None:
    """The most gain, the earliest day, or as printed, first."""
    policy = ("--policy", "assured")
    lines = icp("gaps", example, *policy, *DAY, "--by", by).out.splitlines()
    plain = json.loads(icp("gaps", example, *policy, *DAY, "--by", by, "--json").out)

    assert first == lines[4][:4]
    assert first == plain["tasks"][0]["question"]


def test_for_machines(icp: Icp, example: Path) -> None:
    """Every task with its place, what it adds, and by which day."""
    plain = json.loads(icp("gaps", example, "--policy", "assured", *DAY, "--json").out)

    assert (29, 47) == (plain["overall"]["complete"], plain["overall"]["expected"])
    assert ("assured", "2026-11-21") == (plain["policy"], plain["on"])
    assert {
        "question": "Q3.4",
        "code": "action-without-owner",
        "says": "nobody sees to an action that is to be done",
        "place": "actions[0].owner",
        "what": "Make one map of community assets that groups can correct themselves",
        "owner": "",
        "gain": 1,
        "others": 1,
        "principles": [3, 7],
        "due": "2026-09-18",
    } in plain["tasks"]
    assert (11, 5, []) == (
        len(plain["overdue"]),
        len(plain["stale"]),
        plain["resources"],
    )
    assert None is plain["stale"][-1]["due"]


def cited(example: Path) -> bytes:
    """Return the example with evidence that is called like a resource out of date."""
    plain = json.loads(example.read_bytes())
    title = CATALOGUE.stale()[0].title
    plain["responses"][0]["evidence"] = [{"kind": "document", "title": title}]
    return json.dumps(plain).encode()


def test_resources_that_are_not_what_they_were(icp: Icp, example: Path) -> None:
    """They stand on the agenda, once, with what to use instead."""
    result = icp("gaps", "-", stdin=cited(example))
    plain = json.loads(icp("gaps", "-", "--json", stdin=cited(example)).out)
    page = icp("gaps", "-", "--agenda", stdin=cited(example)).out
    flat = " ".join(result.out.split())

    assert "" == result.err
    assert "Resources that are not what they were: - responses[0].evidence[0]" in flat
    assert ["resource-stale"] == [each["code"] for each in plain["resources"]]
    assert "in its place: " in plain["resources"][0]["says"]
    assert "\nResources that are not what they were: 1\n" in page


def test_one_page(icp: Icp, example: Path) -> None:
    """The most important of it, a line each, on a page; what is left out is counted."""
    page = icp("gaps", example, "--agenda", "--policy", "assured", *DAY).out
    lines = page.splitlines()

    assert len(lines) <= 60
    assert all(len(line) <= 80 for line in lines)
    assert (
        "  [ ] Q2.4  +1 draft: How have you allocated time to enable all staff to work t…"
        in (lines)
    )
    assert "  and 4 more" in lines
    assert any("deferred: (follows Q9.7) How do you" in each for each in lines)
    assert any(
        each.startswith("  [ ] Q1.2  2025-12-31 action-overdue: ") for each in lines
    )


def test_nothing_to_do(icp: Icp, example: Path) -> None:
    """Where nothing is missing nothing is listed."""
    plain = json.loads(example.read_bytes())
    plain["scope"] = ["G5"]
    stdin = json.dumps(plain).encode()

    assert (
        "4 of 4 (100 %) complete\n\nQuestions are" in icp("gaps", "-", stdin=stdin).out
    )
    assert "To do" not in icp("gaps", "-", "--agenda", stdin=stdin).out
