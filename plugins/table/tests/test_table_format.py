"""The format table: what it says of assessments and of the catalogue, and how."""

import ast
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import integrated_care_principles_table
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_table import TableOptions, table_format
from wcwidth import wcswidth

from integrated_care_principles import (
    MSG_2019,
    Action,
    Assessment,
    Evidence,
    EvidenceKind,
    Response,
    Status,
    load_catalogue,
    load_format,
    make_report,
    read_assessment,
    read_policy,
)
from integrated_care_principles.reporting import (
    OptionError,
    Report,
    find_formats,
    read_options,
    safe,
)
from integrated_care_principles.testing import reports

CATALOGUE = load_catalogue()
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.json"))
BLANK = evolve(read_assessment(EXAMPLES[0])[0], scale=None, responses=())
Q8_2 = CATALOGUE.question("Q8.2").id
EVERYTHING = TableOptions(full=True)


def report_of(*assessments: Assessment) -> Report:
    """Return a report of *assessments*, held against the Scottish catalogue."""
    return make_report(CATALOGUE, assessments)


def examples() -> Report:
    """Return a report of the examples."""
    return report_of(*(read_assessment(each)[0] for each in EXAMPLES))


def latest() -> Report:
    """Return a report of the newer example, in which every status occurs."""
    return report_of(read_assessment(EXAMPLES[-1])[0])


def saying(response: Response) -> Report:
    """Return a report of an assessment with one *response*."""
    return report_of(evolve(BLANK, scale=MSG_2019, responses=(response,)))


def answered_alike(status: Status, *, text: str = "", why: str = "") -> Report:
    """Return a report in which every question is answered in the same way."""
    responses = (
        Response(question=each.id, status=status, text=text, reason=why, partner=why)
        for each in CATALOGUE.questions
    )
    return report_of(evolve(BLANK, responses=tuple(responses)))


def shown(percent: int | None) -> str:
    """Return *percent* as it stands in the table."""
    return "–" if percent is None else f"{percent} %"  # noqa: RUF001 - the sign for none


def flat(text: str) -> str:
    """Return *text* with every line break and margin as one space."""
    return " ".join(text.split())


def section(title: str, text: str) -> str:
    """Return the section that begins with *title*."""
    parts = re.split(r"\n\n\n(?=[^\n]+\n-)", text)
    (found,) = (each for each in parts if each.startswith(title))
    return found


@given(report=reports(), width=st.integers(68, 130), full=st.booleans())
def test_no_line_is_wider_than_asked_for(
    report: Report, width: int, *, full: bool
) -> None:
    """Whatever the texts are, every line fits, and holds nothing that moves or turns."""
    text = table_format(report, TableOptions(width=width, full=full))

    assert text.endswith("\n")
    for line in text.split("\n"):
        assert 0 <= wcswidth(line) <= width
        assert line == line.rstrip()
        assert safe.line(line) == " ".join(line.split())


@given(report=reports(of=CATALOGUE))
def test_figures_are_those_of_the_report(report: Report) -> None:
    """Each principle's line holds its numbers, in the order of the head."""
    text = table_format(report)
    for part, view in zip(
        re.split(r"\nHow complete it is\n", text)[1:], report.assessments, strict=True
    ):
        rows = {str(each.number): each.completeness for each in view.principles}
        rows["Every question once"] = view.completeness
        for label, counts in rows.items():
            figures = (
                f"{counts.complete} +{counts.expected} +{counts.excluded} "
                f"+{counts.partner_led} +{shown(counts.percent)}"
            )
            assert re.search(rf"^ *{label} .*? {figures}$", part, re.MULTILINE)


def test_an_assessment_says_whose_it_is() -> None:
    """Subject, locality, assessor, period, day and scope stand at its head."""
    group = CATALOGUE.groups[1].id
    text = table_format(
        report_of(evolve(BLANK, locality="Upper Strath", scope=(group,)))
    )

    assert f"Subject   {BLANK.subject}" in text
    assert "Locality  Upper Strath" in text
    assert f"Assessor  {BLANK.assessor}" in text
    assert f"Period    {BLANK.period}" in text
    assert f"As at     {BLANK.period.end}" in text
    assert f"Scope     {group}; no other group is asked" in text
    assert "G1, principle 1: not asked in this assessment" in text


