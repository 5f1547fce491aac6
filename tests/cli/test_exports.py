"""``icp catalogue --export``: the catalogue as data, whole and where it was to go."""

import json
from pathlib import Path

import pytest

from integrated_care_principles import encode_catalogue, load_catalogue
from integrated_care_principles.archive import unzipped
from integrated_care_principles.files import (
    catalogue_csv,
    catalogue_markdown,
    catalogue_schema,
)

from .conftest import Icp


def test_the_catalogue_as_data(icp: Icp, tmp_path: Path) -> None:
    """What is exported is the catalogue, on standard output or into files."""
    target = tmp_path / "scotland.json"
    printed = icp("catalogue", "--export", "json")
    written = icp("catalogue", "--export", "json", "-o", target, "-o", "-")

    assert (0, "", encode_catalogue(load_catalogue()).decode()) == (
        printed.code,
        printed.err,
        printed.out,
    )
    assert printed.out == written.out == target.read_text(encoding="utf-8")


def test_the_schema_of_such_data(icp: Icp) -> None:
    """What files of a catalogue may hold is exported too."""
    assert catalogue_schema() == json.loads(
        icp("catalogue", "--export", "json-schema").out
    )


def test_the_catalogue_as_tables(icp: Icp, tmp_path: Path) -> None:
    """A folder or a zip holds the Data Package; the folder is replaced by a new one."""
    folder, archive = tmp_path / "scotland", tmp_path / "scotland.zip"
    for _ in range(2):
        result = icp("catalogue", "--export", "csv", "-o", folder, "-o", archive)
        assert (0, "", "") == (result.code, result.out, result.err)

    files = catalogue_csv(load_catalogue())
    assert files == {each.name: each.read_bytes() for each in folder.iterdir()}
    assert files == unzipped(archive.read_bytes())


def test_tables_are_no_stream(icp: Icp, tmp_path: Path) -> None:
    """Several files do not go to standard output, and then nowhere else either."""
    for paths in ((), ("-o", tmp_path / "scotland", "-o", "-")):
        result = icp("catalogue", "--export", "csv", *paths)

        assert (2, "") == (result.code, result.out)
        assert "several files; name a folder or a .zip with -o" in result.err
    assert [] == list(tmp_path.iterdir())


def test_tables_beside_something_else(icp: Icp, tmp_path: Path) -> None:
    """A folder that holds more than an earlier export is left as it is."""
    mine = tmp_path / "scotland" / "notes.txt"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    result = icp("catalogue", "--export", "csv", "-o", mine.parent)

    assert (2, "") == (result.code, result.out)
    assert f"{mine.parent} holds notes.txt, which would be lost" in result.err
    assert [mine] == list(mine.parent.iterdir())


def test_the_catalogue_for_reading(icp: Icp, tmp_path: Path) -> None:
    """Markdown goes to standard output, or into a file."""
    target = tmp_path / "scotland.md"
    printed = icp("catalogue", "--export", "markdown")
    written = icp("catalogue", "--export", "markdown", "-o", target)

    assert (0, catalogue_markdown(load_catalogue())) == (printed.code, printed.out)
    assert (0, "") == (written.code, written.out)
    assert printed.out == target.read_text(encoding="utf-8")


def test_an_export_that_nobody_makes(icp: Icp) -> None:
    """The exports that there are, are named."""
    result = icp("catalogue", "--export", "xlsx")

    assert (2, "") == (result.code, result.out)
    assert "'json', 'json-schema', 'csv', 'markdown'" in result.err


@pytest.mark.parametrize("more", [("-f", "csv"), ("-O", "bom=true")])
def test_an_export_uses_no_format(icp: Icp, more: tuple[str, ...]) -> None:
    """A format beside it is refused; nobody wonders which of them counted."""
    result = icp("catalogue", "--export", "json", *more)

    assert (2, "") == (result.code, result.out)
    assert "--export uses no format; take -f and -O out, or --export" in result.err
