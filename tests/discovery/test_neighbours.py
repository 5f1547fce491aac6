"""What other distributions publish is found, whatever state their neighbours are in."""

import shutil
import sys
from collections.abc import Callable
from importlib import invalidate_caches
from pathlib import Path

import pytest

from integrated_care_principles.discovery import Damage, Discovery, discover

from .paint import GROUP, Install, a_plugin, colours

Damager = Callable[[Path], None]


def remove(*names: str) -> Damager:
    """Return what takes files with these *names* out of a folder of metadata."""

    def damage(info: Path) -> None:
        for each in names:
            (info / each).unlink()

    return damage


def write(name: str, data: bytes) -> Damager:
    """Return what writes *data* into a file in a folder of metadata."""

    def damage(info: Path) -> None:
        (info / name).write_bytes(data)

    return damage


def make_folder_of(name: str) -> Damager:
    """Return what puts a folder in the place of a file."""

    def damage(info: Path) -> None:
        (info / name).unlink()
        (info / name).mkdir()

    return damage


def make_file(data: bytes) -> Damager:
    """Return what puts a file in the place of the whole folder."""

    def damage(info: Path) -> None:
        shutil.rmtree(info)
        info.write_bytes(data)

    return damage


# What may be wrong with the metadata of a neighbour that has no legible name, ...
NAMELESS = {
    "a stray folder": remove("METADATA", "entry_points.txt"),
    "no METADATA": remove("METADATA"),
    "an empty METADATA": write("METADATA", b""),
    "a METADATA without a name": write("METADATA", b"Version: 1.0\n"),
    "a bad byte in METADATA": write("METADATA", b"Name: \xff\n"),
    "a folder for METADATA": make_folder_of("METADATA"),
    "a file for the folder": make_file(b"pip was interrupted"),
    "an empty file for the folder": make_file(b""),
}
# ... or has one ...
NAMED = {
    "a METADATA without a version": write("METADATA", b"Name: neighbour\n"),
    "a bad byte in entry_points.txt": write(
        "entry_points.txt", b"[tests.colours]\nblue = colours:b\xff\n"
    ),
}
# ... or publishes nothing, and that is no damage.
SILENT: dict[str, Damager] = {
    "no entry_points.txt": remove("entry_points.txt"),
    "a folder for entry_points.txt": make_folder_of("entry_points.txt"),
    "no folder at all": shutil.rmtree,
}


NO_ENTRY = "of entry_points.txt is no entry point: "


def names_of(found: Discovery) -> list[tuple[str, str, str]]:
    """Return name, distribution and version of what was *found*."""
    return [(each.name, each.distribution, each.version) for each in found.plugins]


def test_what_is_published_is_found(install: Install) -> None:
    """A plugin is known by its name, its place, and the distribution that offers it."""
    install("Some_Paint", version="2.1", entry_points=colours("red"))

    assert Discovery(plugins=(a_plugin("paint:red"),), damages=()) == discover(GROUP)


def test_nothing_is_found_where_nothing_is_installed(install: Install) -> None:
    """A group that nobody publishes in is empty."""
    install("paint", entry_points=colours("red"))

    assert Discovery(plugins=(), damages=()) == discover("tests.sounds")


def test_plugins_are_sorted_by_name_and_distribution(install: Install) -> None:
    """The order says nothing of the path, nor of what was installed first."""
    install("zinc", entry_points=colours("white", "red"), site="first")
    install("a-paint", entry_points=colours("white", "grey"), site="second")
    install("paint", entry_points=colours("red"), site="second")

    assert [
        ("grey", "a-paint", "1.0"),
        ("red", "paint", "1.0"),
        ("red", "zinc", "1.0"),
        ("white", "a-paint", "1.0"),
        ("white", "zinc", "1.0"),
    ] == names_of(discover(GROUP))


