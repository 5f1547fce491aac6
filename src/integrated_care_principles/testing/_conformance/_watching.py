"""What a format does to the machine, and leaves behind in its process."""

import builtins
import csv
import decimal
import locale
import logging
import os
import random
import signal
import socket
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILE_CALLS = frozenset(
    f"os.{name}"
    for name in ("mkdir", "remove", "rename", "rmdir", "truncate", "link", "symlink")
)
_PROCESS_CALLS = frozenset(
    (
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "pty.spawn",
    )
)

# Libraries add some while they are imported, and nobody is hurt.
FILTERS = "the filters of warnings"


class Watch:
    """
    Notes what touches files, sockets and processes while it is entered.

    Attributes:
        events: What was seen, as kind and detail.
    """

    def __init__(self, places: Sequence[str]) -> None:
        """
        Watch nothing yet.

        Args:
            places: Folders, and files whose folders, may be read: code and its data.
        """
        self.events: list[tuple[str, str]] = []
        self._places = tuple(
            os.path.realpath(each if Path(each).is_dir() else Path(each).parent)
            for each in places
            if each
        )
        self._entered = False

    def __enter__(self) -> None:
        sys.addaudithook(self.see)
        self._entered = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._entered = False  # an audit hook cannot be taken out again

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        """Note an audit *event* where it is one that a pure function never raises."""
        if not self._entered:
            return
        self._entered = False  # what is done in here is our own
        kind = self._kind(event, arguments)
        if kind:
            self.events.append((kind, f"{event} {arguments[0] if arguments else ''}"))
        self._entered = True

    def _kind(self, event: str, arguments: tuple[object, ...]) -> str:
        if event.startswith("socket."):
            return "no-network"
        if event in _PROCESS_CALLS:
            return "no-processes"
        if event == "open":
            return self._kind_of_opening(arguments[0], arguments[2])
        return "no-files" if event in _FILE_CALLS else ""

    def _kind_of_opening(self, path: object, flags: object) -> str:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return ""  # a number: it is open already
        if isinstance(flags, int) and flags & _WRITES:
            return "no-files"
        real = os.path.realpath(os.fsdecode(path))
        return "" if real.startswith(self._places) else "no-files"


def state() -> dict[str, object]:
    """Return what is global in this process, by what people call it."""
    umask = os.umask(0o22)
    os.umask(umask)
    root = logging.getLogger()
    context = decimal.getcontext()  # its flags are raised by any calculation
    return {
        "the environment (os.environ)": dict(os.environ),
        "the working directory (os.chdir)": Path.cwd(),
        "the umask": umask,
        "the locale (locale.setlocale)": locale.setlocale(locale.LC_ALL),
        "logging (logging.basicConfig, or a handler or level of the root logger)": (
            root.level,
            tuple(map(id, root.handlers)),
            logging.root.manager.disable,
        ),
        FILTERS: len(warnings.filters),
        "decimal.getcontext()": (context.prec, context.rounding),
        "the state of random": random.getstate(),
        "csv.field_size_limit": csv.field_size_limit(),
        "the dialects of csv": tuple(csv.list_dialects()),
        "socket.setdefaulttimeout": socket.getdefaulttimeout(),
        "sys.path": tuple(sys.path),
        "sys.setrecursionlimit": sys.getrecursionlimit(),
        "sys.set_int_max_str_digits": sys.get_int_max_str_digits(),
        "sys.stdout or sys.stderr": tuple(
            (id(each), each.closed) for each in (sys.stdout, sys.stderr)
        ),
        "the hooks of sys": (id(sys.excepthook), id(sys.displayhook)),
        "the handlers of signals": tuple(map(signal.getsignal, (2, 15))),
        "the builtins": dict(vars(builtins)),
        "a module of the core": _core(),
        "a thread": tuple(sorted(each.name for each in threading.enumerate())),
    }


def changes(before: dict[str, object], after: dict[str, object]) -> Iterator[str]:
    """Yield what a state was changed in."""
    for name, old in before.items():
        new = after[name]
        if isinstance(old, dict) and isinstance(new, dict) and name.startswith("a "):
            # What is imported later adds names, and is no change.
            new = {key: value for key, value in new.items() if key in old}
        if new != old:
            yield name


def _core() -> dict[str, int]:
    """Return by its name what each name in the modules of the core stands for."""
    return {
        f"{module}.{name}": id(value)
        for module, loaded in sorted(sys.modules.items())
        if module.partition(".")[0] == "integrated_care_principles"
        for name, value in vars(loaded).items()
    }
