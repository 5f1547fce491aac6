"""The format docx: what Word and LibreOffice make of it."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx as word
import pypdf
import pytest
from attrs import evolve
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from integrated_care_principles_docx import DocxOptions, docx
from integrated_care_principles_docx._bar import bar
from pypdf.generic import IndirectObject

from integrated_care_principles import (
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.paper import Grid, paper
from integrated_care_principles.reporting import OptionError, Report, options_of

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()


def report_of(pattern: str = "strathenlow-2025-26.json") -> Report:
    """Return a report of the examples whose names fit the *pattern*."""
    paths = sorted(EXAMPLES.glob(pattern))
    return make_report(
        CATALOGUE, [read_assessment(each, CATALOGUE)[0] for each in paths]
    )


def saying(text: str) -> Report:
    """Return a report in which one question was answered with a *text*."""
    assessment, _ = read_assessment(EXAMPLES / "strathenlow-2025-26.json", CATALOGUE)
    response = Response(question=QuestionId("Q1.1"), status=Status.ANSWERED, text=text)
    return make_report(CATALOGUE, [evolve(assessment, responses=(response,))])


def opened(report: Report, **options: bytes) -> Document:
    """Return what python-docx reads in the file of a *report*."""
    return read(docx(report, DocxOptions(template=options.get("template"))))


def read(data: bytes) -> Document:
    """Return what python-docx reads in a file."""
    return word.Document(BytesIO(data))


def template(*, header: str = "", footer: str = "", without: str = "") -> bytes:
    """Return a Word file of a board, without one of the usual styles."""
    document = word.Document()
    document.add_paragraph("How to fill in this template")
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    if without:
        document.styles[without].delete()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def soffice_path() -> str:
    """Return where LibreOffice is; without it, skip, or fail where nothing may be skipped."""
    path = shutil.which("soffice")
    if path is not None:
        return path
    stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
    return stop("no soffice on the PATH; on Debian: apt install libreoffice-writer")


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


def test_a_template_without_defaults_gets_a_language_all_the_same() -> None:
    """Where it says nothing of what all words have in common, that is made."""
    document = read(template())
    styles = document.styles.element
    styles.remove(styles.find(qn("w:docDefaults")))
    file = BytesIO()
    document.save(file)
    made = opened(report_of(), template=file.getvalue())

    languages = list(made.styles.element.iter(qn("w:lang")))
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


def test_a_template_gives_styles_header_and_footer_and_not_its_text() -> None:
    """A footer that says something is left as it is."""
    made = opened(report_of(), template=template(header="The Board", footer="Draft"))

    assert made.sections[0].header.paragraphs[0].text == "The Board"
    assert made.sections[0].footer.paragraphs[0].text == "Draft"
    assert "How to fill in" not in "".join(each.text for each in made.paragraphs)


@pytest.mark.parametrize("style", ["List Bullet", "Table Grid", "Title"])
def test_a_template_may_lack_a_style(style: str) -> None:
    """What is written stands there all the same."""
    made = opened(report_of(), template=template(without=style))

    assert "Where this comes from" in [each.text for each in made.paragraphs]


def test_what_is_no_word_file_is_refused_as_a_template() -> None:
    """Before anything is laid out, and with what to give instead."""
    for data in (b"", b"PK\x03\x04", b"no zip"):
        with pytest.raises(OptionError, match="a Word file"):
            DocxOptions(template=data)


def test_templates_are_read_from_files() -> None:
    """So that the command line takes ``-O template=@board.docx``."""
    (found,) = [each for each in options_of(DocxOptions) if each.name == "template"]

    assert found.from_file


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


def test_without_libreoffice_its_test_is_skipped_and_in_ci_it_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who runs the tests is told what to install."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", "")
    with pytest.raises(pytest.skip.Exception, match="apt install libreoffice"):
        soffice_path()
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt install libreoffice"):
        soffice_path()


def kinds(node: object) -> Iterator[str]:
    """Yield the kinds of the elements of a tagged PDF, in the order of reading."""
    value = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(value, list):
        for each in value:
            yield from kinds(each)
    elif isinstance(value, dict):
        if "/S" in value:
            yield str(value["/S"])
        yield from kinds(value.get("/K"))


@pytest.mark.slow
def test_libreoffice_makes_a_tagged_pdf_of_it(tmp_path: Path) -> None:
    """Headings are in order, and header rows are marked."""
    path = tmp_path / "report.docx"
    path.write_bytes(docx(report_of()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    options = (
        'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
    )
    command = [
        soffice_path(),
        profile,
        "--headless",
        "--convert-to",
        options,
        f"{path}",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)

    root = pypdf.PdfReader(tmp_path / "report.pdf").trailer["/Root"]
    found = [*kinds(root["/StructTreeRoot"])]  # type: ignore[index]  # a dictionary of PDF
    heads = [int(each[2:]) for each in found if each[:2] == "/H" and each[2:].isdigit()]
    assert heads[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(heads))
    assert found.count("/TH") >= sum(
        len(each.columns)
        for part in paper(report_of()).parts
        for each in part.blocks
        if isinstance(each, Grid)
    )
