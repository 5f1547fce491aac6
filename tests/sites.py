"""Folders as installers leave them, with distributions that publish report formats."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GROUP = "integrated_care_principles.report_formats"

# What a module of a plugin says, for a format called {name}.
FORMAT = '''
from integrated_care_principles.reporting import Report, report_format

@report_format(media_type="text/plain", suffix=".txt")
def {name}(report: Report) -> str:
    """Say the title."""
    return f"{name}: {{report.title}}\\n"
'''


def install(
    folder: Path,
    name: str,
    *entries: str,
    version: str = "1.0",
    group: str = GROUP,
    modules: dict[str, str] | None = None,
) -> Path:
    """
    Install a distribution with *entries* and *modules* into a *folder*.

    Returns:
        The folder of its metadata.
    """
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    if entries:
        text = "\n".join((f"[{group}]", *entries, ""))
        (info / "entry_points.txt").write_text(text, encoding="utf-8")
    for module, text in (modules or {}).items():
        (folder / f"{module}.py").write_text(text, encoding="utf-8")
    return info


@contextmanager
def on_path(*folders: Path) -> Iterator[None]:
    """Let an import find what is in *folders* first; forget it afterwards."""
    names = list(map(str, folders))
    before, modules = sys.path, set(sys.modules)
    sys.path = [*names, *before]
    try:
        yield
    finally:
        sys.path = before
        for each in set(sys.modules) - modules:
            if str(getattr(sys.modules[each], "__file__", "")).startswith(tuple(names)):
                del sys.modules[each]
