"""
What runs in a fresh process: a format is imported, renders, and is watched meanwhile.

Run as a script, so that the clock is another one before anything else is imported.
"""

import datetime as dt
import io
import json
import os
import sys
import time
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Self

    from integrated_care_principles.testing._conformance._attempt import (
        AnyFormat,
        Result,
    )


def main() -> None:
    """Do what the first argument asks for, and leave the result where it says."""
    asked = json.loads(sys.argv[1])
    set_clock(asked["clock"])
    set_machine(asked["machine"])
    if asked["is_terminal"]:
        pass_for_terminal()
    # pytest imports tests from where Python alone would not find them.
    root = root_of(asked["module"], asked["file"])
    sys.path[:] = [*asked["path"], *([root] if root else [])]
    result = watched(asked["module"], asked["file"], asked["name"], asked["backwards"])
    Path(asked["result"]).write_text(json.dumps(result), encoding="utf-8")


def set_clock(now: int) -> None:
    """Make it *now*, in seconds since 1970, for whoever asks for the time of day."""
    parts = {
        name: getattr(time, name)
        for name in ("localtime", "gmtime", "ctime", "strftime")
    }

    class Moment(dt.datetime):
        """A moment of which the present is always the same."""

        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> "Self":
            """Return the moment that it is made to be."""
            return cls.fromtimestamp(now, tz)

        @classmethod
        def utcnow(cls) -> "Self":
            """Return the moment that it is made to be, in UTC."""
            return cls.fromtimestamp(now, dt.UTC).replace(tzinfo=None)

        @classmethod
        def today(cls) -> "Self":
            """Return the moment that it is made to be."""
            return cls.fromtimestamp(now)

    dt.datetime = Moment  # type: ignore[misc]
    time.time = lambda: float(now)
    time.time_ns = lambda: now * 10**9
    time.localtime = lambda at=now: parts["localtime"](at)
    time.gmtime = lambda at=now: parts["gmtime"](at)
    time.ctime = lambda at=now: parts["ctime"](at)
    time.strftime = lambda form, at=None: parts["strftime"](
        form, at or time.localtime()
    )


def set_machine(name: str) -> None:
    """Have this machine called *name* for whoever asks."""
    import _socket
    import platform
    import socket

    if sys.platform == "win32":
        os.environ["COMPUTERNAME"] = name
    else:
        sysname, _, *others = os.uname()
        os.uname = lambda: os.uname_result((sysname, name, *others))
    _socket.gethostname = socket.gethostname = lambda: name
    os.getlogin = lambda: f"user-of-{name}"
    # It may have been asked before we came.
    platform._uname_cache = None  # type: ignore[attr-defined]  # noqa: SLF001


class Terminal(io.TextIOWrapper):
    """A stream that says of itself that somebody looks at it."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def pass_for_terminal() -> None:
    """Have what is printed seem to go to a terminal."""
    for name in ("stdout", "stderr"):
        raw = io.FileIO(getattr(sys, name).fileno(), "w", closefd=False)
        new = Terminal(raw, encoding="utf-8", write_through=True)
        setattr(sys, name, new)
        setattr(sys, f"__{name}__", new)
    os.isatty = lambda _: True


def watched(
    module: str, file: str, name: str, backwards: bool = False
) -> dict[str, object]:
    """Import the format called *name*, render every sample, and tell what it did."""
    from integrated_care_principles.testing._conformance import _samples, _watching
    from integrated_care_principles.testing._conformance._attempt import attempt

    titles = list(_samples.SAMPLES)[:: -1 if backwards else 1]
    reports = {title: _samples.SAMPLES[title]() for title in titles}
    before = _watching.state()
    try:
        format = imported(module, file, name)
    except BaseException as error:  # noqa: BLE001 - it may call sys.exit()
        why = f"importing {module} fails: {error!r}"
        return {"outputs": {}, "events": [], "changes": [], "broken": why}
    before[_watching.FILTERS] = _watching.state()[_watching.FILTERS]
    watch = _watching.Watch(places=[*sys.path, sys.prefix, sys.base_prefix, file])
    with watch:
        attempts = {title: attempt(format, each) for title, each in reports.items()}
    outputs = {title: written(each.result) for title, each in attempts.items()}
    changes = list(_watching.changes(before, _watching.state()))
    events = [list(each) for each in dict.fromkeys(watch.events)]
    return {"outputs": outputs, "events": events, "changes": changes, "broken": ""}


def imported(module: str, file: str, name: str) -> "AnyFormat":
    """Return what is called *name* in a *module*, which may be found by its file only."""
    from importlib import import_module

    loaded = (
        import_module(module) if _is_found(module, file) else _from_file(module, file)
    )
    return getattr(loaded, name)  # type: ignore[no-any-return]  # the kit asks what it is


def root_of(module: str, file: str) -> str:
    """Return the folder from which *module* is imported as *file*; empty: none."""
    parts = module.split(".")
    path = Path(file)
    tail = path.parent if path.stem == "__init__" else path.parent / path.stem
    if len(parts) < 2 or list(tail.parts[-len(parts) :]) != parts:
        return ""
    return str(tail.parents[len(parts) - 1])


def _is_found(module: str, file: str) -> bool:
    from importlib.util import find_spec

    try:
        spec = find_spec(module)
    except ImportError:
        return False
    return spec is not None and spec.origin == file


def _from_file(module: str, file: str) -> "ModuleType":
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(module, file)
    if spec is None or spec.loader is None:
        msg = f"no module {module!r}"
        raise ImportError(msg)
    loaded = sys.modules[module] = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def written(result: "Result | None") -> str:
    """Return a *result* as text, in which a person sees what differs, and nothing is lost."""
    from integrated_care_principles.reporting import Bundle

    match result:
        case Bundle(documents):
            return "\n".join(
                f"{each.name}:\n{written(each.content)}" for each in documents
            )
        case bytes():
            return "\n".join(repr(each)[2:-1] for each in result.split(b"\n"))
    return result or ""


if __name__ == "__main__":
    main()
