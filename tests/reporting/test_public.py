"""Reports for the public: what is withheld stands nowhere, and is counted."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar, get_args

import pytest
from attrs import AttrsInstance, evolve, fields, has
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_csv import CsvOptions, csv_format
from integrated_care_principles_csv._format import TableName
from integrated_care_principles_html import html
from integrated_care_principles_table import TableOptions, table_format

from integrated_care_principles import (
    Catalogue,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.assessment import (
    MSG_2019,
    Action,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    LevelId,
    Period,
    Response,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.reporting import Report, Withheld, tables
from integrated_care_principles.testing import assessments, catalogues

AttrsT = TypeVar("AttrsT", bound=AttrsInstance)
SCOTLAND = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/strathenlow-2025-26.json"
STALE = SCOTLAND.stale()[0].title

# Every field of text, and whether the public may see what stands in it. A new field has
# to be put into one of the two.
WITHHELD = {
    "Assessment.assessor",
    "Response.contributors",
    "Action.owner",
    "Annotation.key",
    "Annotation.value",
}
SHOWN = {
    "Assessment.subject",
    "Assessment.locality",
    "Response.text",
    "Response.reason",
    "Response.partner",
    "Evidence.title",
    "Evidence.url",
    "Evidence.note",
    "Action.what",
}


def response(question: str, *, publishable: bool) -> Response:
    """Return a response in which nothing is empty."""
    evidence = tuple(
        Evidence(
            kind=EvidenceKind.DATA,
            title="t",
            url="u",
            dated=date(2026, 1, 1),
            note="n",
            publishable=each,
        )
        for each in (True, False)
    )
    return Response(
        question=QuestionId(question),
        status=Status.ANSWERED,
        text="t",
        reason="r",
        partner="p",
        rating=LevelId("established"),
        evidence=evidence,
        actions=(Action(what="w", owner="o"),),
        contributors=("c",),
        publishable=publishable,
        annotations=(Annotation(key="k", value="v"),),
    )


FULL = Assessment(
    subject="s",
    locality="l",
    assessor="a",
    period=Period(start=date(2025, 4, 1), end=date(2026, 3, 31)),
    catalogue=SCOTLAND.ref,
    scale=MSG_2019,
    responses=(response("Q1.1", publishable=True), response("Q1.2", publishable=False)),
    annotations=(Annotation(key="k", value="v"),),
)


def is_text(holder: AttrsInstance, name: str) -> bool:
    """Return whether somebody writes what stands in a field."""
    value = getattr(holder, name)
    one = value[0] if isinstance(value, tuple) and value else value
    ids = {"Response.question", "Response.status", "Response.rating", "Evidence.kind"}
    return isinstance(one, str) and f"{type(holder).__name__}.{name}" not in ids


def marked(
    value: AttrsT, mark: Callable[[str, bool], str], *, hidden: bool = False
) -> AttrsT:
    """Return *value* with a mark in every field of text."""
    hidden = hidden or not getattr(value, "publishable", True)
    values = {each.name: getattr(value, each.name) for each in fields(type(value))}
    for name, old in values.items():
        path = f"{type(value).__name__}.{name}"
        if is_text(value, name):
            new = mark(path, hidden)
            values[name] = (new,) if isinstance(old, tuple) else new
        elif isinstance(old, tuple):
            values[name] = tuple(
                marked(one, mark, hidden=hidden) if has(type(one)) else one
                for one in old
            )
    return type(value)(**values)


def canaries() -> tuple[Report, set[str], set[str]]:
    """Return a public report, the marks that may stand in it, and those that may not."""
    shown: set[str] = set()
    withheld: set[str] = set()

    def mark(path: str, hidden: bool) -> str:
        word = f"Canary{len(shown) + len(withheld)}Bird"
        (withheld if hidden or path in WITHHELD else shown).add(word)
        return word

    return make_report(SCOTLAND, [marked(FULL, mark)], public=True), shown, withheld


def outputs(report: Report) -> Iterator[tuple[str, str]]:
    """Yield all that comes of a *report*, in every format and every table."""
    yield "table", table_format.render(report, TableOptions(full=True))
    yield "html", "".join(html.render(report))
    for name in get_args(TableName):
        yield f"csv {name}", "".join(csv_format.render(report, CsvOptions(table=name)))
    for table in tables(report):
        yield table.name, "\n".join(map(repr, table.rows))


def test_every_field_of_text_is_thought_of() -> None:
    """Nothing that somebody writes is neither shown nor withheld."""
    found: list[str] = []

    def mark(path: str, _: bool) -> str:
        found.append(path)
        return path

    marked(FULL, mark)

    assert set(found) == WITHHELD | SHOWN
    assert set() == WITHHELD & SHOWN


def test_what_is_withheld_stands_nowhere() -> None:
    """No format and no table has a word of it; what is shown is somewhere."""
    report, shown, withheld = canaries()
    everything = dict(outputs(report))
    leaks = {
        (name, word)
        for name, text in everything.items()
        for word in withheld
        if word in text
    }

    assert set() == leaks
    assert shown == {
        word for word in shown if any(word in text for text in everything.values())
    }
    assert not any(word in repr(report) for word in withheld)


def test_what_is_withheld_is_counted() -> None:
    """In a value, and in words that every format has with its provenance."""
    report, _, _ = canaries()

    assert report.withheld == Withheld(
        responses=1, evidence=1, assessors=1, contributors=1, owners=1, annotations=2
    )
    said = (
        "withheld: 1 response, 1 item of evidence, 1 assessor, 1 contributor, 1 owner of "
        "an action, 2 annotations"
    )
    assert ("For the public", said) == report.provenance[-1]
    for name, text in outputs(report):
        assert (said in " ".join(text.split())) == (name in {"table", "html"})


@given(data=st.data(), catalogue=catalogues())
def test_what_was_scored_does_not_change(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """A question counts as it did, whether or not its answer may be seen."""
    assessment = data.draw(assessments(of=catalogue))
    whole = make_report(catalogue, [assessment])
    public = make_report(catalogue, [assessment], public=True)

    assert whole.withheld is None
    assert [
        (each.id, each.score, each.status) for each in whole.assessments[0].questions
    ] == (
        [(each.id, each.score, each.status) for each in public.assessments[0].questions]
    )
    assert public == make_report(catalogue, [assessment], public=True)
    assert evolve(public.assessments[0].card, findings=()) == (
        evolve(whole.assessments[0].card, findings=())
    )


@pytest.mark.parametrize(
    ("response_is", "evidence_is", "findings"),
    [(True, True, 1), (True, False, 0), (False, True, 0), (False, False, 0)],
)
def test_findings_quote_nothing_that_is_withheld(
    response_is: bool, evidence_is: bool, findings: int
) -> None:
    """What is found about evidence that the public may not see is not said to it."""
    evidence = Evidence(
        kind=EvidenceKind.DOCUMENT, title=STALE, publishable=evidence_is
    )
    answer = Response(
        question=QuestionId("Q1.1"),
        status=Status.ANSWERED,
        evidence=(evidence,),
        publishable=response_is,
    )
    assessment = evolve(FULL, responses=(answer,))
    reports = [
        make_report(SCOTLAND, [assessment], public=public) for public in (False, True)
    ]

    assert [1, findings] == [len(each.assessments[0].card.findings) for each in reports]


def test_what_is_found_of_the_whole_is_said() -> None:
    """That the wording differs is nobody's secret."""
    other = evolve(FULL.catalogue, fingerprint="sha256:0")
    report = make_report(SCOTLAND, [evolve(FULL, catalogue=other)], public=True)

    assert ["wording-differs"] == [
        each.code for each in report.assessments[0].card.findings
    ]


def test_several_assessments_are_counted_together() -> None:
    """What is withheld is that of the whole report; of nothing it is nothing."""
    example, _ = read_assessment(EXAMPLE, SCOTLAND)
    one = make_report(SCOTLAND, [example], public=True).withheld
    two = make_report(SCOTLAND, [example, FULL], public=True).withheld
    full = make_report(SCOTLAND, [FULL], public=True).withheld

    assert one is not None
    assert full is not None
    assert two == one + full
    assert "nothing" == str(Withheld())
    assert Withheld() == make_report(SCOTLAND, public=True).withheld
