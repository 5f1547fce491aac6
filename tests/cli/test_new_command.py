"""``icp new --from``: what is carried over, and what is said of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Icp


def test_the_year_after(icp: Icp, example: Path, tmp_path: Path) -> None:
    """The file is there, and what was carried over is said in 80 columns."""
    path = tmp_path / "next.json"
    result = icp("new", "--from", example, "-o", path)
    plain = json.loads(path.read_bytes())

    assert (0, "") == (result.code, result.out)
    assert {"start": "2026-04-01", "end": "2027-03-31"} == plain["period"]
    assert {"draft"} == {each["status"] for each in plain["responses"]}
    assert result.err == (
        "2025-04-01 to 2026-03-31 is carried over to 2026-04-01 to 2027-03-31:\n"
        "  - 48 responses as drafts (2 drafts, 36 answered, 2 not known, 2 put off, 3 not\n"
        "    applicable, 3 led by a partner); 3 questions without any\n"
        "  - 34 ratings of that period, with what each response was marked as, in\n"
        "    annotations: judge anew\n"
        "  - 52 items of evidence, marked with the age on 2027-03-31; 4 will have expired\n"
        "    by then\n"
        "  - 26 actions: 8 done, 18 to be done, of which 1 should be by 2026-04-01\n"
    )
    assert 0 == icp("check", path).code


def test_to_standard_output(icp: Icp, example: Path) -> None:
    """Without a path the assessment goes to standard output, and words beside it."""
    result = icp("new", "--from", example)
    piped = icp("new", "--from", "-", stdin=example.read_bytes())

    assert result == piped
    assert "2027-03-31" == json.loads(result.out)["period"]["end"]


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        (["--start", "2026-05-01"], "2026-05-01", "2027-04-30"),
        (["--end", "2026-09-30"], "2026-04-01", "2026-09-30"),
        (["--start", "2027-01-01", "--end", "2027-01-31"], "2027-01-01", "2027-01-31"),
    ],
)
def test_another_period(
    icp: Icp, example: Path, typed: list[str], start: str, end: str
) -> None:
    """One day that is typed leaves the other to the last period; two leave nothing."""
    plain = json.loads(icp("new", "--from", example, *typed).out)

    assert {"start": start, "end": end} == plain["period"]


def test_another_subject_and_scale(icp: Icp, example: Path) -> None:
    """What is typed stands in the place of what was."""
    options = ("--subject", "South", "--scale", "care-inspectorate")
    plain = json.loads(icp("new", "--from", example, *options).out)

    assert ("South", "care-inspectorate") == (plain["subject"], plain["scale"])


def test_a_subject_that_says_nothing(icp: Icp, example: Path) -> None:
    """What was typed is not passed over in silence, also where it is blank."""
    result = icp("new", "--from", example, "--subject", "")

    assert (2, "") == (result.code, result.out)
    assert "subject: may not be blank" in result.err


def test_a_blank_year(icp: Icp) -> None:
    """Where nothing was said there is nothing to carry over, and that is said."""
    blank = icp(
        "new", "--subject", "X", "--start", "2026-01-01", "--end", "2026-12-31"
    ).out
    plain: dict[str, Any] = json.loads(blank)
    plain["catalogue"]["fingerprint"] = "sha256:0"
    result = icp("new", "--from", "-", stdin=json.dumps(plain).encode())

    assert "  - 0 responses as drafts; 51 questions without any\n" in result.err
    assert "the wording of edition 2026.1 differs" in " ".join(result.err.split())
    assert all(len(each) <= 80 for each in result.err.splitlines())


def test_what_is_found_of_last_year_is_of_last_year(icp: Icp, example: Path) -> None:
    """Only that the wording differs matters to the new assessment."""
    last = example.with_name("strathenlow-2024-25.json")

    assert "no evidence is named" in icp("score", last).err
    assert "no evidence is named" not in icp("new", "--from", last).err


def test_a_file_that_is_there_stays(icp: Icp, example: Path, tmp_path: Path) -> None:
    """It is not overwritten, and nothing is said to have been carried over."""
    path = tmp_path / "next.json"
    path.write_text("mine", encoding="utf-8")
    result = icp("new", "--from", example, "-o", path)

    assert (2, "mine") == (result.code, path.read_text(encoding="utf-8"))
    assert f"icp: {path} exists already" in result.err
    assert "carried" not in result.err


def test_what_a_blank_one_takes(icp: Icp) -> None:
    """Without --from all three have to be typed, and each that is not is named."""
    result = icp("new", "--start", "2026-01-01")

    assert 2 == result.code
    assert (
        "missing: --subject, --end; or name last year's assessment with --from"
    ) in " ".join(result.err.split())
