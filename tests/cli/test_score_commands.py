"""``icp score``: how complete, why, by which policy, on which day."""

import json
from pathlib import Path

import pytest

from integrated_care_principles import load_catalogue, read_assessment, score

from .conftest import Icp

CATALOGUE = load_catalogue()


def test_score(icp: Icp, example: Path) -> None:
    """The score says the whole, each group and each principle, excuses apart."""
    result = icp("score", example)
    lines = [" ".join(line.split()) for line in result.out.splitlines()]

    assert (0, "") == (result.code, result.err)
    assert "overall 35 of 47 (74 %) 2 not applicable, 2 partner-led" in lines
    assert "if all were expected 35 of 51 (68 %)" in lines
    assert "G9 (principle 9) 5 of 10 (50 %) 2 partner-led" in lines
    assert "principle 10 7 of 9 (77 %) 1 not applicable" in lines
    assert all(len(line) <= 80 for line in result.out.splitlines())


def test_score_of_a_file_from_standard_input(icp: Icp, example: Path) -> None:
    """A file may come from standard input."""
    assert icp("score", example) == icp("score", "-", stdin=example.read_bytes())


def test_score_for_machines(icp: Icp, example: Path) -> None:
    """With --json every number of the scorecard comes out, and only numbers."""
    plain = json.loads(icp("score", example, "--json").out)
    assessment, _ = read_assessment(example)
    card = score(assessment, CATALOGUE)

    assert [
        "policy",
        "on",
        "catalogue",
        "overall",
        "groups",
        "principles",
        "questions",
        "ratings",
    ] == list(plain)
    assert ("answered", "2026-03-31") == (plain["policy"], plain["on"])
    assert {
        "complete": 35,
        "expected": 47,
        "excluded": 2,
        "partner_led": 2,
        "percent": 74,
    } == plain["overall"]
    assert list(card.groups) == list(plain["groups"])
    assert [each.percent for each in card.principles.values()] == [
        each["percent"] for each in plain["principles"].values()
    ]
    assert {"complete": True, "code": "complete"} == plain["questions"]["Q1.1"]
    assert 51 == len(plain["questions"])


@pytest.mark.parametrize(
    ("percent", "code"),
    [
        ("74", 0),
        ("74.468085106", 0),
        ("74.468085107", 1),  # 35 of 47 is 74.4680851063…
        ("75", 1),
        ("75%", 1),
        ("0", 0),
        ("100", 1),
    ],
)
def test_fail_under(icp: Icp, example: Path, percent: str, code: int) -> None:
    """The bar is compared exactly, not with the rounded percentage."""
    assert code == icp("score", example, "--fail-under", percent).code


def test_fail_under_says_why(icp: Icp, example: Path) -> None:
    """What misses the bar is said on standard error; the score is still printed."""
    result = icp("score", example, "--fail-under", "80")

    assert "icp: 35 of 47 (74 %) does not reach 80 %\n" == result.err
    assert "35 of 47" in result.out


def test_nothing_expected_fails_every_bar(icp: Icp, tmp_path: Path) -> None:
    """Where nothing is expected, no bar is reached, not even none."""
    plain = json.loads(
        icp("new", "--subject", "X", "--start", "2026-01-01", "--end", "2026-01-01").out
    )
    plain["responses"] = [
        {"question": each.id, "status": "not_applicable", "reason": "-"}
        for each in CATALOGUE.questions
    ]
    path = tmp_path / "none.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    result = icp("score", path, "--fail-under", "0")

    assert 1 == result.code
    assert "icp: nothing expected does not reach 0 %\n" == result.err
    assert '"percent": null' in icp("score", path, "--json").out


@pytest.mark.parametrize("percent", ["101", "-1", "nan", "1e2", "", "80,5", "1/2"])
def test_percent_that_is_none(icp: Icp, example: Path, percent: str) -> None:
    """What is no percentage is a usage error."""
    result = icp("score", example, f"--fail-under={percent}")

    assert 2 == result.code
    assert f"{percent!r} is not a percentage from 0 to 100" in result.err


def test_another_wording_is_noted(icp: Icp, example: Path) -> None:
    """A file that was made for another wording is scored, and that is said."""
    plain = json.loads(example.read_bytes())
    plain["catalogue"]["fingerprint"] = "sha256:0"
    plain["catalogue"]["edition"] = "2020.1"
    stdin = json.dumps(plain).encode()

    for command in ("score", "gaps", "check"):
        result = icp(command, "-", stdin=stdin)
        assert 0 == result.code
        assert (
            "icp: note: -: catalogue: the wording of edition 2020.1 differs from that "
            "of 2026.1, which scores it\n"
        ) == result.err


def test_score_by_another_policy_on_another_day(icp: Icp, example: Path) -> None:
    """The policy and the day are named, and evidence holds on that day or not."""
    result = icp("score", example, "--policy", "assured", "--on", "2026-11-21")
    lines = result.out.splitlines()

    assert (0, "") == (result.code, result.err)
    assert "2025-04-01 to 2026-03-31; policy assured; on 2026-11-21" == lines[1]
    assert "overall                   29 of 47 (61 %)" == lines[3][:41]
    ended = icp("score", example, "--policy", "assured").out.splitlines()
    assert "overall                   30 of 47 (63 %)" == ended[3][:41]


