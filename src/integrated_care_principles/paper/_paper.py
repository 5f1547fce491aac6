"""The report as a paper."""

from collections.abc import Iterator, Sequence

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
    PartName,
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
    plain,
    who,
)
from integrated_care_principles.paper._summary import summary
from integrated_care_principles.reporting import Policy, Report
from integrated_care_principles.reporting.wording import written_day
from integrated_care_principles.scoring import POLICIES


def paper(report: Report, parts: Sequence[PartName] = ()) -> Paper:
    """
    Return the *report* as it is read from front to back.

    Args:
        parts: Which of its parts; none: every one that it has. They stand in the order of
            the paper, and one that this report has not says so.
    """
    asked = tuple(
        each for each in _parts(report) if each.name in (parts or (each.name,))
    )
    names = [each.name for each in asked]
    missing = (_missing(each) for each in dict.fromkeys(parts) if each not in names)
    return Paper(
        title=report.title, front=tuple(_front(report)), parts=(*asked, *missing)
    )


def _missing(name: PartName) -> Part:
    title = name.replace("-", " ").capitalize()
    return Part(
        name=name, blocks=(heading(2, title), plain("There is none in this report."))
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
        ("What counts as complete", _policy(report.policy)),
    )
    if report.assessments:
        said = "This says how much was answered, not how well things stand."
        yield Paragraph(words=label(said, strong=True))
    if report.holds_private:
        said = ": what is marked so is to be taken out before this is published."
        yield Paragraph(words=(*label(PRIVATE, strong=True), *label(said)))


def _policy(policy: Policy) -> Words:
    # Whoever has a policy of their own cannot call it as one of ours is called.
    summary = ours if policy.name in POLICIES else theirs
    return (*summary(policy.summary), *label(f" ({policy.name})"))


def _sources(report: Report) -> Iterator[Block]:
    catalogue = report.catalogue
    yield heading(2, "Where this comes from")
    yield Facts(
        pairs=tuple((label(name), label(said)) for name, said in report.provenance)
    )
    yield from facts(
        ("The guidance", linked(label("At its publisher"), catalogue.guidance_url)),
        ("Its table", linked(label("Questions and resources"), catalogue.table_url)),
    )
