"""Fonts that were given, in the way in which typst wants them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from typst import Fonts

# Comes with typst, and has the letters of Latin, Greek, Cyrillic and Hebrew.
OURS = "Libertinus Serif"


@contextmanager
def loaded(files: Sequence[bytes]) -> Iterator[Fonts]:
    """
    Give the fonts in *files*, and those that come with typst.

    Those of the machine are not among them, or the same report would look otherwise on
    another one.
    """
    if not files:
        yield _of_typst()
        return
    # Typst takes fonts as folders only.
    with TemporaryDirectory() as folder:
        for number, data in enumerate(files):
            Path(folder, f"{number:09}.ttf").write_bytes(data)
        yield Fonts(include_system_fonts=False, font_paths=[folder])


def families(fonts: Fonts) -> list[str]:
    """Return the names by which the given ones among *fonts* are asked for."""
    given = sorted(
        (each.path, each.family) for each in fonts.fonts() if each.path is not None
    )
    return [*dict.fromkeys(family for _, family in given)]


@cache
def _of_typst() -> Fonts:
    return Fonts(include_system_fonts=False)
