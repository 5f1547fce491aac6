"""The page as mark-up: nothing that a text says becomes any, and all of it is in order."""

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import given, settings
from integrated_care_principles_html import html

from integrated_care_principles import (
    Assessment,
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.reporting import (
    Annotation,
    AssessmentView,
    Comparison,
    FieldChange,
    Report,
    safe,
)
from integrated_care_principles.testing import reports

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()
VOID = {"meta", "rect"}
# What a text may change: where a link leads, who made it, what a narrow cell is called.
FREE = {"href", "content", "data-label"}

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}</style>",
    "</td></tr></table></main><h1>Mine</h1>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}{# gone #}",
    "&lt;b&gt; &amp;amp; <!-- --> ]]>",
    "=HYPERLINK(0)",
    "\u202etfel ot thgir\u202c \u2066isolated",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/\"onmouseover='alert(1)'<b>",
    "mailto:a@example.org?body=<script>",
)


class Outline(HTMLParser):
    """The tags of a page with their attributes, in order; each closed where it must be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.parents: list[tuple[str, ...]] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it, and that it is open."""
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names))
        self.parents.append(tuple(self.open))
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it; nothing is open."""
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the one that was opened last, and no other."""
        assert self.open.pop() == tag

    @property
    def fixed(self) -> list[tuple[str, dict[str, str]]]:
        """The tags without what a text may change."""
        return [
            (tag, {name: "" if name in FREE else attrs[name] for name in attrs})
            for tag, attrs in self.tags
        ]

    def named(self, *names: str) -> Iterator[dict[str, str]]:
        """Yield the attributes of the tags of these *names*."""
        return (attrs for tag, attrs in self.tags if tag in names)


def read(name: str) -> Assessment:
    """Return one of the examples."""
    return read_assessment(EXAMPLES / f"strathenlow-{name}.json", CATALOGUE)[0]


def of_the_example() -> Report:
    """Return a report of one assessment."""
    return make_report(CATALOGUE, [read("2025-26")])


def of_two() -> Report:
    """Return a report of two assessments."""
    return make_report(CATALOGUE, [read("2024-25"), read("2025-26")])


def of_the_catalogue() -> Report:
    """Return a report without assessments."""
    return make_report(CATALOGUE)


def tame(value: Any) -> Any:  # of an attribute of a value of ours
    """Return *value* with a harmless word for every text that is no id."""
    if isinstance(value, tuple):
        return tuple(tame(each) for each in value)
    if type(value) is str:
        return harmless(value)
    return tamed_value(value) if has(type(value)) else value


def tamed_value(value: Any) -> Any:
    """Return *value* with a harmless word for every text in it that is no id."""
    changes = {
        each.name: tame(getattr(value, each.name))
        for each in fields(type(value))
        if each.metadata.get("code") != "malformed-id"
        and each.name not in {"catalogue", "rating", "question"}
        # Of a field, and so ours; what is said besides depends on it.
        and not isinstance(value, FieldChange)
    }
    return evolve(value, **changes)


def harmless(text: str) -> str:
    """Return a word that is there, blank, or safe to follow, as *text* is; each its own."""
    # Scales that differ in a title alone stay two scales.
    word = f"word{text.encode().hex()}"
    if safe.link(text):
        return f"https://example.org/{word}"
    return word if text.strip() else text and " "


def tamed_findings(view: AssessmentView) -> tuple[Problem, ...]:
    """Return what was found of an assessment, in harmless words; codes are our own."""
    return tuple(evolve(tame(each), code=each.code) for each in view.card.findings)


def tamed(report: Report) -> Report:
    """Return the *report* as if everybody had only ever written harmless words."""
    before = report.catalogue.ref
    catalogue = tame(report.catalogue)
    assessments = [
        evolve(
            tame(each),
            catalogue=catalogue.ref if each.catalogue == before else each.catalogue,
        )
        for each in (view.assessment for view in report.assessments)
    ]
    made = make_report(catalogue, assessments, title="word", on=report.day)
    # Where all words are one, evidence is called like a resource, which is a finding.
    views = (
        evolve(
            after,
            card=evolve(after.card, day=each.card.day, findings=tamed_findings(each)),
        )
        for after, each in zip(made.assessments, report.assessments, strict=True)
    )
    # Where all words are one, all places are, and so what is compared with what.
    return evolve(
        made,
        assessments=tuple(views),
        comparison=tamed_together(report.comparison),
        agreement=tame(report.agreement),
    )


def tamed_together(comparison: Comparison | None) -> Comparison | None:
    """Return a *comparison* in harmless words; codes are our own."""
    if comparison is None:
        return None
    findings = (evolve(tame(each), code=each.code) for each in comparison.findings)
    found: Comparison = tame(comparison)
    return evolve(found, findings=tuple(findings))


