"""What the page says: everything that was said, in its order, and whose words it is."""

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields, has
from integrated_care_principles_html import html

from integrated_care_principles import (
    Assessment,
    Period,
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
    read_policy,
)
from integrated_care_principles.assessment import LevelId
from integrated_care_principles.catalogue import GroupId
from integrated_care_principles.reporting import (
    Action,
    Annotation,
    CatalogueRef,
    Confidence,
    Evidence,
    EvidenceKind,
    Level,
    Report,
    Scale,
)

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()
QUESTIONS = tuple(each.id for each in CATALOGUE.questions)
BLANK = Assessment(
    subject="Strathenlow",
    period=Period(start=date(2025, 4, 1), end=date(2026, 3, 31)),
    catalogue=CATALOGUE.ref,
)


def read(name: str) -> Assessment:
    """Return one of the examples."""
    return read_assessment(EXAMPLES / f"strathenlow-{name}.json", CATALOGUE)[0]


def report_of(*assessments: Assessment) -> Report:
    """Return a report of the *assessments*."""
    return make_report(CATALOGUE, assessments)


def seen(page: str) -> str:
    """Return the text of a *page* as people see it, each element apart by a bar."""
    body = page[page.index("<body>") :]
    return re.sub(r"[\s|]*\|[\s|]*", "|", unescape(re.sub(r"<[^>]*>", "|", body)))


def part(page: str, start: str, end: str) -> str:
    """Return what people see of a *page* between two pieces of mark-up."""
    after = page[page.index(start) :]
    return seen(f"<body>{after[: after.index(end)]}")


def texts(value: Any) -> Iterator[str]:
    """Yield everything in *value* that has to be found in a page."""
    if isinstance(value, tuple):
        for each in value:
            yield from texts(each)
    elif has(type(value)):
        for each in fields(type(value)):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, Enum):
        yield f'value="{value.value}"'
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, str):
        yield escape(value)


def everything() -> Assessment:
    """Return an assessment in which every field holds something that nothing else holds."""
    annotations = tuple(Annotation(key=f"key{n}", value=f"value{n}") for n in (1, 2))
    days = [date(2001, 1, each) for each in range(1, 10)]
    evidence = Evidence(
        kind=EvidenceKind.INSPECTION,
        title="evidence-title",
        url="https://example.org/evidence",
        dated=days[0],
        expires=days[1],
        note="evidence-note",
    )
    response = Response(
        question=QUESTIONS[0],
        status=Status.DEFERRED,
        text="response-text\n\nsecond paragraph",
        reason="response-reason",
        partner="response-partner",
        until=days[2],
        rating=LevelId("level-2"),
        evidence=(evidence,),
        actions=(Action(what="what", owner="owner", due=days[3], done=days[4]),),
        contributors=("contributor-1", "contributor-2"),
        updated=days[5],
        annotations=annotations[:1],
    )
    return Assessment(
        subject="the-subject",
        locality="the-locality",
        assessor="the-assessor",
        period=Period(start=days[6], end=days[7]),
        scope=(GroupId("G1"), GroupId("G2")),
        catalogue=CatalogueRef(id="scotland", edition="1999.1", fingerprint="sha:1"),
        scale=Scale(
            id="own-scale",
            title="scale-title",
            levels=(
                Level(id=LevelId("level-1"), title="level-title-1", low=True),
                Level(id=LevelId("level-2"), title="level-title-2"),
            ),
            source="scale-source",
            confidence=Confidence.MEDIUM,
        ),
        responses=(response,),
        annotations=annotations[1:],
    )


@pytest.mark.parametrize(
    "assessment",
    [everything(), read("2025-26"), read("2024-25")],
    ids=("all", "b", "a"),
)
def test_every_field_is_shown(assessment: Assessment) -> None:
    """Nothing that an assessment holds is left out, days and statuses included."""
    page = html(report_of(assessment))

    assert [] == [each for each in texts(assessment) if each not in page]


def test_every_field_of_the_catalogue_is_shown() -> None:
    """Nothing that the catalogue holds is left out but the ids of resources."""
    page = html(report_of())
    known = {escape(each.id) for each in CATALOGUE.resources}
    wanted = [each for each in texts(CATALOGUE) if each not in known]

    assert [] == [
        each for each in wanted if each not in page and each not in {"open", "yes-no"}
    ]


