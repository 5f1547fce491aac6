"""A place to save to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .places import OLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A place for a file, where there is none yet."""
    return tmp_path / "north.json"


@pytest.fixture
def old(path: Path) -> Path:
    """A file that somebody has read."""
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def nothing_left(tmp_path: Path) -> Iterator[None]:
    """Whatever happens, no temporary file stays behind."""
    yield
    assert [] == [each for each in tmp_path.rglob(".*") if each.name != ".hidden"]