def test_the_first_copy_on_the_path_wins(install: Install) -> None:
    """A copy that is shadowed is not seen, be it newer or spelt in another way."""
    install("some.Paint", version="1.0", entry_points=colours("red"), site="first")
    install("some-paint", version="2.0", entry_points=colours("red"), site="second")

    assert [("red", "some-paint", "1.0")] == names_of(discover(GROUP))


def test_what_a_shadowed_copy_publishes_is_gone(install: Install) -> None:
    """What the first copy no longer publishes is not had from an older one."""
    install("paint", version="2.0", entry_points=colours("red"), site="first")
    install("paint", version="1.0", entry_points=colours("blue"), site="second")

    assert [("red", "paint", "2.0")] == names_of(discover(GROUP))


def test_a_damaged_copy_shadows_too(install: Install) -> None:
    """An import would get the first copy, so an older one is no way out of damage."""
    info = install("paint", version="2.0", site="first")
    (info / "entry_points.txt").write_bytes(b"\xff")
    install("paint", version="1.0", entry_points=colours("blue"), site="second")
    found = discover(GROUP)

    assert [] == names_of(found)
    assert ["paint"] == [each.distribution for each in found.damages]


@pytest.mark.parametrize("damage", NAMELESS.values(), ids=NAMELESS.keys())
def test_a_nameless_neighbour_is_named_by_its_place(
    install: Install, damage: Damager
) -> None:
    """A neighbour without a legible name costs nobody else's, and is shown where it is."""
    info = install("neighbour", entry_points=colours("blue"))
    install("paint", entry_points=colours("red"))
    damage(info)
    invalidate_caches()
    found = discover(GROUP)

    assert [("red", "paint", "1.0")] == names_of(found)
    assert [str(info)] == [each.distribution for each in found.damages]
    assert found.damages[0].reason


@pytest.mark.parametrize("damage", NAMED.values(), ids=NAMED.keys())
def test_a_damaged_neighbour_is_named(install: Install, damage: Damager) -> None:
    """A neighbour with illegible metadata costs its own names only, and is named."""
    info = install("neighbour", entry_points=colours("blue"))
    install("paint", entry_points=colours("red"))
    damage(info)
    found = discover(GROUP)

    assert [("red", "paint", "1.0")] == names_of(found)
    assert ["neighbour"] == [each.distribution for each in found.damages]
    assert found.damages[0].reason


@pytest.mark.parametrize("damage", SILENT.values(), ids=SILENT.keys())
def test_a_neighbour_may_publish_nothing(install: Install, damage: Damager) -> None:
    """A neighbour without entry points, or one that is gone, is no damage."""
    info = install("neighbour", entry_points=colours("blue"))
    install("paint", entry_points=colours("red"))
    discover(GROUP)
    damage(info)
    invalidate_caches()
    found = discover(GROUP)

    assert [("red", "paint", "1.0")] == names_of(found)
    assert () == found.damages


def test_a_line_that_is_none_costs_itself(install: Install) -> None:
    """Beside a line without an equals sign the other lines still count."""
    text = f"{colours('red')}\nblue\n= paint:grey\ngreen =\nwhite = paint:white"
    install("paint", entry_points=text)
    found = discover(GROUP)

    assert ["red", "white"] == [each.name for each in found.plugins]
    assert (
        Damage(distribution="paint", reason=f'line 3 {NO_ENTRY}"blue"'),
        Damage(distribution="paint", reason=f'line 4 {NO_ENTRY}"= paint:grey"'),
        Damage(distribution="paint", reason=f'line 5 {NO_ENTRY}"green ="'),
    ) == found.damages


def test_a_bad_byte_costs_its_line(install: Install) -> None:
    """Only the line with the bad byte is lost, and told with its number."""
    info = install("paint")
    text = f"[{GROUP}]\nred = paint:red\nblue = paint:bl\xff\nwhite = paint:white\n"
    (info / "entry_points.txt").write_bytes(text.encode("latin-1"))
    found = discover(GROUP)

    assert ["red", "white"] == [each.name for each in found.plugins]
    assert [f'line 3 {NO_ENTRY}"blue = paint:bl\\udcff"'] == [
        each.reason for each in found.damages
    ]


