"""Loading a plugin: whatever goes wrong in it is told apart, and kept from us."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrated_care_principles.discovery import Plugin
from integrated_care_principles.exceptions import PluginLoadError
from tests.sites import on_path

MODULES = {
    "good_toys": "class Box:\n    toy = 'a toy'\nlazy = 1\n"
    "def __getattr__(name):\n    if name == 'odd': return 1 / 0\n"
    "    raise AttributeError(name)\n",
    "broken_toys": "raise ValueError('no\\nway')\n",
    "needy_toys": "import nobody_has_this\n",
    "leaving_toys": "import sys\nsys.exit('bye')\n",
    "odd_toys": "raise GeneratorExit\n",
    "noisy_toys": "import sys\nprint('noise')\nsys.stdout.write('more\\n')\ntoy = 1\n",
    "stopped_toys": "raise KeyboardInterrupt\n",
    "half_toys": "import sys\nsys.nothing_like_it\n",
}


@pytest.fixture(autouse=True)
def toys(tmp_path: Path) -> Iterator[None]:
    """Put the modules on the path."""
    for name, text in MODULES.items():
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    with on_path(tmp_path):
        yield


def plugin(value: str) -> Plugin:
    """Return a plugin that is where *value* says."""
    return Plugin(
        group="g", name="toy", value=value, distribution="toys", version="1.0"
    )


@pytest.mark.parametrize(
    "value", ["good_toys:Box.toy", "good_toys : Box.toy", "good_toys:Box.toy [more]"]
)
def test_an_object_is_loaded_by_its_place(value: str) -> None:
    """Extras and spaces are allowed, as the specification has them."""
    assert plugin(value).load() == "a toy"


@pytest.mark.parametrize(
    ("value", "code", "reason"),
    [
        (
            ":toy",
            "bad-value",
            "':toy' is not of the form package.module:name",
        ),
        ("a b:c", "bad-value", "'a b:c' is not of the form package.module:name"),
        ("no_toys:toy", "bad-value", "there is no module 'no_toys'"),
        ("no_toys.more:toy", "bad-value", "there is no module 'no_toys.more'"),
        ("good_toys:top", "bad-value", "the module 'good_toys' has no 'top'"),
        (
            "good_toys:Box.top",
            "import-error",
            "AttributeError: type object 'Box' has no attribute 'top'",
        ),
        ("good_toys:odd", "import-error", "ZeroDivisionError: division by zero"),
        ("broken_toys:toy", "import-error", "ValueError: no"),
        (
            "needy_toys:toy",
            "import-error",
            "ModuleNotFoundError: No module named 'nobody_has_this'",
        ),
        (
            "half_toys:toy",
            "import-error",
            "AttributeError: module 'sys' has no attribute 'nothing_like_it'",
        ),
        ("leaving_toys:toy", "exits", "it calls sys.exit() while it is imported"),
        ("odd_toys:toy", "import-error", "GeneratorExit"),
    ],
)
def test_what_cannot_be_loaded(value: str, code: str, reason: str) -> None:
    """Each error says what happened, in one line, with a code for it."""
    with pytest.raises(PluginLoadError) as caught:
        plugin(value).load()
    error = caught.value

    assert ("toy", "toys", "1.0") == (error.name, error.distribution, error.version)
    assert (code, reason) == (error.code, error.reason)


def test_the_cause_is_chained() -> None:
    """Who wants to know more finds the error itself."""
    with pytest.raises(PluginLoadError) as caught:
        plugin("broken_toys:toy").load()

    assert isinstance(caught.value.__cause__, ValueError)


def test_standard_output_stays_clean(capfd: pytest.CaptureFixture[str]) -> None:
    """What a plugin prints while it is imported is a message, and no data."""
    assert 1 == plugin("noisy_toys:toy").load()
    assert ("", "noise\nmore\n") == capfd.readouterr()


def test_an_interruption_says_what_it_interrupted() -> None:
    """Ctrl-C is passed on, with the plugin that was being imported."""
    with pytest.raises(KeyboardInterrupt) as caught:
        plugin("stopped_toys:toy").load()

    assert ["while 'toy' of toys 1.0 was imported"] == caught.value.__notes__
    assert "stopped_toys" not in sys.modules


def test_a_plugin_of_no_distribution_has_a_name() -> None:
    """Where no distribution publishes it, its name says what is meant."""
    assert "'toy'" == str(Plugin(group="", name="toy", value="a:b"))
