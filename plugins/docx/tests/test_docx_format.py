"""The format docx: what Word and LibreOffice make of it."""

from collections import Counter
from io import BytesIO
from itertools import pairwise

import docx as word
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from integrated_care_principles_docx import DocxOptions, docx
from integrated_care_principles_docx._bar import bar

from integrated_care_principles import (
    Response,
    Status,
    make_report,
)
from integrated_care_principles.paper import Grid, paper
from integrated_care_principles.reporting import Report
from tests.reports import CATALOGUE, report_of, responding, saying


def opened(report: Report) -> Document:
    """Return what python-docx reads in the file of a *report*."""
    return read(docx(report))


def read(data: bytes) -> Document:
    """Return what python-docx reads in a file."""
    return word.Document(BytesIO(data))


def levels(document: Document) -> list[int]:
    """Return the levels of the headings, in their order."""
    names = (str(each.style.name) for each in document.paragraphs if each.style)
    return [int(each[-1]) for each in names if each.startswith("Heading")]


@pytest.mark.parametrize("pattern", ["none", "strathenlow-2025-26.json", "assessors/*"])
def test_headings_are_headings_and_leave_no_level_out(pattern: str) -> None:
    """Who goes from heading to heading never falls through a level."""
    found = levels(opened(report_of(pattern)))

    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_every_table_has_a_header_row_a_caption_and_its_cells() -> None:
    """As the paper has them, cell by cell."""
    report = report_of()
    grids = [
        each
        for part in paper(report).parts
        for each in part.blocks
        if isinstance(each, Grid)
    ]
    tables = opened(report).tables

    assert len(grids) == len(tables)
    for grid, table in zip(grids, tables, strict=True):
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption is not None
        assert caption.get(qn("w:val")) == "".join(each.text for each in grid.caption)
        for row, made in zip(grid.rows, table.rows[1:], strict=True):
            written = ["".join(each.text for each in cell.words) for cell in row]
            assert written == [each.text for each in made.cells]


def test_every_bar_says_in_words_how_long_it_is() -> None:
    """No picture is without the text that stands for it."""
    pictures = list(opened(report_of()).element.iter(qn("wp:docPr")))

    assert len(pictures) == 12
    assert all("%" in str(each.get("descr")) for each in pictures)
    assert len({each.get("id") for each in pictures}) == 12


def test_the_language_is_said_once_and_for_all() -> None:
    """It is the English of Britain."""
    languages = list(opened(report_of()).styles.element.iter(qn("w:lang")))

    assert ["en-GB"] == [each.get(qn("w:val")) for each in languages]


def test_pages_are_numbered_and_turned_where_tables_are_wide() -> None:
    """The action plan and the resources stand on wide pages, the rest on high ones."""
    sections = opened(report_of()).sections

    turned = [each.orientation == WD_ORIENTATION.LANDSCAPE for each in sections]
    assert turned == [False, True, False]
    for each in sections:
        width, height = each.page_width or 0, each.page_height or 0
        assert (width > height) is (each.orientation == WD_ORIENTATION.LANDSCAPE)
    fields = sections[0].footer._element.iter(qn("w:fldSimple"))
    assert ["PAGE", "NUMPAGES"] == [each.get(qn("w:instr")) for each in fields]


def test_parts_can_be_asked_for() -> None:
    """The two appendices of a committee paper, and nothing else."""
    options = DocxOptions(parts=("self-evaluation", "action-plan"))
    found = read(docx(report_of(), options)).paragraphs
    heads = [
        each.text for each in found if each.style and each.style.name == "Heading 1"
    ]

    assert heads == ["Appendix 1: Self-evaluation", "Appendix 2: Action plan"]


def test_lines_and_paragraphs_of_an_answer_stay() -> None:
    """A newline is a break, a blank line begins a paragraph; nothing turns the direction."""
    found = [
        each.text for each in opened(saying("one\ntwo\n\nth\u202eree\uffff")).paragraphs
    ]

    assert "one\ntwo" in found
    assert "three" in found


def test_the_same_report_is_the_same_file() -> None:
    """To the byte; its days are those of the report."""
    report = report_of()

    assert docx(report) == docx(report)
    properties = opened(report).core_properties
    assert properties.created is not None
    assert properties.created.date() == report.day
    assert properties.title == report.title


def test_cells_of_a_heat_map_are_filled() -> None:
    """The number stands in each of them."""
    found = opened(report_of("strath*.json")).element.iter(qn("w:shd"))
    filled = Counter(each.get(qn("w:fill")) for each in found)

    assert len(filled) > 3


def test_heads_of_many_narrow_columns_stand_upright() -> None:
    """Each of the twelve principles, and the whole; nowhere else."""
    turned = list(opened(report_of("strath*.json")).element.iter(qn("w:textDirection")))

    assert len(turned) == 13


def test_a_bar_is_a_picture_of_its_length() -> None:
    """None, some and all of it are filled."""
    assert bar(0).startswith(b"\x89PNG")
    assert len({bar(0), bar(1), bar(100)}) == 3


def test_a_bar_is_not_drawn_where_nothing_is_expected() -> None:
    """An empty one would say 0 %."""
    led = tuple(
        Response(question=each.id, status=Status.PARTNER_LED, partner="The Council")
        for each in CATALOGUE.questions
    )

    assert [] == list(opened(responding(*led)).element.iter(qn("wp:docPr")))


def test_a_title_that_word_cannot_hold_is_mended() -> None:
    """In the text and in the properties."""
    made = opened(make_report(CATALOGUE, title="one\uffff two"))

    assert made.core_properties.title == made.paragraphs[0].text == "one two"
