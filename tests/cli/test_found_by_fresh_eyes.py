"""What a hostile reader of the command line once found, and would not find again."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from integrated_care_principles import __main__ as entry

from .conftest import Icp

ICP = (sys.executable, "-m", "integrated_care_principles")


def shell(command: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a *command* of a shell, in which ``"$@"`` is ``icp`` with *arguments*."""
    return subprocess.run(
        ["sh", "-c", command, "sh", *ICP, *map(str, arguments)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )


def test_standard_input_is_not_replaced(example: Path, tmp_path: Path) -> None:
    """A report does not take the place of the file that standard input comes from."""
    path = tmp_path / "in.json"
    path.write_bytes(example.read_bytes())
    done = shell(f'"$@" < {path}', "report", "-", "-f", "table", "-o", path)

    assert 2 == done.returncode
    assert "is an assessment; a report would replace it" in done.stderr
    assert example.read_bytes() == path.read_bytes()


def test_what_standard_input_comes_from_is_not_replaced(tmp_path: Path) -> None:
    """Not even where that is no assessment."""
    path = tmp_path / "in.txt"
    path.write_text("[]", encoding="utf-8")
    done = shell(f'"$@" < {path}', "report", "-", "-f", "table", "-o", path)

    assert 2 == done.returncode
    assert "[]" == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["report", "catalogue"])
def test_no_other_assessment_is_replaced(
    icp: Icp, example: Path, blank: Path, command: str
) -> None:
    """A report takes the place of no assessment, though it is not made from it."""
    before = blank.read_bytes()
    files = [example] if command == "report" else []
    result = icp(command, "-f", "html", "-o", blank, *files)

    assert 2 == result.code
    assert before == blank.read_bytes()


def test_nothing_is_written_where_something_cannot_be(
    icp: Icp, example: Path, tmp_path: Path
) -> None:
    """A folder that is missing is found before anything is written."""
    missing = tmp_path / "none" / "x.csv"
    result = icp("report", example, "-o", tmp_path / "x.txt", "-o", missing)

    assert 2 == result.code
    assert f"icp: {missing}: No such file or directory\n" == result.err
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("score", "-"), ("report", "-")])
def test_closed_standard_input(arguments: tuple[str, ...]) -> None:
    """Standard input that is closed is told in a sentence."""
    done = shell('"$@" <&-', *arguments)

    assert (2, "icp: <stdin>: is closed\n") == (done.returncode, done.stderr)


def test_closed_standard_output(example: Path) -> None:
    """Where standard output is closed, nothing passes for fine."""
    done = shell('"$@" >&-', "score", example)

    assert (2, "icp: <stdout>: is closed\n") == (done.returncode, done.stderr)


def test_closed_or_full_standard_error() -> None:
    """Where nobody can be told, the code says it."""
    assert 2 == shell('"$@" 2>/dev/full', "score", "none.json").returncode
    assert 2 == shell('"$@" 2>&-', "score", "none.json").returncode


@pytest.mark.parametrize("where", ["/dev/full", "&-"])
def test_version_that_cannot_be_told(where: str) -> None:
    """A version that cannot be told is not fine."""
    done = shell(f'"$@" >{where}', "--version")

    assert 2 == done.returncode
    assert "Traceback" not in done.stderr


def test_version_into_a_full_disk(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be told is told as such."""

    def full(_: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "argv", ["icp", "--version"])
    monkeypatch.setattr(sys.stdout, "write", full)

    assert 2 == entry.main()
    assert "icp: <stdout>: No space left on device\n" == capsys.readouterr().err


def test_interrupted_before_anything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C while modules are still imported ends with 130 and one word."""

    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["icp", "--version"])
    monkeypatch.setattr(entry, "_tell_version", interrupted)

    assert 130 == entry.main()
    assert "icp: interrupted\n" == capsys.readouterr().err


