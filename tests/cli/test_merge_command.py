"""``icp merge``: what becomes of copies that were edited apart."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Icp


@pytest.fixture
def copies(tmp_path: Path, example: Path) -> list[Path]:
    """Put the example there as it was, and as two people made it."""
    raw = json.loads(example.read_bytes())
    ours: dict[str, Any] = json.loads(example.read_bytes())
    theirs: dict[str, Any] = json.loads(example.read_bytes())
    ours["responses"][0]["text"] = "Ours."
    theirs["responses"][0]["text"] = "Theirs."
    ours["responses"][1]["rating"] = "established"
    theirs["locality"] = "Glen"
    theirs["responses"][2]["contributors"].append("A carer")
    del theirs["responses"][3]
    paths = [tmp_path / f"{name}.json" for name in ("base", "ours", "theirs")]
    for path, each in zip(paths, (raw, ours, theirs), strict=True):
        path.write_text(json.dumps(each), encoding="utf-8")
    return paths


def test_what_would_become_of_each_field(icp: Icp, copies: list[Path]) -> None:
    """Without a path it is shown, with whose each value is, and nothing is written."""
    base, ours, theirs = copies
    result = icp("merge", ours, theirs, "--base", base)
    flat = " ".join(result.out.split())

    assert (1, "") == (result.code, result.err)
    assert f"Q1.1: text: DIVERGED {ours}: Ours. {theirs}: Theirs." in flat
    assert f"Q1.2: rating: changed {ours}: established" in flat
    assert f"locality: filled in {theirs}: Glen" in flat
    assert "Q1.4: taken away: changed" in flat
    assert result.out.endswith("4 filled in or changed, 1 diverged\n")
    assert 3 == len(list(ours.parent.iterdir()))


def test_the_file_keeps_what_diverged(icp: Icp, copies: list[Path]) -> None:
    """Every value is kept in an annotation, and the exit code says that there are some."""
    base, ours, theirs = copies
    path = ours.with_name("merged.json")
    result = icp("merge", ours, theirs, "--base", base, "-o", path)
    response = json.loads(path.read_bytes())["responses"][0]

    assert 1 == result.code
    assert [("conflict: Q1.1: text", "Ours."), ("conflict: Q1.1: text", "Theirs.")] == [
        (each["key"], each["value"]) for each in response["annotations"]
    ]
    assert json.loads(base.read_bytes())["responses"][0]["text"] == response["text"]
    assert 0 == icp("check", path).code
    again = icp("merge", ours, theirs, "-o", path)
    assert (
        2,
        f"icp: {path} exists already; choose another name, or remove it first\n",
    ) == (
        again.code,
        again.err,
    )


@pytest.mark.parametrize(("side", "text"), [("ours", "Ours."), ("theirs", "Theirs.")])
def test_somebody_decides(icp: Icp, copies: list[Path], side: str, text: str) -> None:
    """With --take nothing is left to decide."""
    base, ours, theirs = copies
    path = ours.with_name("merged.json")
    result = icp("merge", ours, theirs, "--base", base, "--take", side, "-o", path)
    response = json.loads(path.read_bytes())["responses"][0]

    assert 0 == result.code
    assert (text, None) == (response["text"], response.get("annotations"))
    assert result.out.endswith(f"1 diverged; {side} is taken there\n")


def test_for_machines(icp: Icp, copies: list[Path]) -> None:
    """Each decision with its place, and the files that have each value."""
    base, ours, theirs = copies
    result = icp("merge", ours, theirs, "--base", base, "--json")
    plain = json.loads(result.out)

    assert {
        "place": "Q1.1",
        "field": "text",
        "decision": "diverged",
        "candidates": [
            {"value": "Ours.", "files": [f"{ours}"]},
            {"value": "Theirs.", "files": [f"{theirs}"]},
        ],
    } in plain
    contributors = next(each for each in plain if each["field"] == "contributors")
    assert contributors["candidates"][0]["value"].endswith("; A carer")


def test_what_says_nothing_is_said_to(icp: Icp, copies: list[Path]) -> None:
    """A text that one took away is nothing, in words."""
    _, ours, theirs = copies
    raw = json.loads(ours.read_bytes())
    raw["responses"][0]["text"] = ""
    raw["responses"][0]["contributors"] = []
    ours.write_text(json.dumps(raw), encoding="utf-8")
    flat = " ".join(icp("merge", theirs, ours, "--base", theirs).out.split())

    assert f"Q1.1: text: changed {ours}: (nothing)" in flat
    assert f"Q1.1: contributors: changed {ours}: (nothing)" in flat


def test_what_cannot_be_merged(icp: Icp, copies: list[Path], tmp_path: Path) -> None:
    """One file, three with --take, other scales, and files with problems."""
    base, ours, theirs = copies
    raw = json.loads(ours.read_bytes())
    raw["scale"] = "care-inspectorate"
    for each in raw["responses"]:
        each.pop("rating", None)
    other = tmp_path / "other.json"
    other.write_text(json.dumps(raw), encoding="utf-8")
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")

    assert "it takes at least two files" in icp("merge", ours).err
    assert "--take is for two" in icp("merge", base, ours, theirs, "--take", "ours").err
    scales = icp("merge", ours, other)
    assert 2 == scales.code
    assert "ratings are never converted" in scales.err
    assert 1 == icp("merge", ours, bad).code
