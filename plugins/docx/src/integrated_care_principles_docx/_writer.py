"""A paper, block by block, in a document of Word."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from attrs import frozen
from docx.document import Document
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Inches, Length, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as Place

from integrated_care_principles.paper import (
    SHADES,
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Items,
    Origin,
    Paper,
    Paragraph,
    Part,
    Passage,
    Words,
)
from integrated_care_principles.reporting import safe
from integrated_care_principles_docx import _elements
from integrated_care_principles_docx._bar import bar


@frozen(kw_only=True)
class Writer:
    """
    Writes into a *document*.

    Attributes:
        document: Empty, but for its styles, headers and footers.

        styles: The ids of its styles, by their names.
    """

    document: Document
    styles: Mapping[str, str]

    def write(self, whole: Paper) -> None:
        """Write a paper from its title to its last part."""
        _elements.speak_english(self.document)
        self._style(self.document.add_paragraph(safe.plain(whole.title)), "Title")
        self._number_pages()
        for block in whole.front:
            self._block(block)
        for part in whole.parts:
            self._turn(part)
            for block in part.blocks:
                self._block(block)

    def _number_pages(self) -> None:
        """Put the number of the page into a footer that says nothing yet."""
        (footer, *_) = self.document.sections[-1].footer.paragraphs
        if not footer.text:
            footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
            footer.add_run("Page ")
            _elements.field(footer, "PAGE")
            footer.add_run(" of ")
            _elements.field(footer, "NUMPAGES")

    def _turn(self, part: Part) -> None:
        """Begin a section where the page has to be turned."""
        section = self.document.sections[-1]
        wide = section.orientation == WD_ORIENTATION.LANDSCAPE
        if wide is not part.landscape:
            width, height = section.page_width, section.page_height
            new = self.document.add_section(WD_SECTION.NEW_PAGE)
            new.page_width, new.page_height = height, width
            turned = (
                WD_ORIENTATION.LANDSCAPE if part.landscape else WD_ORIENTATION.PORTRAIT
            )
            new.orientation = turned

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                place = self.document.add_paragraph()
                self._style(place, f"Heading {min(block.level - 1, 9)}")
                _fill(place, block.words)
            case Paragraph():
                _fill(self.document.add_paragraph(), block.words)
            case Passage():
                self._passage(block)
            case Items():
                for words in block.items:
                    place = self.document.add_paragraph()
                    self._style(place, "List Bullet")
                    _fill(place, words)
            case Facts():
                self._facts(block)
            case _:
                self._grid(block)

    def _style(self, place: Place, name: str) -> None:
        """Give a paragraph a style, where the template has it."""
        if identity := self.styles.get(name):
            # What python-docx does beside it takes as long as all the rest.
            place._p.style = identity  # noqa: SLF001

    def _passage(self, passage: Passage) -> None:
        for paragraph in passage.paragraphs:
            place = self.document.add_paragraph(safe.plain(paragraph))
            place.paragraph_format.left_indent = Cm(0.75)

    def _facts(self, facts: Facts) -> None:
        for label, said in facts.pairs:
            place = self.document.add_paragraph()
            place.paragraph_format.space_after = Pt(2)
            _fill(place, label, strong=True)
            place.add_run(": ")
            _fill(place, said)

    def _grid(self, grid: Grid) -> None:
        caption = self.document.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        _fill(caption, grid.caption, strong=True)
        table = self.document.add_table(rows=1, cols=len(grid.columns))
        if "Table Grid" in self.styles:
            table.style = "Table Grid"
        _elements.describe(table, _said(grid.caption))
        _elements.repeat_header(table.rows[0])
        table.autofit = False
        rooms = self._rooms(grid)
        for made_column, room in zip(table.columns, rooms, strict=True):
            made_column.width = room
        heads = [Cell(words=each.head) for each in grid.columns]
        _row(table.rows[0], heads, grid.columns, rooms, strong=True)
        for row in grid.rows:
            _row(table.add_row(), row, grid.columns, rooms)
        if grid.is_wide:
            _elements.narrow(table)
            _turn_heads(table, grid)
        self.document.add_paragraph()

    def _rooms(self, grid: Grid) -> list[Length]:
        """Return how wide each column is on the page that it stands on."""
        section = self.document.sections[-1]
        room = (
            (section.page_width or Inches(8.5))
            - (section.left_margin or 0)
            - (section.right_margin or 0)
        )
        shares = sum(each.share for each in grid.columns)
        return [Length(room * each.share // shares) for each in grid.columns]


def _turn_heads(table: Table, grid: Grid) -> None:
    """Turn the heads of narrow columns, or their words would break."""
    table.rows[0].height = Cm(5)
    for cell, column in zip(table.rows[0].cells, grid.columns, strict=True):
        if column.numeric:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT
            _elements.turn(cell)


def _row(
    made: _Row,
    row: Sequence[Cell],
    columns: Sequence[Column],
    rooms: Sequence[Length],
    *,
    strong: bool = False,
) -> None:
    _elements.keep_together(made)
    # The cells of a row are looked for anew each time that they are asked for.
    for cell, said, column, room in zip(made.cells, row, columns, rooms, strict=True):
        cell.width = room
        _cell(cell, said, strong=strong)
        if column.numeric:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _cell(made: _Cell, cell: Cell, *, strong: bool) -> None:
    place = made.paragraphs[0]
    _fill(place, cell.words, strong=strong)
    if cell.bar is not None:
        picture = place.add_run().add_picture(BytesIO(bar(cell.bar)), *_elements.BAR)
        said = f"A bar that is filled to {cell.bar} %"
        picture._inline.docPr.set("descr", said)  # noqa: SLF001 - no other way
    if cell.shade is not None:
        _elements.shade(made, SHADES[cell.shade])


def _fill(place: Place, words: Words, *, strong: bool = False) -> None:
    for each in words:
        run = place.add_run(safe.plain(each.text))
        if strong or each.strong:
            run.bold = True
        if each.origin is Origin.OURS:
            run.italic = True
        if each.url:
            run.underline = True
            _elements.link(place, run, each.url)


def _said(words: Words) -> str:
    return "".join(safe.plain(each.text) for each in words)
