"""``icp compare``: what changed, which way, and what cannot be said."""

import json
from pathlib import Path

import pytest

from .conftest import ROOT, Icp

LOCALITIES = sorted((ROOT / "examples/localities").glob("*.json"))
ARDVARRAN = LOCALITIES[:3]
KIRKFENDRY = LOCALITIES[6:9]


def test_three_years_of_a_place(icp: Icp) -> None:
    """Percentages side by side, then each step, in the order of the years."""
    result = icp("compare", *ARDVARRAN[::-1])

    assert (0, "") == (result.code, result.err)
    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert (
        "compared by period; policy answered\n\n"
        "                2023-24  2024-25  2025-26\n"
        "overall            50 %     50 %     69 %\n"
        "principle 1        40 %     50 %     40 %\n"
        "principle 3        60 %     80 %     80 %\n"
        "principle 6           -      0 %    100 %\n"
    ) in result.out
    first = result.out.partition("2023-24 to 2024-25")[2].partition("2024-25 to")[0]
    flat = " ".join(first.split())
    assert "compared: 10 of 13 questions" in flat
    assert "not compared (not asked in both): Q6.1, Q6.2, Q6.3" in flat
    assert "better: Q1.1, Q3.1, Q3.4" in flat
    assert "principle 3: 3 of 5 (60 %) to 4 of 5 (80 %); 2 better" in flat
    assert (
        "Q1.1 [better] How have you reduced complexity for people who use support and "
        "services so that they share their stories once? - text: changed - rating: "
        "not-yet-established to partly-established - evidence new: Interviews with people "
        "who use services in Ardvarran, 2024-25"
    ) in flat
    assert "Q1.2 How have you ensured" in flat
    assert "- action done: Agree one plan that every team reads" in flat
    assert result.out.endswith("Questions are quoted from the guidance.\n")


def test_four_places_over_three_years(icp: Icp) -> None:
    """A series for each place, or for each year; without a place for a name, numbers."""
    result = icp("compare", *LOCALITIES)
    by_place = icp("compare", *LOCALITIES, "--by", "locality")

    assert (0, 0) == (result.code, by_place.code)
    assert 8 == result.out.count("  compared: ")
    assert "\nKirkfendry, 2024-25 to 2025-26\n" in result.out
    assert 9 == by_place.out.count("  compared: ")
    heads = [line.split("  ") for line in by_place.out.splitlines()]
    places = ["Ardvarran", "Enlowmouth", "Kirkfendry", "Upper Strath"]
    assert 3 == [
        [part.strip() for part in each if part.strip()] for each in heads
    ].count(places)
    assert "no ratings are compared: rated on different scales" in result.out
    assert all(len(line) <= 80 for line in (result.out + by_place.out).splitlines())


def test_many_side_by_side_have_numbers(icp: Icp) -> None:
    """Where their names do not fit beside each other."""
    result = icp("compare", *LOCALITIES, "--by", "assessor")
    wide = icp("compare", *(each for each in LOCALITIES for _ in range(3)))

    assert 0 == result.code
    assert 12 == result.err.count("is compared with nothing")
    assert all(len(line) <= 80 for line in wide.out.splitlines())
    assert "\n1   2023-24 1\n" in wide.out
    assert "\n                     9\noverall           69 %\n" in wide.out


def test_with_itself_nothing_changed(icp: Icp, example: Path) -> None:
    """And it says so."""
    result = icp("compare", example, example)

    assert 0 == result.code
    assert "  nothing changed\n" in result.out
    assert "compared by assessor" in result.out


def test_a_policy_may_weigh(icp: Icp) -> None:
    """Percentages are those of the policy, and of the day."""
    policy = ROOT / "examples/policies/strathenlow-board.json"
    result = icp("compare", *ARDVARRAN, "--policy", policy, "--on", "2026-03-31")

    assert 0 == result.code
    assert "in points: the policy weighs some questions more than others" in result.out


def test_for_machines(icp: Icp) -> None:
    """Everything that is shown, with the texts, and places of members by number."""
    result = icp("compare", *KIRKFENDRY, "--json")
    found = json.loads(result.out)
    first, second = found["steps"]

    assert ("period", "answered", []) == (
        found["by"],
        found["policy"],
        found["findings"],
    )
    (series,) = found["series"]
    assert ["2023-24", "2024-25", "2025-26"] == [
        each["label"] for each in series["members"]
    ]
    assert ["weak"] == series["members"][0]["medians"]["1"]
    assert (0, 1, 1, 2) == (
        first["before"],
        first["after"],
        second["before"],
        second["after"],
    )
    assert ("other-scale", None) == (
        first["ratings_not_compared"],
        second["ratings_not_compared"],
    )
    assert (13, 13, 100) == (first["compared"], first["asked"], first["percent"])
    changes = {each["question"]: each for each in second["changes"]}
    assert ("better", "same", "better") == tuple(
        changes["Q1.1"][each] for each in ("direction", "completeness", "rating")
    )
    assert {"before": "complete", "after": "complete"} == changes["Q1.1"]["code"]
    assert "Kirkfendry" in changes["Q1.1"]["fields"][0]["after"]
    assert ["Interviews with people who use services in Kirkfendry, 2025-26"] == [
        each["title"] for each in changes["Q1.1"]["evidence"]["new"]
    ]
    (principle,) = (each for each in second["principles"] if each["principle"] == 1)
    assert (3, 0, "better") == tuple(
        principle[each] for each in ("better", "worse", "direction")
    )


def test_without_a_scale_there_are_no_medians(
    icp: Icp, example: Path, tmp_path: Path
) -> None:
    """They are null."""
    raw = json.loads(example.read_bytes())
    del raw["scale"]
    for each in raw["responses"]:
        each.pop("rating", None)
    bare = tmp_path / "bare.json"
    bare.write_text(json.dumps(raw), encoding="utf-8")
    found = json.loads(icp("compare", example, bare, "--json").out)

    assert None is found["series"][0]["members"][1]["medians"]
    assert "no-scale" == found["steps"][0]["ratings_not_compared"]


@pytest.mark.parametrize("command", ["compare", "agree"])
def test_one_file_is_not_enough(icp: Icp, example: Path, command: str) -> None:
    """It says how many it takes."""
    result = icp(command, example)

    assert 2 == result.code
    assert "it takes at least two files" in result.err


@pytest.mark.parametrize("command", ["compare", "agree"])
def test_everything_that_is_wrong_in_any_file_is_said(
    icp: Icp, tmp_path: Path, command: str
) -> None:
    """At once, with the gravest code."""
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    result = icp(command, broken, tmp_path / "missing.json")

    assert 2 == result.code
    assert "broken.json" in result.err
    assert "missing.json" in result.err
    assert "" == result.out
