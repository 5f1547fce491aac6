"""How what a page shows of a terminal is read and compared."""

import pytest

from tests.console import commands, matches


def test_commands() -> None:
    """A command is a line after ``$``; what it prints ends where the next begins."""
    block = "$ one\n  said\n\nmore $ x\n$ two --a\n$ three\nend\n"

    assert [("one", "  said\n\nmore $ x"), ("two --a", ""), ("three", "end")] == list(
        commands(block)
    )


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("", ""),
        ("\nsaid\n\n", "said"),
        ("one\ntwo\nthree\n", "one\n...\nthree"),
        ("built 26.1 in 3 s", "built ... in ..."),
        ("", "..."),
        ("[a] b? *c*", "[a] b? *c*"),
    ],
)
def test_what_is_shown(found: str, shown: str) -> None:
    """Space at the ends means nothing, ``...`` is anything, and all else is itself."""
    assert matches(found, shown)


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("said", ""),
        ("", "said"),
        ("said more", "said"),
        ("more said", "said"),
        ("one\ntwo", "one\n...\nthree"),
        ("one\n\ntwo", "one\ntwo"),
        ("abc", "a?c"),
        ("abc", "a*c"),
        ("b", "[abc]"),
    ],
)
def test_what_is_not_shown(found: str, shown: str) -> None:
    """What a page does not show, or shows otherwise, does not match."""
    assert not matches(found, shown)
