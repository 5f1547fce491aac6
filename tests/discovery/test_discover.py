"""Discovery, in folders as installers leave them."""

import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from integrated_care_principles.discovery import (
    Discovery,
    PluginState,
    discover,
    restricted,
)
from tests.sites import on_path

from .toys import GROUP, plugin, put


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
