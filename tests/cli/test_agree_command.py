"""``icp agree``: where assessors of the same agree, and what to discuss."""

import hashlib
import json
from pathlib import Path

from .conftest import ROOT, Icp

ASSESSORS = sorted((ROOT / "examples/assessors").glob("*.json"))


def test_what_three_assessors_have_to_discuss(icp: Icp) -> None:
    """Most divided first, with what each of them said; then what they agree on."""
    result = icp("agree", *ASSESSORS)
    flat = " ".join(result.out.split())

    assert (0, "") == (result.code, result.err)
    assert all(len(line) <= 80 for line in result.out.splitlines())
    assert "assessed by Council; NHS Board; Third Sector Interface" in flat
    assert "rule majority: More than half of those who rated chose the same" in flat
    assert "agreed: 9 of 15 split: 4 of 15 too few ratings: 2 of 15" in flat
    assert "\nprinciple 1          3       1         1\n" in result.out
    assert "principle 2 " not in result.out
    order = [flat.index(f" {each} ") for each in ("Q3.3", "Q8.5", "Q8.3", "Q1.3")]
    assert order == sorted(order)
    assert (
        "- Third Sector Interface: answered, rated not-yet-established We hear of plans "
        "when they are printed."
    ) in flat
    assert "median Established; spread 3; 2 of 3 outside the band - Council" in flat
    assert "- Third Sector Interface: nothing" in flat
    assert "- Council: not applicable" in flat
    assert "Q1.1 Partly established; otherwise: NHS Board" in flat
    assert "Q1.5 too few ratings" in flat


def test_what_they_agree_on_is_written(icp: Icp, tmp_path: Path) -> None:
    """With the names and the revisions of the files, and never over another file."""
    path = tmp_path / "agreed.json"
    result = icp("agree", *ASSESSORS[::-1], "--policy", "delphi-adapted", "-o", path)
    raw = json.loads(path.read_bytes())
    revisions = [
        f"{each.name} sha256:{hashlib.sha256(each.read_bytes()).hexdigest()}"
        for each in ASSESSORS
    ]

    assert 0 == result.code
    assert revisions == [
        each["value"]
        for each in raw["annotations"]
        if each["key"] == "agreed-from" and "sha256" in each["value"]
    ]
    assert 0 == icp("check", path).code
    again = icp("agree", *ASSESSORS, "-o", path)
    assert (2, True) == (again.code, "exists already" in again.err)
    assert raw == json.loads(path.read_bytes())


def test_agreement_for_machines(icp: Icp) -> None:
    """Everything that is shown, and what everybody said."""
    result = icp("agree", *ASSESSORS, "--json")
    found = json.loads(result.out)
    questions = {each["question"]: each for each in found["questions"]}

    assert ["Q3.3", "Q8.5", "Q8.3", "Q1.3", "Q3.4"] == found["agenda"]
    assert ("majority", ["Council", "NHS Board", "Third Sector Interface"]) == (
        found["rule"]["name"],
        found["assessors"],
    )
    assert {
        "verdict": "split",
        "level": None,
        "median": ["established"],
        "spread": 3,
        "outside": 2,
        "unrated": 0,
    } == {
        key: questions["Q3.3"][key]
        for key in ("verdict", "level", "median", "spread", "outside", "unrated")
    }
    assert "partly-established" == questions["Q1.1"]["level"]
    assert None is questions["Q1.3"]["voices"][2]["response"]
    assert "Q3.3" == questions["Q3.3"]["voices"][0]["response"]["question"]
    assert ["answered"] == questions["Q3.3"]["statuses"]
    assert {"principle": 1, "agreed": 3, "split": 1, "unsaid": 1} == (
        found["principles"][0]
    )


def test_nothing_divides_one_from_himself(icp: Icp) -> None:
    """A file that is given twice is one voice."""
    result = icp("agree", ASSESSORS[0], ASSESSORS[0])

    assert 0 == result.code
    assert "assessed by Council\n" in result.out
    assert "Nothing divides them." in result.out


def test_of_a_locality(icp: Icp, tmp_path: Path) -> None:
    """Its name stands there."""
    raw = json.loads(ASSESSORS[0].read_bytes())
    paths = [tmp_path / f"{name}.json" for name in "ab"]
    for path in paths:
        place = {**raw, "locality": "Ardvarran", "assessor": path.stem}
        path.write_text(json.dumps(place), encoding="utf-8")
    result = icp("agree", *paths)

    assert "\nArdvarran, 2025-04-01 to 2026-03-31\n" in result.out


def test_what_cannot_be_agreed_on(icp: Icp) -> None:
    """It says why, and what can be done."""
    localities = sorted((ROOT / "examples/localities").glob("*.json"))
    result = icp("agree", *localities)
    scale = icp("agree", *ASSESSORS, "--policy", "delphi-published")

    assert (2, 2) == (result.code, scale.code)
    assert result.err.startswith(
        "icp: these can be compared, but not agreed on:\nlocality: one assesses Ardvarran"
    )
    assert "\nperiod: one assesses 2023-04-01" in result.err
    assert "published for a scale of 6 levels, this one has 4; 'delphi-adapted'" in (
        " ".join(scale.err.split())
    )


def test_in_a_report(icp: Icp, tmp_path: Path) -> None:
    """Several files are an agreement where they can be, else a comparison; or as asked."""
    page = tmp_path / "page.html"
    assert 0 == icp("report", *ASSESSORS, "-o", page).code
    assert "Where assessors agree" in page.read_text(encoding="utf-8")
    assert 0 == icp("report", *ASSESSORS, "--as", "comparison", "-o", page).code
    assert "Compared by assessor" in page.read_text(encoding="utf-8")
    result = icp("report", *ASSESSORS, "--rule", "delphi-adapted")
    assert (0, True) == (result.code, "delphi-adapted: Fewer than" in result.out)
    localities = sorted((ROOT / "examples/localities").glob("*2025-26.json"))
    result = icp("report", *localities, "--by", "locality")
    assert (0, True) == (result.code, "Compared by locality" in result.out)
    wrong = icp("report", *localities, "--as", "agreement")
    assert (2, True) == (wrong.code, "not agreed on" in wrong.err)
    for option in (("--as", "comparison"), ("--by", "period"), ("--rule", "majority")):
        alone = icp("report", ASSESSORS[0], *option)
        assert (2, True) == (alone.code, "are for several files" in alone.err)
    halves = icp("report", ASSESSORS[0], ASSESSORS[0])
    assert 0 == halves.code


def test_a_report_says_what_is_to_note_on_a_comparison(
    icp: Icp, tmp_path: Path
) -> None:
    """On standard error, and in the report."""
    raw = json.loads(ASSESSORS[0].read_bytes())
    half = tmp_path / "half.json"
    raw["period"] = {"start": "2025-10-01", "end": "2026-09-30"}
    half.write_text(json.dumps(raw), encoding="utf-8")
    result = icp("report", ASSESSORS[0], half)

    assert "icp: note: these files: 2025-10-01 to 2026-09-30 is no reporting year" in (
        result.err
    )
    assert "To note on the comparison" in result.out
