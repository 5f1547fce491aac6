"""The format markdown: what pandoc and others read is what was written."""

import json
import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from integrated_care_principles_markdown import MarkdownOptions, markdown
from integrated_care_principles_markdown._blocks import block, inline
from markdown_it import MarkdownIt

from integrated_care_principles import (
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.paper import (
    Cell,
    Column,
    Facts,
    Grid,
    Items,
    Origin,
    Passage,
    Run,
    Words,
    paper,
)
from integrated_care_principles.reporting import Report, safe
from integrated_care_principles.testing import texts
from tests.programs import program

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()

Rows = list[tuple[str, ...]]


def example() -> Report:
    """Return a report of one assessment."""
    return make_report(CATALOGUE, [read_assessment(_first(), CATALOGUE)[0]])


def _first() -> Path:
    return EXAMPLES / "strathenlow-2025-26.json"


def words(text: str) -> Words:
    """Return *text* as somebody's words."""
    return (Run(text=text, origin=Origin.THEIRS),)


def grid(rows: Rows) -> Grid:
    """Return a table of *rows*, of which the first is its header."""
    header, *others = rows
    return Grid(
        caption=words("a table"),
        columns=tuple(Column(head=words(each)) for each in header),
        rows=tuple(tuple(Cell(words=words(one)) for one in each) for each in others),
    )


def lines(rows: Rows) -> list[list[str]]:
    """Return *rows* with each text in one line, as a cell holds it."""
    return [[safe.line(each) for each in row] for row in rows]


def read_by_pandoc(text: str) -> list[list[str]]:
    """Return the cells of the one table of *text*, as pandoc understands GitHub's."""
    command = [program("pandoc", package="pandoc"), "-f", "gfm", "-t", "json"]
    run = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    blocks = json.loads(run.stdout)["blocks"]
    (table,) = [each["c"] for each in blocks if each["t"] == "Table"]
    head, bodies = table[3], table[4]
    rows = [*head[1], *(row for body in bodies for row in body[3])]
    return [[said(cell[4]) for cell in row[1]] for row in rows]


def said(node: object) -> str:
    """Return what is read in a piece of pandoc's tree; mark-up is what no text may be."""
    if isinstance(node, list):
        return "".join(map(said, node))
    assert isinstance(node, dict)
    if node["t"] in {"Space", "SoftBreak"}:
        return " "
    assert node["t"] in {"Str", "Plain"}
    return str(node["c"]) if node["t"] == "Str" else said(node["c"])


def read_by_markdown_it(text: str) -> list[list[str]]:
    """Return the cells of the one table of *text*, as CommonMark with tables has them."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    rows: list[list[str]] = []
    for token, following in pairwise(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"th_open", "td_open"}:
            children = following.children or []
            assert {"text", "text_special"} >= {each.type for each in children}
            rows[-1].append("".join(each.content for each in children).strip())
    return rows


def tables() -> st.SearchStrategy[Rows]:
    """Return tables of three columns with any texts."""
    return st.lists(st.tuples(texts(), texts(), texts()), min_size=2, max_size=20)


@pytest.mark.slow
@given(rows=tables())
@settings(max_examples=25)
def test_pandoc_reads_the_table_that_was_written(rows: Rows) -> None:
    """Rows, columns and texts are those that were written, whatever they hold."""
    assert lines(rows) == read_by_pandoc(block(grid(rows)))


@given(rows=tables())
def test_commonmark_reads_the_table_that_was_written(
    rows: Rows,
) -> None:
    """Rows, columns and texts are those that were written, whatever they hold."""
    assert lines(rows) == read_by_markdown_it(block(grid(rows)))


@pytest.mark.slow
def test_pandoc_reads_no_mark_up_in_hostile_cells() -> None:
    """What looks like mark-up of any dialect is text."""
    hostile = "| a | *b* `c` <i>d</i> :smile: $x$ www.example.org ~e~ [^1] ![](f) \\ #1"
    rows: Rows = [("one", "two"), (hostile, "https://example.org/?a=1&amp;b=2")]

    assert lines(rows) == read_by_pandoc(block(grid(rows)))


def test_every_part_can_be_asked_for_alone() -> None:
    """The parts, asked for one by one, are the whole."""
    report = example()
    whole = markdown(report)

    for part in paper(report).parts:
        alone = markdown(report, MarkdownOptions(parts=(part.name,)))
        begin = alone.index("\n## ")
        assert alone[begin:].rstrip() in whole
        assert alone.count("\n## ") == 1


def test_paragraphs_of_an_answer_stay_apart_and_its_lines_are_lines() -> None:
    """A blank line ends a paragraph; a newline is a break."""
    text = "one\ntwo  \n\n \nthree"

    assert (
        block(Passage(text=text, origin=Origin.THEIRS)) == "> one\\\n> two\n>\n> three"
    )


def test_an_address_cannot_end_itself() -> None:
    """Signs that would end it, or a cell, are written as their codes."""
    run = Run(text="x", url="https://example.org/a>b|c\\d`e?f=1&copy=2")

    assert inline((run,)) == (
        "[x](<https://example.org/a%3Eb%7Cc%5Cd%60e?f=1&amp;copy=2>)"
    )


def test_the_text_for_the_annual_report_goes_by_locality_and_principle() -> None:
    """Where several localities are given, each has a heading, and each its principles."""
    paths = sorted((EXAMPLES / "localities").glob("*-2025-26.json"))
    given = [read_assessment(each, CATALOGUE)[0] for each in paths]
    text = markdown(
        make_report(CATALOGUE, given), MarkdownOptions(parts=("annual-report",))
    )

    found = [each[4:] for each in text.split("\n") if each.startswith("### ")]
    assert found == [each.locality for each in given]
    assert text.count("\n#### ") == 12 * len(given)


def test_every_text_of_an_answer_is_there_once_in_the_annual_report() -> None:
    """Principles that share a question do not repeat what was answered."""
    mark = "Mark of this one answer"
    assessment, _ = read_assessment(_first(), CATALOGUE)
    response = Response(question=QuestionId("Q2.1"), status=Status.ANSWERED, text=mark)
    report = make_report(CATALOGUE, [evolve(assessment, responses=(response,))])

    options = MarkdownOptions(parts=("annual-report",))
    assert markdown(report, options).count(mark) == 1


def test_there_is_no_line_of_white_space_alone() -> None:
    """Blank lines are empty, and the text ends in one newline."""

    def blanks(text: str) -> Iterator[str]:
        return (each for each in text.split("\n") if not each.strip())

    text = markdown(example())

    assert not any(blanks(text.replace("\n\n", "\n").strip()))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_lists_of_facts_and_of_items_are_lists_of_their_own() -> None:
    """Where one follows the other, no reader makes one of both."""
    items = block(Items(items=(words("one"), words("two"))))
    facts = block(Facts(pairs=((words("label"), words("said")),)))
    tokens = MarkdownIt("commonmark").parse(f"{items}\n\n{facts}\n\n{items}")

    assert [each.type for each in tokens].count("bullet_list_open") == 3
