"""Discovery, in folders as installers and accidents leave them."""

import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import importlib_metadata
import pytest

from integrated_care_principles.discovery import (
    Damage,
    Discovery,
    Plugin,
    PluginState,
    discover,
    restricted,
)
from tests.sites import install, on_path

GROUP = "somebody.things"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with nothing in it yet; everything may be had from it."""
    monkeypatch.delenv("ICP_PLUGINS", raising=False)
    folder = tmp_path / "site"
    folder.mkdir()
    with on_path(folder):
        yield folder


def put(folder: Path, name: str, *entries: str, version: str = "1.0") -> Path:
    """Install a distribution that publishes *entries* in our group."""
    return install(folder, name, *entries, version=version, group=GROUP)


def plugin(
    name: str,
    value: str,
    distribution: str = "toys",
    *,
    version: str = "1.0",
    state: PluginState = PluginState.AVAILABLE,
    alias_of: str = "",
    shadowed_by: str = "",
    group: str = GROUP,
) -> Plugin:
    """Return what is found of an entry point."""
    return Plugin(
        group=group,
        name=name,
        value=value,
        distribution=distribution,
        version=version,
        state=state,
        alias_of=alias_of,
        shadowed_by=shadowed_by,
    )


def test_nothing_is_installed(site: Path) -> None:
    """Where nobody publishes anything, nothing is found."""
    assert site.is_dir()
    assert Discovery(plugins=()) == discover(GROUP)


def test_a_plugin_is_found_with_where_it_is_from(site: Path) -> None:
    """A plugin has its distribution, normalised, and its version."""
    put(site, "Toys.And_more", "toy = toys:toy", version="2.1")

    found = discover(GROUP).plugins

    assert (plugin("toy", "toys:toy", "toys-and-more", version="2.1"),) == found


def test_other_groups_are_not_looked_at(site: Path) -> None:
    """What stands in another section, or in none, is nobody's plugin."""
    info = put(site, "toys", "toy = toys:toy")
    text = (
        "lost = a:b\n[console_scripts]\nno entry\nx = y:z\n[ somebody.things ]\n"
        "# a word\n; another\n\n  toy=toys:toy  \n[somebody.things.more]\nq = r:s\n"
        "[somebody.things_new]\nt = u:v\n"
    )
    (info / "entry_points.txt").write_text(text, encoding="utf-8")

    assert Discovery(plugins=(plugin("toy", "toys:toy"),)) == discover(GROUP)


def test_order_is_of_names_and_distributions(tmp_path: Path, site: Path) -> None:
    """Neither the path, nor the order of folders, nor a name's case decides."""
    names = ["b", "a", "c"]
    random.Random(7).shuffle(names)  # noqa: S311 - an order, no secret
    folders = []
    for name in names:
        folder = tmp_path / name
        put(folder, f"{name}-toys", "toy = toys:toy", "any = toys:any")
        folders.append(folder)
    expected = [(name, f"{d}-toys") for name in ("any", "toy") for d in "abc"]
    for order in (folders, folders[::-1]):
        with on_path(*order):
            found = discover(GROUP).plugins
        assert expected == [(each.name, each.distribution) for each in found]
    assert site.is_dir()


def test_order_is_not_of_the_hash(site: Path) -> None:
    """Two hash seeds give the same list, word for word."""
    for name in "cab":
        put(site, name, "toy = t:toy", "no entry")
    (site / "stray-1.dist-info").mkdir()
    code = (
        "from integrated_care_principles.discovery import discover;"
        f"print(discover({GROUP!r}))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(site)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "123"
    }

    assert 1 == len(said)
    assert b"stray" in said.pop()


def test_a_second_name_of_an_object_is_an_alias(site: Path) -> None:
    """The first entry of the file names it; a later one for the same is an alias."""
    put(site, "toys", "toy = toys:toy", "game = toys:toy", "toy = toys:toy")

    found = discover(GROUP).plugins

    assert plugin("game", "toys:toy", alias_of="toy") in found
    assert plugin("toy", "toys:toy") in found


def test_a_stray_folder(site: Path) -> None:
    """A folder of metadata without metadata is damage, and costs nothing else."""
    (site / "stray-1.0.dist-info").mkdir()
    put(site, "toys", "toy = toys:toy")

    found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    (damage,) = found.damages
    assert str(damage) == (
        f"the metadata of {site / 'stray-1.0.dist-info'} is damaged: it has no METADATA"
    )


