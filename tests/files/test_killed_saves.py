"""
Saves whose process is killed: the old file or the new one is there, whole.

Here the process is killed at whatever Python does of its own accord, which works
everywhere; ``tools/kill_saves.py`` does the same at every system call, under strace.
"""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from integrated_care_principles.files import save

from .places import NEW, OLD

CHILD = """
import os, signal, sys
from pathlib import Path
from integrated_care_principles.files import Revision, save
path, how, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
replacing = Revision.of(b"old\\n") if how == "replacing" else None
seen = []
def hook(event, _):
    if event.split(".")[0] in {"open", "os", "fcntl"}:
        seen.append(event)
        if len(seen) == last:
            os.kill(os.getpid(), signal.SIGKILL)
save(path.with_name("warm"), b"")  # what is imported on the way
sys.addaudithook(hook)
save(path, b"new\\n", replacing=replacing, force=how == "forced")
"""


def killed_at(event: int, path: Path, way: str) -> bool:
    """Save in a process that is killed at its *event*; return whether it was."""
    command = [sys.executable, "-c", CHILD, str(path), way, str(event)]
    done = subprocess.run(command, check=False)
    return done.returncode == -signal.SIGKILL


@pytest.mark.slow
@pytest.mark.parametrize("way", ["creating", "replacing", "forced"])
def test_killed_anywhere(tmp_path: Path, way: str) -> None:
    """Never neither; and the next save works, since no lock stays behind."""
    before = b"" if way == "creating" else OLD
    path = tmp_path / "assessment.json"
    outcomes: list[bytes] = []
    killed = True
    while killed:
        path.unlink(missing_ok=True)
        path.with_name("warm").unlink(missing_ok=True)
        if before:
            path.write_bytes(before)
        killed = killed_at(len(outcomes) + 1, path, way)
        outcomes.append(path.read_bytes() if path.exists() else b"")
        save(path, NEW, force=True)
        assert NEW == path.read_bytes()

    for each in tmp_path.glob(".assessment.json.*"):  # nobody was left to tidy up
        each.unlink()
    assert {before, NEW} == set(outcomes)
    assert sorted(outcomes, key=[before, NEW].index) == outcomes
    assert len(outcomes) > 4
