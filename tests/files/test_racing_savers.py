"""Two who save at once: one wins, the other is told, and nothing is lost."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Barrier

from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
)
from integrated_care_principles.files import Revision, save

SAVERS = 4
ROUNDS = 60

# Waits for a line, saves, says how it went, and so on until there are no more lines.
SAVER = """
import sys
from integrated_care_principles.exceptions import (
    AlreadyExistsError, ChangedSinceReadError,
)
from integrated_care_principles.files import Revision, save

path, me = sys.argv[1:]
print("ready", flush=True)
for line in sys.stdin:
    number, found = line.split()
    replacing = Revision(found) if found != "none" else None
    try:
        save(f"{path}{number}", me.encode(), replacing=replacing)
    except (AlreadyExistsError, ChangedSinceReadError):
        print("refused", flush=True)
    else:
        print("saved", flush=True)
"""


def at_once(save: Callable[[bytes], None]) -> list[bytes]:
    """Let several save at once, and return the bytes of those who think they did."""
    barrier = Barrier(SAVERS)

    def run(number: int) -> list[bytes]:
        data = f"saver {number}".encode()
        barrier.wait()
        try:
            save(data)
        except (AlreadyExistsError, ChangedSinceReadError):
            return []
        return [data]

    with ThreadPoolExecutor(SAVERS) as pool:
        return [data for saved in pool.map(run, range(SAVERS)) for data in saved]


def test_threads_that_replace(tmp_path: Path) -> None:
    """Of several threads that have read one revision, exactly one replaces it."""
    path = tmp_path / "north.json"
    read = Revision.of(b"read")

    for _ in range(ROUNDS):
        path.write_bytes(b"read")
        saved = at_once(partial(save, path, replacing=read))
        assert [path.read_bytes()] == saved
    assert [path] == list(tmp_path.iterdir())


def test_threads_that_create(tmp_path: Path) -> None:
    """Of several threads that make a file, exactly one does."""
    path = tmp_path / "north.json"

    for _ in range(ROUNDS):
        saved = at_once(partial(save, path))
        assert [path.read_bytes()] == saved
        path.unlink()
    assert [] == list(tmp_path.iterdir())


def test_threads_that_insist(tmp_path: Path) -> None:
    """By force everybody saves, and the file is whole at any time."""
    path = tmp_path / "north.json"

    saved = at_once(partial(save, path, force=True))

    assert SAVERS == len(saved)
    assert path.read_bytes() in saved


def test_processes(tmp_path: Path) -> None:
    """Of several processes, exactly one replaces a revision, and one makes a file."""
    path = tmp_path / "north"
    savers = [
        subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path), f"saver {number}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for number in range(2)
    ]
    assert ["ready"] * 2 == [answer(each) for each in savers]
    between = Revision.of(b"between").hash
    for number in range(ROUNDS):
        assert ["refused", "saved"] == sorted(ask(savers, f"{number} none"))
        Path(f"{path}{number}").write_bytes(b"between")
        assert ["refused", "saved"] == sorted(ask(savers, f"{number} {between}"))
    for each in savers:
        each.communicate()
    assert ROUNDS == len(list(tmp_path.iterdir()))


def ask(savers: list[subprocess.Popen[str]], line: str) -> list[str]:
    """Tell everybody to save, and return how it went."""
    for each in savers:
        assert each.stdin is not None
        each.stdin.write(f"{line}\n")
        each.stdin.flush()
    return [answer(each) for each in savers]


def answer(saver: subprocess.Popen[str]) -> str:
    """Return the next line that a process says."""
    assert saver.stdout is not None
    return saver.stdout.readline().strip()
