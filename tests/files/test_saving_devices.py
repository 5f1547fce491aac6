"""What is no file is written to and never replaced."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
)
from integrated_care_principles.files import (
    Revision,
    save,
)

from .places import NEW, OLD_REVISION, failing


@pytest.fixture
def no_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be sure that no test can put a file in the place of a device."""
    monkeypatch.setattr(os, "replace", failing(errno.EPERM))
    monkeypatch.setattr(os, "link", failing(errno.EPERM))


@pytest.mark.usefixtures("no_moves")
@pytest.mark.parametrize("how", [{}, {"replacing": Revision.of(b"")}], ids=str)
def test_a_device_is_no_file(how: dict[str, Any]) -> None:
    """A device has no revision, and is written to by force alone."""
    with pytest.raises((AlreadyExistsError, ChangedSinceReadError)):
        save("/dev/null", NEW, **how)


@pytest.mark.usefixtures("no_moves")
def test_a_device_stays_a_device() -> None:
    """By force, bytes go to a device, and no file takes its place."""
    save("/dev/null", NEW, force=True)

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.usefixtures("no_moves")
def test_a_device_that_is_full() -> None:
    """What a device refuses is the system's error, with its name."""
    with pytest.raises(OSError, match="No space left") as caught:
        save("/dev/full", NEW, force=True)

    assert "/dev/full" == caught.value.filename


@pytest.mark.usefixtures("no_moves")
def test_what_stands_behind_a_name() -> None:
    """A pipe that only has a name like /dev/stdout is written to as well."""
    reading, writing = os.pipe()

    save(f"/dev/fd/{writing}", NEW, force=True)

    os.close(writing)
    with os.fdopen(reading, "rb") as file:
        assert NEW == file.read()


def test_a_pipe_is_not_waited_for(path: Path) -> None:
    """A pipe is not what somebody has read, and is not opened to find out."""
    os.mkfifo(path)

    with pytest.raises(ChangedSinceReadError):
        save(path, NEW, replacing=OLD_REVISION)

    assert stat.S_ISFIFO(path.stat().st_mode)
