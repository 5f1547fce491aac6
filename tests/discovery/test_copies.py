"""Several copies of one distribution: which of them counts, and why."""

import os
from pathlib import Path

import pytest

from integrated_care_principles.discovery import (
    Discovery,
    PluginState,
    discover,
)
from tests.sites import on_path

from .toys import GROUP, plugin, put


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
