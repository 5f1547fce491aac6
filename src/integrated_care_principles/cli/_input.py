"""What a person names on the command line: files, days, percentages."""

import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime
from errno import EBADF, ENOENT
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import click

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._errors import tell_errors
from integrated_care_principles.exceptions import AssessmentFileError
from integrated_care_principles.files import Revision, decode_assessment

STDIN = "-"
# Whether it is there, and may be read, is told when it is opened.
FILE = click.Path(allow_dash=True, readable=False)


def read(file: str, catalogue: Catalogue) -> Assessment:
    """
    Return the assessment in a *file*; ``-`` is standard input.

    Raises:
        AssessmentFileError: With everything that is wrong with it.
        OSError: If it cannot be opened.
    """
    data, source = read_bytes(file)
    return decode_assessment(data, catalogue, source=source)


def read_bytes(file: str) -> tuple[bytes, str]:
    """
    Return what is in a *file*, and what errors call it; ``-`` is standard input.

    Raises:
        OSError: If it cannot be opened.
    """
    if file == STDIN:
        return _standard_input().read(), "<stdin>"
    if not file:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), "''")
    return Path(file).read_bytes(), file


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(EBADF, "is closed", "<stdin>")
    return sys.stdin.buffer


def read_all(files: Sequence[str], catalogue: Catalogue) -> list[Assessment]:
    """
    Return the assessments in *files*, or say everything that is wrong in any of them.

    Raises:
        click.exceptions.Exit: Where something is wrong, and was said.
    """
    return [assessment for assessment, _ in read_all_revised(files, catalogue)]


def read_all_revised(
    files: Sequence[str], catalogue: Catalogue
) -> list[tuple[Assessment, str]]:
    """
    Return the assessments in *files*, each with the name and the revision of its file.

    Raises:
        click.exceptions.Exit: Where something is wrong, and was said.
    """
    if files.count(STDIN) > 1:
        msg = "standard input can be read once only"
        raise click.UsageError(msg)
    found: list[tuple[Assessment, str]] = []
    errors: list[Exception] = []
    for file in files:
        try:
            data, source = read_bytes(file)
            assessment = decode_assessment(data, catalogue, source=source)
            found.append((assessment, f"{Path(source).name} {Revision.of(data).hash}"))
        except (AssessmentFileError, OSError) as error:
            errors.append(error)
    tell_errors(errors)
    return found


def holds_assessment(path: Path) -> bool:
    """Return whether the file at *path* is an assessment, with problems or without."""
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(raw, dict) and {"format", "subject", "catalogue"} <= raw.keys()


class Day(click.ParamType[date]):
    """A day such as 2026-03-31."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day that was typed."""
        text = str(value)
        try:
            return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day
        except ValueError:
            self.fail(f"{text!r} is not a day such as 2026-03-31", param, ctx)


class Seconds(click.ParamType[float]):
    """A time in seconds, which passes within a day."""

    name = "seconds"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the time that was typed."""
        text = str(value)
        if (
            not re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,9})?", text)
            or not 0 < float(text) <= 86_400
        ):
            wanted = "a time in seconds, more than 0 and at most 86400"
            self.fail(f"{text!r} is not {wanted}", param, ctx)
        return float(text)


class Percent(click.ParamType[Fraction]):
    """A percentage from 0 to 100, kept exactly as it was typed."""

    name = "percent"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """Return the number that was typed."""
        text = str(value).removesuffix("%").strip()
        if (
            not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,20})?", text)
            or Fraction(text) > 100
        ):
            self.fail(f"{value!r} is not a percentage from 0 to 100", param, ctx)
        return Fraction(text)