def test_what_is_whole_is_not_said_to_be_local_or_partial() -> None:
    """Where nothing is said of locality and scope, nothing stands there."""
    text = table_format(report_of(BLANK))

    assert "Locality" not in text
    assert "Scope" not in text


def test_excuses_are_said_apart() -> None:
    """What is excluded or led by a partner leaves the sum, never the sight."""
    whole = section("How complete", table_format(latest()))

    assert "Complete     35 of 47 (74 %)" in whole
    assert "Excluded     2 (" in whole
    assert "Partner-led  2 (" in whole
    assert "With both    35 of 51 (68 %)" in whole
    assert "It does not say how well things stand." in whole


def test_shared_questions_are_not_taken_for_more() -> None:
    """Below the table stands which principles share their questions."""
    assert (
        "These principles share questions: 2, 4 and 10; 3 and 7; 11 and 12."
        in section("Principles", table_format(latest()))
    )


def test_what_is_missing_is_listed_in_order_with_its_reason() -> None:
    """Every question with a gap, with its text and what each gap means."""
    report = latest()
    (view,) = report.assessments
    missing = section("What is missing: 12 questions", table_format(report))

    listed = re.findall(r"^  (Q\S+)", missing, re.MULTILINE)
    assert [each.id for each in view.missing] == listed
    for each in view.missing:
        assert flat(each.text) in flat(missing)
    assert "- put off; no reason is given" in missing
    assert "- put off until 2026-11-27" in missing
    assert "- partner-led: the partner is not named" in missing
    assert "- not applicable: no reason is given" in missing


def test_a_question_that_leans_on_another_comes_with_it() -> None:
    """With its words, unless they stand just above."""
    missing = flat(section("What is missing", table_format(latest())))

    assert "This follows Q6.1: What practice guidelines" in missing
    assert "This follows Q9.7, above." in missing


def test_groups_without_gaps_are_named_too() -> None:
    """So that their figures are there."""
    missing = section("What is missing", table_format(latest()))

    assert "G5, principle 5: 4 of 4 (100 %), nothing is missing" in missing
    assert "G9, principle 9: 5 of 10 (50 %)\n" in missing


def test_what_is_not_expected_is_listed_with_its_excuse() -> None:
    """An excuse without its words could hide anything."""
    excused = flat(section("What is not expected: 4 questions", table_format(latest())))

    assert "Q2.2 What supports do people already have? - does not apply" in excused
    assert "here: The question is about one person" in excused
    assert "- a partner answers for it: The Council’s procurement service" in excused  # noqa: RUF001 - as typed


def test_an_excuse_that_the_public_may_not_see_says_so() -> None:
    """Whoever passes the report on has to know."""
    response = Response(
        question=Q8_2, status=Status.PARTNER_LED, partner="X", publishable=False
    )

    excused = section("What is not expected", table_format(saying(response)))

    assert "- a partner answers for it: X (not for publication)" in excused


def test_nothing_missing_is_said_so() -> None:
    """A complete assessment has no gaps and no excuses."""
    text = table_format(answered_alike(Status.ANSWERED, text="Yes."))

    assert "What is missing: no questions" in text
    assert "What is not expected" not in text
    assert text.count("100 %") == 1 + 1 + len(CATALOGUE.principles) + 1 + len(
        CATALOGUE.groups
    )


def test_one_is_not_many() -> None:
    """Numbers and words agree."""
    responses = (
        Response(question=each.id, status=Status.ANSWERED, text="Yes.")
        for each in CATALOGUE.questions[1:]
    )

    text = table_format(report_of(evolve(BLANK, responses=tuple(responses))))

    assert "What is missing: 1 question\n" in text


@pytest.mark.parametrize("options", [TableOptions(), EVERYTHING])
def test_an_empty_assessment_lists_every_question(options: TableOptions) -> None:
    """0 % it is, and nobody has answered anything."""
    text = table_format(report_of(BLANK), options)

    assert "0 of 51 (0 %)" in text
    missing = section("What is missing: 51 questions", text)
    assert missing.count("- nobody has answered it") == len(CATALOGUE.questions)


