"""``icp new`` and ``icp check``."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from integrated_care_principles import load_catalogue, read_assessment, score
from tests.surroundings import unmeasured

from .conftest import ROOT, Icp

NEW = ("new", "--subject", "North", "--start", "2025-04-01", "--end", "2026-03-31")


def test_new_on_standard_output(icp: Icp) -> None:
    """A blank assessment has a subject, a period, a catalogue, and no responses."""
    result = icp(*NEW)
    made = json.loads(result.out)

    assert (0, "") == (result.code, result.err)
    assert ["format", "subject", "period", "catalogue"] == list(made)
    assert load_catalogue().fingerprint == made["catalogue"]["fingerprint"]
    assert result.out == icp(*NEW, "-o", "-").out


def test_new_into_a_file(icp: Icp, tmp_path: Path) -> None:
    """A blank assessment in a file can be read, scored and checked at once."""
    path = tmp_path / "new.json"
    made = icp(*NEW, "--scale", "msg-2019", "-o", path)
    assessment, _ = read_assessment(path, load_catalogue())

    assert (0, "", "") == (made.code, made.out, made.err)
    assert assessment.scale is not None
    assert "0 of 51 (0 %)" == str(score(assessment, load_catalogue()).overall)


def test_new_never_overwrites(icp: Icp, tmp_path: Path) -> None:
    """A file that is there stays as it was."""
    path = tmp_path / "mine.json"
    path.write_bytes(b"mine")
    result = icp(*NEW, "-o", path)

    assert 2 == result.code
    assert f"icp: {path} exists already; choose another name" in result.err
    assert b"mine" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("--start", "2025-02-30"), "'2025-02-30' is not a day such as 2026-03-31"),
        (("--end", "31/03/2026"), "'31/03/2026' is not a day"),
        (("--scale", "msg"), "'msg' is not one of 'msg-2019', 'care-inspectorate'"),
        (("--end", "2025-03-31"), "the end, 2025-03-31, lies before the start"),
        (("--subject", " "), "subject: may not be blank"),
        (("--subject", "a\x00b"), "subject: U+0000 may not stand in a text"),
        (("--subject", "a\udcffb"), "subject: U+DCFF may not stand in a text"),
    ],
)
def test_new_refuses(icp: Icp, wrong: tuple[str, str], message: str) -> None:
    """What cannot be in an assessment is a usage error that says why."""
    result = icp(*NEW, *wrong)

    assert (2, "") == (result.code, result.out)
    assert message in result.err


def test_new_asks_for_what_is_missing(icp: Icp) -> None:
    """What an assessment cannot be without is asked for."""
    result = icp("new")

    assert 2 == result.code
    assert "missing: --subject, --start, --end; or" in result.err


def test_check_lists_what_is_missing(icp: Icp, example: Path) -> None:
    """A well-formed file is fine; each gap is named with its code, in order."""
    result = icp("check", example)
    lines = [line.split()[:2] for line in result.out.splitlines()]
    assessment, _ = read_assessment(example)
    gaps = score(assessment, load_catalogue()).gaps

    assert (0, "") == (result.code, result.err)
    assert [[each.question, each.code.value] for each in gaps] == lines[:-1]
    assert result.out.endswith("well-formed; 35 of 47 (74 %) complete\n")


def test_check_strict(icp: Icp, example: Path) -> None:
    """Asked to be strict, a gap is an error."""
    assert 1 == icp("check", example, "--strict").code


def test_check_strict_without_gaps(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Asked to be strict, a file without gaps is fine."""
    plain = json.loads(example.read_bytes())
    plain["scope"] = ["G3"]
    path = tmp_path / "narrow.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    result = icp("check", path, "--strict")

    assert 0 == result.code
    assert "well-formed; 5 of 5 (100 %) complete\n" == result.out
    assert "icp: note: " in result.err
    assert "is out of scope and counts nowhere" in result.err


def test_check_names_every_problem(icp: Icp, example: Path) -> None:
    """Faults of every stage are named at once, each with its place."""
    plain = json.loads(example.read_bytes())
    plain["responses"][0]["question"] = "Q1.11"
    plain["responses"][1]["rating"] = "splendid"
    plain["responses"][2]["updated"] = "yesterday"
    plain["responses"][3]["statsu"] = "draft"
    plain["period"]["end"] = "2024-01-01"
    result = icp("check", "-", stdin=json.dumps(plain).encode())

    assert (1, "") == (result.code, result.out)
    assert "responses[0].question: the catalogue has no question Q1.11" in result.err
    assert "responses[1].rating: splendid is not a level of the scale" in result.err
    assert (
        'responses[2].updated: expected a day such as 2026-03-31, found "yesterday"'
        in (result.err)
    )
    assert 'responses[3]: "statsu" is not a key that is known here; did you mean' in (
        result.err
    )
    assert "period.end: the end, 2024-01-01, lies before the start" in result.err


def test_refused_permission(tmp_path: Path) -> None:
    """A file that may not be read, or not be made, is a usage error; nothing is left."""
    secret, locked = tmp_path / "secret.json", tmp_path / "locked"
    secret.write_bytes(b"{}")
    secret.chmod(0)
    locked.mkdir(mode=0o555)
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)

    for arguments in (["check", str(secret)], [*NEW, "-o", str(locked / "new.json")]):
        done = _as_nobody(*arguments)
        assert 2 == done.returncode
        assert done.stderr.endswith(b": Permission denied\n")
        assert b"Traceback" not in done.stderr
    assert [] == list(locked.iterdir())


def _as_nobody(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``icp`` as a user who may do nothing here, in a process that can drop to it."""
    code = (
        "import os, sys\n"
        "from integrated_care_principles.cli import run\n"
        # What is imported later could not be read any more, and that is not the test.
        "run([*sys.argv[2:-1], os.path.join(sys.argv[-1], 'not', 'there')])\n"
        "os.getuid() or os.setgid(65534) or os.setuid(65534)\n"
        "assert not os.access(sys.argv[1], os.W_OK), 'the refusal is not real'\n"
        "sys.exit(run(sys.argv[2:]))"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "pyproject.toml"), *arguments],
        capture_output=True,
        env=unmeasured(),
        check=False,
    )


def test_check_by_another_policy(icp: Icp, example: Path) -> None:
    """What is missing is that which the policy asks for, on the day."""
    options = ("--policy", "assured", "--on", "2026-11-21", "--strict")
    result = icp("check", example, *options)

    assert 1 == result.code
    assert (
        "Q2.8   evidence-stale       none of its evidence still holds\n" in result.out
    )
    assert result.out.endswith("well-formed; 29 of 47 (61 %) complete\n")
