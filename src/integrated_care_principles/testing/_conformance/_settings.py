"""What may differ from machine to machine, and must not be seen in a report."""

import os
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve, field, frozen


@frozen(kw_only=True)
class Settings:
    """
    The surroundings of a process.

    Attributes:
        clock: What the time of day is, in seconds since 1970.

        seed: By which the hashes of texts, and so the order of sets, are made.

        zone: The time zone.

        locale: The language, the encoding of files, and whether Python overrules it.

        terminal: Its width, and what else is said of it.

        home: Name of the folder that is the user's own.

        folder: Name of the folder that the process works in.
    """

    clock: int = 1_000_000_000
    seed: int = 0
    zone: str = "UTC"
    locale: Mapping[str, str] = field(
        factory=lambda: {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    )
    terminal: Mapping[str, str] = field(
        factory=lambda: {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}
    )
    home: str = "home"
    folder: str = "work"

    def environment(self, root: Path) -> dict[str, str]:
        """Return the environment of a process whose folders stand in *root*."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LANG", "LC_", "PYTHON"))
        }
        return {
            **kept,
            **self.locale,
            **self.terminal,
            "HOME": str(root / self.home),
            "USERPROFILE": str(root / self.home),
            "TZ": self.zone,
            "PYTHONHASHSEED": str(self.seed),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
        }


USUAL = Settings()

_LATIN = {"LC_ALL": "C", "LANG": "de_DE", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_NARROW = {"COLUMNS": "41", "LINES": "7", "TERM": "dumb", "NO_COLOR": "1"}

# One thing at a time is other than usual, to tell which one was seen.
VARIED: dict[str, tuple[Settings, ...]] = {
    "no-clock": (evolve(USUAL, clock=2_222_222_222),),
    "no-hash-order": tuple(evolve(USUAL, seed=each) for each in (1, 2, 3)),
    "no-time-zone": (evolve(USUAL, zone="XYZ-13:45"),),
    "no-locale": (evolve(USUAL, locale=_LATIN),),
    "no-terminal": (evolve(USUAL, terminal=_NARROW),),
    "no-home": (evolve(USUAL, home="another-home"),),
    "no-working-directory": (evolve(USUAL, folder="another-folder"),),
}

# Everything at once is other than usual, to see quickly that nothing was seen.
OTHER = tuple(
    Settings(
        clock=1_000_000_000 + seed * 300_000_000,
        seed=seed,
        zone="XYZ-13:45",
        locale=_LATIN,
        terminal=_NARROW,
        home="another-home",
        folder="another-folder",
    )
    for seed in (1, 2)
)
