"""``icp score``."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

import click

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import FILE, Percent, read
from integrated_care_principles.cli._layout import WIDTH, excuses, paragraph
from integrated_care_principles.cli._plain_scores import (
    plain_explanation,
    plain_ratings,
    plain_score,
)
from integrated_care_principles.cli._policies import judged_by, policy_called
from integrated_care_principles.scoring import (
    Completeness,
    Distribution,
    Ratings,
    Scorecard,
    explain,
    ratings,
)
from integrated_care_principles.scoring import score as count
from integrated_care_principles.text import canonical_json


@click.command()
@click.argument("file", type=FILE)
@judged_by
@click.option("--explain", "why", is_flag=True, help="Say why, question by question.")
@click.option(
    "--fail-under",
    type=Percent(),
    metavar="PERCENT",
    help="Exit with 1 if less is complete; compared exactly.",
)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def score(
    file: str,
    policy: str,
    on: date | None,
    why: bool,
    fail_under: Fraction | None,
    as_json: bool,
) -> int:
    """
    Say how complete an assessment is: as a whole, by group and by principle. This says
    how much was answered, not how well things stand.
    """
    catalogue = load_catalogue()
    judged = policy_called(policy, catalogue, file)
    assessment = read(file, catalogue)
    card = count(assessment, catalogue, judged, on=on)
    rated = ratings(assessment, catalogue)
    tell_findings(card.findings, file)
    if as_json:
        click.echo(canonical_json(_plain(card, rated, catalogue, why=why)))
    else:
        click.echo("\n".join(_lines(assessment, card, rated, catalogue)))
        if why:
            from integrated_care_principles.cli._explained import explained

            click.echo("\n".join(explained(explain(card, catalogue), catalogue)))
    if fail_under is None or card.overall.reaches(fail_under):
        return 0
    click.echo(f"icp: {card.overall} does not reach {_percent(fail_under)}", err=True)
    return 1


def _plain(
    card: Scorecard, rated: Ratings | None, catalogue: Catalogue, *, why: bool
) -> dict[str, object]:
    plain = plain_score(card)
    if rated is not None:
        plain["ratings"] = plain_ratings(rated)
    if why:
        plain["explanation"] = plain_explanation(explain(card, catalogue))
    return plain


def heading(assessment: Assessment, card: Scorecard) -> Iterator[str]:
    """Yield who was scored for when, by which policy and on which day."""
    yield paragraph(assessment.subject)
    yield paragraph(f"{assessment.period}; policy {card.policy.name}; on {card.day}")
    if assessment.scope:
        yield paragraph(f"asked of the groups {', '.join(assessment.scope)} only")
    if card.policy.weights:
        yield "in points: the policy weighs some questions more than others"


def _lines(
    assessment: Assessment,
    card: Scorecard,
    rated: Ratings | None,
    catalogue: Catalogue,
) -> Iterator[str]:
    yield from heading(assessment, card)
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
    if rated is not None and rated.overall.rated:
        yield from _rated(rated)


def _row(label: str, completeness: Completeness) -> str:
    return f"{label:<25} {completeness!s:<17} {excuses(completeness)}".rstrip()


def _rated(rated: Ratings) -> Iterator[str]:
    levels = [each.title for each in rated.scale.levels]
    named = ", ".join(f"{number} {title}" for number, title in enumerate(levels, 1))
    yield ""
    yield paragraph(f"How answers were rated: {rated.scale.title}")
    yield paragraph(f"{named}; - not rated", indent=2)
    yield _columns("", [*map(str, range(1, len(levels) + 1)), "-"], "median")
    yield _distribution("overall", rated.overall)
    for each in rated.principle_ratings:
        yield _distribution(f"principle {each.principle}", each.distribution)
    if rated.set_aside:
        what = "ratings of what is not marked as answered, or not asked, left aside"
        yield paragraph(f"{what}: {rated.set_aside}", indent=2)


def _distribution(label: str, distribution: Distribution) -> str:
    counts = [each.count for each in distribution.levels]
    median = " or ".join(each.title for each in distribution.median)
    return _columns(label, [*counts, distribution.unrated], median)


def _columns(label: str, numbers: Sequence[object], last: str) -> str:
    row = f"{label:<13}{''.join(f'{each:>4}' for each in numbers)}   "
    if len(row) > WIDTH // 2:  # a scale with many levels
        return f"{row.rstrip()}\n{paragraph(last, indent=13)}".rstrip()
    return paragraph(last, label=row, indent=len(row))


def _percent(exact: Fraction) -> str:
    return f"{float(exact):.15g} %"
