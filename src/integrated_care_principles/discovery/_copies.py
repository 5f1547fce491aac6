"""Every copy of every distribution that is on the path, at the cost of a walk."""

import os
import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from attrs import frozen
from importlib_metadata import DistributionFinder

from integrated_care_principles.discovery._allowed import normalised

_HEADER = re.compile(r"(?m)^(Name|Version): *(\S.*?)\s*$")
_ABSENT = (
    FileNotFoundError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
)
# A finder that goes on failing is left alone.
_MOST_FAILURES = 10
_EVERYTHING = DistributionFinder.Context()  # type: ignore[no-untyped-call]  # theirs


class _Metadata(Protocol):
    def __getitem__(self, key: str) -> str: ...


class _Distribution(Protocol):
    """What we need of the distributions that a finder gives."""

    @property
    def metadata(self) -> _Metadata: ...

    @property
    def version(self) -> str: ...

    def read_text(self, filename: str) -> str | None: ...


@frozen(kw_only=True)
class Copy:
    """
    One copy of a distribution; of several, an import gets the first.

    Attributes:
        name: Normalised; from the name of the folder, since reading it from the metadata
            costs thirty times the walk.

        folder: The folder, or the archive, that it is in.

        place: Where its metadata is.

        version: As far as the name of the folder says.

        is_plain: Whether it is a folder of files, and not in an archive or elsewhere.
    """

    name: str
    folder: str
    place: str
    version: str
    distribution: _Distribution
    is_plain: bool

    @property
    def entry_points(self) -> str:
        """The text of its entry points."""
        return self._text("entry_points.txt") or ""

    @property
    def has_metadata(self) -> bool:
        """Whether there is anything that could say what it is."""
        if not self.is_plain:
            return self._text("METADATA") is not None
        if self.place.endswith(".egg-info") and Path(self.place).is_file():
            return True  # a file in place of a folder, of old times
        names = ("METADATA", "PKG-INFO")
        return any(Path(f"{self.place}{os.sep}{each}").is_file() for each in names)

    @property
    def called(self) -> str:
        """What damage in it is told of: its name, or its place where none is legible."""
        try:
            name = normalised(self._header["Name"])
        except (LookupError, ValueError):
            return self.place
        return name if name.isprintable() else self.place

    @property
    def identity(self) -> tuple[str, str]:
        """
        Its name and version, as the metadata has them.

        Raises:
            LookupError: If it has none.
            ValueError: If they would turn, hide or move what is shown of them.
        """
        header = self._header
        name, version = normalised(header["Name"]), header["Version"]
        if not (name + version).isprintable():
            msg = "its name or version is not legible"
            raise ValueError(msg)
        return name, version

    @property
    def _header(self) -> dict[str, str]:
        text = self._text("METADATA") or self._text("PKG-INFO") or ""
        # The parser that reads all of it costs as much as everything else together.
        return dict(_HEADER.findall(text.partition("\n\n")[0]))

    def _text(self, name: str) -> str | None:
        if not self.is_plain:
            return self.distribution.read_text(name)
        try:
            path = Path(f"{self.place}{os.sep}{name}")
            # A bad byte spoils its own line only.
            with path.open(encoding="utf-8", errors="surrogateescape") as file:
                return file.read()
        except _ABSENT:
            return None


def copies() -> tuple[dict[str, list[Copy]], list[Exception]]:
    """
    Return the copies of each distribution, and what went wrong while we looked.

    The copy that an import gets comes first. Of two in one folder, which only a broken
    upgrade leaves behind, that is the newer.
    """
    found: dict[str, list[Copy]] = {}
    folders: dict[str, int] = {}
    errors: list[Exception] = []
    for each in _on_path(errors):
        folders.setdefault(each.folder, len(folders))
        found.setdefault(each.name, []).append(each)
    for several in found.values():
        several.sort(
            key=lambda copy: (_ordinal(copy.version), copy.place), reverse=True
        )
        several.sort(key=lambda copy: folders[copy.folder])
    return found, errors


def _on_path(errors: list[Exception]) -> Iterator[Copy]:
    seen: set[str] = set()
    for finder in list(sys.meta_path):
        for copy in _found_by(finder, errors):
            if copy.place not in seen:
                seen.add(copy.place)
                yield copy


def _found_by(finder: object, errors: list[Exception]) -> Iterator[Copy]:
    """Yield what one *finder* gives; `distributions()` ends where the first one fails."""
    find = getattr(finder, "find_distributions", None)
    walk: Iterator[_Distribution] | None = None
    failures = 0
    while find is not None and failures < _MOST_FAILURES:
        try:
            walk = iter(find(_EVERYTHING)) if walk is None else walk
            yield _copy(next(walk))
        except StopIteration:
            return
        except Exception as error:  # noqa: BLE001 - a finder breaks in any way
            errors.append(error)
            failures += 1


@lru_cache(maxsize=64)
def _real(folder: str) -> str:
    """Return one name for a *folder* that may stand on the path under several."""
    return os.path.realpath(folder)


def _copy(distribution: _Distribution) -> Copy:
    path = getattr(distribution, "_path", "")
    folder, base = os.path.split(str(path).rstrip("/"))
    name, version = _named(base)
    if not name:  # no folder says it
        name, version = distribution.metadata["Name"], distribution.version
    folder = _real(folder)
    return Copy(
        name=normalised(name),
        folder=folder,
        place=f"{folder}{os.sep}{base or name}",
        version=version,
        distribution=distribution,
        is_plain=isinstance(path, Path),
    )


def _named(base: str) -> tuple[str, str]:
    """Return the name and the version that the name of a folder says."""
    stem, _, kind = base.rpartition(".")
    # Only eggs have more than these two there.
    at = stem.rfind("-") if kind == "dist-info" else stem.find("-")
    return (stem, "") if at < 0 else (stem[:at], stem[at + 1 :])


def _ordinal(version: str) -> list[tuple[int, str]]:
    """Return what makes 10 greater than 9."""
    return [
        (int(each), "") if each.isdecimal() else (-1, each)
        for each in re.findall(r"[0-9]+|[a-z]+", version)
    ]
