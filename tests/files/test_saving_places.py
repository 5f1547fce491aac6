"""Saving through links and names, with the mode and the owner that were there."""

import errno
import os
from contextlib import suppress
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

from .places import CREATING, NEW, OLD, OLD_REVISION, OTHER, REPLACING, failing, mode


def open_handles() -> set[str]:
    """Return the handles that are open, and the one that this takes."""
    return {each.name for each in Path("/dev/fd").iterdir()}


def test_names_as_they_were_given(
    tmp_path: Path, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error has the name that was given, not one that was made of it."""
    monkeypatch.chdir(tmp_path)

    with pytest.raises(AlreadyExistsError) as exists:
        save(old.name, NEW)
    with pytest.raises(ChangedSinceReadError) as changed:
        save(old.name, NEW, replacing=Revision.of(OTHER))

    assert "north.json" == exists.value.path == changed.value.path


@pytest.mark.parametrize("how", REPLACING, ids=str)
def test_a_link_stays_a_link(tmp_path: Path, old: Path, how: dict[str, Any]) -> None:
    """What a link points to is replaced, not the link."""
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder" / "link.json"
    link.symlink_to("../north.json")

    save(link, NEW, **how)

    assert "../north.json" == str(link.readlink())
    assert NEW == old.read_bytes()


@pytest.mark.parametrize("how", CREATING, ids=str)
def test_a_link_to_nothing(tmp_path: Path, path: Path, how: dict[str, Any]) -> None:
    """A link that points to no file yet points to one then."""
    link = tmp_path / "link.json"
    link.symlink_to(path)

    save(link, NEW, **how)

    assert link.is_symlink()
    assert NEW == path.read_bytes()


def test_a_link_to_a_file(tmp_path: Path, old: Path) -> None:
    """A link to a file is a file, and is not replaced unasked."""
    link = tmp_path / "link.json"
    link.symlink_to(old)

    with pytest.raises(AlreadyExistsError):
        save(link, NEW)

    assert OLD == old.read_bytes()


@pytest.mark.parametrize("how", [*CREATING, *REPLACING], ids=str)
def test_a_link_to_itself(tmp_path: Path, how: dict[str, Any]) -> None:
    """A link that leads nowhere is the system's error."""
    link = tmp_path / "link.json"
    link.symlink_to(link)

    with pytest.raises(OSError, match=r"link\.json"):
        save(link, NEW, **how)

    assert link.is_symlink()


@pytest.mark.parametrize("how", REPLACING, ids=str)
@pytest.mark.parametrize("permissions", [0o600, 0o644, 0o664, 0o640])
def test_the_mode_is_kept(old: Path, permissions: int, how: dict[str, Any]) -> None:
    """Who may read a file may read it after it was saved, and nobody else."""
    old.chmod(permissions)

    save(old, NEW, **how)

    assert permissions == mode(old)


@pytest.mark.parametrize("how", CREATING, ids=str)
@pytest.mark.parametrize(("mask", "permissions"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_is_as_private_as_others(
    path: Path, mask: int, permissions: int, how: dict[str, Any]
) -> None:
    """A new file has the mode that the user gives to new files."""
    before = os.umask(mask)
    try:
        save(path, NEW, **how)
    finally:
        os.umask(before)

    assert permissions == mode(path)


@pytest.mark.parametrize("how", CREATING, ids=str)
@pytest.mark.parametrize("name", ["n" * 250 + ".json", "é" * 125 + ".json"])
def test_long_names(tmp_path: Path, name: str, how: dict[str, Any]) -> None:
    """A name may be as long as a name may be."""
    save(tmp_path / name, NEW, **how)

    assert NEW == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("how", CREATING, ids=str)
def test_no_folder(tmp_path: Path, how: dict[str, Any]) -> None:
    """A folder that is not there is not made; the error has the name that was given."""
    path = tmp_path / "missing" / "north.json"

    with pytest.raises(FileNotFoundError) as caught:
        save(path, NEW, **how)

    assert str(path) == caught.value.filename
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("how", [*CREATING, *REPLACING], ids=str)
def test_a_file_for_a_folder(old: Path, how: dict[str, Any]) -> None:
    """In a file, there is no place for another."""
    path = old / "north.json"

    with pytest.raises(OSError, match=r"north\.json"):
        save(path, NEW, **how)

    assert OLD == old.read_bytes()


@pytest.mark.parametrize("how", [*CREATING, *REPLACING], ids=str)
def test_a_folder_for_a_file(tmp_path: Path, how: dict[str, Any]) -> None:
    """A folder is not replaced, not even by force."""
    folder = tmp_path / "folder"
    folder.mkdir()

    with pytest.raises(OSError, match="folder"):
        save(folder, NEW, **how)

    assert folder.is_dir()


def test_the_owner_is_kept(old: Path) -> None:
    """Whose file it was, theirs it stays, where the system lets us."""
    owner = 65534 if os.geteuid() == 0 else os.geteuid()
    os.chown(old, owner, -1)

    save(old, NEW, force=True)

    assert owner == old.stat().st_uid


def test_an_owner_that_cannot_be_kept(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only root may give a file away, it is saved all the same, as private."""
    old.chmod(0o640)
    monkeypatch.setattr(os, "chown", failing(errno.EPERM))

    save(old, NEW, force=True)

    assert (NEW, 0o640) == (old.read_bytes(), mode(old))


def test_another_name_keeps_the_old_file(tmp_path: Path, old: Path) -> None:
    """A hard link is a name of the old file, and stays one."""
    copy = tmp_path / "copy.json"
    copy.hardlink_to(old)

    save(old, NEW, replacing=OLD_REVISION)

    assert (NEW, OLD) == (old.read_bytes(), copy.read_bytes())


@pytest.mark.parametrize("how", [*CREATING, *REPLACING], ids=str)
def test_a_name_of_a_folder(tmp_path: Path, how: dict[str, Any]) -> None:
    """What is written like a folder is not made a file."""
    with pytest.raises(IsADirectoryError, match="north/"):
        save(f"{tmp_path}/north/", NEW, **how)

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("how", [*CREATING, *REPLACING], ids=str)
def test_nothing_stays_open(path: Path, how: dict[str, Any]) -> None:
    """Whether it saves or refuses, nothing that was opened stays open."""
    path.write_bytes(OLD)
    before = open_handles()

    with suppress(AlreadyExistsError):
        save(path, NEW, **how)

    assert open_handles() <= before