def test_header() -> None:
    """First come title, subject, locality, assessor, period, day and policy in words."""
    page = html(make_report(CATALOGUE, [everything()], title="Mine"))
    header = part(page, "<header", "</header>")
    order = (
        "|Mine|",
        "|Subject|the-subject|",
        "|Locality|the-locality|",
        "|Assessed by|the-assessor|",
        "|Period|7 January 2001|to|8 January 2001|",
        "|As at|8 January 2001|",
        "|What counts as complete|A question is complete when",
        "|This says how much was answered, not how well things stand.|",
    )
    places = [header.index(each) for each in order]

    assert places == sorted(places)


def test_what_is_not_said_is_said_so() -> None:
    """No locality is the whole area; no assessor is not stated; no scope is all."""
    text = seen(html(report_of(BLANK)))

    assert "|Locality|The whole area|" in text
    assert "|Assessed by|Not stated|" in text
    assert "|What was asked|Every group of questions|" in text
    assert "|Ratings|No scale is named: nothing is rated.|" in text
    assert "|Findings|There is nothing else that the reader should know.|" in text


def test_sections_are_in_order() -> None:
    """Summary, principles, what is missing, answers, findings, and where it comes from."""
    page = html(report_of(read("2025-26")))
    found = re.findall(r"<h2[^>]*>([^<]*)</h2>", page)

    assert found == [
        "Contents",
        "Whose words are whose",
        "Summary",
        "Principle by principle",
        "What is missing, and what to do next",
        "Action plan",
        "The answers",
        "Findings",
        "About this assessment",
        "Where this comes from",
    ]


def test_summary() -> None:
    """The summary gives the whole, what is excused apart, and the sum without excuses."""
    report = report_of(read("2025-26"))
    (view,) = report.assessments
    whole = view.completeness
    text = part(html(report), 'id="summary"', "</section>")

    assert f"|{whole}|of the questions that are expected" in text
    assert f"|Answered and complete|{whole.complete} questions|" in text
    assert f"|Missing|{len(view.missing)} questions|" in text
    assert f"|Does not apply, with the reason|{whole.excluded} questions|" in text
    assert f"|Led by a partner, who is named|{whole.partner_led} questions|" in text
    assert f"|If everything excused were expected|{whole.if_expected}|" in text


def test_a_number_stands_beside_every_bar() -> None:
    """Each principle and each group has a bar, and its number in words."""
    report = report_of(read("2025-26"))
    (view,) = report.assessments
    page = html(report)
    bars = re.findall(r'<rect width="(\d+)"[^>]*/></svg>\s*<([^>]*)>([^<]*)<', page)
    counted = (view.completeness, *(each.completeness for each in view.principles))

    assert [str(each) for each in counted[1:]] == [each for *_, each in bars[1:13]]
    assert [str(each.percent) for each in counted] == [each for each, *_ in bars[:13]]
    assert len(bars) == 1 + len(view.principles) + len(view.groups)


def test_shared_questions_are_said_to_be_shared() -> None:
    """A principle says with which others it shares its questions."""
    page = html(report_of(read("2025-26")))
    table = part(page, "<table", "</table>")

    assert "Shares questions with 4 and 10|" in table
    assert "These principles share the questions below" in page
    assert "do not add up to the whole" in page


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"not_applicable": 1}, "|Apart: 1 that does not apply|"),
        ({"not_applicable": 2}, "|Apart: 2 that do not apply|"),
        ({"partner_led": 3}, "|Apart: 3 led by a partner|"),
        (
            {"not_applicable": 1, "partner_led": 1},
            "|Apart: 1 that does not apply, 1 led by a partner|",
        ),
        ({}, "|0 of 5 (0 %)|2.|"),
    ],
)
def test_what_is_excused_stands_apart(numbers: dict[str, int], said: str) -> None:
    """What does not apply and what a partner leads is counted beside the bar."""
    statuses = [Status(each) for each in numbers for _ in range(numbers[each])]
    responses = tuple(
        Response(question=id, status=status, reason="so", partner="them")
        for id, status in zip(QUESTIONS, statuses, strict=False)
    )
    page = html(report_of(evolve(BLANK, responses=responses)))

    assert said in part(page, "<table", "</table>")


