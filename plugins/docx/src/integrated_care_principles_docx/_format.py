"""The format and its options."""

from datetime import datetime
from io import BytesIO
from zipfile import BadZipFile

import docx as word
from attrs import frozen
from docx.document import Document
from docx.shared import Mm

from integrated_care_principles.paper import Paper, PartName, paper
from integrated_care_principles.reporting import (
    OptionError,
    Report,
    option,
    report_format,
    safe,
    stable_zip,
)
from integrated_care_principles_docx._writer import Writer

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Of a property, in letters: Word takes no more.
_LONGEST = 255
_A4 = Mm(210), Mm(297)
_MARGIN = Mm(20)


@frozen(kw_only=True)
class DocxOptions:
    """
    What the format ``docx`` is asked for.

    Attributes:
        parts: None: every part that the report has.

        template: The bytes of a Word file whose styles, headers and footers are used.
    """

    parts: tuple[PartName, ...] = option(
        (),
        help="Which parts, such as self-evaluation and action-plan, the two appendices of "
        "a committee paper; by default every part that there is.",
    )
    template: bytes | None = option(
        None,
        help="A Word file of your own: its styles, headers and footers are used, what it "
        "says is not.",
        from_file=True,
    )

    def __attrs_post_init__(self) -> None:
        if self.template is None:
            return
        try:
            _opened(self.template)
        except (BadZipFile, KeyError, ValueError, SyntaxError) as error:
            name, found = "template", f"{len(self.template)} bytes that are none"
            expected = "a Word file (.docx), on the command line as @board.docx"
            raise OptionError(name, found, expected) from error


@report_format(media_type=_MEDIA_TYPE, suffix=".docx", options=DocxOptions)
def docx(report: Report, options: DocxOptions) -> bytes:
    """A Word file for a committee: the self-evaluation and the action plan as appendices."""
    document = _opened(options.template)
    whole = paper(report, options.parts)
    styles = {str(each.name): each.style_id for each in document.styles}
    Writer(document=document, styles=styles).write(whole)
    _describe(document, whole, report)
    return _saved(document)


def _opened(template: bytes | None) -> Document:
    if template is None:
        return _on_a4(word.Document())
    document = word.Document(BytesIO(template))
    for each in document.element.body[:-1]:
        document.element.body.remove(each)
    return document


def _on_a4(document: Document) -> Document:
    (section,) = document.sections
    section.page_width, section.page_height = _A4
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, _MARGIN)
    return document


def _describe(document: Document, whole: Paper, report: Report) -> None:
    """Say in the properties of the file what it is; its days are those of the report."""
    day = datetime.combine(report.day, datetime.min.time())
    properties = document.core_properties
    properties.title = safe.plain(whole.title)[:_LONGEST]
    properties.author = ""
    properties.comments = safe.plain(report.attribution)[:_LONGEST]
    properties.language = "en-GB"
    properties.last_modified_by = safe.plain(report.producer)[:_LONGEST]
    properties.created = properties.modified = day
    properties.revision = 1


def _saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return stable_zip(file.getvalue())
