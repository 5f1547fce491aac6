"""A place that distributions are installed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import on_path


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with nothing in it yet; everything may be had from it."""
    monkeypatch.delenv("ICP_PLUGINS", raising=False)
    folder = tmp_path / "site"
    folder.mkdir()
    with on_path(folder):
        yield folder
