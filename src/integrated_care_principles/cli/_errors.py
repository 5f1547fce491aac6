"""Every error becomes a sentence on standard error, and an exit code."""

from collections.abc import Iterable
from contextlib import suppress
from traceback import format_exception

import click

from integrated_care_principles.exceptions import (
    DataFileError,
    IntegratedCareError,
    Problem,
)
from integrated_care_principles.text import printable

FINE, DATA, USAGE, INTERRUPTED = 0, 1, 2, 130


def tell_error(error: Exception, *, traceback: bool = False) -> int:
    """
    Say what went wrong, and return the exit code that it stands for.

    Args:
        traceback: Say first where in the code that was.
    """
    with suppress(OSError):  # where nobody listens, the code says it
        if traceback:
            click.echo("".join(format_exception(error)), err=True, nl=False)
        if isinstance(error, click.UsageError):
            error.show()
        else:
            click.echo(f"icp: {_sentence(error)}", err=True)
    if isinstance(error, click.Abort):
        return INTERRUPTED
    return DATA if isinstance(error, DataFileError) else USAGE


def tell_errors(errors: Iterable[Exception]) -> None:
    """
    Say all that went wrong, if anything did, and end.

    Raises:
        click.exceptions.Exit: With the gravest of the exit codes.
    """
    codes = [tell_error(each) for each in errors]
    if codes:
        raise click.exceptions.Exit(max(codes))


def tell_findings(findings: Iterable[Problem], source: str) -> None:
    """Say what the reader should know of an assessment, though nothing is wrong."""
    for each in findings:
        click.echo(f"icp: note: {printable(source)}: {each}", err=True)


def _sentence(error: Exception) -> str:
    if isinstance(error, click.Abort):
        return " ".join(("interrupted", *getattr(error.__cause__, "__notes__", ())))
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError) and not isinstance(error, IntegratedCareError):
        return f"{printable(error.filename or '<stdout>')}: {error.strerror}"
    return str(error)
