"""What Word knows and python-docx has no word for."""

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LANGUAGE = "en-GB"
BAR = Inches(1), Inches(0.08)


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of Word, such as ``w:shd``, with attributes of its namespace."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def speak_english(document: Document) -> None:
    """Say that everything is in the English of Britain unless it says otherwise itself."""
    styles = document.styles.element
    for each in list(styles.iter(qn("w:lang"))):
        each.getparent().remove(each)
    properties = _defaults(styles)
    properties.append(element("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def _defaults(styles: BaseOxmlElement) -> BaseOxmlElement:
    """Return the element with what all runs have, which is made where it is not there."""
    place = styles
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = place.find(qn(name))
        if found is None:
            found = element(name)
            place.insert(0, found)
        place = found
    return place


def repeat_header(row: _Row) -> None:
    """Mark a *row* as the header, which stands on each page of its table."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001 - no other way


def keep_together(row: _Row) -> None:
    """Keep a page from ending within a *row*."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))  # noqa: SLF001 - no other way


def turn(cell: _Cell) -> None:
    """
    Turn what a *cell* says, so that it reads from above.

    From below, or ending where the cell ends, a checker of the PDF which is made of it
    takes the letters in another order, and does not know the header again overleaf.
    """
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - no other way
    properties.append(element("w:textDirection", val="tbRl"))


def describe(table: Table, caption: str) -> None:
    """Give a *table* the text that stands for it."""
    properties = table._tbl.tblPr  # noqa: SLF001 - no other way
    properties.append(element("w:tblCaption", val=caption))


def narrow(table: Table) -> None:
    """Leave little room beside the words in a *table* of many columns."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w="45", type="dxa"))
    # Word wants what belongs to a table in one order.
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)  # noqa: SLF001


def shade(cell: _Cell, colour: str) -> None:
    """Fill a *cell* with a *colour*, in six hexadecimal digits."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001 - no other way
    properties.append(element("w:shd", val="clear", color="auto", fill=colour))


def link(paragraph: Paragraph, run: Run, url: str) -> None:
    """Put a *run* that stands in the *paragraph* into a link."""
    number = paragraph.part.relate_to(
        url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    around = element("w:hyperlink")
    around.set(qn("r:id"), number)
    run._r.addprevious(around)  # noqa: SLF001 - no other way
    around.append(run._r)  # noqa: SLF001


def field(paragraph: Paragraph, code: str) -> None:
    """Append what Word computes, such as the number of the page."""
    made = element("w:fldSimple", instr=code)
    run = OxmlElement("w:r")
    run.text = "1"
    made.append(run)
    paragraph._p.append(made)  # noqa: SLF001 - no other way
