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

        machine: What the machine is called, and a part of how its user is.

        is_terminal: Whether standard output says that it is one.

        backwards: Whether the sample reports are rendered from the last to the first.
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
    machine: str = "machine"
    is_terminal: bool = False
    backwards: bool = False

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
            **dict.fromkeys(_USERS, f"user-of-{self.machine}"),
            **dict.fromkeys(_MACHINES, self.machine),
            "TZ": self.zone,
            "PYTHONHASHSEED": str(self.seed),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONIOENCODING": "utf-8",
        }


_USERS = ("LOGNAME", "USER", "USERNAME", "LNAME")
_MACHINES = ("COMPUTERNAME", "HOST", "HOSTNAME")

USUAL = Settings()

_LATIN = {"LC_ALL": "C", "LANG": "de_DE", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
_NARROW = {"COLUMNS": "41", "LINES": "7", "TERM": "dumb", "NO_COLOR": "1"}
_COLOURED = {
    "COLUMNS": "80",
    "LINES": "24",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "FORCE_COLOR": "1",
    "CLICOLOR_FORCE": "1",
}

# One thing at a time is other than usual, to tell which one was seen.
VARIED: dict[str, tuple[Settings, ...]] = {
    "no-clock": (evolve(USUAL, clock=2_222_222_222),),
    "no-hash-order": tuple(evolve(USUAL, seed=each) for each in (1, 2, 3)),
    "no-time-zone": (evolve(USUAL, zone="XYZ-13:45"),),
    "no-locale": (evolve(USUAL, locale=_LATIN),),
    "no-terminal": (
        evolve(USUAL, terminal=_NARROW),
        evolve(USUAL, terminal=_COLOURED, is_terminal=True),
    ),
    "no-machine": (evolve(USUAL, machine="another-machine"),),
    "no-home": (evolve(USUAL, home="another-home"),),
    "no-working-directory": (evolve(USUAL, folder="another-folder"),),
}

# The same again, and so that whatever is remembered of one report shows in another.
AGAIN = (USUAL, evolve(USUAL, backwards=True))

# Everything at once is other than usual, to see quickly that nothing was seen.
_ELSEWHERE = Settings(
    clock=1_300_000_000,
    seed=1,
    zone="XYZ-13:45",
    locale=_LATIN,
    terminal=_NARROW,
    home="another-home",
    folder="another-folder",
    machine="another-machine",
)
OTHER = (
    _ELSEWHERE,
    evolve(
        _ELSEWHERE,
        clock=1_600_000_000,
        seed=2,
        terminal=_COLOURED,
        is_terminal=True,
        backwards=True,
    ),
)