def test_a_bad_byte(site: Path) -> None:
    """Entry points that are no UTF-8 are damage, and cost nothing else."""
    info = put(site, "hurt", "hurt = hurt:hurt")
    (info / "entry_points.txt").write_bytes(b"[somebody.things]\nhurt = \xff\n")
    put(site, "toys", "toy = toys:toy")

    found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    assert ["hurt"] == [each.distribution for each in found.damages]
    assert "UnicodeDecodeError" in found.damages[0].reason


def test_a_line_that_is_no_entry(site: Path) -> None:
    """A line without a name or a value is damage; its neighbours are found."""
    put(site, "hurt", "no entry", "= x:y", "name =", "toy = toys:toy")

    found = discover(GROUP)

    assert (plugin("toy", "toys:toy", "hurt"),) == found.plugins
    assert (
        Damage(distribution="hurt", reason="no entry point: '= x:y'"),
        Damage(distribution="hurt", reason="no entry point: 'name ='"),
        Damage(distribution="hurt", reason="no entry point: 'no entry'"),
    ) == found.damages


@pytest.mark.parametrize(
    ("metadata", "named"),
    [
        (b"", False),
        (b"Name: hurt\n", True),
        (b"Version: 1\n", False),
        (b"\0", False),
        (b"\xff", False),
    ],
)
def test_metadata_that_says_nothing(site: Path, metadata: bytes, named: bool) -> None:
    """A plugin of nobody, or of no version, is not offered; it is told as it can be."""
    info = put(site, "hurt", "toy = toys:toy")
    (info / "METADATA").write_bytes(metadata)

    found = discover(GROUP)

    assert () == found.plugins
    assert ["hurt" if named else str(info)] == [
        each.distribution for each in found.damages
    ]


def test_a_folder_without_a_version(site: Path) -> None:
    """A folder whose name says no version has it in its metadata."""
    put(site, "toys", "toy = toys:toy").rename(site / "toys.dist-info")

    assert (plugin("toy", "toys:toy"),) == discover(GROUP).plugins


def test_an_egg_info_file(site: Path) -> None:
    """What was installed as a single file in old times is whole, and offers nothing."""
    (site / "old-1.0.egg-info").write_text("Name: old\nVersion: 1.0\n", "utf-8")

    assert Discovery(plugins=()) == discover(GROUP)


def test_a_copy_that_comes_later_is_shadowed(tmp_path: Path, site: Path) -> None:
    """An import gets what comes first on the path; the other copy is told apart."""
    older = tmp_path / "older"
    put(older, "toys", "toy = toys:toy", "gone = toys:gone", version="0.9")
    put(site, "toys", "toy = toys:toy")
    with on_path(site, older):
        found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    assert (
        tuple(
            plugin(
                name,
                f"toys:{name}",
                version="0.9",
                state=PluginState.SHADOWED,
                shadowed_by="1.0",
            )
            for name in ("gone", "toy")
        )
        == found.others
    )


@pytest.mark.parametrize("order", [("9.0", "10.0"), ("10.0", "9.0")])
def test_of_two_in_one_folder_the_newer_counts(
    site: Path, order: tuple[str, str]
) -> None:
    """What a broken upgrade leaves behind never depends on the file system."""
    for version in order:
        put(site, "toys", f"toy{version[0]} = toys:toy", version=version)

    found = discover(GROUP)

    assert ["10.0"] == [each.version for each in found.plugins]
    assert [("9.0", "10.0")] == [
        (each.version, each.shadowed_by) for each in found.others
    ]


@pytest.mark.parametrize("reverse", [False, True])
def test_of_two_of_one_version_it_is_always_the_same_that_counts(
    site: Path, monkeypatch: pytest.MonkeyPatch, reverse: bool
) -> None:
    """Two spellings of one distribution in one folder go by name, not as listed."""
    listed = os.listdir
    monkeypatch.setattr(
        os, "listdir", lambda path: sorted(listed(path), reverse=reverse)
    )
    for name in ("my-toys", "my.toys"):
        put(site, name, f"toy = {name[2:]}:toy")

    assert ["-toys:toy"] == [each.value for each in discover(GROUP).plugins]