def test_what_is_missing() -> None:
    """Each question that lacks something is there with all it lacks, what adds most first."""
    report = report_of(read("2025-26"))
    (view,) = report.assessments
    text = part(html(report), 'id="missing"', "</table>")
    agenda = report.agenda_of(view)
    rows = [tasks[0].question for tasks in agenda.by_question]

    assert {each.id for each in view.missing} == {*rows}
    assert rows == re.findall(r"\|(Q\d+\.\d+)\|", text)
    assert "|1 question, for principles 2, 4 and 10|" in text
    assert "|27 November 2026|" in text
    assert "|put off|;|no reason is given|" in text
    assert f"|Leans on Q6.1:|{CATALOGUE.question('Q6.1').text}|" in text


def test_what_is_late() -> None:
    """Actions and evidence that are over, each with its day, and none where nothing is."""
    late = part(html(report_of(read("2025-26"))), 'id="missing"', "</section>")

    assert "|Overdue actions|Q1.2|Agree the information sharing agreement" in late
    assert "|, due|31 December 2025|" in late
    assert "|Evidence that no longer holds|Q6.1|" in late
    assert "|expired|31 December 2025|" in late
    assert "Overdue" not in seen(html(report_of(BLANK)))


def test_the_action_plan() -> None:
    """Every action of every question, with who sees to it, and what is overdue."""
    report = report_of(read("2025-26"))
    (view,) = report.assessments
    text = part(html(report), 'id="plan"', "</section>")
    actions = [
        each.what
        for question in view.questions
        if question.response
        for each in question.response.actions
    ]

    assert len(actions) == 26
    assert [each for each in actions if f"|{each}|" in text] == actions
    assert text.count("|overdue|") == len(report.agenda_of(view).overdue) == 1
    assert "|no owner|" in text
    assert "|no date|" in text
    assert "|not yet|" in text


def test_no_action_is_planned() -> None:
    """The plan says so."""
    assert "|Action plan|No action is planned.|" in seen(html(report_of(BLANK)))


def test_nothing_is_missing() -> None:
    """Where nothing is missing, the page says so."""
    responses = tuple(
        Response(question=id, status=Status.ANSWERED, text="yes") for id in QUESTIONS
    )
    text = seen(html(report_of(evolve(BLANK, responses=responses))))

    assert "|What is missing, and what to do next|Nothing is missing.|" in text
    assert "|51 of 51 (100 %)|" in text


@pytest.mark.parametrize("status", [Status.NOT_APPLICABLE, Status.PARTNER_LED])
def test_nothing_is_expected(status: Status) -> None:
    """Where everything is excused there is no percentage: not 0, not 100, no nan."""
    responses = tuple(
        Response(question=id, status=status, reason="so", partner="them")
        for id in QUESTIONS
    )
    page = html(report_of(evolve(BLANK, responses=responses)))
    text = seen(page)

    assert "|nothing expected|" in text
    assert "|If everything excused were expected|0 of 51 questions|" in text
    assert not re.search(r"\d\s*%|\bnan\b|\bNone\b", text)
    assert 'class="bar"' not in page


def test_blank_assessment() -> None:
    """Where nobody has said anything, every question is there and says so."""
    text = seen(html(report_of(BLANK)))

    assert "|0 of 51 (0 %)|" in text
    assert text.count("|Status:|No response|") == len(QUESTIONS)
    assert text.count("|Missing:|nobody has answered it|") == len(QUESTIONS)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.DRAFT, "Draft"),
        (Status.ANSWERED, "Answered"),
        (Status.UNKNOWN, "Not known"),
        (Status.DEFERRED, "Deferred"),
        (Status.NOT_APPLICABLE, "Does not apply"),
        (Status.PARTNER_LED, "Led by a partner"),
    ],
)
def test_status_in_words(status: Status, said: str) -> None:
    """Every status is said in words."""
    response = Response(question=QUESTIONS[0], status=status)

    assert f"|Status:|{said}|" in seen(
        html(report_of(evolve(BLANK, responses=(response,))))
    )


def test_an_answer_with_everything() -> None:
    """An answer shows text, reason, partner, day, rating, evidence, actions and the rest."""
    page = html(report_of(everything()))
    text = part(page, f'id="q-{QUESTIONS[0]}"', "</article>")

    assert f"|{QUESTIONS[0]}|Quoted|{CATALOGUE.questions[0].text}|" in text
    assert "|Rated:|level-title-2|Missing:|put off|response-text\n\nsecond" in text
    assert "|Reason|response-reason|Partner|response-partner|" in text
    assert "|Put off until|3 January 2001|" in text
    assert "|Evidence|Inspection|evidence-title|dated|1 January 2001|, holds" in text
    assert "|holds until|" not in text
    assert "|Actions|What|Owner|Due|Done|what|owner|4 January 2001|5 January" in text
    assert "|Notes kept with it|key1|value1|" in text
    assert "|Contributors|contributor-1|;|contributor-2|" in text
    assert "|Last changed|6 January 2001|" in text


