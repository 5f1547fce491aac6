"""Importing what an entry point names, and what is said where that fails."""

import sys

import pytest

from integrated_care_principles.exceptions import PluginLoadError

from .paint import Install, a_plugin

# What a module does when it is imported, and what is said of it.
BROKEN = {
    "an error": ("raise RuntimeError('out of paint')", "RuntimeError: out of paint"),
    "an error of many lines": ("raise ValueError('one\\ntwo')", "ValueError: one"),
    "an error that says nothing": ("raise LookupError", "LookupError"),
    "an error that cannot say": (
        """
        class MuteError(Exception):
            def __str__(self):
                return 1 / 0
        raise MuteError
        """,
        "MuteError",
    ),
    "an exit": (
        "import sys; sys.exit()",
        "it calls sys.exit() while it is imported",
    ),
    "a successful exit": (
        "raise SystemExit(0)",
        "it calls sys.exit() while it is imported",
    ),
    "what is no Exception": ("raise GeneratorExit", "GeneratorExit"),
    "a module that is missing": (
        "import no_such_paint",
        "ModuleNotFoundError: No module named 'no_such_paint'",
    ),
    "an attribute that is missing": (
        "blue = 1",
        "the module 'broken_paint' has no 'red'",
    ),
}


@pytest.mark.parametrize(
    ("value", "loaded"),
    [
        ("sound_paint:red", "#f00"),
        ("sound_paint:Shades.dark", "#800"),
        ("sound_paint:red [extra]", "#f00"),
        ("sound_paint : red", "#f00"),
    ],
)
def test_loading_gives_what_the_entry_point_names(
    install: Install, value: str, loaded: str
) -> None:
    """What is loaded is what stands at the place, below a class too."""
    source = "red = '#f00'\nclass Shades:\n    dark = '#800'\n"
    install("some-paint", modules={"sound_paint": source})

    assert loaded == a_plugin(value).load()


def test_an_entry_point_may_name_a_module(install: Install) -> None:
    """Without a name after the colon, the module itself is meant."""
    install("some-paint", modules={"whole_paint": ""})

    assert a_plugin("whole_paint").load() is sys.modules["whole_paint"]


@pytest.mark.parametrize(("source", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_what_fails_while_it_is_imported_is_named(
    install: Install, source: str, reason: str
) -> None:
    """Whatever a plugin raises, the error says whose it is and why, and chains it."""
    install("some-paint", modules={"broken_paint": source})

    with pytest.raises(PluginLoadError) as caught:
        a_plugin("broken_paint:red").load()

    assert ("red", "some-paint", "2.1", reason) == caught.value.args[:4]
    assert caught.value.__cause__ is not None


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("no_such_paint:red", "there is no module 'no_such_paint'"),
        ("not a place", "'not a place' is not of the form package.module:name"),
        (":red", "':red' is not of the form package.module:name"),
    ],
)
def test_what_is_not_at_its_place_is_named(
    install: Install, value: str, reason: str
) -> None:
    """An entry point that points nowhere is an error of its distribution."""
    install("some-paint")

    with pytest.raises(PluginLoadError) as caught:
        a_plugin(value).load()

    assert ("red", "some-paint", "2.1") == caught.value.args[:3]
    assert caught.value.reason.startswith(reason)


def test_an_interrupt_is_not_the_plugins_fault(install: Install) -> None:
    """Who presses Ctrl-C while a plugin is imported has interrupted us."""
    install("some-paint", modules={"slow_paint": "raise KeyboardInterrupt"})

    with pytest.raises(KeyboardInterrupt):
        a_plugin("slow_paint:red").load()


@pytest.mark.parametrize("ending", ["", "raise ValueError\n"])
def test_what_a_plugin_prints_is_a_message(
    install: Install, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    """Nothing that a plugin prints while it is imported gets among the data."""
    source = f"red = 1\nprint('wet paint')\n{ending}"
    install("some-paint", modules={"chatty_paint": source})
    stdout = sys.stdout

    try:
        a_plugin("chatty_paint:red").load()
    except PluginLoadError:
        assert ending

    assert ("", "wet paint\n") == capsys.readouterr()
    assert stdout is sys.stdout


def test_an_error_of_a_plugin_names_it() -> None:
    """A plugin makes the error that says that it cannot be had."""
    error = a_plugin("paint:red").error("it is blue")

    assert isinstance(error, PluginLoadError)
    assert ("red", "some-paint", "2.1", "it is blue") == error.args[:4]
