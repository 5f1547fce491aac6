"""The format docx on a template of a board."""

from io import BytesIO

import docx as word
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from integrated_care_principles_docx import DocxOptions, docx

from integrated_care_principles.reporting import OptionError, Report, options_of
from tests.reports import report_of


def read(data: bytes) -> Document:
    """Return what python-docx reads in a file."""
    return word.Document(BytesIO(data))


def opened(report: Report, *, template: bytes) -> Document:
    """Return what python-docx reads in the file of a *report*."""
    return read(docx(report, DocxOptions(template=template)))


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
