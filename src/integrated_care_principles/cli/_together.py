"""``icp compare`` and ``icp agree``."""

from collections.abc import Iterator
from datetime import date

import click

from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._compared import comparison_lines
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, read_all, read_all_revised
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.cli._plain_together import (
    plain_agreement,
    plain_comparison,
)
from integrated_care_principles.cli._policies import judged_by, policy_called
from integrated_care_principles.files import write_assessment
from integrated_care_principles.scoring import MAJORITY, RULES, Agreement, Axis
from integrated_care_principles.scoring import agree as agreement_of
from integrated_care_principles.scoring import compare as comparison_of
from integrated_care_principles.text import canonical_json

_INDENT = 7


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE FILE...")
@judged_by
@click.option(
    "--by",
    type=click.Choice([each.value for each in Axis]),
    help="Years, places or assessors; else the first in which the files differ.",
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def compare(
    files: tuple[str, ...],
    policy: str,
    on: date | None,
    by: str | None,
    as_json: bool,
) -> None:
    """
    Show what changed from one assessment to another and which way: each year with the one
    before, other places and assessors with the FILE of theirs that stands first. It says
    what cannot be compared, and why.
    """
    _require_several(files)
    catalogue = load_catalogue()
    judged = policy_called(policy, catalogue, *files)
    found = comparison_of(
        read_all(files, catalogue),
        catalogue,
        judged,
        on=on,
        by=None if by is None else Axis(by),
    )
    tell_findings(found.findings, "these files")
    if as_json:
        click.echo(canonical_json(plain_comparison(found, judged, catalogue)))
    else:
        click.echo("\n".join(comparison_lines(found, judged, catalogue)))


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE FILE...")
@click.option(
    "--policy",
    "rule",
    type=click.Choice(list(RULES)),
    default=MAJORITY.name,
    show_default=True,
    help="When ratings agree.",
)
@click.option(
    "-o", "--output", type=FILE, metavar="PATH", help="A file that is not there yet."
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def agree(files: tuple[str, ...], rule: str, output: str | None, as_json: bool) -> None:
    """
    Show where several assessors of the same agree, where they are split, and what to
    discuss first. With -o the assessment that they agree on is written, with the words of
    everyone; where they are divided, its answers are drafts.
    """
    _require_several(files)
    catalogue = load_catalogue()
    read = read_all_revised(files, catalogue)
    found = agreement_of(
        [assessment for assessment, _ in read],
        catalogue,
        RULES[rule],
        sources=[source for _, source in read],
    )
    if output is not None:
        write_assessment(output, found.assessment, catalogue)
    if as_json:
        click.echo(canonical_json(plain_agreement(found)))
    else:
        click.echo("\n".join(_agreement_lines(found, catalogue)))


def _require_several(files: tuple[str, ...]) -> None:
    if len(files) < 2:
        msg = "it takes at least two files"
        raise click.UsageError(msg)


def _agreement_lines(found: Agreement, catalogue: Catalogue) -> Iterator[str]:
    whole = found.assessment
    yield paragraph(whole.subject)
    yield paragraph(", ".join(filter(None, (whole.locality, f"{whole.period}"))))
    yield paragraph(f"assessed by {'; '.join(found.assessors)}")
    yield paragraph(f"rule {found.rule.name}: {found.rule.summary}")
    yield ""
    for verdict, questions in found.by_verdict:
        yield paragraph(f"{verdict.says}: {len(questions)} of {len(found.questions)}")
    yield ""
    yield from _principles(found)
    yield from _agenda(found, catalogue)
    yield from _others(found)
    yield ""
    yield paragraph(
        "Questions are quoted from the guidance; the rest is the assessors'."
    )


def _principles(found: Agreement) -> Iterator[str]:
    yield f"{'':<14}{'agreed':>8}{'split':>8}{'not said':>10}"
    for each in found.principles:
        if each.agreed or each.split or each.unsaid:
            label = f"principle {each.principle}"
            yield f"{label:<14}{each.agreed:>8}{each.split:>8}{each.unsaid:>10}"


def _agenda(found: Agreement, catalogue: Catalogue) -> Iterator[str]:
    if not found.agenda:
        yield "\nNothing divides them."
        return
    yield "\nTo discuss, most divided first:"
    for each in found.agenda:
        yield ""
        asked = catalogue.question(each.question)
        yield paragraph(asked.text, label=asked.id, indent=_INDENT)
        yield paragraph(each.measured or "not rated", indent=_INDENT)
        for voice in each.voices:
            yield paragraph(f"- {voice}", indent=_INDENT)
            if voice.response is not None and voice.response.text.strip():
                yield paragraph(voice.response.text, indent=_INDENT + 2)


def _others(found: Agreement) -> Iterator[str]:
    yield "\nThe others:"
    for each in found.questions:
        if not each.is_divided:
            said = each.verdict.says if each.level is None else each.level.title
            names = ", ".join(voice.assessor for voice in each.dissent)
            but = f"; otherwise: {names}" if names else ""
            yield paragraph(f"{said}{but}", label=each.question, indent=_INDENT)
