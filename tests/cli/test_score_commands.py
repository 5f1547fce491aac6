"""``icp score`` and ``icp gaps``."""

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

    assert ["policy", "catalogue", "overall", "groups", "principles", "questions"] == (
        list(plain)
    )
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


def test_gaps(icp: Icp, example: Path) -> None:
    """Each question with a gap is shown whole, with all that it lacks."""
    result = icp("gaps", example)
    flat = " ".join(result.out.split())

    assert (0, "") == (result.code, result.err)
    assert f"Q8.3 {CATALOGUE.question('Q8.3').text} - nobody has answered it" in flat
    assert "- put off [deferred] - no reason is given [reason-missing]" in flat
    assert f"(follows Q6.1: {CATALOGUE.question('Q6.1').text}) - marked" in flat
    assert "35 of 47 (74 %) complete Questions are quoted from the guidance" in flat


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
