"""Names that are imported when they are first touched."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from integrated_care_principles.lazy import importer

PACKAGE = "lazily_tested"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A package of two modules, one of which cannot be imported."""
    (tmp_path / PACKAGE).mkdir()
    for name, source in {
        "__init__": "",
        "sound": "greeting = object()\n",
        "broken": "raise RuntimeError('broken')\n",
    }.items():
        (tmp_path / PACKAGE / f"{name}.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__(PACKAGE)
    yield module
    for name in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def get(package: ModuleType) -> Callable[[str], object]:
    """The ``__getattr__`` of that package."""
    homes = {"sound": ("greeting", "missing"), "broken": ("farewell",)}
    return importer(package.__name__, homes)


def test_making_it_imports_nothing(get: Callable[[str], object]) -> None:
    """Until a name is touched, no module is imported."""
    assert callable(get)
    assert [PACKAGE] == [each for each in sys.modules if each.startswith(PACKAGE)]


def test_a_name_is_imported_when_touched(
    package: ModuleType, get: Callable[[str], object]
) -> None:
    """Touching a name imports its module, and no other."""
    greeting = get("greeting")

    assert sys.modules[f"{PACKAGE}.sound"].greeting is greeting
    assert f"{PACKAGE}.broken" not in sys.modules
    assert package.sound is sys.modules[f"{PACKAGE}.sound"]


def test_a_touched_name_stays(
    package: ModuleType, get: Callable[[str], object]
) -> None:
    """The second touch finds the name in the package itself."""
    greeting = get("greeting")

    assert greeting is vars(package)["greeting"]


def test_a_name_that_nobody_gives_is_no_attribute(
    get: Callable[[str], object],
) -> None:
    """A misspelt name is refused in the words that Python itself uses."""
    with pytest.raises(AttributeError) as caught:
        get("greating")

    assert f"module {PACKAGE!r} has no attribute 'greating'" == str(caught.value)


def test_a_module_that_lacks_what_it_should_give_says_so(
    get: Callable[[str], object],
) -> None:
    """A name that its module does not have is an error of that module."""
    with pytest.raises(AttributeError, match=rf"'{PACKAGE}\.sound'.*'missing'"):
        get("missing")


def test_what_importing_raises_passes_through(get: Callable[[str], object]) -> None:
    """Why a module cannot be imported is not hidden."""
    with pytest.raises(RuntimeError, match="broken"):
        get("farewell")
