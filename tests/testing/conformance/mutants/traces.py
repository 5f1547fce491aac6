"""Wrong in what they do to the machine, and what they leave behind."""

import builtins
import csv
import decimal
import locale
import logging
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import gettempdir
from threading import Thread

from integrated_care_principles import reporting
from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
)

from .making import FRESH, MUTANTS, mutant, tally


@mutant("nothing-printed")
def prints(report: Report) -> str:
    """Prints."""
    print("rendering")  # noqa: T201
    return tally(report)


@mutant("nothing-printed")
def warns(report: Report) -> str:
    """Logs what nobody asked for."""
    logging.getLogger("mutant").warning("rendering")
    return tally(report)


@mutant("no-files")
def writes(report: Report) -> str:
    """Leaves a copy."""
    Path(gettempdir(), "icp-mutant.txt").write_text("x", encoding="utf-8")
    return tally(report)


@mutant("no-files")
def reads(report: Report) -> str:
    """Reads what is not its own."""
    Path(os.devnull).read_bytes()
    return tally(report)


@mutant("no-files")
def makes_folders(report: Report) -> str:
    """Makes a folder, and takes it away."""
    if FRESH:
        Path("mutant").mkdir()
        Path("mutant").rmdir()
    return tally(report)


@mutant("no-network")
def asks_around(report: Report) -> str:
    """Opens a socket."""
    if FRESH:
        socket.socket().close()
    return tally(report)


@mutant("no-processes")
def delegates(report: Report) -> str:
    """Starts a process."""
    if FRESH:
        subprocess.run([sys.executable, "-S", "-c", ""], check=True)
    return tally(report)


def _leaves(act: Callable[[], object]) -> ReportFormat[None, str]:
    """Return a format that leaves something behind in a fresh process."""
    number = len(MUTANTS)

    def function(report: Report) -> str:
        """Leaves something behind."""
        if FRESH:
            act()
        return tally(report)

    function.__name__ = f"leaves_{number}"
    return mutant("no-global-state")(function)


def _lingers() -> None:
    Thread(target=time.sleep, args=(2,), daemon=True).start()


configures = _leaves(logging.basicConfig)
speaks = _leaves(lambda: locale.setlocale(locale.LC_ALL, ""))
exports = _leaves(lambda: os.environ.update(MUTANT="1"))
moves = _leaves(lambda: os.chdir("/"))
seeds = _leaves(lambda: random.seed(1))
listens = _leaves(lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN))
widens = _leaves(lambda: csv.field_size_limit(10**7))
calculates = _leaves(lambda: setattr(decimal.getcontext(), "prec", 5))
installs = _leaves(lambda: setattr(builtins, "mutant", 1))
patches = _leaves(lambda: setattr(reporting, "make_report", None))
lingers = _leaves(_lingers)
closes = _leaves(lambda: sys.stdout.close())  # noqa: PLW0108 - as it is then
