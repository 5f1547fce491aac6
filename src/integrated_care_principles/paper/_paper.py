"""The report as a paper."""

from collections.abc import Iterator

from integrated_care_principles.paper._actions import action_plan
from integrated_care_principles.paper._agreement import agreement
from integrated_care_principles.paper._annual import annual
from integrated_care_principles.paper._answers import self_evaluation
from integrated_care_principles.paper._blocks import (
    Block,
    Facts,
    Paper,
    Paragraph,
    Part,
    Words,
    label,
    ours,
    quoted,
    theirs,
)
from integrated_care_principles.paper._catalogue import resources, the_catalogue
from integrated_care_principles.paper._comparison import comparison
from integrated_care_principles.paper._pieces import (
    PRIVATE,
    facts,
    heading,
    linked,
    who,
)
from integrated_care_principles.paper._summary import summary
from integrated_care_principles.reporting import Report
from integrated_care_principles.reporting.wording import written_day


def paper(report: Report) -> Paper:
    """
    Return the *report* as it is read from front to back.

    Its parts are called ``together``, ``summary``, ``annual-report``, ``self-evaluation``,
    ``action-plan``, ``resources`` and ``sources``; where nobody was assessed,
    ``catalogue``, ``resources`` and ``sources``.
    """
    return Paper(
        title=report.title, front=tuple(_front(report)), parts=tuple(_parts(report))
    )


def _parts(report: Report) -> Iterator[Part]:
    catalogue = report.catalogue
    if report.comparison is not None:
        yield comparison(report.comparison, catalogue)
    if report.agreement is not None:
        yield agreement(report.agreement, catalogue)
    if report.assessments:
        yield summary(report)
        yield annual(report)
        yield self_evaluation(report)
        yield action_plan(report)
    else:
        yield the_catalogue(catalogue)
    yield resources(catalogue)
    yield Part(name="sources", blocks=tuple(_sources(report)))


def _front(report: Report) -> Iterator[Block]:
    catalogue = report.catalogue
    if len(report.assessments) == 1:
        yield from who(report.assessments[0], report)
    edition = label(f" ({catalogue.id} {catalogue.edition})")
    yield from facts(
        ("Held against", (*quoted(catalogue.title), *edition)),
        ("As at", label(written_day(report.day))),
        ("What counts as complete", _policy(report)),
    )
    if report.assessments:
        said = "This says how much was answered, not how well things stand."
        yield Paragraph(words=label(said, strong=True))
    if _holds_private(report):
        yield Paragraph(
            words=(
                *label(PRIVATE, strong=True),
                *label(": "),
                *label(
                    "some answers or evidence are marked so, and are to be taken out "
                ),
                *label("before this is published."),
            )
        )


def _policy(report: Report) -> Words:
    return (*ours(report.policy.summary), *label(f" ({report.policy.name})"))


def _holds_private(report: Report) -> bool:
    """Return whether anything in it is not for publication, and not withheld."""
    return report.withheld is None and any(
        not response.publishable
        or any(not each.publishable for each in response.evidence)
        for view in report.assessments
        for response in view.assessment.responses
    )


def _sources(report: Report) -> Iterator[Block]:
    catalogue = report.catalogue
    yield heading(2, "Where this comes from")
    yield Facts(
        pairs=tuple((label(name), theirs(said)) for name, said in report.provenance)
    )
    yield from facts(
        ("The guidance", linked(label("At its publisher"), catalogue.guidance_url)),
        ("Its table", linked(label("Questions and resources"), catalogue.table_url)),
    )
