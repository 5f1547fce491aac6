"""What stands in the document, as values of which both it and its schema are made."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from integrated_care_principles.reporting import (
    Agreement,
    Assessment,
    AssessmentView,
    Axis,
    Catalogue,
    Code,
    Comparison,
    Completeness,
    Consensus,
    GroupScore,
    Member,
    Overlap,
    Policy,
    PrincipleAgreement,
    PrincipleChange,
    PrincipleScore,
    Problem,
    QuestionAgreement,
    QuestionChange,
    QuestionScore,
    Ratings,
    Reason,
    Report,
    Step,
    Withheld,
)

FORMAT = 1


@frozen(kw_only=True)
class Finding:
    """What the reader should know though nothing is wrong."""

    path: str
    code: str
    says: str


@frozen(kw_only=True)
class IfExpected:
    """The same, were everything excused expected too; nobody takes it for the score."""

    complete: int
    expected: int


@frozen(kw_only=True)
class Scores:
    """How an assessment was scored."""

    day: date
    overall: Completeness
    if_expected: IfExpected
    groups: tuple[GroupScore, ...]
    principles: tuple[PrincipleScore, ...]
    questions: tuple[QuestionScore, ...]
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Scored:
    """An assessment as its file has it, and its scores."""

    assessment: Assessment
    scores: Scores


@frozen(kw_only=True)
class Compared:
    """A member of a comparison, what it is called there, and in which series."""

    name: str
    label: str
    series: str
    assessment: Assessment
    overall: Completeness
    ratings: Ratings | None


@frozen(kw_only=True)
class NotCompared:
    """Why some questions cannot be compared."""

    reason: Reason
    questions: tuple[str, ...]


@frozen(kw_only=True)
class Stepped:
    """What changed from one member to another; both by their place among the members."""

    before: int
    after: int
    overlap: Overlap
    not_compared: tuple[NotCompared, ...]
    ratings_not_compared: Reason | None
    questions: tuple[QuestionChange, ...]
    principles: tuple[PrincipleChange, ...]


@frozen(kw_only=True)
class Comparing:
    """Several assessments held against each other."""

    by: Axis
    members: tuple[Compared, ...]
    steps: tuple[Stepped, ...]
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Agreeing:
    """Where several assessors of the same agree."""

    rule: Consensus
    assessors: tuple[str, ...]
    questions: tuple[QuestionAgreement, ...]
    principles: tuple[PrincipleAgreement, ...]
    assessment: Assessment


@frozen(kw_only=True)
class Fact:
    """What the report was made from and how."""

    label: str
    value: str


@frozen(kw_only=True)
class Document:
    """The whole report."""

    format: int
    title: str
    day: date
    producer: str
    attribution: str
    authorship: str
    provenance: tuple[Fact, ...]
    withheld: Withheld | None
    policy: Policy
    unit: str
    codes: tuple[tuple[Code, str], ...]
    catalogue: Catalogue
    assessments: tuple[Scored, ...]
    comparison: Comparing | None
    agreement: Agreeing | None


def document(report: Report) -> Document:
    """Return what stands in the document of a *report*."""
    found, agreed = report.comparison, report.agreement
    return Document(
        format=FORMAT,
        title=report.title,
        day=report.day,
        producer=report.producer,
        attribution=report.attribution,
        authorship=report.authorship,
        provenance=tuple(Fact(label=one, value=two) for one, two in report.provenance),
        withheld=report.withheld,
        policy=report.policy,
        unit=report.policy.unit,
        codes=tuple((each, each.says) for each in Code),
        catalogue=report.catalogue,
        assessments=tuple(map(_scored, report.assessments)),
        comparison=None if found is None else _comparing(found),
        agreement=None if agreed is None else _agreeing(agreed),
    )


def _scored(view: AssessmentView) -> Scored:
    scores = Scores(
        day=view.card.day,
        overall=view.completeness,
        if_expected=IfExpected(
            complete=view.completeness.if_expected.complete,
            expected=view.completeness.if_expected.expected,
        ),
        groups=view.card.group_scores,
        principles=view.card.principle_scores,
        questions=view.card.question_scores,
        findings=_findings(view.card.findings),
    )
    return Scored(assessment=view.assessment, scores=scores)


def _findings(problems: Sequence[Problem]) -> tuple[Finding, ...]:
    return tuple(
        Finding(path=each.path, code=each.code, says=str(each)) for each in problems
    )


def _comparing(found: Comparison) -> Comparing:
    names = iter(found.names)
    members = tuple(
        _compared(each, next(names), series.label)
        for series in found.series
        for each in series.members
    )
    return Comparing(
        by=found.by,
        members=members,
        steps=tuple(_stepped(each, found.members) for each in found.steps),
        findings=_findings(found.findings),
    )


def _compared(member: Member, name: str, series: str) -> Compared:
    return Compared(
        name=name,
        label=member.label,
        series=series,
        assessment=member.assessment,
        overall=member.card.overall,
        ratings=member.ratings,
    )


def _stepped(step: Step, members: Sequence[Member]) -> Stepped:
    not_compared = (
        NotCompared(reason=reason, questions=tuple(questions))
        for reason, questions in step.not_compared
    )
    return Stepped(
        before=members.index(step.before),
        after=members.index(step.after),
        overlap=step.overlap,
        not_compared=tuple(not_compared),
        ratings_not_compared=step.ratings_not_compared,
        questions=step.questions,
        principles=step.principles,
    )


def _agreeing(found: Agreement) -> Agreeing:
    return Agreeing(
        rule=found.rule,
        assessors=found.assessors,
        questions=found.questions,
        principles=found.principles,
        assessment=found.assessment,
    )
