"""Distributions that are installed where only one test looks."""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from types import MappingProxyType

import pytest

NO_MODULES: Mapping[str, str] = MappingProxyType({})


@pytest.fixture
def install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Path]]:
    """
    Install a distribution where no other is but those that the test installs.

    It is called with a name, and by keyword with a version, the text of the entry points,
    modules by name, and the site to put it into; sites stand on the path in the order in
    which they were first used. It returns the folder of the metadata.
    """
    bare = [each for each in sys.path if not any(Path(each).glob("*.dist-info"))]
    sites: list[str] = []

    def add(
        name: str,
        *,
        version: str = "1.0",
        entry_points: str = "",
        modules: Mapping[str, str] = NO_MODULES,
        site: str = "site",
    ) -> Path:
        folder = tmp_path / site
        info = folder / f"{name}-{version}.dist-info"
        info.mkdir(parents=True)
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        (info / "entry_points.txt").write_text(dedent(entry_points), encoding="utf-8")
        for module, source in modules.items():
            (folder / f"{module}.py").write_text(dedent(source), encoding="utf-8")
        if str(folder) not in sites:
            sites.append(str(folder))
            monkeypatch.setattr(sys, "path", [*sites, *bare])
        importlib.invalidate_caches()
        return info

    before = set(sys.modules)
    yield add
    new = {each: sys.modules[each] for each in set(sys.modules) - before}
    places = {each: f"{getattr(new[each], '__file__', None)}" for each in new}
    for each in [each for each in new if places[each].startswith(f"{tmp_path}")]:
        del sys.modules[each]