def test_how_answers_were_rated(icp: Icp, example: Path) -> None:
    """A distribution and a median for the whole and each principle; no mean, no rank."""
    out = icp("score", example).out

    assert (
        "How answers were rated: Review of progress with integration, 2019 (as reported)"
    ) in out
    assert "\noverall         2  11  18   3   2   Established\n" in out
    assert (
        "\nprinciple 10    0   3   3   0   1   Partly established or Established\n"
    ) in out


def test_a_scale_with_many_levels(icp: Icp, example: Path) -> None:
    """The median has a line of its own where there is no room; what counts apart is said."""
    plain = json.loads(example.read_bytes())
    levels = [{"id": f"level-{each}", "title": f"Level {each}"} for each in range(12)]
    plain["scale"] = {"id": "dozen", "title": "Twelve", "levels": levels}
    for each in plain["responses"]:
        each["rating"] = "level-11"
    result = icp("score", "-", stdin=json.dumps(plain).encode())

    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert "\n             Level 11\n" in result.out
    assert " ".join(result.out.split()).endswith("or not asked, left aside: 12")


def test_without_ratings_nothing_is_said_of_them(icp: Icp, example: Path) -> None:
    """An assessment without a scale has no distribution."""
    plain = json.loads(example.read_bytes())
    del plain["scale"]
    for each in plain["responses"]:
        each.pop("rating", None)
    stdin = json.dumps(plain).encode()

    assert "rated" not in icp("score", "-", stdin=stdin).out
    assert "ratings" not in json.loads(icp("score", "-", "--json", stdin=stdin).out)


def test_why(icp: Icp, example: Path) -> None:
    """Each question with what it counts as and lacks; what rests on excuses; the rules."""
    result = icp("score", example, "--policy", "assured", "--explain")
    flat = " ".join(result.out.split())

    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert "Why, by the policy assured on 2026-03-31: A question is complete" in flat
    assert "G6: 1 of 3 (33 %) Q6.1 missing: none of its evidence still holds" in flat
    assert (
        "Q6.2 missing: marked as answered, but without a text [text-missing];" in flat
    )
    assert "Q9.5 excused: a partner answers for it [partner-led]" in flat
    assert (
        "Rests on excuses: Q2.2, Q9.5, Q9.12, Q11.2; with them expected: 30 of 51 (58 %)."
    ) in flat
    assert "low-without-action: a low rating has an action" in flat


def test_why_for_machines(icp: Icp, example: Path) -> None:
    """Rows whose sums are the numbers above them."""
    plain = json.loads(icp("score", example, "--explain", "--json").out)
    rows = plain["explanation"]["rows"]

    for name in ("complete", "expected", "excluded", "partner_led"):
        assert plain["overall"][name] == sum(each[name] for each in rows)
    assert ["Q2.2", "Q9.5", "Q9.12", "Q11.2"] == plain["explanation"][
        "rests_on_excuses"
    ]
    assert 51 == plain["explanation"]["if_expected"]["expected"]
    assert {
        "question": "Q6.2",
        "group": "G6",
        "principles": [6],
        "counted_as": "missing",
        "why": ["text-missing"],
        "weight": 1,
        "rule": "an answer has a text",
        "complete": 0,
        "expected": 1,
        "excluded": 0,
        "partner_led": 0,
    } in rows


def test_a_policy_of_ones_own(icp: Icp, example: Path) -> None:
    """A file says what counts; its name, and that points are counted, is said."""
    board = example.parent / "policies/strathenlow-board.json"
    result = icp("score", example, "--policy", board, "--explain")
    lines = result.out.splitlines()

    assert (0, "") == (result.code, result.err)
    assert (
        "2025-04-01 to 2026-03-31; policy strathenlow-board; on 2026-03-31" == lines[1]
    )
    assert "in points: the policy weighs some questions more than others" == lines[2]
    assert "Q8.1 complete (2 points)" in " ".join(result.out.split())
    assert "Q2.2 missing: does not apply here [not-applicable]" in (
        " ".join(result.out.split())
    )
    assert "Rests on excuses" not in result.out


def test_no_excuses_to_rest_on(icp: Icp, example: Path) -> None:
    """What of an assessment is asked is said, and nothing of excuses where none are."""
    plain = json.loads(example.read_bytes())
    plain["scope"] = ["G5"]
    result = icp("score", "-", "--explain", stdin=json.dumps(plain).encode())

    assert "\nasked of the groups G5 only\n" in result.out
    assert "Q1.1        not-asked: not asked in this assessment [out-of-scope]" in (
        result.out
    )
    assert "Rests" not in result.out


def test_a_policy_that_is_none(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Neither a name nor a file: the nearest name; a bad file: everything that is wrong."""
    result = icp("score", example, "--policy", "assurd")
    path = tmp_path / "board.json"
    path.write_text('{"format": 1, "name": "answered", "criteria": ["txt"]}')
    bad = icp("gaps", example, "--policy", path)
    both = icp("score", "-", "--policy", "-")

    assert 2 == result.code
    assert (
        "there is neither a policy nor a file called 'assurd'; did you mean 'assured'?"
    ) in result.err
    assert 1 == bad.code
    assert f"icp: {path}: summary is missing\n" in bad.err
    assert "the name answered is that of a policy of ours" in bad.err
    assert 2 == both.code
    assert "standard input can be read once only" in both.err