def hostile(text: str) -> Report:
    """Return a report in which *text* stands wherever somebody may write."""
    first, *others = read("2025-26").responses
    annotation = Annotation(key=text, value=text)
    said = evolve(
        first,
        text=text,
        reason=text,
        partner=text,
        evidence=tuple(
            evolve(each, title=text, url=text, note=text) for each in first.evidence
        ),
        actions=tuple(evolve(each, what=text, owner=text) for each in first.actions),
        contributors=(text, text),
        annotations=(annotation,),
    )
    assessment = evolve(
        read("2025-26"),
        subject=text,
        locality=text,
        assessor=text,
        responses=(said, *others),
        annotations=(annotation,),
    )
    return make_report(CATALOGUE, [assessment], title=text)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(text: str) -> None:
    """Whatever people write, the tags are those of a report with a harmless word."""
    kind = "https://example.org/word" if safe.link(text) else "word"

    assert Outline(html(hostile(kind))).fixed == Outline(html(hostile(text))).fixed


@given(report=reports())
@settings(deadline=None, database=None)
def test_no_text_is_markup(report: Report) -> None:
    """For every report: the tags are those of the same report in harmless words."""
    assert Outline(html(tamed(report))).fixed == Outline(html(report)).fixed


def test_a_title_is_text() -> None:
    """Mark-up in a title is text of the page."""
    assert '<h1 dir="auto">a &lt;i&gt;</h1>' in html(
        make_report(CATALOGUE, title="a <i>")
    )


def all_reports() -> tuple[Report, ...]:
    """Return a report of each kind."""
    return (of_the_example(), of_two(), of_the_catalogue(), hostile(HOSTILE[0]))


@pytest.fixture(params=range(4), ids=("one", "two", "catalogue", "hostile"))
def outline(request: pytest.FixtureRequest) -> Outline:
    """Return the tags of a report of each kind."""
    return Outline(html(all_reports()[request.param]))


def test_nothing_active(outline: Outline) -> None:
    """There is no script, no handler, no style attribute and nothing that is fetched."""
    tags = {tag for tag, _ in outline.tags}
    names = {name for _, attrs in outline.tags for name in attrs}
    fetched = {"src", "srcset", "data", "poster", "background", "action", "formaction"}

    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base"}
    assert not tags & {"form", "input", "button", "use", "image", "animate", "set"}
    assert not names & {*fetched, "style", "xlink:href", "ping"}
    assert not [each for each in names if each.startswith("on")]
    assert {"a"} == {tag for tag, attrs in outline.tags if "href" in attrs}


def test_links_are_harmless(outline: Outline) -> None:
    """Links lead into the page, or to http, https and mailto."""
    for attrs in outline.named("a"):
        assert re.match(r"#|https?://|mailto:", attrs["href"])


def test_the_policy_allows_only_the_style() -> None:
    """The content security policy names the hash of the style, and nothing else."""
    page = html(of_the_catalogue())
    (policy,) = [
        attrs["content"]
        for attrs in Outline(page).named("meta")
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    hashed = b64encode(sha256(style.encode()).digest()).decode()

    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashed}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.index("Content-Security-Policy") < page.index("<style>")


def test_ids_are_unique_and_found(outline: Outline) -> None:
    """Every id is there once, and what refers to one finds it."""
    ids = [attrs["id"] for _, attrs in outline.tags if "id" in attrs]
    links = [attrs["href"] for attrs in outline.named("a")]
    labels = [attrs.get("aria-labelledby") for _, attrs in outline.tags]

    assert len(ids) == len(set(ids))
    assert {each[1:] for each in links if each.startswith("#")} <= set(ids)
    assert set(labels) <= {*ids, None}


def test_headings_are_in_order(outline: Outline) -> None:
    """There is one h1, it comes first, and no level is left out on the way down."""
    levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h\d", tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_say_what_they_are(outline: Outline) -> None:
    """Every table has a caption, and every head of a row or column says which it is."""
    tags = [tag for tag, _ in outline.tags]

    assert tags.count("caption") == tags.count("table") > 0
    assert {each.get("scope") for each in outline.named("th")} == {"row", "col"}


def test_landmarks(outline: Outline) -> None:
    """The language is said, the skip link leads to the main part, each landmark is one."""
    tags = [tag for tag, _ in outline.tags]
    (first_link, *_) = outline.named("a")

    assert [each["lang"] for each in outline.named("html")] == ["en-GB"]
    assert [tags.count(each) for each in ("header", "nav", "main", "footer")] == [1] * 4
    assert first_link["href"] == "#main"


def test_a_local_question_has_an_anchor() -> None:
    """Ids that carry their owner work as anchors too."""
    group = CATALOGUE.groups[0]
    question = evolve(group.questions[0], id=QuestionId("fife:Q1"), follows=None)
    own = evolve(CATALOGUE, groups=(evolve(group, questions=(question,)),))
    assessment = evolve(
        read("2025-26"),
        catalogue=own.ref,
        responses=(Response(question=question.id, status=Status.UNKNOWN),),
    )
    page = html(make_report(own, [assessment], on=date(2026, 1, 1)))

    assert '<a class="id" href="#q-fife:Q1">' in page
    assert 'id="q-fife:Q1"' in page
