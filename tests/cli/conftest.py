"""The command line in this process, and as a process."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from integrated_care_principles.cli import run

ROOT = Path(__file__).parents[2]


@frozen
class Result:
    """What a command line did."""

    code: int
    out: str
    err: str


Icp = Callable[..., Result]


@pytest.fixture
def icp(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Icp:
    """Run ``icp`` here, with *stdin* as its standard input."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(each) for each in arguments])
        out, err = capsysbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


@pytest.fixture
def process() -> Icp:
    """Run ``icp`` as a process, with more *environment*."""

    def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "integrated_care_principles", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def example() -> Path:
    """An assessment with all seven states."""
    return ROOT / "examples" / "strathenlow-2025-26.json"


@pytest.fixture
def blank(icp: Icp, tmp_path: Path) -> Path:
    """A blank assessment."""
    path = tmp_path / "blank.json"
    made = icp("new", "--subject", "X", "--start", DAY, "--end", DAY, "-o", path)
    assert 0 == made.code
    return path


DAY = "2026-03-31"


def heard(*arguments: str) -> list[str]:
    """Return ``icp`` with *arguments* as a process that hears Ctrl-C."""
    # Whoever started the tests may have told them to take no notice of it.
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "from integrated_care_principles.cli import run; sys.exit(run(sys.argv[1:]))"
    )
    return [sys.executable, "-c", code, *arguments]