def test_an_answer_with_little() -> None:
    """What an action or a piece of evidence does not have is said, or left away."""
    response = Response(
        question=QUESTIONS[0],
        status=Status.ANSWERED,
        evidence=(
            Evidence(kind=EvidenceKind.DATA, title="old", expires=date(2020, 1, 1)),
            Evidence(kind=EvidenceKind.STAFF, title="bare"),
        ),
        actions=(Action(what="do it"),),
        contributors=("me",),
    )
    page = html(report_of(evolve(BLANK, responses=(response,))))
    text = part(page, f'id="q-{QUESTIONS[0]}"', "</article>")

    assert "|Data|old|holds until|1 January 2020|Staff|bare|Actions|" in text
    assert "|do it|no owner|no date|not yet|" in text
    assert "|Last changed|" not in text


def test_antecedent_and_note() -> None:
    """A question that leans on another quotes it; our note on it is marked as ours."""
    page = html(report_of(read("2025-26")))
    text = part(page, 'id="q-Q1.2"', "</article>")

    assert f"|Quoted|Leans on Q1.1:|{CATALOGUE.question('Q1.1').text}|" in text
    assert f"|Our words|{CATALOGUE.question('Q1.2').note}|" in text


def test_links() -> None:
    """What may be followed is a link; what may not is shown as the words it is."""
    evidence = tuple(
        Evidence(kind=EvidenceKind.OTHER, title="it", url=url)
        for url in (
            "https://example.org/?a=1&b",
            "javascript:alert(1)",
            "mailto:a@b.example",
        )
    )
    response = Response(question=QUESTIONS[0], status=Status.DRAFT, evidence=evidence)
    page = html(report_of(evolve(BLANK, responses=(response,))))

    assert '<a href="https://example.org/?a=1&amp;b"><bdi>it</bdi></a>' in page
    assert '<a href="mailto:a@b.example"><bdi>it</bdi></a>' in page
    assert 'href="javascript' not in page
    assert "|it|(|javascript:alert(1)|)|" in seen(page)


@pytest.mark.parametrize(
    "response",
    [
        Response(question=QUESTIONS[0], status=Status.ANSWERED, publishable=False),
        Response(
            question=QUESTIONS[0],
            status=Status.ANSWERED,
            evidence=(
                Evidence(kind=EvidenceKind.DATA, title="secret", publishable=False),
            ),
        ),
    ],
    ids=("answer", "evidence"),
)
def test_not_for_publication(response: Response) -> None:
    """What is not for publication is marked where it stands, and warned of on top."""
    page = html(report_of(evolve(BLANK, responses=(response,))))

    assert "|Not for publication|This report holds" in part(
        page, "<header", "</header>"
    )
    assert "|Not for publication|" in part(page, "<article", "</article>")


def test_what_is_withheld_is_nothing_to_warn_of() -> None:
    """In a report for the public an answer is marked as withheld, and nothing is left."""
    response = Response(
        question=QUESTIONS[0], status=Status.ANSWERED, text="secret", publishable=False
    )
    assessment = evolve(BLANK, responses=(response,))
    page = html(make_report(CATALOGUE, [assessment], public=True))

    assert "|Not for publication|" in part(page, "<article", "</article>")
    assert "This report holds" not in page
    assert "secret" not in page
    assert "withheld: 1 response" in page


def test_who_assessed_is_withheld() -> None:
    """In a report for the public that is said, and not that nobody stated it."""
    whole = evolve(BLANK, assessor="The group")
    pages = [
        html(make_report(CATALOGUE, [each], public=public))
        for each, public in ((whole, False), (whole, True), (BLANK, True))
    ]

    assert ["The group", "Withheld", "Not stated"] == [
        re.findall(r"Assessed by\|([^|]*)\|", seen(page))[0] for page in pages
    ]


def test_a_policy_that_weighs_and_takes_no_excuses() -> None:
    """What counts several points is said to be points, and excuses to be expected."""
    policy = read_policy(EXAMPLES / "policies/strathenlow-board.json", CATALOGUE)
    page = seen(html(make_report(CATALOGUE, [read("2025-26")], policy=policy)))

    assert "of the points that are expected here are answered" in page
    assert re.search(r"Answered and complete\|\d+ points\|", page)
    assert "By this policy what does not apply and what a partner leads is" in page
    assert "is not expected, and is counted apart" not in page


