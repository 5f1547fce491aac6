"""The files of a project, made of templates."""

from importlib.resources import files
from string import Template

from integrated_care_principles.cli._project._names import Names
from integrated_care_principles.version import __version__

_ROOM = files("integrated_care_principles.cli._project") / "templates"

# Where each file stands, and the template that it is made of. The templates have a
# suffix of their own, so that no tool takes them for what they will become.
_TEMPLATES = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "CHANGELOG.md": "CHANGELOG.md",
    ".gitignore": "gitignore",
    ".github/dependabot.yml": "dependabot.yml",
    ".github/workflows/ci.yml": "ci.yml",
    ".github/workflows/publish.yml": "publish.yml",
    "src/%{package}/__init__.py": "package.py",
    "src/%{package}/py.typed": "py.typed",
    "tests/test_%{module}.py": "test.py",
}


class _Template(Template):
    """A text with ``%{name}`` where a name belongs; workflows are full of ``$``."""

    delimiter = "%"


def documents(names: Names, summary: str) -> dict[str, bytes]:
    """
    Return the files of a project, by their paths with ``/`` between folders.

    Args:
        summary: What the format shows, in one line.
    """
    words = {
        "core": __version__,
        "distribution": names.distribution,
        "function": names.function,
        "module": names.module,
        "name": names.format,
        "package": names.package,
        "stem": names.stem,
        "summary": summary,
    }
    return {
        _Template(path).substitute(words): _filled(template, words)
        for path, template in _TEMPLATES.items()
    }


def _filled(template: str, words: dict[str, str]) -> bytes:
    text = (_ROOM / f"{template}.template").read_text(encoding="utf-8")
    return _Template(text).substitute(words).encode()
