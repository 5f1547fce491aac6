"""Code of strangers in processes of their own, which end when we say so."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

# What the process runs. Its path is ours, whatever put it together.
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from integrated_care_principles.cli._tasks import main; main(*sys.argv[2:])"
)
_AT_MOST = 2**16


@frozen(kw_only=True)
class Outcome:
    """
    What came of a task.

    Attributes:
        answer: What it gave back; ``None`` where it ended without an answer.

        printed: What it wrote on standard output and error, at most 64 KiB.

        hung: Whether it had to be ended.

        code: What the process ended with; a negative number is a signal.
    """

    answer: object
    printed: str
    hung: bool
    code: int


def run_apart(
    task: str, arguments: Sequence[object], *, timeout: float
) -> list[Outcome]:
    """
    Run a *task* once for each of *arguments*, as many at a time as there are processors.

    Each has a process and a session of its own, nothing on standard input, and is ended
    with every process that it started.

    Args:
        task: Name of a function of the module of tasks.
        arguments: What can be written as JSON.
        timeout: In seconds, for each.
    """
    width = os.cpu_count() or 1
    outcomes: list[Outcome] = []
    for first in range(0, len(arguments), width):
        with ExitStack() as stack:
            batch = [
                stack.enter_context(_started(task, each))
                for each in arguments[first : first + width]
            ]
            outcomes += [each.outcome(timeout) for each in batch]
    return outcomes


@frozen(kw_only=True)
class _Started:
    process: "subprocess.Popen[bytes]"
    folder: Path
    since: float

    def outcome(self, timeout: float) -> Outcome:
        """Wait until the process has ended, or has had its time."""
        hung = False
        try:
            left = self.since + timeout - time.monotonic()
            self.process.wait(max(left, 0))
        except subprocess.TimeoutExpired:
            hung = True
        _end(self.process)
        with (self.folder / "printed").open("rb") as file:
            printed = file.read(_AT_MOST).decode("utf-8", "replace")
        return Outcome(
            answer=_answer(self.folder / "answer"),
            printed=printed,
            hung=hung,
            code=self.process.returncode,
        )


@contextmanager
def _started(task: str, argument: object) -> Iterator[_Started]:
    with TemporaryDirectory(prefix="icp-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with (folder / "printed").open("wb") as printed:
            process = subprocess.Popen(  # noqa: S603 - this very Python
                [
                    *(sys.executable, "-P", "-c", _CODE, json.dumps(sys.path)),
                    *(task, str(folder / "answer"), json.dumps(argument)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            yield _Started(process=process, folder=folder, since=time.monotonic())
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and those that it started and has left behind."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
