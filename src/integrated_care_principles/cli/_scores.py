"""``icp score`` and ``icp gaps``."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import click

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, Percent, read
from integrated_care_principles.cli._layout import amount, excuses, paragraph
from integrated_care_principles.scoring import Completeness, Scorecard
from integrated_care_principles.scoring import score as count
from integrated_care_principles.text import canonical_json

_WHOSE_WORDS = (
    "Questions are quoted from the guidance; what is missing is in our words."
)


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--fail-under",
    type=Percent(),
    metavar="PERCENT",
    help="Exit with 1 if less is complete; compared exactly.",
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def score(file: str, fail_under: Fraction | None, as_json: bool) -> int:
    """
    Say how complete an assessment is: as a whole, by group and by principle. This says
    how much was answered, not how well things stand.
    """
    catalogue = load_catalogue()
    assessment = read(file, catalogue)
    card = count(assessment, catalogue)
    tell_findings(card.findings, file)
    if as_json:
        click.echo(canonical_json(_plain(card)))
    else:
        click.echo("\n".join(_lines(assessment, card, catalogue)))
    if fail_under is None or card.overall.reaches(fail_under):
        return 0
    click.echo(f"icp: {card.overall} does not reach {_percent(fail_under)}", err=True)
    return 1


@click.command()
@click.argument("file", type=FILE)
def gaps(file: str) -> None:
    """Show what is missing in an assessment: each question with what it lacks."""
    catalogue = load_catalogue()
    card = count(read(file, catalogue), catalogue)
    tell_findings(card.findings, file)
    for each in card.question_scores:
        if each.gaps:
            asked = catalogue.question(each.question)
            click.echo(paragraph(asked.text, label=asked.id, indent=7))
            if asked.follows is not None:
                before = catalogue.question(asked.follows)
                follows = f"(follows {before.id}: {before.text})"
                click.echo(paragraph(follows, indent=7))
            for code in each.gaps:
                click.echo(f"       - {code.says} [{code}]")
    click.echo(f"{amount(card.overall)}\n{_WHOSE_WORDS}")


def _lines(
    assessment: Assessment, card: Scorecard, catalogue: Catalogue
) -> Iterator[str]:
    yield paragraph(assessment.subject)
    yield paragraph(f"{assessment.period}; policy {card.policy.name}")
    if assessment.scope:
        yield paragraph(f"asked of the groups {', '.join(assessment.scope)} only")
    yield ""
    yield _row("overall", card.overall)
    yield _row("if all were expected", card.overall.if_expected)
    yield ""
    for id, completeness in card.groups.items():
        numbers = catalogue.group(id).principles
        kind = "principle" if len(numbers) == 1 else "principles"
        listed = ", ".join(map(str, numbers))
        yield _row(f"{id} ({kind} {listed})", completeness)
    yield ""
    for number, completeness in card.principles.items():
        yield _row(f"principle {number}", completeness)


def _row(label: str, completeness: Completeness) -> str:
    return f"{label:<25} {completeness!s:<17} {excuses(completeness)}".rstrip()


def _plain(card: Scorecard) -> dict[str, object]:
    ref = card.catalogue
    return {
        "policy": card.policy.name,
        "catalogue": {
            "id": ref.id,
            "edition": ref.edition,
            "fingerprint": ref.fingerprint,
        },
        "overall": _counts(card.overall),
        "groups": _counts_of(card.groups),
        "principles": _counts_of(card.principles),
        "questions": {
            each.question: {"complete": each.complete, "code": each.code.value}
            for each in card.question_scores
        },
    }


def _counts_of(
    parts: Mapping[str, Completeness] | Mapping[int, Completeness],
) -> dict[str, object]:
    pairs: Iterable[tuple[str | int, Completeness]] = parts.items()
    return {str(id): _counts(each) for id, each in pairs}


def _counts(completeness: Completeness) -> dict[str, int | None]:
    return {
        "complete": completeness.complete,
        "expected": completeness.expected,
        "excluded": completeness.excluded,
        "partner_led": completeness.partner_led,
        "percent": completeness.percent,
    }


def _percent(exact: Fraction) -> str:
    return f"{float(exact):.15g} %"
