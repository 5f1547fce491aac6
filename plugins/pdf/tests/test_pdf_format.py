"""The format pdf: what stands in the file, for those who see it and those who do not."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from integrated_care_principles_pdf import PdfOptions, pdf

from integrated_care_principles import Action, Response, Status
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.paper import Grid, Heading, Part, paper
from tests.reports import report_of, responding, saying
from tests.tagged import read, tags, text

A4 = (595, 842)


def annual(said: str) -> str:
    """Return what can be read in the text for the annual report, with that answer."""
    return text(pdf(saying(said), PdfOptions(parts=("annual-report",))))


def heads_of(parts: tuple[Part, ...]) -> list[str]:
    """Return the headings of parts, as text."""
    return [
        "".join(run.text for run in each.words)
        for part in parts
        for each in part.blocks
        if isinstance(each, Heading)
    ]


@pytest.mark.parametrize("pattern", ["none", "strathenlow-2025-26.json", "assessors/*"])
def test_headings_are_tagged_and_leave_no_level_out(pattern: str) -> None:
    """As the paper has them, in its order, after the contents."""
    report = report_of(pattern)
    heads = [each for each in tags(pdf(report)) if each.kind[1:].isdigit()]
    levels = [int(each.kind[1:]) for each in heads]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ["Contents", *heads_of(paper(report).parts)] == [
        each.title for each in heads
    ]


def test_every_heading_has_a_bookmark() -> None:
    """So that one gets from one to the next without leafing through."""
    report = report_of()
    outline = read(pdf(report)).outline

    def titles(level: list[object]) -> list[str]:
        return [
            title
            for each in level
            for title in (
                titles(each) if isinstance(each, list) else [each["/Title"]]  # type: ignore[index]  # a bookmark
            )
        ]

    assert titles([*outline]) == heads_of(paper(report).parts)


def test_every_table_has_a_caption_a_header_row_and_its_cells() -> None:
    """As many as the paper has; the caption stands within its table."""
    grids = [
        each
        for part in paper(report_of()).parts
        for each in part.blocks
        if isinstance(each, Grid)
    ]
    found = tags(pdf(report_of()))
    count = Counter(each.kind for each in found)

    assert count["Table"] == count["Caption"] == count["THead"] == len(grids)
    assert count["TH"] == sum(len(each.columns) for each in grids)
    assert count["TD"] == sum(len(each.columns) * len(each.rows) for each in grids)
    for before, after in pairwise(found):
        assert (before.kind == "Table") is (after.kind == "Caption")


def test_lists_links_and_passages_are_tagged_and_bars_are_not() -> None:
    """Who hears the page hears the number, and no picture that says it again."""
    count = Counter(each.kind for each in tags(pdf(report_of())))

    assert count["LI"] > count["L"] > 50
    assert count["LI"] == count["LBody"]
    assert count["BlockQuote"] > 40
    assert count["Link"] > 50
    assert count["Figure"] == 0


def test_the_file_says_what_it_is() -> None:
    """Title, language, standard, and the day of the report."""
    report = report_of()
    made = read(pdf(report))
    root = made.trailer["/Root"]

    assert made.metadata is not None
    assert made.metadata.title == report.title
    assert made.metadata.creation_date is not None
    assert made.metadata.creation_date.date() == report.day
    assert made.xmp_metadata is not None
    assert "<pdfuaid:part>1<" in made.xmp_metadata.rdf_root.toxml()
    assert root["/Lang"] == "en-GB"  # type: ignore[index]  # a dictionary of PDF


def test_the_attribution_is_in_the_properties_and_on_the_page() -> None:
    """Whoever passes the file on passes it on too."""
    report = report_of()
    data = pdf(report)
    metadata = read(data).metadata

    assert metadata is not None
    assert metadata.subject == report.attribution
    assert " ".join(report.attribution.split())[:60] in text(data)


def test_pages_are_turned_where_tables_are_wide() -> None:
    """The action plan and the resources stand on wide pages of A4, the rest on high ones."""
    pages = read(pdf(report_of())).pages
    sizes = [
        (round(each.mediabox.width), round(each.mediabox.height)) for each in pages
    ]

    turned = [size for size, after in pairwise([*sizes, None]) if size != after]
    assert turned == [A4, A4[::-1], A4]


def test_pages_are_numbered() -> None:
    """Each says which it is, and how many there are."""
    pages = read(pdf(report_of())).pages

    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.extract_text()


def test_parts_can_be_asked_for() -> None:
    """The two appendices of a committee paper; so few need no contents."""
    options = PdfOptions(parts=("self-evaluation", "action-plan"))
    heads = [
        each.title for each in tags(pdf(report_of(), options)) if each.kind == "H1"
    ]

    assert heads == ["Appendix 1: Self-evaluation", "Appendix 2: Action plan"]


def test_answers_are_no_mark_up() -> None:
    """What would be a command, a heading or a reference stands there as it was written."""
    said = '#panic("x") = H *b* _i_ $x$ @a <b> `c` \\ // d [e] {f} "g" ~ -- ---'

    assert said in annual(said)


def test_lines_and_paragraphs_of_an_answer_stay() -> None:
    """A newline is a break, a blank line begins a paragraph; nothing turns the direction."""
    data = pdf(saying("one\ntwo\n\nth\u202eree"), PdfOptions(parts=("annual-report",)))
    lines = "\n".join(each.extract_text() for each in read(data).pages).split("\n")

    assert lines[lines.index("one") + 1] == "two"
    assert "three" in lines


def test_a_long_word_stays_on_the_page() -> None:
    """It ends where the line ends, and goes on in the next; no letter of it is lost."""
    lines = pdf(saying("W" * 900), PdfOptions(parts=("annual-report",)))
    found = [
        line.replace("\u200b", "")
        for page in read(lines).pages
        for line in page.extract_text().split("\n")
        if line.startswith("WW")
    ]

    assert sum(map(len, found)) == 900
    assert max(map(len, found)) < 60


def test_a_long_cell_goes_on_overleaf() -> None:
    """A row that does not fit on a page is not cut off."""
    action = Action(what="word " * 5000)
    planned = Response(
        question=QuestionId("Q1.1"),
        status=Status.ANSWERED,
        text="yes",
        actions=(action,),
    )
    options = PdfOptions(parts=("action-plan",))

    assert text(pdf(responding(planned), options)).count("word") == 5000


def test_cells_of_a_heat_map_are_filled_and_its_heads_stand_upright() -> None:
    """Each of the twelve principles, and the whole; the number stands in each cell."""
    data = pdf(report_of("strath*.json"), PdfOptions(parts=("together",)))
    content = read(data).pages[1].get_contents()

    assert content is not None
    found = content.get_data().decode("latin-1")
    assert len({*re.findall(r"cs (\S+ \S+ \S+) scn", found)}) > 3
    assert len(re.findall(r" 1 1 -\S+ \S+ \S+ cm", found)) == 13


def test_the_same_report_is_the_same_file() -> None:
    """To the byte."""
    assert pdf(report_of()) == pdf(report_of())
