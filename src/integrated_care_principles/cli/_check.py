"""``icp check``."""

from datetime import date

import click

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, read
from integrated_care_principles.cli._layout import amount
from integrated_care_principles.cli._policies import judged_by, policy_called
from integrated_care_principles.scoring import score


@click.command()
@click.argument("file", type=FILE)
@click.option("--strict", is_flag=True, help="Exit with 1 if anything is missing.")
@judged_by
def check(file: str, strict: bool, policy: str, on: date | None) -> int:
    """
    Say everything that is wrong in an assessment, or else everything that is missing.
    What is wrong exits with 1; what is missing does not, unless it is asked to.
    """
    catalogue = load_catalogue()
    judged = policy_called(policy, catalogue, file)
    assessment = read(file, catalogue)
    card = score(assessment, catalogue, judged, on=on)
    tell_findings(card.findings, file)
    for gap in card.gaps:
        click.echo(f"{gap.question:<6} {gap.code:<20} {gap.code.says}")
    click.echo(f"well-formed; {amount(card.overall)}")
    return int(strict and bool(card.gaps))
