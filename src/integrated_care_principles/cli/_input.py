"""What a person names on the command line: files, days, percentages."""

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction

import click

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import AssessmentFileError, Problem
from integrated_care_principles.files import decode_assessment, read_assessment

STDIN = "-"


def read(file: str, catalogue: Catalogue) -> Assessment:
    """
    Return the assessment in a *file*; ``-`` is standard input.

    Raises:
        AssessmentFileError: With everything that is wrong with it.
        OSError: If it cannot be opened.
    """
    if file == STDIN:
        data = sys.stdin.buffer.read()
        return decode_assessment(data, catalogue, source="<stdin>")
    assessment, _ = read_assessment(file, catalogue)
    return assessment


def read_all(files: Sequence[str], catalogue: Catalogue) -> list[Assessment]:
    """
    Return the assessments in *files*, or say everything that is wrong in any of them.

    Raises:
        click.exceptions.Exit: With 1, where something is wrong and was said.
        OSError: If one cannot be opened.
    """
    assessments, refused = [], []
    for file in files:
        try:
            assessments.append(read(file, catalogue))
        except AssessmentFileError as error:
            refused.append(error)
    for each in refused:
        click.echo(f"icp: {each}", err=True)
    if refused:
        raise click.exceptions.Exit(1)
    return assessments


def tell(findings: Iterable[Problem], source: str) -> None:
    """Say on standard error what the reader should know of an assessment."""
    for each in findings:
        click.echo(f"icp: note: {source}: {each}", err=True)


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


class Percent(click.ParamType[Fraction]):
    """A percentage from 0 to 100, kept exactly as it was typed."""

    name = "percent"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """Return the number that was typed."""
        text = str(value).removesuffix("%").strip()
        if not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,9})?", text) or Fraction(text) > 100:
            self.fail(f"{value!r} is not a percentage from 0 to 100", param, ctx)
        return Fraction(text)