def test_a_bad_byte_in_a_heading_is_told(install: Install) -> None:
    """What stands under a heading that nobody can read is not offered, but not silently."""
    info = install("paint")
    (info / "entry_points.txt").write_bytes(b"[tests.colours\xff]\nred = paint:red\n")
    found = discover(GROUP)

    assert () == found.plugins
    assert ["paint"] == [each.distribution for each in found.damages]


@pytest.mark.parametrize("name", ["re\u202ed", "re\u200bd", "re\x1bd"])
def test_a_name_that_cannot_be_shown_is_damage(install: Install, name: str) -> None:
    """A name that would turn, hide or move what is shown of it is not offered."""
    install("paint", entry_points=f"{colours(name)}\nwhite = paint:white")
    found = discover(GROUP)

    assert ["white"] == [each.name for each in found.plugins]
    assert [True] == [each.reason.isprintable() for each in found.damages]


@pytest.mark.parametrize(
    "metadata",
    ["Name: pa\u202eint\nVersion: 1.0\n", "Name: paint\nVersion: 1\u202e0\n"],
)
def test_a_distribution_that_cannot_be_shown_is_damage(
    install: Install, metadata: str
) -> None:
    """Neither the name nor the version of a distribution turns what is shown of it."""
    info = install("paint", entry_points=colours("red"))
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    found = discover(GROUP)

    assert () == found.plugins
    assert [True] == [str(each).isprintable() for each in found.damages]


def test_a_bad_line_of_another_group_is_not_ours(install: Install) -> None:
    """What stands under another group is not looked at."""
    install("paint", entry_points=f"blue\n[tests.sounds]\nblue\n{colours('red')}")

    assert [("red", "paint", "1.0")] == names_of(discover(GROUP))
    assert () == discover(GROUP).damages


def test_damage_is_said_in_a_sentence() -> None:
    """Damage says whose metadata cannot be read, and why."""
    damage = Damage(distribution="paint", reason="no entry point: 'blue'")

    assert "the metadata of paint is damaged: no entry point: 'blue'" == str(damage)


def test_entry_points_may_be_written_in_many_ways(install: Install) -> None:
    """Spaces, comments, extras and names of several words are read as pip reads them."""
    text = """
        # [tests.colours]
        [tests.sounds]
        moo = paint:moo
        [ tests.colours ]

        ; red = paint:comment
        # red = paint:comment
          dark red=paint:shades.dark [extra]
        a=b = paint:ab
        [tests.sounds]
        baa = paint:baa
        [tests.colours]
        blue   =   paint
    """
    install("paint", entry_points=text)

    assert [
        ("a", "b = paint:ab"),
        ("blue", "paint"),
        ("dark red", "paint:shades.dark [extra]"),
    ] == [(each.name, each.value) for each in discover(GROUP).plugins]


def test_places_on_the_path_need_not_be_folders(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file on the path, or a place that is not there, holds nothing."""
    install("paint", entry_points=colours("red"))
    (tmp_path / "file").write_bytes(b"no archive")
    places = [str(tmp_path / "file"), str(tmp_path / "nowhere")]
    monkeypatch.setattr(sys, "path", [*places, *sys.path])

    assert [("red", "paint", "1.0")] == names_of(discover(GROUP))


def test_finding_imports_nothing(install: Install) -> None:
    """A module that fails when it is imported is found all the same."""
    source = {"loud_paint": "raise SystemExit('imported')"}
    install("paint", entry_points=f"[{GROUP}]\nred = loud_paint:red\n", modules=source)

    assert [("red", "paint", "1.0")] == names_of(discover(GROUP))
    assert "loud_paint" not in sys.modules


def test_what_is_uninstalled_is_gone(install: Install) -> None:
    """What was found once is not remembered."""
    info = install("paint", entry_points=colours("red"))
    assert [("red", "paint", "1.0")] == names_of(discover(GROUP))

    shutil.rmtree(info)
    invalidate_caches()

    assert [] == names_of(discover(GROUP))
