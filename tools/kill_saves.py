"""
What is left of a file when a save is killed, at every one of its system calls.

``python tools/kill_saves.py`` saves in a process of its own, once to see which system calls
that makes, and once for each of them, where ``strace`` kills it as it makes the call.
Afterwards the old file or the new one has to be there, whole, and the next save has to
work. Then it saves on a disk that is full. It takes Linux, ``strace``, and the right to
mount a small file system; it says what it tried, and exits with 1 where something is lost.
"""

import errno
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from integrated_care_principles.files import Revision, save

OLD, NEW = b"old\n" * 2_000, b"new\n" * 3_000
WAYS = ("creating", "replacing", "forced")

CHILD = """
import sys
from pathlib import Path
from integrated_care_principles.files import Revision, save
path, how = Path(sys.argv[1]), sys.argv[2]
old, new = b"old\\n" * 2_000, b"new\\n" * 3_000
replacing = Revision.of(old) if how == "replacing" else None
print("ready", flush=True)
sys.stdin.readline()
save(path, new, replacing=replacing, force=how == "forced")
"""


def main() -> int:
    """Try every way of saving, and return 1 where something was lost."""
    lost = [line for way in WAYS for line in killed_everywhere(way)]
    lost += on_a_full_disk()
    for each in lost:
        print(f"lost: {each}")
    return int(bool(lost))


def killed_everywhere(way: str) -> Iterator[str]:
    """Kill a save at each of its system calls, and yield what was lost."""
    calls = calls_of(way)
    outcomes: Counter[str] = Counter()
    for call, number in calls:
        with TemporaryDirectory() as folder:
            path = prepared(Path(folder), way)
            traced(path, way, f"inject={call}:signal=KILL:when={number}")
            found = path.read_bytes() if path.exists() else b""
            outcomes[{OLD: "old", NEW: "new", b"": "none"}.get(found, "neither")] += 1
            if found not in allowed(way):
                yield f"{way}, killed at {call} {number}: {found[:20]!r}"
            save(path, NEW, force=True)
            if path.read_bytes() != NEW:
                yield f"{way}, killed at {call} {number}: the next save"
    print(f"{way}: killed at {len(calls)} system calls; then {dict(outcomes)}")


def allowed(way: str) -> set[bytes]:
    """Return what may be there afterwards; empty bytes stand for no file."""
    return {NEW, b"" if way == "creating" else OLD}


def prepared(folder: Path, way: str) -> Path:
    """Return the path to be saved to, with the old file where there is to be one."""
    path = folder / "assessment.json"
    if way != "creating":
        path.write_bytes(OLD)
    return path


def calls_of(way: str) -> list[tuple[str, int]]:
    """Return the system calls of a save, each with how often it came until then."""
    with TemporaryDirectory() as folder:
        path = prepared(Path(folder), way)
        log = traced(path, way, "trace=all")
        if path.read_bytes() != NEW:
            msg = f"{way}: a save that nobody kills does not save"
            raise RuntimeError(msg)
    seen: Counter[str] = Counter()
    calls = []
    for name in re.findall(r"^(\w+)\(", log, re.MULTILINE):
        seen[name] += 1
        calls.append((name, seen[name]))
    return calls


def traced(path: Path, way: str, expression: str) -> str:
    """Save in a process that is traced from the first call of the save; return the log."""
    command = [sys.executable, "-c", CHILD, str(path), way]
    with TemporaryDirectory() as folder:
        log = Path(folder, "log")
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            typed, said = child.stdin, child.stdout
            if typed is None or said is None:  # there are, since both were asked for
                raise AssertionError
            said.readline()
            tracer = subprocess.Popen(
                ["strace", "-q", "-o", log, "-e", expression, "-p", str(child.pid)]
            )
            wait_until_traced(child.pid)
            try:
                typed.write("go\n")
                typed.close()
            except BrokenPipeError:
                pass  # killed at the very call by which it waits
        tracer.wait()
        return log.read_text(encoding="utf-8")


def wait_until_traced(pid: int) -> None:
    """Return when somebody traces the process."""
    status = Path(f"/proc/{pid}/status")
    while "TracerPid:\t0\n" in status.read_text(encoding="utf-8"):
        time.sleep(0.001)
    time.sleep(0.02)  # until what it is to do is set


def on_a_full_disk() -> Iterator[str]:
    """Save what does not fit, and yield what was lost."""
    with TemporaryDirectory() as folder, small_disk(Path(folder)) as disk:
        for way in WAYS:
            path = prepared(disk, way)
            refused = saved_too_much(path, way)
            found = path.read_bytes() if path.exists() else b""
            if not refused or found not in allowed(way) - {NEW}:
                yield f"{way}, on a full disk: {found[:20]!r}"
            if left := [each.name for each in disk.iterdir() if each != path]:
                yield f"{way}, on a full disk: {left} is left"
            path.unlink(missing_ok=True)
    print("a full disk: tried each way")


def saved_too_much(path: Path, way: str) -> bool:
    """Return whether what does not fit is refused for that reason."""
    replacing = Revision.of(OLD) if way == "replacing" else None
    try:
        save(path, NEW * 100, replacing=replacing, force=way == "forced")
    except OSError as error:
        return error.errno == errno.ENOSPC
    return False


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a file system of 64 kB."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], check=True
    )
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


if __name__ == "__main__":
    sys.exit(main())
