"""``icp new`` and ``icp check``."""

from datetime import date

import click

from integrated_care_principles.assessment import SCALES, Assessment, Period
from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, Day, read
from integrated_care_principles.cli._layout import amount
from integrated_care_principles.files import encode_assessment, write_assessment
from integrated_care_principles.scoring import score


@click.command()
@click.option("--subject", required=True, help="Who is assessed.")
@click.option("--start", required=True, type=Day(), help="First day of the period.")
@click.option("--end", required=True, type=Day(), help="Last day of the period.")
@click.option("--scale", type=click.Choice(list(SCALES)), help="What ratings mean.")
@click.option(
    "-o", "--output", type=FILE, metavar="PATH", help="A file that is not there yet."
)
def new(
    subject: str, start: date, end: date, scale: str | None, output: str | None
) -> None:
    """
    Start a blank assessment, in a new file or on standard output. A file that is there
    already is never overwritten.
    """
    catalogue = load_catalogue()
    assessment = Assessment(
        subject=subject,
        period=Period(start=start, end=end),
        catalogue=catalogue.ref,
        scale=None if scale is None else SCALES[scale],
    )
    if output is None or output == "-":
        click.echo(encode_assessment(assessment, catalogue), nl=False)
    else:
        write_assessment(output, assessment, catalogue)


@click.command()
@click.argument("file", type=FILE)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is missing.")
def check(file: str, strict: bool) -> int:
    """
    Say everything that is wrong in an assessment, or else everything that is missing.
    What is wrong exits with 1; what is missing does not, unless it is asked to.
    """
    catalogue = load_catalogue()
    assessment = read(file, catalogue)
    card = score(assessment, catalogue)
    tell_findings(card.findings, file)
    for gap in card.gaps:
        click.echo(f"{gap.question:<6} {gap.code:<16} {gap.code.says}")
    click.echo(f"well-formed; {amount(card.overall)}")
    return int(strict and bool(card.gaps))