@pytest.mark.parametrize(
    ("status", "excuse"),
    [
        (Status.NOT_APPLICABLE, "does not apply here: because"),
        (Status.PARTNER_LED, "a partner answers for it: because"),
    ],
)
def test_where_nothing_is_expected_there_is_no_percentage(
    status: Status, excuse: str
) -> None:
    """Neither 0 %, nor 100 %, nor nan: nothing is expected."""
    text = table_format(answered_alike(status, why="because"))

    assert "Complete     nothing expected" in text
    assert "With both    0 of 51 (0 %)" in text
    principles = section("Principles", text)
    assert principles.count(" –\n") == len(CATALOGUE.principles) + 1  # noqa: RUF001 - as shown
    assert "%" not in principles
    assert not re.search(r"\bnan\b", text)
    assert text.count(excuse) == len(CATALOGUE.questions)
    assert "G1, principle 1: nothing expected\n" in text


def test_findings_are_said() -> None:
    """What the reader should know stands there in a sentence each."""
    other = evolve(BLANK.catalogue, edition="2020.1", fingerprint="sha256:0")
    group = CATALOGUE.groups[0]
    response = Response(question=CATALOGUE.questions[-1].id, status=Status.DRAFT)
    assessment = evolve(
        BLANK, catalogue=other, scope=(group.id,), responses=(response,)
    )

    text = table_format(report_of(assessment), EVERYTHING)

    findings = flat(section("To note", text))
    assert "- catalogue: the wording of edition 2020.1 differs" in findings
    assert "Q11.7 has a response, but is out of scope" in findings
    assert "Counts not asked in this assessment" in flat(section("Answers", text))


def test_without_findings_there_is_no_section_for_them() -> None:
    """An empty heading would be read as something."""
    assert "To note" not in table_format(report_of(BLANK))


def test_several_assessments_follow_each_other() -> None:
    """Each begins with its place among them."""
    text = table_format(examples())

    assert "\n\n\nAssessment 1 of 2\n=================\n" in text
    assert "\n\n\nAssessment 2 of 2\n=================\n" in text
    assert "Assessment 1 of 1" not in table_format(latest())


@pytest.mark.parametrize("report", [examples(), make_report(CATALOGUE)])
def test_a_report_says_where_it_comes_from(report: Report) -> None:
    """The foot holds the whole provenance, licence and words included."""
    about = flat(section("About this report", table_format(report)))

    for label, value in report.provenance:
        assert flat(f"{label}: {value}") in about
    assert flat(report.attribution) in about
    assert flat(report.authorship) in about


def test_hashes_can_be_copied() -> None:
    """They are never broken over lines."""
    text = table_format(latest())

    assert CATALOGUE.fingerprint in text
    assert CATALOGUE.content_hash in text


def test_without_assessments_the_catalogue_is_laid_out() -> None:
    """Purpose, principles, questions, resources and outcomes, all of them."""
    text = table_format(make_report(CATALOGUE))

    assert flat(CATALOGUE.purpose.summary) in flat(text)
    for principle in CATALOGUE.principles:
        assert re.search(
            rf"^ *{principle.number} .* {re.escape(principle.act_limb)}$",
            section("Principles", text),
            re.MULTILINE,
        )
    questions = flat(section("Questions", text))
    for question in CATALOGUE.questions:
        assert flat(f"{question.id} {question.text}") in questions
        assert question.note is None or f"Note: {flat(question.note)}" in questions
    assert questions.count("This follows") == 4
    resources = flat(section("Resources", text))
    for resource in CATALOGUE.resources:
        assert flat(resource.title) in resources
        assert flat(resource.successor or "") in resources
    assert "Status superseded (2025)" in resources
    outcomes = flat(section("National Health", text))
    for outcome in CATALOGUE.outcomes:
        assert flat(f"{outcome.number}. {outcome.label}: {outcome.summary}") in outcomes


def test_whose_words_are_whose_is_said_where_they_stand() -> None:
    """Official, tidied and our own words are never taken for each other."""
    text = table_format(make_report(CATALOGUE))
    laid_out = table_format(latest(), EVERYTHING)

    assert "In our words." in section("Purpose", text)
    assert "Titles are tidied" in section("Principles", text)
    assert "Quoted from the guidance." in section("Questions", text)
    assert "Notes are in our words." in section("Questions", text)
    assert "in our words" in section("Resources", text)
    assert "In our words." in section("National Health", text)
    assert "Titles are tidied" in section("Principles", laid_out)
    for title in ("What is missing", "What is not expected", "Answers"):
        assert "Questions are quoted from the guidance." in section(title, laid_out)