def test_streams_that_are_closed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A host without standard streams gets a code."""
    monkeypatch.setattr(sys, "stdout", None)

    assert 2 == entry_run("questions")
    assert "icp: <stdout>: is closed\n" == capsys.readouterr().err


def entry_run(*arguments: str) -> int:
    """Run the command line as it is."""
    from integrated_care_principles.cli import run

    return run(arguments)


def test_no_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A process without standard input cannot read from it."""
    monkeypatch.setattr(sys, "stdin", None)

    assert 2 == entry_run("check", "-")
    assert "icp: <stdin>: is closed\n" == capsys.readouterr().err


def test_standard_input_twice(icp: Icp) -> None:
    """Standard input can be read once."""
    result = icp("report", "-", "-")

    assert 2 == result.code
    assert "standard input can be read once only" in result.err


def test_no_name_of_a_file(icp: Icp) -> None:
    """An empty name is no file, and no folder."""
    result = icp("score", "")

    assert (2, "icp: '': No such file or directory\n") == (result.code, result.err)


def test_all_unknown_ids_are_named(icp: Icp) -> None:
    """Every id that is unknown is named."""
    result = icp("questions", "Q1.1", "Q99", "QX")

    assert (2, "") == (result.code, result.out)
    assert "no question 'Q99'" in result.err
    assert "no question 'QX'" in result.err


def test_files_that_are_wrong_and_files_that_are_missing(
    icp: Icp, tmp_path: Path
) -> None:
    """Problems of all files are named, and of what kind the gravest is."""
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{}")
    result = icp("report", broken, tmp_path / "a.json", tmp_path / "b.json")

    assert 2 == result.code
    assert f"icp: {broken}: format is missing" in result.err
    assert f"icp: {tmp_path / 'a.json'}: No such file" in result.err
    assert f"icp: {tmp_path / 'b.json'}: No such file" in result.err


def test_a_file_forges_no_message(icp: Icp, example: Path, tmp_path: Path) -> None:
    """What stands in a file, or is its name, breaks no line and turns none."""
    plain = json.loads(example.read_bytes())
    plain["catalogue"] |= {"edition": "1\nicp: fine \u202e", "fingerprint": "sha256:0"}
    path = tmp_path / "a\nicp: fine.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    result = icp("check", path)

    assert 1 == len(result.err.splitlines())
    assert "edition 1\\u000aicp: fine \\u202e differs" in result.err


def test_an_option_twice(icp: Icp, example: Path) -> None:
    """An option that is given twice is not lost in silence."""
    result = icp("report", example, "-f", "csv", "-O", "bom=true", "-O", "bom=false")

    assert 2 == result.code
    assert "bom: expected true or false, once, found 'true, false'" in result.err


def test_a_bar_is_repeated_as_it_was_given(icp: Icp, example: Path) -> None:
    """A bar just under a hundred is not called a hundred."""
    result = icp("score", example, "--fail-under", "99.9999999999")

    assert "does not reach 99.9999999999 %" in result.err


def test_scope_is_told(icp: Icp, example: Path) -> None:
    """A score of some groups says so."""
    plain = json.loads(example.read_bytes())
    plain["scope"] = ["G1", "G6"]
    result = icp("score", "-", stdin=json.dumps(plain).encode())

    assert "asked of the groups G1, G6 only" in result.out


def test_new_into_a_folder(icp: Icp, tmp_path: Path) -> None:
    """A folder is not something to be removed first."""
    new = ("new", "--subject", "X", "--start", "2025-04-01", "--end", "2026-03-31")

    assert "Is a directory" in icp(*new, "-o", tmp_path).err
    assert "Is a directory" in icp(*new, "-o", f"{tmp_path}{os.sep}new{os.sep}").err


def test_file_names_complete(process: Icp) -> None:
    """A shell completes the names of files after a command that takes one."""
    result = process(
        _ICP_COMPLETE="bash_complete", COMP_WORDS="icp score e", COMP_CWORD="2"
    )

    assert "file," in result.out
