"""The public face: the names that everybody may use, at no cost until they are used."""

import ast
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import integrated_care_principles
from integrated_care_principles import exceptions, reporting

PACKAGE = "integrated_care_principles"
ROOT = Path(__file__).parents[1]
SOURCE = Path(integrated_care_principles.__file__).parents[1]

# The code of a session that says which modules the import adds.
ADDED = """
import sys
before = set(sys.modules)
{code}
print(*sorted(set(sys.modules) - before), sep="\\n")
"""


def modules_added_by(code: str) -> list[str]:
    """Return the modules that *code* imports in a fresh process without any site."""
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", ADDED.format(code=code)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return run.stdout.splitlines()


def test_the_names_are_those_that_dir_shows() -> None:
    """What is public, what dir() shows and what a star imports is the same."""
    star: dict[str, object] = {}
    exec(f"from {PACKAGE} import *", star)  # noqa: S102 - a star can stand nowhere else
    del star["__builtins__"]

    names = sorted(integrated_care_principles.__all__)
    assert names == dir(integrated_care_principles)
    assert names == sorted(star)


@pytest.mark.parametrize("name", integrated_care_principles.__all__)
def test_each_name_can_be_imported(name: str) -> None:
    """Each name is there in a fresh process, and stays after it was touched."""
    code = (
        f"from {PACKAGE} import {name}; import {PACKAGE}; "
        f"assert vars({PACKAGE})[{name!r}] is {name}"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_misspelt_name_is_no_attribute() -> None:
    """A name that nobody gives is refused in the words that Python itself uses."""
    with pytest.raises(AttributeError) as caught:
        integrated_care_principles.load_catalog  # type: ignore[attr-defined]  # noqa: B018  # misspelt

    assert f"module {PACKAGE!r} has no attribute 'load_catalog'" == str(caught.value)


@pytest.mark.parametrize("package", [integrated_care_principles, exceptions])
def test_type_checkers_see_the_same_names(package: ModuleType) -> None:
    """The imports that only type checkers read name what is public, from its home."""
    module = ast.parse(Path(f"{package.__file__}").read_text(encoding="utf-8"))
    seen = {
        each.name: node.module
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    }
    del seen["importer"]

    assert sorted(package.__all__) == sorted(seen)
    assert [] == [
        name
        for name, home in seen.items()
        if getattr(package, name) is not getattr(import_module(f"{home}"), name)
    ]


def test_rooms_can_be_imported_beside_the_names() -> None:
    """A room is no public name of the package, and yet can be imported from it."""
    from integrated_care_principles import scoring

    assert f"{PACKAGE}.scoring" == scoring.__name__


def test_a_room_gives_what_it_says_it_gives() -> None:
    """What report formats may use is all there."""
    missing = [each for each in reporting.__all__ if not hasattr(reporting, each)]

    assert [] == missing


def test_importing_the_package_imports_nothing_else() -> None:
    """The import costs the package and the helper that waits: not even typing."""
    code = f"sys.path.insert(0, {str(SOURCE)!r}); import {PACKAGE}"

    assert [PACKAGE, f"{PACKAGE}.lazy"] == modules_added_by(code)


def test_importing_the_errors_imports_nothing_else() -> None:
    """Most runs go wrong in no way, and never pay for the classes of errors."""
    code = f"sys.path.insert(0, {str(SOURCE)!r}); import {PACKAGE}.exceptions"

    assert [PACKAGE, f"{PACKAGE}.exceptions", f"{PACKAGE}.lazy"] == modules_added_by(
        code
    )
    assert len(exceptions.__all__) > 20


def test_the_version_needs_nothing_else() -> None:
    """Who asks for the version imports no model."""
    code = (
        f"sys.path.insert(0, {str(SOURCE)!r}); import {PACKAGE}; {PACKAGE}.__version__"
    )

    assert [PACKAGE, f"{PACKAGE}.lazy", f"{PACKAGE}.version"] == modules_added_by(code)


def test_the_version_is_that_of_the_distribution() -> None:
    """The version is written down twice, and is the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == integrated_care_principles.__version__