def test_the_same_folder_twice_on_the_path(tmp_path: Path, site: Path) -> None:
    """A folder shadows neither itself nor a link to it."""
    put(site, "toys", "toy = toys:toy")
    (tmp_path / "link").symlink_to(site)
    with on_path(site, tmp_path / "link"):
        assert Discovery(plugins=(plugin("toy", "toys:toy"),)) == discover(GROUP)


def test_metadata_of_an_editable_install_in_two_places(
    tmp_path: Path, site: Path
) -> None:
    """The same version with the same entries is no other copy."""
    source = tmp_path / "src"
    put(site, "toys", "toy = toys:toy")
    egg = source / "toys.egg-info"
    egg.mkdir(parents=True)
    (egg / "PKG-INFO").write_text("Name: toys\nVersion: 1.0\n", encoding="utf-8")
    text = f"[{GROUP}]\ntoy = toys:toy\n"
    (egg / "entry_points.txt").write_text(text, encoding="utf-8")
    with on_path(site, source):
        assert Discovery(plugins=(plugin("toy", "toys:toy"),)) == discover(GROUP)
    with on_path(source):
        assert () == discover(GROUP).damages


def test_a_newer_interface(site: Path) -> None:
    """What only a newer host can load is told apart, and what both can is not."""
    info = put(site, "toys", "toy = toys:toy")
    text = f"[{GROUP}]\ntoy = toys:toy\n[{GROUP}_2]\ntoy = toys:two\nnew = toys:new\n"
    (info / "entry_points.txt").write_text(text, encoding="utf-8")

    found = discover(GROUP)

    assert (plugin("toy", "toys:toy"),) == found.plugins
    newer = PluginState.NEWER_INTERFACE
    expected = plugin("new", "toys:new", state=newer, group=f"{GROUP}_2")
    assert (expected,) == found.others


def test_an_archive_on_the_path(tmp_path: Path, site: Path) -> None:
    """A plugin in a zip is found there, and loaded from there."""
    put(site, "toys", "toy = zipped_toys:toy")
    (site / "zipped_toys.py").write_text("toy = 'a toy'\n", encoding="utf-8")
    archive = tmp_path / "toys.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for each in site.rglob("*"):
            file.write(each, each.relative_to(site))
            each.unlink() if each.is_file() else None
    for each in site.iterdir():
        each.rmdir()
    with on_path(archive):
        found = discover(GROUP)
        (toy,) = found.plugins
        loaded = toy.load()

    assert Discovery(plugins=(plugin("toy", "zipped_toys:toy"),)) == found
    assert loaded == "a toy"


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
        raise NotImplementedError(path)  # pragma: no cover


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


@pytest.mark.parametrize(
    ("value", "available", "unknown"),
    [
        (None, ["a", "b", "ours"], ()),
        ("", ["ours"], ()),
        (" , ", ["ours"], ()),
        ("A_toys", ["a", "ours"], ()),
        (" a.toys ,b-toys", ["a", "b", "ours"], ()),
        ("b-toys,c-toys,ours", ["b", "ours"], ("c-toys",)),
    ],
)
def test_what_a_site_allows(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    value: str | None,
    available: list[str],
    unknown: tuple[str, ...],
) -> None:
    """Unset: all. Empty: ours. Otherwise ours and those that are named."""
    put(site, "a-toys", "a = toys:a")
    put(site, "b-toys", "b = toys:b")
    put(site, "ours", "ours = toys:ours")
    if value is not None:
        monkeypatch.setenv("ICP_PLUGINS", value)
    found = discover(GROUP, always=["ours"])

    assert (value is not None) == restricted()
    assert available == [each.name for each in found.plugins]
    assert {"a", "b", "ours"} - {*available} == {each.name for each in found.others}
    assert {PluginState.DISABLED} >= {each.state for each in found.others}
    assert unknown == found.unknown


def test_five_hundred_distributions(site: Path) -> None:
    """Among five hundred distributions the few are found, and nothing is imported."""
    for number in range(500):
        entries = (f"toy{number} = toys:toy",) if number % 100 == 0 else ()
        put(site, f"package-{number}", *entries)
    before = set(sys.modules)
    found = discover(GROUP)

    assert ["toy0", "toy100", "toy200", "toy300", "toy400"] == [
        each.name for each in found.plugins
    ]
    assert () == found.damages
    assert "toys" not in set(sys.modules) - before
