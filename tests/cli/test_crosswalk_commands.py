"""``icp outcomes`` and ``icp crosswalk``."""

import json
from pathlib import Path

import pytest

from .conftest import ROOT, Icp

PLAN = ROOT / "examples/crosswalks/strathenlow-plan.json"


def test_outcomes(icp: Icp) -> None:
    """All nine, each with what touches it, and whose words they are."""
    out = icp("outcomes").out
    starts = [each[0] for each in out.splitlines() if each[0] != " "]

    assert [*"123456789", "L"] == starts
    assert out.endswith("are in our words; none of them is official.\n")
    assert 80 >= max(map(len, out.splitlines()))


def test_an_outcome(icp: Icp) -> None:
    """One of them, with the question that touches it quoted as such."""
    assert (
        "5   Fairer health\n"
        "    Services help narrow health inequalities.\n"
        "    related: Q11.3, How are you involved in, and how can you evidence, reducing\n"
        "    health inequalities? [official words]\n"
    ) in icp("outcomes", "5").out


def test_outcomes_for_machines(icp: Icp) -> None:
    """With --json each has its links, and who made them."""
    (found,) = json.loads(icp("outcomes", "3", "--json").out)

    assert (3, 6, "related") == (
        found["number"],
        found["links"][0]["principle"],
        found["links"][0]["relation"],
    )
    assert "not official" in found["author"]


def test_an_outcome_that_is_not_there(icp: Icp) -> None:
    """A number that was not printed is a usage error."""
    result = icp("outcomes", "10")

    assert (2, "icp: no outcome 10; there are 1 to 9\n") == (result.code, result.err)


def test_a_crosswalk(icp: Icp) -> None:
    """What it leads to, each with what is linked to it, why, and who says so."""
    result = icp("crosswalk", PLAN)

    assert (0, "") == (result.code, result.err)
    assert (
        "A2 Help early, close to home\n    https://strathenlow.example/plan#a2\n"
        in (result.out)
    )
    assert "    related: principle 11, Best anticipates needs" in result.out
    assert "(confidence medium;\n      Locality managers)" in result.out


def test_a_crosswalk_from_standard_input(icp: Icp) -> None:
    """A hyphen stands for it; with --json it comes out whole."""
    found = json.loads(icp("crosswalk", "-", "--json", stdin=PLAN.read_bytes()).out)

    assert 4 == len(found["links"])


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_crosswalk_with_problems(
    icp: Icp, tmp_path: Path, as_json: tuple[str, ...]
) -> None:
    """All of them come at once, and the exit code is that of data."""
    path = tmp_path / "plan.json"
    text = PLAN.read_text(encoding="utf-8").replace('"close"', '"clos"')
    path.write_text(text.replace('"target": "A3"', '"target": "A4"'), encoding="utf-8")
    result = icp("crosswalk", path, *as_json)

    assert (1, "") == (result.code, result.out)
    assert 'links[0].relation: "clos" is not one of' in result.err
    assert "links[3].target: A4 is no target of this crosswalk" in result.err


def test_a_crosswalk_that_is_not_there(icp: Icp) -> None:
    """A file that cannot be opened is named."""
    result = icp("crosswalk", "nowhere.json")

    assert (2, "icp: nowhere.json: No such file or directory\n") == (
        result.code,
        result.err,
    )


def test_a_question_that_leans_on_another(icp: Icp) -> None:
    """It comes with the one that it follows, so that it makes sense alone."""
    raw = json.loads(PLAN.read_bytes())
    link = next(each for each in raw["links"] if "question" in each)
    link["question"] = "Q8.2"
    out = icp("crosswalk", "-", stdin=json.dumps(raw).encode()).out
    flat = " ".join(out.split())

    assert "[official words] (follows Q8.1: Are there clear guidelines and" in flat
