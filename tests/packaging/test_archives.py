"""What is in the archives that we ship, and what is not."""

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import FOLDERS, ROOT, build

pytestmark = pytest.mark.slow


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file in an *archive*."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            for name in wheel.namelist():
                yield name, wheel.read(name)
        return
    with tarfile.open(archive) as sdist:
        for member in sdist.getmembers():
            file = sdist.extractfile(member)
            assert file is not None
            yield member.name, file.read()


def _contact() -> list[bytes]:
    """Return the words of the page's contact line, from the source text."""
    text = (ROOT / "tests/source/002_a3bec58b3c82eb99.txt").read_text(encoding="utf-8")
    (line,) = (each for each in text.splitlines() if each.startswith("Email:"))
    return [each.encode() for each in line.removeprefix("Email:").split()]


def test_one_archive_of_each_kind(dist: Path) -> None:
    """The core and every plugin come as a wheel and as an sdist."""
    assert 2 * len(FOLDERS) == len(list(dist.iterdir()))
    assert len(FOLDERS) == len(list(dist.glob("*.whl")))


def test_nobody_is_named_in_the_archives(dist: Path) -> None:
    """Nothing of the page's contact line is in an sdist or a wheel."""
    words = _contact()
    named = [
        (archive.name, name)
        for archive in dist.iterdir()
        for name, content in _files(archive)
        if any(word in content or word.decode() in name for word in words)
    ]

    assert len(words) >= 2
    assert [] == named


def test_nobody_is_named_in_docs_and_examples() -> None:
    """Nothing of the page's contact line is in docs, examples or README."""
    words = _contact()
    files = [
        ROOT / "README.md",
        ROOT / "CHANGELOG.md",
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("examples/**/*.*"),
        *ROOT.glob("plugins/*/*.md"),
    ]

    assert len(files) > 6
    assert [] == [
        each for each in files if any(word in each.read_bytes() for word in words)
    ]


def test_core_wheel(dist: Path) -> None:
    """The wheel of the core has types, licences, and no data but generated code."""
    (wheel,) = dist.glob("integrated_care_principles-*.whl")
    names = [name for name, _ in _files(wheel)]

    assert "integrated_care_principles/py.typed" in names
    assert "integrated_care_principles/catalogue/_scotland.py" in names
    assert {"LICENSE", "NOTICE"} <= {Path(each).name for each in names}
    assert [] == [each for each in names if each.endswith(".toml") or "tests/" in each]


def test_templates(dist: Path) -> None:
    """What a new plugin is made of is in the wheel and in the sdist, every file of it."""
    room = ROOT / "src/integrated_care_principles/cli/_project/templates"
    here = {each.name: each.read_bytes() for each in room.iterdir()}
    archives = [*dist.glob("integrated_care_principles-*")]

    assert 2 == len(archives)
    for archive in archives:
        assert here == {
            Path(name).name: content
            for name, content in _files(archive)
            if "/templates/" in name
        }


def test_built_twice(dist: Path, tmp_path: Path) -> None:
    """Building again gives the same bytes."""
    for each in FOLDERS:
        build(each, tmp_path)

    assert {each.name: each.read_bytes() for each in dist.iterdir()} == {
        each.name: each.read_bytes() for each in tmp_path.iterdir()
    }
