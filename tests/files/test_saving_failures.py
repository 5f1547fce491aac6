"""What is saved when saving fails, or somebody is faster."""

import errno
import fcntl
import os
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
)
from integrated_care_principles.files import (
    save,
)

from .places import CREATING, NEW, OLD, OLD_REVISION, OTHER, REPLACING, failing, mode


@pytest.mark.parametrize("call", ["fsync", "fdopen", "replace"])
@pytest.mark.parametrize("how", REPLACING, ids=str)
def test_a_failure_leaves_the_old_file(
    old: Path, call: str, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails, the file is as it was, and the error has its name."""
    old.chmod(0o640)
    monkeypatch.setattr(os, call, failing(errno.ENOSPC))

    with pytest.raises(OSError, match="No space left") as caught:
        save(old, NEW, **how)

    assert str(old) == caught.value.filename
    assert OLD == old.read_bytes()
    assert 0o640 == mode(old)


@pytest.mark.parametrize("call", ["fsync", "fdopen"])
@pytest.mark.parametrize("how", CREATING, ids=str)
def test_a_failure_leaves_no_file(
    path: Path, call: str, how: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing fails, no half of a file is there."""
    monkeypatch.setattr(os, call, failing(errno.EIO))

    with pytest.raises(OSError, match="Input/output") as caught:
        save(path, NEW, **how)

    assert str(path) == caught.value.filename
    assert not path.exists()


def test_an_interruption_leaves_the_old_file(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is interrupted has saved nothing, and lost nothing."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        save(old, NEW, replacing=OLD_REVISION)

    assert OLD == old.read_bytes()


def test_everything_is_on_the_disk_first(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name changes hands only after all bytes are on the disk."""
    seen: list[tuple[bytes, bytes]] = []
    fsync = os.fsync

    def watch(handle: int) -> None:
        (temporary,) = old.parent.glob(".*")
        seen.append((temporary.read_bytes(), old.read_bytes()))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watch)
    save(old, NEW, replacing=OLD_REVISION)

    assert [(NEW, OLD)] == seen


def test_nobody_sees_it_before(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is written, a private file is not public under another name."""
    seen: list[int] = []
    old.chmod(0o600)

    def watch(_: int) -> None:
        (temporary,) = old.parent.glob(".*")
        seen.append(mode(temporary))

    monkeypatch.setattr(os, "fsync", watch)
    save(old, NEW, replacing=OLD_REVISION)

    assert [0o600] == seen


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be on a file system that has no hard links."""
    monkeypatch.setattr(os, "link", failing(errno.EPERM))


@pytest.mark.usefixtures("no_links")
def test_a_new_file_without_links(path: Path) -> None:
    """A new file is made all the same."""
    save(path, NEW)

    assert NEW == path.read_bytes()


@pytest.mark.usefixtures("no_links")
def test_a_failure_without_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last step fails, no empty file stays behind."""
    monkeypatch.setattr(os, "replace", failing(errno.EIO))

    with pytest.raises(OSError, match="Input/output"):
        save(path, NEW)

    assert not path.exists()


@pytest.mark.parametrize("links", [True, False])
def test_somebody_was_faster(
    path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who makes the file while we write ours keeps it."""

    def somebody(_: int) -> None:
        path.write_bytes(OTHER)

    monkeypatch.setattr(os, "fsync", somebody)
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))

    with pytest.raises(AlreadyExistsError):
        save(path, NEW)

    assert OTHER == path.read_bytes()


def test_it_was_removed_while_we_waited(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody removed while we waited is not brought back unasked."""
    monkeypatch.setattr(fcntl, "flock", lambda *_: old.unlink())

    with pytest.raises(ChangedSinceReadError):
        save(old, NEW, replacing=OLD_REVISION)

    assert not old.exists()


def test_it_was_replaced_while_we_waited(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saved while we waited is not lost."""
    other = old.with_name("other.json")
    other.write_bytes(OTHER)
    monkeypatch.setattr(fcntl, "flock", lambda *_: other.replace(old))

    with pytest.raises(ChangedSinceReadError):
        save(old, NEW, replacing=OLD_REVISION)

    assert OTHER == old.read_bytes()
