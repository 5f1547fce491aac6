"""``icp check``."""

import click

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, read
from integrated_care_principles.cli._layout import amount
from integrated_care_principles.scoring import score


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
