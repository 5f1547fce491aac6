"""Wrong in what they see of their surroundings."""

import getpass
import os
import platform
import shutil
import socket
import sys
import time
from datetime import UTC, date, datetime
from functools import cache
from itertools import count
from pathlib import Path

from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    report_format,
)

from .making import ALL, mutant, tally

_calls = count()


@mutant("two-renders-alike")
def numbers_itself(report: Report) -> str:
    """Counts how often it was called."""
    return f"{tally(report)}no {next(_calls)}\n"


@mutant("two-renders-alike")
def tells_the_process(report: Report) -> str:
    """Differs from process to process only."""
    return f"{tally(report)}{os.getpid()}\n"


@mutant("no-clock")
def says_today(report: Report) -> str:
    """Says which day it is."""
    return f"{tally(report)}{date.today()}\n"  # noqa: DTZ011


@mutant("no-clock")
def says_now(report: Report) -> str:
    """Says which year it is."""
    return f"{tally(report)}{datetime.now(tz=UTC):%Y}\n"


@mutant("no-clock")
def says_then(report: Report) -> str:
    """Says which year it is, in another way."""
    return f"{tally(report)}{time.strftime('%Y')}\n"


@mutant("no-hash-order")
def makes_a_set(report: Report) -> str:
    """Shows each status once, in the order of a set."""
    found = {one.status for each in report.assessments for one in each.questions}
    return "".join(f"{each}\n" for each in found)


@mutant("no-time-zone")
def shifts(report: Report) -> str:
    """Makes a moment of a day."""
    moment = datetime(report.day.year, 1, 1).astimezone()
    return f"{tally(report)}{moment.isoformat()}\n"


@mutant("no-locale")
def reads_its_data(report: Report) -> str:
    """Reads a file of its own as the machine likes."""
    sign = Path(__file__).with_name("sign.txt").read_text()
    return f"{tally(report)}{sign.encode('unicode_escape').decode()}"


@mutant("no-terminal")
def fits(report: Report) -> str:
    """Is as wide as the terminal."""
    return f"{tally(report)}{'-' * shutil.get_terminal_size().columns}\n"


@mutant("no-terminal")
def colours(report: Report) -> str:
    """Is coloured where somebody looks on."""
    return f"{tally(report)}{'red' if sys.stdout.isatty() else ''}\n"


@mutant("no-terminal")
def colours_where_told(report: Report) -> str:
    """Is coloured where the environment says so."""
    return f"{tally(report)}{os.environ.get('FORCE_COLOR', '')}\n"


@mutant("no-machine")
def says_where(report: Report) -> str:
    """Says on which machine it was made."""
    return f"{tally(report)}{platform.node()}\n"


@mutant("no-machine")
def says_where_else(report: Report) -> str:
    """Says it in another way."""
    return f"{tally(report)}{socket.gethostname()}\n"


@mutant("no-machine")
def says_who(report: Report) -> str:
    """Says who made it."""
    return f"{tally(report)}{getpass.getuser()}\n"


@cache
def _remembered(_: str) -> list[str]:
    return []


@mutant("two-renders-alike")
def remembers_by_title(report: Report) -> str:
    """Gives for every report of a title what it gave for the first."""
    kept = _remembered(report.title)
    kept[:] = kept or [tally(report)]
    return kept[0]


@mutant("no-home")
def at_home(report: Report) -> str:
    """Says where home is."""
    return f"{tally(report)}{Path.home().name}\n"


@mutant("no-working-directory")
def at_work(report: Report) -> str:
    """Says where it works."""
    return f"{tally(report)}{Path.cwd().name}\n"


def local() -> ReportFormat[None, str]:
    """Return a format that stands nowhere an entry point could say."""

    @report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
    def nameless(report: Report) -> str:
        """Stands in no module."""
        return tally(report)

    return nameless
