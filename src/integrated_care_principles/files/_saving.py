"""Saving a file whole or not at all, and never over somebody else's work."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from attrs import frozen

from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
)


@frozen
class Revision:
    """
    What was in a file when it was read.

    Attributes:
        hash: Of its bytes, as ``sha256:`` and 64 hexadecimal digits.
    """

    hash: str

    @classmethod
    def of(cls, data: bytes) -> "Revision":
        """Return the revision of a file that holds *data*."""
        return cls(f"sha256:{sha256(data).hexdigest()}")


def save(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    replacing: Revision | None = None,
    force: bool = False,
) -> None:
    """
    Put *data* into the file at *path*: all of it, or none and the file as it was.

    A symbolic link stays one, and the file keeps its mode and owner; another hard link to
    it keeps the old content. What may not be written is not replaced either, though the
    folder would allow it. A device or a pipe is written as it is,
    where that is forced.

    Args:
        replacing: What may be replaced; ``None``: there may be no file yet.
        force: Replace whatever is there.

    Raises:
        AlreadyExistsError: If there is a file, and it was not to be replaced.
        ChangedSinceReadError: If what is there is not what may be replaced.
        OSError: If it cannot be written.
    """
    try:
        _refuse_folder(os.fspath(path))
        _put(Path(path), data, replacing, force=force)
    except FileExistsError:
        raise AlreadyExistsError(os.fspath(path)) from None
    except ChangedSinceReadError:
        raise
    except OSError as error:
        # The name that somebody knows, not that of a temporary file.
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def _refuse_folder(path: str) -> None:
    if path.endswith(os.sep) or Path(path).is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)


def _put(path: Path, data: bytes, replacing: Revision | None, *, force: bool) -> None:
    target = Path(os.path.realpath(path))
    if force and _is_stream(path):
        path.write_bytes(data)
    elif force:
        _replace(target, data)
    elif replacing is None:
        _create(target, data)
    else:
        with _locked(target) as found:
            if found is None or Revision.of(found) != replacing:
                raise ChangedSinceReadError(str(path))
            _replace(target, data)


def _create(target: Path, data: bytes) -> None:
    if target.exists():  # before anything is written
        raise FileExistsError
    with _written_beside(target, data) as temporary:
        _take_name(temporary, target)


def _take_name(temporary: Path, target: Path) -> None:
    """Give the name *target* to a file, unless somebody was faster."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        try:
            temporary.replace(target)
        except OSError:
            target.unlink()
            raise


def _is_stream(path: Path) -> bool:
    """Return whether *path* is a device, a pipe or the like, which has no old content."""
    return path.exists() and not path.is_file()


def _replace(target: Path, data: bytes) -> None:
    with _written_beside(target, data) as temporary:
        temporary.replace(target)


@contextmanager
def _written_beside(target: Path, data: bytes) -> Iterator[Path]:
    """Give a file beside *target* that holds *data*; take away what is left of it."""
    old = _status(target)
    # No longer than a name may be, whatever the target's own.
    temporary = target.with_name(f".{target.name[:32]}.{token_hex(8)}")
    flags, mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if old is None else 0o600
    handle = os.open(temporary, flags, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        if old is not None:
            _take_over(old, temporary)
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def _take_over(old: os.stat_result, temporary: Path) -> None:
    """Give a new file the owner, where we may, and the mode of the *old* one."""
    with suppress(PermissionError):
        os.chown(temporary, old.st_uid, old.st_gid)
    temporary.chmod(stat.S_IMODE(old.st_mode))


def _status(target: Path) -> os.stat_result | None:
    """Return what is known of a file to be replaced; refuse what may not be written."""
    try:
        handle = os.open(target, os.O_WRONLY)
    except FileNotFoundError:
        return None
    try:
        return os.fstat(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(target: Path) -> Iterator[bytes | None]:
    """
    Keep other savers out, and give what is in the file; ``None`` where there is none.

    The file itself is the lock: who had to wait for it finds another one in its place.
    """
    try:
        file = None if _is_stream(target) else target.open("rb")
    except FileNotFoundError:
        file = None
    if file is None:
        yield None
    else:
        with file:
            yield _read_locked(file, target)


def _read_locked(file: BinaryIO, target: Path) -> bytes | None:
    if sys.platform == "win32":  # no lock, and nothing open can be replaced
        found = file.read()
        file.close()
        return found
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX)
    return file.read() if _is_at(target, file.fileno()) else None


def _is_at(target: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), target.stat())
    except FileNotFoundError:
        return False
