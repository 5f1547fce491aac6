"""Several files at once, as a folder: whole or not at all."""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from errno import EACCES
from pathlib import Path, PurePosixPath
from secrets import token_hex

from integrated_care_principles.exceptions import FolderInUseError


def save_folder(path: str | os.PathLike[str], documents: Mapping[str, bytes]) -> None:
    """
    Put *documents* into a folder: all of them, or none and the folder as it was.

    A folder that is there is replaced where it holds no file but of these names; then it
    is away for an instant. A link stays a link.

    Args:
        documents: By name, relative and with ``/`` between folders.

    Raises:
        FolderInUseError: If the folder holds something else.
        OSError: If it cannot be written.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists():
            _refuse_loss(target, os.fspath(path), documents)
        with _folder_beside(target) as temporary:
            _fill(temporary, documents)
            _take_place(temporary, target)
    except FolderInUseError:
        raise
    except OSError as error:
        # The name that somebody knows, not that of a temporary folder.
        error.filename, error.filename2 = os.fspath(path), None
        raise


def _refuse_loss(target: Path, path: str, documents: Mapping[str, bytes]) -> None:
    """Do nothing where whatever is in the folder *target* is to be written again."""
    if not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES))
    for found in _strangers(target, documents):
        raise FolderInUseError(path, found)


def _strangers(target: Path, names: Collection[str]) -> Iterator[str]:
    """Yield what is in *target* and is neither one of *names* nor a folder of one."""
    folders = {str(each) for name in names for each in PurePosixPath(name).parents}
    for place in sorted(target.iterdir()):
        yield from _strangers_at(place, target, names, folders)


def _strangers_at(
    place: Path, target: Path, names: Collection[str], folders: Collection[str]
) -> Iterator[str]:
    name = place.relative_to(target).as_posix()
    if place.is_dir() and not place.is_symlink() and name in folders:
        for each in sorted(place.iterdir()):
            yield from _strangers_at(each, target, names, folders)
    elif place.is_symlink() or not place.is_file() or name not in names:
        yield name


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """Give an empty folder beside *target*; take away what is left of it."""
    temporary = target.with_name(f".{target.name[:32]}.{token_hex(8)}")
    temporary.mkdir()
    try:
        yield temporary
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _fill(folder: Path, documents: Mapping[str, bytes]) -> None:
    for name, data in documents.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _take_place(temporary: Path, target: Path) -> None:
    """Put the folder *temporary* where *target* is or shall be."""
    if not target.exists():
        temporary.rename(target)
        return
    temporary.chmod(target.stat().st_mode & 0o7777)
    with _folder_beside(target) as old:
        target.rename(old)  # an empty folder may be replaced
        try:
            temporary.rename(target)
        except OSError:
            old.rename(target)
            raise
