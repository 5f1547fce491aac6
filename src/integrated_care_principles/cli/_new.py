"""``icp new``: a blank assessment, or one that begins where the last one ended."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import click
from attrs import evolve

from integrated_care_principles.assessment import (
    SCALES,
    Assessment,
    Period,
    Status,
    carry_forward,
)
from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._input import FILE, Day, read
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.files import encode_assessment, write_assessment
from integrated_care_principles.scoring import (
    Code,
    Scorecard,
    is_open,
    is_overdue,
    is_stale,
    score,
)

_SAID = {
    Status.ANSWERED: "answered",
    Status.DRAFT: "drafts",
    Status.UNKNOWN: "not known",
    Status.DEFERRED: "put off",
    Status.NOT_APPLICABLE: "not applicable",
    Status.PARTNER_LED: "led by a partner",
}


@click.command()
@click.option(
    "--from", "last", type=FILE, metavar="LAST", help="Carry over what LAST says."
)
@click.option("--subject", help="Who is assessed; with --from as in LAST.")
@click.option("--start", type=Day(), help="First day; with --from the one after LAST.")
@click.option("--end", type=Day(), help="Last day; with --from for as long as LAST.")
@click.option("--scale", type=click.Choice(list(SCALES)), help="What ratings mean.")
@click.option(
    "-o", "--output", type=FILE, metavar="PATH", help="A file that is not there yet."
)
def new(
    last: str | None,
    subject: str | None,
    start: date | None,
    end: date | None,
    scale: str | None,
    output: str | None,
) -> None:
    """
    Start an assessment, in a new file or on standard output. A file that is there already
    is never overwritten. With --from, answers are carried over as drafts.
    """
    catalogue = load_catalogue()
    lines: Sequence[str] = ()
    if last is None:
        assessment = _blank(catalogue, subject, start, end)
    else:
        before = read(last, catalogue)
        period = _period_after(before.period, start, end)
        assessment = carry_forward(before, catalogue, period=period)
        if subject is not None:
            assessment = evolve(assessment, subject=subject)
        lines = [*_said(before, assessment, catalogue)]
    if scale is not None:
        assessment = evolve(assessment, scale=SCALES[scale])
    _put(assessment, catalogue, output)
    for each in lines:
        click.echo(each, err=True)


def _put(assessment: Assessment, catalogue: Catalogue, output: str | None) -> None:
    if output is None or output == "-":
        click.echo(encode_assessment(assessment, catalogue), nl=False)
    else:
        write_assessment(output, assessment, catalogue)


def _blank(
    catalogue: Catalogue, subject: str | None, start: date | None, end: date | None
) -> Assessment:
    if subject is None or start is None or end is None:
        needed = {"--subject": subject, "--start": start, "--end": end}
        missing = ", ".join(name for name, value in needed.items() if value is None)
        msg = f"missing: {missing}; or name last year's assessment with --from"
        raise click.UsageError(msg)
    period = Period(start=start, end=end)
    return Assessment(subject=subject, period=period, catalogue=catalogue.ref)


def _period_after(last: Period, start: date | None, end: date | None) -> Period:
    """Return the period that follows the *last*, but for the days that were typed."""
    if start is not None and end is not None:
        return Period(start=start, end=end)
    moved = last.following() if start is None else last.moved_to(start)
    return moved if end is None else Period(start=moved.start, end=end)


def _said(before: Assessment, after: Assessment, catalogue: Catalogue) -> Iterator[str]:
    """Yield what was carried over, in lines of 80 columns."""
    card = score(before, catalogue)
    yield paragraph(f"{before.period} is carried over to {after.period}:")
    for line in (
        _responses(before, card),
        _ratings(before),
        _evidence(after),
        _actions(after),
    ):
        yield paragraph(line, label="  - ", indent=4)
    for each in card.findings:
        if each.code == "wording-differs":
            yield paragraph(f"{each}", label="  - ", indent=4)


def _responses(before: Assessment, card: Scorecard) -> str:
    counts = Counter(each.status for each in before.responses)
    were = ", ".join(f"{counts[each]} {_SAID[each]}" for each in Status if counts[each])
    blank = [each.code for each in card.question_scores].count(Code.UNANSWERED)
    drafts = f"{_number(len(before.responses), 'response')} as drafts"
    none = _number(blank, "question")
    return f"{drafts}{f' ({were})' if were else ''}; {none} without any"


def _ratings(before: Assessment) -> str:
    rated = sum(each.rating is not None for each in before.responses)
    return (
        f"{_number(rated, 'rating')} of that period, with what each response was marked "
        "as, in annotations: judge anew"
    )


def _evidence(after: Assessment) -> str:
    every = [each for response in after.responses for each in response.evidence]
    stale = sum(is_stale(each, after.period.end, None) for each in every)
    number = _number(len(every), "item")
    return (
        f"{number} of evidence, marked with the age on {after.period.end}; "
        f"{stale} will have expired by then"
    )


def _actions(after: Assessment) -> str:
    every = [each for response in after.responses for each in response.actions]
    still = [each for each in every if is_open(each)]
    late = sum(is_overdue(each, after.period.start) for each in still)
    return (
        f"{_number(len(every), 'action')}: {len(every) - len(still)} done, {len(still)} "
        f"to be done, of which {late} should be by {after.period.start}"
    )


def _number(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
