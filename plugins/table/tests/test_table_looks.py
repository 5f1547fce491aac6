"""The format table: every look that tabulate has."""

import csv
import re
from html.parser import HTMLParser
from io import StringIO
from typing import get_args

import pytest
import tabulate
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_table import TableOptions, table_format
from integrated_care_principles_table._lines import columns
from integrated_care_principles_table._looks import (
    EyeLook,
    Look,
    ProgramLook,
    drawn,
)
from markdown_it import MarkdownIt

from integrated_care_principles import load_catalogue, make_report
from integrated_care_principles.reporting import OptionError, Report
from integrated_care_principles.testing import reports, texts
from tests.reports import report_of

EYE: tuple[EyeLook, ...] = get_args(EyeLook)
PROGRAM: tuple[ProgramLook, ...] = get_args(ProgramLook)
HOSTILE = r"a|b &<b>_x_\ {y} ~^$%# [l](u) `c`"


def lines_of(rows: list[tuple[str, str]], look: Look, width: int = 80) -> list[str]:
    """Return the lines of a table of two columns, with a head of two lines."""
    heads = [("", "Partner-"), ("What", "led")]
    aligned = ("left", "left")
    return [*drawn([heads, rows], look, width=width, grows=0, align=aligned)]


def in_markdown(lines: list[str]) -> list[str]:
    """Return what the cells of a table in Markdown say, one after another."""
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    assert {each.type for each in tokens} >= {"table_open"}
    return [
        "".join(each.content for each in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]


class _Cells(HTMLParser):
    """Reads the cells of a table."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Begin a cell, and refuse what is no part of a table."""
        assert tag in ("table", "thead", "tbody", "tr", "th", "td"), attrs
        self.inside = tag in ("th", "td")
        if self.inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        """Add to the cell."""
        if self.inside and data.strip():
            self.found[-1] += data.strip()


def test_every_look_of_tabulate_can_be_asked_for() -> None:
    """And no other."""
    assert sorted(get_args(Look)) == sorted(tabulate.tabulate_formats)
    assert not {*EYE} & {*PROGRAM}


@pytest.mark.parametrize("look", EYE)
@pytest.mark.parametrize("pattern", ["none", "strath*", "assessors/*", "localities/*"])
def test_a_look_for_the_eye_fits(pattern: str, look: EyeLook) -> None:
    """At 74, 80 and 200 columns no line is wider."""
    report = report_of(pattern)

    for width in (74, 80, 200):
        text = table_format(report, TableOptions(width=width, tablefmt=look))
        assert max(map(columns, text.split("\n"))) <= width


@given(report=reports(), look=st.sampled_from(EYE))
def test_any_text_fits_in_any_look(report: Report, look: EyeLook) -> None:
    """Whatever Hypothesis invents."""
    text = table_format(report, TableOptions(tablefmt=look))

    assert max(map(columns, text.split("\n"))) <= 80


@pytest.mark.parametrize("look", EYE)
def test_no_word_is_lost_for_the_eye(look: EyeLook) -> None:
    """A cell has as many lines as it needs."""
    said = "one two three four five six seven eight nine ten"
    lines = lines_of([(said, "4")], look, width=40)

    found = re.findall("[a-z]+", " ".join(lines))
    assert [each for each in found if each in said.split()] == said.split()


@pytest.mark.parametrize("look", PROGRAM)
def test_a_row_is_one_line_for_a_program(look: ProgramLook) -> None:
    """However long it is; heads of two lines are joined."""
    said = "word " * 60
    lines = lines_of([(said.strip(), "4")], look)

    (row,) = [each for each in lines if "word" in each]
    assert row.count("word") == 60
    assert sum("led" in each for each in lines) == 1


@pytest.mark.parametrize("look", ["github", "pipe"])
@given(text=texts())
def test_markdown_is_read_as_it_was_written(look: ProgramLook, text: str) -> None:
    """Two heads, two cells; the second is where it was."""
    found = in_markdown(lines_of([(text, "4")], look))

    assert found[0] == "What"
    assert found[1].replace("\\", "") == "Partner-led"
    assert len(found) == 4
    assert found[3] == "4"


@pytest.mark.parametrize("look", ["html", "unsafehtml"])
@pytest.mark.parametrize("text", [HOSTILE, "<script>x</script>", "&amp;"])
def test_html_is_no_mark_up_of_strangers(look: ProgramLook, text: str) -> None:
    """Not even where tabulate would let it be."""
    found = _Cells("\n".join(lines_of([(text, "4")], look))).found

    assert found == ["What", "Partner-led", text, "4"]


@pytest.mark.parametrize(
    ("look", "written"),
    [
        ("orgtbl", r"a\vert{}b"),
        ("jira", r"a\|b"),
        ("asciidoc", r"a\|b"),
        ("youtrack", r"a\|b"),
        ("moinmoin", "a&#124;b"),
        ("mediawiki", "a&#124;b"),
        ("textile", "a&#124;b"),
        ("tsv", "a|b"),
    ],
)
def test_a_bar_ends_no_cell(look: ProgramLook, written: str) -> None:
    """It is written as that language writes one."""
    (row,) = [each for each in lines_of([("a|b", "4")], look) if "4" in each]

    assert written in row


@pytest.mark.parametrize("look", [each for each in PROGRAM if each.startswith("latex")])
def test_latex_is_no_command_of_strangers(look: ProgramLook) -> None:
    """Nor in the look in which tabulate escapes nothing."""
    expected = [each for each in lines_of([(HOSTILE, "4")], "latex") if "4" in each]
    found = [each for each in lines_of([(HOSTILE, "4")], look) if "4" in each]

    assert expected == found
    assert r"\&\ensuremath{<}b\ensuremath{>}\_x\_\textbackslash{} \{y\}" in found[0]


@given(text=texts())
def test_tabs_part_cells_and_nothing_else(text: str) -> None:
    """A tab in a text is a space before it comes here."""
    report = make_report(
        evolve(
            load_catalogue(),
            principles=(
                evolve(load_catalogue().principles[0], title=f"x{text}"),
                *load_catalogue().principles[1:],
            ),
        )
    )
    written = table_format(report, TableOptions(tablefmt="tsv"))
    rows = [
        each
        for each in csv.reader(
            StringIO(written), delimiter="\t", quotechar=None, quoting=csv.QUOTE_NONE
        )
        if len(each) > 1
    ]

    assert len(rows) == 13
    assert {len(each) for each in rows} == {3}


def test_what_is_too_narrow_for_frames_is_refused() -> None:
    """With the least that fits."""
    with pytest.raises(OptionError, match="a whole number from 74 with a tablefmt"):
        TableOptions(width=73, tablefmt="grid")
    assert TableOptions(width=73).tablefmt is None


def test_numbers_are_what_they_were() -> None:
    """No look takes 007 for 7."""
    for look in (*EYE, *PROGRAM):
        assert "007" in "\n".join(lines_of([("007", "1e3")], look))


def test_a_column_is_never_torn_into_letters() -> None:
    """Where the page is too narrow for what stands beside it, its line is longer."""
    lines = lines_of([("one two three", "4")], "grid", width=10)

    assert any("one two" in each for each in lines)
    assert max(map(columns, lines)) > 10