def test_resources_that_no_group_lists_are_shown_too() -> None:
    """Under a heading of their own."""
    groups = tuple(evolve(each, listings=()) for each in CATALOGUE.groups)
    catalogue = evolve(CATALOGUE, groups=groups)

    resources = flat(section("Resources", table_format(make_report(catalogue))))

    assert "Listed by no group - 2020 Vision" in resources
    assert "G11" not in resources
    for each in CATALOGUE.resources:
        assert flat(each.title) in resources


def test_answers_are_left_out_unless_they_are_asked_for() -> None:
    """They are long, and somebody else's words."""
    text = "We have looked into this."

    report = saying(Response(question=Q8_2, status=Status.ANSWERED, text=text))

    assert text not in table_format(report)
    assert text in table_format(report, EVERYTHING)


def test_answers_hold_all_that_was_said() -> None:
    """Text, reason, partner, day, rating, people, evidence and actions."""
    day = date(2026, 3, 31)
    response = Response(
        question=Q8_2,
        status=Status.ANSWERED,
        text="One.\n\nTwo.",
        reason="A reason.",
        partner="A partner.",
        until=day,
        rating=MSG_2019.levels[2].id,
        contributors=("Ann", "Ben"),
        updated=day,
        evidence=(
            Evidence(kind=EvidenceKind.DATA, title="Figures", url="https://e.org/1"),
            Evidence(
                kind=EvidenceKind.PEOPLE,
                title="Voices",
                dated=day,
                expires=day,
                note="Many.",
                publishable=False,
            ),
        ),
        actions=(
            Action(what="Ask again"),
            Action(what="Act", owner="Cat", due=day, done=day),
        ),
        publishable=False,
    )
    answers = section("Answers", table_format(saying(response), EVERYTHING))

    assert f"Ratings {MSG_2019.title}: {MSG_2019.levels[0].title}, " in flat(answers)
    expected = """
         This follows Q8.1, above.

         Status   answered
         Reason   A reason.
         Partner  A partner.
         Until    2026-03-31
         Rating   Established
         With     Ann, Ben
         Updated  2026-03-31
         Note     not for publication

         One.

         Two.

         Evidence
         1. Figures (data)
            https://e.org/1
         2. Voices (people)
            dated 2026-03-31; expires 2026-03-31; not for publication
            Many.

         Actions
         1. Ask again
         2. Act
            Cat; due 2026-03-31; done 2026-03-31

  Q8.3 """
    assert expected in answers


def test_what_an_answer_lacks_stands_beside_its_status() -> None:
    """Half an answer is shown, with what would make it whole."""
    text = table_format(
        saying(Response(question=Q8_2, status=Status.NOT_APPLICABLE)), EVERYTHING
    )

    answers = section("Answers", text)
    assert (
        "         Status   not applicable\n"
        "         Missing  not applicable: no reason is given\n"
    ) in answers
    assert "         Status  nobody has answered it\n" in answers


@pytest.mark.parametrize(
    "text",
    [
        "a | b | c",
        "=1+1",
        " =1",
        "007",
        "1e3",
        "TRUE",
        "nan",
        "<b>",
        "שלום עולם",
        "e\u0301 a\u0308\u0323",
        "👩\u200d⚕️ 🧑🏽",
        "中文",
    ],
)
def test_text_stays_as_it_was_typed(text: str) -> None:
    """In the head, in an excuse, in an answer, and in the title of a principle."""
    alone = re.compile(rf"(?<!\S){re.escape(safe.line(text))}(?!\S)")
    excused = Response(question=Q8_2, status=Status.NOT_APPLICABLE, reason=text)
    assessment = evolve(BLANK, subject=text, responses=(excused,))
    principles = tuple(evolve(each, title=text) for each in CATALOGUE.principles)
    catalogue = evolve(CATALOGUE, principles=principles)
    report = make_report(catalogue, [assessment], title=text)

    laid_out = table_format(report, EVERYTHING)

    assert len(alone.findall(laid_out)) == 1 + 1 + len(principles) + 1 + 1


def test_what_would_turn_or_move_a_line_is_taken_out() -> None:
    """A subject cannot make a line read as another, nor begin one."""
    forged = "Strath\u202enoitelpmoc\u202c\nComplete     51 of 51 (100 %)"

    text = table_format(report_of(evolve(BLANK, subject=forged)))

    assert "\u202e" not in text
    assert "\nComplete     51" not in text


