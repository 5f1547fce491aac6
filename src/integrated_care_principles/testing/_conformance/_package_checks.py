"""Checks of the package that a format comes in."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from integrated_care_principles.exceptions import PluginLoadError
from integrated_care_principles.reporting import find_formats
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._trial import Trial

_CORE = "integrated_care_principles"
# Everything else of the core may be another thing in the next release.
_PUBLIC = frozenset(
    (
        "",
        "assessment",
        "catalogue",
        "exceptions",
        "files",
        "paper",
        "reporting",
        "reporting.safe",
        "reporting.wording",
        "scoring",
        "testing",
    )
)


@check(
    "registered-once",
    rule="Under its name there is this format, from one distribution.",
    why="`icp report -f NAME` refuses a name that two distributions claim, and finds "
    "nothing under one that none does.",
    remedy='Write NAME = "package:format" under [project.entry-points.'
    '"integrated_care_principles.report_formats"], once, and install the package.',
)
def registered_once(trial: Trial) -> Iterator[Finding]:
    """Yield what else is found under the name."""
    if trial.name is None:
        return
    name, _, distribution = trial.name.partition("@")
    found = [
        each
        for each in find_formats().plugins
        if each.name == name and distribution in {"", each.distribution}
    ]
    if len(found) != 1:
        by = ", ".join(each.distribution for each in found) or "nobody"
        yield Finding(reason=f"{trial.name!r} is offered by {by}", smallest=trial.name)
    for each in found[:1] if len(found) == 1 else ():
        try:
            loaded = each.load()
        except PluginLoadError as error:
            yield Finding(reason=str(error), smallest=each.value)
        else:
            if loaded is not trial.format:
                reason = f"{each.value} is another format"
                yield Finding(reason=reason, smallest=each.value)


@check(
    "public-modules",
    rule="A format imports only public modules and names of the core.",
    why="What is private may be gone in the next release, and the format with it.",
    remedy="Import from integrated_care_principles.reporting, which has every type that a "
    "report can hold.",
)
def public_modules(trial: Trial) -> Iterator[Finding]:
    """Yield imports of what is private."""
    for module, path in _sources(trial.format.function.__module__, set()):
        for line, name in _imports(module, path):
            if _is_private(name):
                yield Finding(
                    reason=f"it imports {name}", smallest=f"{path.name}, line {line}"
                )


def _sources(module: str, seen: set[str]) -> Iterator[tuple[str, Path]]:
    """Yield *module* and those of its package that it imports, with their files."""
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    if module in seen or not file.endswith(".py"):
        return
    seen.add(module)
    yield module, Path(file)
    package = module.partition(".")[0]
    for _, name in _imports(module, Path(file)):
        if name.partition(".")[0] == package:
            for each in (name, name.rpartition(".")[0]):
                yield from _sources(each, seen)


def _imports(module: str, path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything that a *module* at *path* imports."""
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for each in node.names:
                yield node.lineno, each.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(filter(None, (_above(package, node.level), node.module)))
            for each in node.names:
                yield node.lineno, f"{base}.{each.name}"


def _above(package: str, level: int) -> str:
    """Return what an import of so many dots starts from; empty: it has none."""
    parts = package.split(".")
    return ".".join(parts[: len(parts) - level + 1]) if level else ""


def _is_private(name: str) -> bool:
    package, _, rest = name.partition(".")
    if package != _CORE or rest in _PUBLIC:
        return False
    module, _, member = rest.rpartition(".")
    return module not in _PUBLIC or member.startswith("_") or member in _PRIVATE_ROOMS


_PRIVATE_ROOMS = frozenset(
    ("bulk", "cli", "discovery", "lazy", "text", "version", "wellformed")
)
