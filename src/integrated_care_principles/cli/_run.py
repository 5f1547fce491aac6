"""From a command line to an exit code; every error becomes a sentence."""

import io
import sys
from collections.abc import Sequence
from traceback import format_exception

import click

from integrated_care_principles.cli._icp import Settings, icp
from integrated_care_principles.exceptions import (
    AssessmentFileError,
    IntegratedCareError,
)

FINE, DATA, USAGE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """
    Run ``icp`` with *arguments*.

    Returns:
        0: fine. 1: the data has problems, or misses a bar that was asked for. 2: usage,
        files that cannot be opened or written, plugins that cannot be found, loaded or
        run. 130: interrupted.
    """
    _speak_utf8()
    settings = Settings()
    try:
        code = icp.main(
            list(arguments), prog_name="icp", standalone_mode=False, obj=settings
        )
    except SystemExit as end:  # click's way where a reader hangs up, or a shell asks
        return USAGE if end.code else FINE
    except (click.Abort, click.ClickException, IntegratedCareError, OSError) as error:
        if settings.debug:
            click.echo("".join(format_exception(error)), err=True, nl=False)
        return _tell(error)
    return code or FINE


def _tell(error: Exception) -> int:
    """Say what went wrong in a sentence, and return the exit code that it stands for."""
    message, code = str(error), USAGE
    if isinstance(error, click.Abort):
        notes = getattr(error.__cause__, "__notes__", ())
        message, code = " ".join(("interrupted", *notes)), INTERRUPTED
    elif isinstance(error, click.UsageError):
        error.show()
        return USAGE
    elif isinstance(error, click.ClickException):
        message = error.format_message()
    elif isinstance(error, AssessmentFileError):
        code = DATA
    elif isinstance(error, OSError) and not isinstance(error, IntegratedCareError):
        message = f"{error.filename or '<stdout>'}: {error.strerror}"
    click.echo(f"icp: {message}", err=True)
    return code


def _speak_utf8() -> None:
    """Write the same bytes whatever the locale, and never fail on a message."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
