"""
What type checkers accept of the public face, and what they must refuse.

Never executed. Where a line must be refused, an ignore with the code stands beside it:
should the refusal get lost, mypy reports an ignore that is not used, pyright a type
comment without need.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=error

from collections.abc import Iterator
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Literal, assert_type

from attrs import frozen

import integrated_care_principles
from integrated_care_principles import (
    ANSWERED,
    MSG_2019,
    Action,
    Assessment,
    Catalogue,
    Code,
    Completeness,
    Evidence,
    EvidenceKind,
    Gap,
    Period,
    Policy,
    Principle,
    Question,
    Report,
    ReportFormat,
    Resource,
    Response,
    Revision,
    Scale,
    Scorecard,
    Status,
    decode_assessment,
    encode_assessment,
    load_catalogue,
    load_format,
    make_report,
    read_assessment,
    score,
    write_assessment,
)
from integrated_care_principles import load_catalog as _misspelt  # type: ignore[attr-defined]  # noqa: F401  # no such name
from integrated_care_principles.catalogue import Group, Outcome, QuestionId
from integrated_care_principles.exceptions import MalformedErorr  # type: ignore[attr-defined]  # noqa: F401  # misspelt
from integrated_care_principles.reporting import (
    Bundle,
    Rendered,
    option,
    read_options,
    render,
    report_format,
    tables,
)

# What a user writes.

assert_type(integrated_care_principles.__version__, str)
integrated_care_principles.scores  # type: ignore[attr-defined]  # noqa: B018  # misspelt

catalogue = assert_type(load_catalogue(), Catalogue)
assert_type(catalogue.question("Q8.2"), Question)
assert_type(catalogue.question("Q8.2").follows, QuestionId | None)
assert_type(catalogue.principle(7), Principle)
assert_type(catalogue.group("G2"), Group)
assert_type(catalogue.resource("equality-act-2010"), Resource)
assert_type(catalogue.outcome(3), Outcome)
assert_type(catalogue.groups_of(question="Q8.2"), tuple[Group, ...])
assert_type(catalogue.questions_of(principle=10), tuple[Question, ...])
assert_type(catalogue.principles_of(group="G2"), tuple[Principle, ...])
assert_type(catalogue.resources_of(question="Q8.2"), tuple[Resource, ...])
catalogue.principle("7")  # type: ignore[arg-type]  # principles are numbers
catalogue.questions_of(10)  # type: ignore[call-arg]  # of what?
catalogue.questions_of(question="Q8.2")  # type: ignore[call-arg]  # of itself?
catalogue.title = ""  # type: ignore[misc]  # frozen

assessment, revision = read_assessment("north.json", catalogue)
assert_type(assessment, Assessment)
assert_type(revision, Revision)
assert_type(decode_assessment(b"{}"), Assessment)
assert_type(encode_assessment(assessment, catalogue), bytes)
decode_assessment("{}")  # type: ignore[arg-type]  # a text is not bytes yet

response = Response(
    question=QuestionId("Q8.2"),
    status=Status.ANSWERED,
    text="So we do.",
    evidence=(Evidence(kind=EvidenceKind.DATA, title="Dashboard"),),
    actions=(Action(what="Ask again", due=date(2026, 9, 30)),),
)
assert_type(assessment.with_response(response), Assessment)
assert_type(assessment.response_to("Q8.2"), Response | None)
assert_type(assessment.scale, Scale | None)
Response(question="Q8.2", status=Status.DRAFT)  # type: ignore[arg-type]  # any text is no id
Response(question=QuestionId("Q8.2"), status="draft")  # type: ignore[arg-type]  # a text is no status
Response(QuestionId("Q8.2"), Status.DRAFT)  # type: ignore[call-arg]  # keywords only
Response(question=QuestionId("Q8.2"), status=Status.DRAFT, evidence=[])  # type: ignore[arg-type]  # no lists
Assessment(subject="North", period=Period(start=date.min, end=date.max))  # type: ignore[call-arg]  # no catalogue
Assessment(
    subject="North",
    period=Period(start=date.min, end=date.max),
    catalogue=catalogue.ref,
    scale=MSG_2019,
)

assert_type(
    write_assessment("north.json", assessment, catalogue, replacing=revision), Revision
)
write_assessment("north.json", assessment, catalogue, revision)  # type: ignore[call-arg]  # keyword only

card = assert_type(score(assessment, catalogue), Scorecard)
assert_type(score(assessment, catalogue, policy=ANSWERED).policy, Policy)
assert_type(card.overall, Completeness)
assert_type(card.principles[7].percent, int | None)
assert_type(card.overall.reaches(Fraction(200, 3)), bool)
assert_type(card.gaps, tuple[Gap, ...])
assert_type([gap.code for gap in card.gaps], list[Code])
card.principles[7] = card.overall  # type: ignore[index]  # a mapping to read from
card.overall.percent + 1  # type: ignore[operator]  # there may be nothing expected

report = assert_type(make_report(catalogue, [assessment]), Report)
make_report(catalogue, assessment)  # type: ignore[arg-type]  # one is not several
assert_type(load_format("csv"), ReportFormat[object, Rendered])
assert_type(render("csv", load_format("csv"), report), str | bytes | Bundle)
assert_type(tables(report)[0].name, str)

# What the author of a report format writes.


class Colour(Enum):
    """A word of a few."""

    RED = "red"


@frozen(kw_only=True)
class Options:
    """An option of each type."""

    zero: bool = option(False, help="Also list what is empty.")
    width: int | None = option(None, help="Columns at most.")
    table: Literal["scores", "responses"] = option("responses", help="Which table.")
    colour: Colour = option(Colour.RED, help="Of the bars.")
    many: int = option("many", help="How many.")  # type: ignore[assignment]  # no number


@frozen(kw_only=True)
class OtherOptions:
    """Options of another format."""


@report_format(media_type="text/plain", suffix=".txt")
def as_text(report: Report) -> str:
    """Give text."""
    return report.title


@report_format(media_type="application/pdf", suffix=".pdf")
def as_bytes(report: Report) -> bytes:
    """Give bytes."""
    return report.title.encode()


@report_format(media_type="text/plain", suffix=".txt", options=Options)
def as_texts(report: Report, options: Options) -> Iterator[str]:
    """Give texts, one after the other."""
    yield report.title * options.zero


@report_format(media_type="application/pdf", suffix=".pdf", options=Options)
def as_chunks(report: Report, options: Options) -> Iterator[bytes]:
    """Give bytes, one after the other."""
    yield report.title.encode() * options.zero


assert_type(as_text, ReportFormat[None, str])
assert_type(as_bytes, ReportFormat[None, bytes])
assert_type(as_texts, ReportFormat[Options, Iterator[str]])
assert_type(as_chunks, ReportFormat[Options, Iterator[bytes]])
assert_type(as_text(report), str)
assert_type(as_texts.render(report, Options(zero=True)), Iterator[str])
assert_type(as_texts(report, read_options(Options, {"zero": "true"})), Iterator[str])
assert_type(render("as_chunks", as_chunks, report), str | bytes | Bundle)
as_text(report, Options())  # type: ignore[arg-type]  # it has no options
as_texts(report, OtherOptions())  # type: ignore[arg-type]  # of another format
as_texts.suffix = ".csv"  # type: ignore[misc]  # frozen


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[arg-type]  # nobody gives it options
def without_class(report: Report, options: Options) -> str:
    """Want options, and do not say which."""
    return report.title * options.zero


@report_format(media_type="text/plain", suffix=".txt", options=Options)  # type: ignore[arg-type]  # it takes none
def without_options(report: Report) -> str:
    """Say which options, and do not take them."""
    return report.title


@report_format(media_type="text/plain", suffix=".txt", options=OtherOptions)  # type: ignore[arg-type]  # others
def with_other_options(report: Report, options: Options) -> str:
    """Say other options than it takes."""
    return report.title * options.zero


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # neither text nor bytes
def as_number(report: Report) -> int:
    """Give a number."""
    return len(report.title)


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # prints, gives nothing
def as_nothing(report: Report) -> None:
    """Give nothing."""
    del report


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[arg-type]  # no report
def of_a_catalogue(catalogue: Catalogue) -> str:
    """Take something else than a report."""
    return catalogue.title


@report_format(suffix=".txt")  # type: ignore[call-overload, untyped-decorator]  # of which media type?
def without_media_type(report: Report) -> str:
    """Do not say what it gives."""
    return report.title
