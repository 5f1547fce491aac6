"""Distributions that a finder of an application gives, from no folder."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import importlib_metadata
import pytest

from integrated_care_principles.discovery import (
    discover,
)

from .toys import GROUP, plugin, put


class _Distribution(importlib_metadata.Distribution):
    """A distribution that is in no folder, as the finder of an application gives it."""

    def __init__(self, name: str, entry_points: str | None) -> None:
        self.files_by_name = {"entry_points.txt": entry_points}
        if name:
            self.files_by_name["METADATA"] = f"Name: {name}\nVersion: 3.0\n"

    def read_text(self, filename: object) -> str | None:
        """Return one of its texts."""
        return self.files_by_name.get(str(filename))

    def locate_file(self, path: object) -> Path:
        """Return where nothing is."""
        return Path(
            str(path)
        )  # pragma: no cover - it has to be there, and is not asked


class _Finder:
    """A finder of a frozen application."""

    def __init__(self, *found: object) -> None:
        self.found = found

    def find_distributions(self, _: object) -> Iterator[object]:
        """Find the distributions."""
        return iter(self.found)


def test_distributions_that_are_in_no_folder(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a finder of an application gives is found; what breaks is left out."""
    entries = f"[{GROUP}]\ntoy = toys:toy\n"
    finder = _Finder(
        _Distribution("toys", entries),
        _Distribution("plain", None),
        _Distribution("", entries),
        _Distribution("other", None),
    )
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, finder])
    found = discover(GROUP)

    assert site.is_dir()
    assert (plugin("toy", "toys:toy", version="3.0"),) == found.plugins
    (damage,) = found.damages
    assert "a distribution" == damage.distribution


def test_a_finder_that_breaks(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finder that raises costs what it would have found, and no more."""
    put(site, "toys", "toy = toys:toy")
    broken = _Finder()
    monkeypatch.setattr(broken, "find_distributions", lambda: ())
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, broken])
    found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    (damage,) = found.damages
    assert str(damage).startswith("the metadata of a distribution is damaged: ")


def test_a_finder_that_never_stops_breaking(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A finder that raises for ever is left alone."""
    put(site, "toys", "toy = toys:toy")

    class Endless:
        """Has always another distribution, and never gives it."""

        def __iter__(self) -> Self:
            return self

        def __next__(self) -> object:
            raise ZeroDivisionError

    finder = _Finder()
    monkeypatch.setattr(finder, "find_distributions", lambda _: Endless())
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, finder])
    found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    assert ["ZeroDivisionError"] == [each.reason for each in found.damages]


def test_a_distribution_that_loses_its_metadata(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A distribution in no folder whose metadata is gone when it is asked is damage."""
    lost = _Distribution("lost", None)
    asked = iter((lost.files_by_name["METADATA"],) * 2)  # for its name and its version
    monkeypatch.setattr(
        lost,
        "read_text",
        lambda name: next(asked, None) if name == "METADATA" else None,
    )
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, _Finder(lost)])
    damages = discover(GROUP).damages

    assert site.is_dir()
    assert ["it has no METADATA"] == [each.reason for each in damages]
