"""What every command has in common: exit codes, messages, streams."""

import os
import signal
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import click
import pytest

from integrated_care_principles import __main__ as entry
from integrated_care_principles.cli import _icp, run
from integrated_care_principles.version import __version__
from tests.surroundings import unmeasured

from .conftest import Icp, heard

COMMANDS = tuple(_icp._COMMANDS)


def test_no_command(icp: Icp) -> None:
    """Without a command, the help comes as a message, and it was a usage error."""
    result = icp()

    assert (2, "") == (result.code, result.out)
    assert result.err.startswith("Usage: icp")


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_command(icp: Icp, flag: str) -> None:
    """The help lists every command."""
    result = icp(flag)

    assert (0, "") == (result.code, result.err)
    assert all(f"\n  {each}" in result.out for each in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command(icp: Icp, command: str) -> None:
    """Every command explains itself, in lines that fit a terminal."""
    result = icp(command, "-h")

    assert (0, "") == (result.code, result.err)
    assert result.out.startswith(f"Usage: icp {command}")
    assert all(len(line) <= 80 for line in result.out.splitlines())


def test_help_imports_no_command_and_no_plugin() -> None:
    """Listing the commands imports none of them, and no discovery."""
    code = (
        "import sys\n"
        "from integrated_care_principles.cli import run\n"
        "run(['--help'])\n"
        "print([each for each in sys.modules if 'principles.cli._reports' in each"
        " or 'discovery' in each or 'principles_' in each], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert "[]\n" == done.stderr


def test_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version is told at once, by the name of the command."""
    monkeypatch.setattr(sys, "argv", ["icp", "--version"])

    assert 0 == entry.main()
    assert f"icp {__version__}\n" == capsys.readouterr().out


def test_version_loads_nothing() -> None:
    """Telling the version loads neither click nor attrs."""
    code = (
        "import sys; sys.argv = ['icp', '--version']\n"
        "from integrated_care_principles.__main__ import main; main()\n"
        "print(sorted({'click', 'attr', 'typing'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=unmeasured(),
        text=True,
        check=True,
    )

    assert f"icp {__version__}\n[]\n" == done.stdout


def test_version_among_others(icp: Icp) -> None:
    """The version is also told where more was typed."""
    assert f"icp {__version__}\n" == icp("--version", "score").out


def test_main_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The console script runs what was typed, and returns its exit code."""
    monkeypatch.setattr(sys, "argv", ["icp", "questions", "Q99"])

    assert 2 == entry.main()
    assert "no question 'Q99'" in capsys.readouterr().err


def test_misspelt_command(icp: Icp) -> None:
    """A misspelt command is told which one was meant."""
    result = icp("scor")

    assert 2 == result.code
    assert "no command 'scor'; did you mean 'score'?" in result.err


def test_unknown_command(icp: Icp) -> None:
    """A word that is like no command is refused."""
    result = icp("xyzzy")

    assert 2 == result.code
    assert "No such command 'xyzzy'" in result.err


def test_missing_file(icp: Icp, tmp_path: Path) -> None:
    """A file that is not there is a usage error that names it."""
    path = tmp_path / "none.json"
    result = icp("score", path)

    assert (2, "") == (result.code, result.out)
    assert f"icp: {path}: No such file or directory\n" == result.err


def test_folder(icp: Icp, tmp_path: Path) -> None:
    """A folder instead of a file is a usage error."""
    result = icp("check", tmp_path)

    assert 2 == result.code
    assert f"icp: {tmp_path}: Is a directory\n" == result.err


def test_broken_file(icp: Icp) -> None:
    """A file with problems exits with 1, and every problem is named."""
    result = icp("score", "-", stdin=b'{"format": 1, "subjet": "X", "period": null}')

    assert (1, "") == (result.code, result.out)
    assert "did you mean 'subject'?" in result.err
    assert "period: null says nothing" in result.err
    assert "catalogue is missing" in result.err


@pytest.mark.parametrize("command", COMMANDS)
def test_no_colours(icp: Icp, command: str) -> None:
    """Nothing that is printed moves or colours anything, with or without NO_COLOR."""
    assert "\x1b" not in icp(command, "--help").out


def test_every_locale_gets_the_same_bytes(process: Icp) -> None:
    """Official words come out as UTF-8 whatever the locale says."""
    results = [
        process("questions", "Q1.5", LC_ALL=locale, PYTHONUTF8="0")
        for locale in ("C", "C.UTF-8", "en_GB.ISO-8859-1", "POSIX")
    ]
    latin = process("questions", "Q1.5", PYTHONIOENCODING="latin-1")

    assert "peoples\u2019 views" in latin.out
    assert {latin} == set(results)


def test_reader_that_hangs_up() -> None:
    """A reader that goes away ends the command without a word."""
    with subprocess.Popen(
        [sys.executable, "-m", "integrated_care_principles", "resources"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        err = started.stderr.read()

    assert (2, b"") == (started.returncode, err)


def test_full_disk() -> None:
    """Standard output that cannot be written is a usage error, told once."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "integrated_care_principles", "resources"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert 2 == done.returncode
    assert b"icp: <stdout>: No space left on device\n" == done.stderr


def test_interrupted(tmp_path: Path) -> None:
    """Ctrl-C ends a command with 130 and one word."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with (
        subprocess.Popen(heard("check", str(fifo)), stderr=subprocess.PIPE) as started,
        fifo.open("wb"),
    ):  # opens when the command has opened it too
        started.send_signal(signal.SIGINT)
        assert started.stderr is not None
        err = started.stderr.read()

    assert 130 == started.returncode
    assert b"icp: interrupted" in err
    assert b"Traceback" not in err


def test_abort_is_an_interruption(icp: Icp, monkeypatch: pytest.MonkeyPatch) -> None:
    """What click calls an abort is told as an interruption."""

    def interrupted(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(_icp.icp, "main", interrupted)
    result = icp("questions")

    assert (130, "icp: interrupted\n") == (result.code, result.err)


def test_error_of_click_without_usage(
    icp: Icp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else click has to say is one sentence and a usage error."""
    filename = "x.json"

    def failing(*_: object, **__: object) -> None:
        raise click.FileError(filename, "no room")

    monkeypatch.setattr(_icp.icp, "main", failing)
    result = icp("questions")

    assert (2, "icp: Could not open file 'x.json': no room\n") == (
        result.code,
        result.err,
    )


def test_completion_knows_the_commands() -> None:
    """What is offered to a shell is what the help lists."""
    context = click.Context(_icp.icp)

    assert list(COMMANDS) == _icp.icp.list_commands(context)


def test_end_of_a_shells_question(icp: Icp, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a shell asks is answered and ends well; what it cannot know is refused."""
    monkeypatch.setenv("_ICP_COMPLETE", "bash_source")
    asked = icp()
    monkeypatch.setenv("_ICP_COMPLETE", "none_source")

    assert (0, "") == (asked.code, asked.err)
    assert 2 == icp().code


def test_output_into_a_buffer() -> None:
    """A host that takes the output in a buffer of its own gets it."""
    with redirect_stdout(StringIO()) as taken:
        assert 0 == run(["questions", "Q6.1"])

    assert taken.getvalue().startswith("Q6.1")


def test_completion(process: Icp) -> None:
    """A shell is offered the commands."""
    result = process(_ICP_COMPLETE="bash_complete", COMP_WORDS="icp s", COMP_CWORD="1")

    assert "plain,score" in result.out


def test_completion_script(process: Icp) -> None:
    """A shell gets the script that sets completion up."""
    assert "_icp_completion" in process(_ICP_COMPLETE="bash_source").out
