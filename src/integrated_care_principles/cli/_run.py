"""From a command line to an exit code."""

import io
import sys
from collections.abc import Sequence

import click

from integrated_care_principles.cli._errors import FINE, USAGE, tell_error
from integrated_care_principles.cli._icp import Settings, icp
from integrated_care_principles.exceptions import IntegratedCareError


def run(arguments: Sequence[str]) -> int:
    """
    Run ``icp`` with *arguments*.

    Returns:
        0: fine. 1: the data has problems, or misses a bar that was asked for. 2: usage,
        files that cannot be opened or written, plugins that cannot be found, loaded or
        run. 130: interrupted.
    """
    if sys.stdout is None:
        return tell_error(click.ClickException("<stdout>: is closed"))
    _speak_utf8()
    settings = Settings()
    try:
        code = icp.main(
            list(arguments), prog_name="icp", standalone_mode=False, obj=settings
        )
    except SystemExit as end:  # click's way where a reader hangs up, or a shell asks
        return USAGE if end.code else FINE
    except (click.Abort, click.ClickException, IntegratedCareError, OSError) as error:
        return tell_error(error, traceback=settings.debug)
    return code or FINE


def _speak_utf8() -> None:
    """Write the same bytes whatever the locale, and never fail on a message."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