def test_everything_is_for_publication() -> None:
    """Where nothing is marked there is no warning."""
    assert "Not for publication" not in html(report_of(everything()))


def test_resources_of_a_group() -> None:
    """A group ends with what the guidance names, its status, and what to use instead."""
    page = html(report_of(BLANK))
    text = part(page, 'id="g-G1"', "</section>")
    gone = CATALOGUE.resource("2020-vision")

    assert "|Resources that the guidance names here|" in text
    assert "|Scottish Government: The 2020 Vision|" in text
    assert f"|Now:|{gone.successor}|" in text
    assert f"|Superseded|in {gone.changed}|" in text
    assert "|Current|" in text


def test_findings() -> None:
    """What the reader should know of the whole assessment is listed."""
    text = seen(html(report_of(everything())))

    assert "|Findings|catalogue: the wording of edition 1999.1 differs" in text


def test_provenance() -> None:
    """The page says what it was made from, whose words it quotes, and the licence."""
    report = report_of(BLANK)
    text = part(html(report), "<footer", "</footer>")

    for label, value in report.provenance:
        assert f"|{label}|{value}|" in text


def test_words_are_told_apart() -> None:
    """A legend explains the marks, and each kind of words carries its own."""
    for page in (html(report_of(BLANK)), html(report_of())):
        legend = part(page, "<aside", "</aside>")
        marks = re.findall(r'class="mark mark-(\w+)">([^<]*)<', page)

        assert "|Quoted|Official words" in legend
        assert {"quoted", "tidied", "ours"} == {kind for kind, _ in marks}
        assert {"Quoted", "Tidied", "Our words"} == {said for _, said in marks}


def test_several_assessments() -> None:
    """Each assessment has a section of its own; resources are listed once."""
    first, second = read("2024-25"), evolve(read("2025-26"), locality="Upper Strath")
    page = html(report_of(first, second, evolve(first, assessor="")))
    contents = part(page, "<nav", "</nav>")

    assert "|Assessments|3|" in seen(page)
    assert re.findall(r'<h2 id="(a\d)">', page) == ["a1", "a2", "a3"]
    assert f"|{second.subject}|,|Upper Strath|,|1 April 2025|to|31 March" in contents
    assert page.count('<table class="stacking resources">') == 1
    assert "|Resources that the guidance names|" in seen(page)


def test_the_catalogue_itself() -> None:
    """Without assessments the page lays out purpose, principles, questions and the rest."""
    page = html(report_of())
    text = seen(page)
    found = re.findall(r"<h2[^>]*>([^<]*)</h2>", page)
    seventh = CATALOGUE.principle(7)

    assert found[2:] == [
        "The purpose",
        "The principles",
        "The questions",
        "Resources that the guidance names",
        "National Health and Wellbeing Outcomes",
        "Where this comes from",
    ]
    assert "how well things stand" not in text
    assert f"|7.|{seventh.title}|Tidied|Our words|{seventh.summary}|" in text
    assert "|In the 2014 Act|Limb (b)(vii) of sections 4(1) and 31(1)|" in text
    assert "|Shares questions with|Principle 3|" in text
    assert "|Shares questions with|Principles 4 and 10|" in text
    assert f"|Quoted|{seventh.narrative}|" in text
    assert "Open question|; leans on|Q1.1|" in text
    assert "|Can be answered with yes or no|" in text


def test_a_bare_catalogue() -> None:
    """A catalogue without resources and outcomes says that there are none."""
    groups = tuple(evolve(each, listings=()) for each in CATALOGUE.groups)
    bare = evolve(CATALOGUE, resources=(), outcomes=(), groups=groups)
    text = seen(html(make_report(bare)))

    assert text.count("|The catalogue names none.|") == 2
    assert "Resources that the guidance names here" not in html(
        make_report(bare, [evolve(BLANK, catalogue=bare.ref)])
    )


def test_a_resource_that_is_listed_nowhere() -> None:
    """A resource that no group lists is shown, and said to be listed nowhere."""
    groups = tuple(evolve(each, listings=()) for each in CATALOGUE.groups)
    unlisted = evolve(CATALOGUE, groups=groups)

    assert "|nowhere|" in seen(html(make_report(unlisted)))