def test_two_renders_are_alike() -> None:
    """The same report gives the same bytes."""
    first, second = (table_format(examples(), EVERYTHING) for _ in range(2))

    assert first.encode() == second.encode()


RENDER = """
import sys
from integrated_care_principles import load_catalogue, make_report, read_assessment
from integrated_care_principles_table import TableOptions, table_format
catalogue = load_catalogue()
report = make_report(catalogue, [read_assessment(path)[0] for path in sys.argv[1:]])
sys.stdout.buffer.write(table_format(report, TableOptions(full=True)).encode())
sys.stdout.buffer.write(table_format(make_report(catalogue)).encode())
"""


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {
            "TZ": "America/New_York",
            "LC_ALL": "de_DE.UTF-8",
            "PYTHONHASHSEED": "2",
            "UNICODE_VERSION": "4.1.0",
            "TERM_PROGRAM": "iTerm.app",
            "WCWIDTH_PYTHON": "1",
        },
    ],
)
def test_the_environment_changes_nothing(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Neither time zone, nor locale, nor hash seed, nor terminal, nor home is seen."""
    elsewhere = {"COLUMNS": "33", "TERM": "vt100", "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", RENDER, *map(str, EXAMPLES)],
        env={**os.environ, **elsewhere, **environment},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )

    assessed = table_format(examples(), EVERYTHING)
    asked = table_format(make_report(CATALOGUE))
    assert f"{assessed}{asked}".encode() == run.stdout
    assert run.stderr == b""


def test_options_are_read_from_text() -> None:
    """As the command line gives them."""
    expected = TableOptions(width=100, full=True)

    assert expected == read_options(TableOptions, {"width": "100", "full": "true"})


@pytest.mark.parametrize("width", ["67", "0", "-80"])
def test_a_width_that_holds_no_table_is_refused(width: str) -> None:
    """The error says from which width on it works."""
    with pytest.raises(OptionError, match="a whole number from 68"):
        read_options(TableOptions, {"width": width})


def test_any_larger_width_will_do() -> None:
    """Nothing grows with the width but the room for text."""
    text = table_format(latest(), TableOptions(width=10**18))

    assert len(text) < 20_000


def test_it_is_found_under_its_name() -> None:
    """The entry point of the installed distribution is the format."""
    found = [each for each in find_formats().plugins if each.name == "table"]

    assert ["integrated-care-principles-table"] == [each.distribution for each in found]
    assert load_format("table") is table_format


def test_it_says_what_it_is() -> None:
    """What hosts show and go by."""
    assert table_format.media_type == "text/plain"
    assert table_format.suffix == ".txt"
    assert table_format.options is TableOptions
    assert table_format.summary.startswith("How complete each assessment is")


def test_only_public_modules_of_the_core_are_used() -> None:
    """A later release of the core may change all others."""
    public = {"integrated_care_principles", "integrated_care_principles.reporting"}
    package = Path(str(integrated_care_principles_table.__file__)).parent
    for module in package.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                name = str(node.module)
                core = name.partition(".")[0] == "integrated_care_principles"
                assert not core or name in public


def test_a_policy_that_weighs_and_takes_no_excuses() -> None:
    """What counts several points is said to be points, and an excuse stands as missing."""
    assessment, _ = read_assessment(EXAMPLES[-1])
    path = EXAMPLES[-1].parent / "policies/strathenlow-board.json"
    policy = read_policy(path, CATALOGUE)
    text = flat(
        table_format.render(make_report(CATALOGUE, [assessment], policy=policy))
    )

    assert "points: some questions count several" in text
    assert "What is not expected" not in text
    assert "- does not apply here" in text


def test_an_excuse_that_is_withheld() -> None:
    """In a report for the public it is said that there is one, and not which."""
    response = Response(
        question=Q8_2,
        status=Status.PARTNER_LED,
        partner="Somebody",
        publishable=False,
    )
    assessment = evolve(BLANK, responses=(response,))
    report = make_report(CATALOGUE, [assessment], public=True)
    text = flat(table_format.render(report))

    assert "- a partner answers for it (not for publication)" in text
    assert "Somebody" not in text
