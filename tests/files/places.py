"""Bytes to save, and ways of saving them."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from integrated_care_principles.files import (
    Revision,
)

OLD, NEW, OTHER = b"old\n", b"new\n", b"of somebody else\n"
OLD_REVISION = Revision.of(OLD)

# Each way to save where there is a file, and where there is none.
REPLACING: list[dict[str, Any]] = [{"replacing": OLD_REVISION}, {"force": True}]
CREATING: list[dict[str, Any]] = [{}, {"force": True}]


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def failing(number: int) -> Callable[..., None]:
    """Return what fails like a call of the system."""

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail
