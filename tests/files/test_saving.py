"""Saving: all of it or nothing, and never over what somebody else has saved."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import load_catalogue
from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
    UnknownQuestionError,
)
from integrated_care_principles.files import (
    Revision,
    decode_assessment,
    read_assessment,
    save,
    write_assessment,
)

SCOTLAND = load_catalogue()
BLANK = (Path(__file__).parent / "golden" / "blank.json").read_bytes()

OLD, NEW, OTHER = b"old\n", b"new\n", b"of somebody else\n"
OLD_REVISION = Revision.of(OLD)

# Each way to save where there is a file, and where there is none.
REPLACING: list[dict[str, Any]] = [{"replacing": OLD_REVISION}, {"force": True}]
CREATING: list[dict[str, Any]] = [{}, {"force": True}]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place for a file, where there is none yet."""
    return tmp_path / "north.json"


@pytest.fixture
def old(path: Path) -> Path:
    """A file that somebody has read."""
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """Whatever happens, no temporary file stays behind."""
    yield
    assert [] == [each for each in tmp_path.rglob(".*") if each.name != ".hidden"]


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def open_handles() -> set[str]:
    """Return the handles that are open, and the one that this takes."""
    return {each.name for each in Path("/dev/fd").iterdir()}


@pytest.mark.parametrize("how", CREATING, ids=str)
def test_a_new_file(path: Path, how: dict[str, Any]) -> None:
    """Where there is no file, one is made that holds all of it."""
    save(path, NEW, **how)

    assert NEW == path.read_bytes()


@pytest.mark.parametrize("how", REPLACING, ids=str)
def test_another_revision(old: Path, how: dict[str, Any]) -> None:
    """What was read is replaced."""
    save(old, NEW, **how)

    assert NEW == old.read_bytes()


def test_twice(old: Path) -> None:
    """After a save, what was saved is what may be replaced."""
    save(old, NEW, replacing=OLD_REVISION)
    save(old, OTHER, replacing=Revision.of(NEW))

    assert OTHER == old.read_bytes()


def test_over_a_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not read a file does not replace it, and not a byte is written."""
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))

    with pytest.raises(AlreadyExistsError) as caught:
        save(old, NEW)

    assert str(old) == caught.value.path
    assert OLD == old.read_bytes()


def test_over_what_has_changed(old: Path) -> None:
    """Who has read something else does not replace what is there now."""
    old.write_bytes(OTHER)

    with pytest.raises(ChangedSinceReadError) as caught:
        save(old, NEW, replacing=OLD_REVISION)

    assert str(old) == caught.value.path
    assert OTHER == old.read_bytes()


def test_over_what_is_gone(path: Path) -> None:
    """What has been removed since it was read is not brought back unasked."""
    with pytest.raises(ChangedSinceReadError):
        save(path, NEW, replacing=OLD_REVISION)

    assert not path.exists()


def test_over_anything(old: Path) -> None:
    """By force, whatever is there is replaced, whatever was read."""
    save(old, NEW, replacing=Revision.of(OTHER), force=True)

    assert NEW == old.read_bytes()


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


# What may go wrong while a file is written


def failing(number: int) -> Callable[..., None]:
    """Return what fails like a call of the system."""

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


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


# File systems without hard links


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


# What happens while one waits for another


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


# What is no file


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


# Assessments


def test_an_assessment_is_saved(path: Path) -> None:
    """What was saved is read, and its revision is that which the save gave."""
    assessment = decode_assessment(BLANK)

    revision = write_assessment(path, assessment, SCOTLAND)

    assert (assessment, revision) == read_assessment(path, SCOTLAND)
    assert BLANK == path.read_bytes()


def test_an_assessment_is_replaced(path: Path) -> None:
    """The revision of one save allows the next."""
    assessment = decode_assessment(BLANK)
    revision = write_assessment(path, assessment, SCOTLAND)

    again = write_assessment(str(path), assessment, SCOTLAND, replacing=revision)

    assert revision == again
    with pytest.raises(AlreadyExistsError):
        write_assessment(path, assessment, SCOTLAND)
    assert again == write_assessment(path, assessment, SCOTLAND, force=True)


def test_what_cannot_be_written_costs_nothing(old: Path) -> None:
    """An assessment that cannot be written leaves the file as it was."""
    draft = b'{"responses": [{"question": "Q99", "status": "draft"}],'
    stranger = decode_assessment(draft + BLANK.removeprefix(b"{"))

    with pytest.raises(UnknownQuestionError):
        write_assessment(old, stranger, SCOTLAND, force=True)

    assert OLD == old.read_bytes()
