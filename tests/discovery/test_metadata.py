"""Metadata in any state: what can be read of it is."""

from pathlib import Path

import pytest

from integrated_care_principles.discovery import (
    Damage,
    Discovery,
    discover,
)

from .toys import GROUP, plugin, put

NO_ENTRY = "of entry_points.txt is no entry point: "


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
    assert "line 2 of entry_points.txt" in found.damages[0].reason


def test_a_line_that_is_no_entry(site: Path) -> None:
    """A line without a name or a value is damage; its neighbours are found."""
    put(site, "hurt", "no entry", "= x:y", "name =", "toy = toys:toy")

    found = discover(GROUP)

    assert (plugin("toy", "toys:toy", "hurt"),) == found.plugins
    assert (
        Damage(distribution="hurt", reason=f'line 2 {NO_ENTRY}"no entry"'),
        Damage(distribution="hurt", reason=f'line 3 {NO_ENTRY}"= x:y"'),
        Damage(distribution="hurt", reason=f'line 4 {NO_ENTRY}"name ="'),
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
