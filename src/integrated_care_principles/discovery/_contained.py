"""A stranger's code, run so that what all share is afterwards as it was."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from threading import RLock

# Streams and the working directory are one for all threads: two that change them at
# once would lose them.
_ALONE = RLock()


@contextmanager
def contained() -> Iterator[None]:
    """
    Let a stranger's code run, one at a time.

    What it prints goes to standard error. Whatever it puts in the place of a standard
    stream, and wherever it goes, is undone at the end.
    """
    with (
        _ALONE,
        _same_folder(),
        redirect_stdout(sys.stderr),
        redirect_stderr(sys.stderr),
    ):
        yield


@contextmanager
def _same_folder() -> Iterator[None]:
    before = _folder()
    try:
        yield
    finally:
        if before is not None and _folder() != before:
            os.chdir(before)


def _folder() -> Path | None:
    """Return the working directory; ``None`` where it was removed."""
    with suppress(FileNotFoundError):
        return Path.cwd()
    return None
