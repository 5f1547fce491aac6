"""Formats of a dozen kinds that break no rule, in the manner of people who read the docs."""

import csv
import json
from collections.abc import Iterator
from enum import Enum
from io import StringIO
from string import Template
from typing import Literal
from urllib.parse import quote
from xml.etree import ElementTree as ET
from zipfile import ZipFile, ZipInfo

from attrs import frozen

from integrated_care_principles.reporting import (
    AssessmentView,
    Bundle,
    Document,
    OptionError,
    Report,
    Status,
    Table,
    catalogue_tables,
    option,
    report_format,
    safe,
    tables,
)

HARDLY_ANYTHING = ("header", "assessment", "scores", "responses", "catalogue")
TABLES = ("header", "assessment", "responses", "catalogue", "scores")


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def tally(report: Report) -> str:
    """How complete each assessment is."""
    return "".join(
        f"{safe.line(each.subject)}: {each.completeness}\n"
        for each in report.assessments
    )


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def lines(report: Report) -> Iterator[str]:
    """The same, line by line, with the groups."""
    for each in report.assessments:
        yield f"{safe.line(each.subject)}\n"
        for group in each.groups:
            yield f"  {group.id} {group.completeness}\n"


@report_format(
    media_type="text/plain; charset=utf-8", suffix=".txt", leaves_out=HARDLY_ANYTHING
)
def encoded(report: Report) -> bytes:
    """Questions and answers, as bytes."""
    said = (
        f"{each.id} {safe.line(each.response.text)}\n"
        for view in report.assessments
        for each in view.questions
        if each.response
    )
    return "".join(said).encode()


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def encoded_lines(report: Report) -> Iterator[bytes]:
    """The questions, line by line, as bytes."""
    for each in report.catalogue.questions:
        yield f"{each.id} {safe.line(each.text)}\n".encode()


class Rows(Enum):
    """Which table."""

    SCORES = "scores"
    RESPONSES = "responses"


@frozen(kw_only=True)
class SheetOptions:
    """What a sheet is asked for."""

    rows: Rows = option(Rows.RESPONSES, help="Which table.")
    header: bool = option(True, help="Whether the names of the columns come first.")
    end: Literal["\n", "\r\n"] = option("\n", help="What ends a line.")
    note: str | None = option(None, help="What stands in a column of its own.")


@report_format(
    media_type="text/csv",
    suffix=".csv",
    options=SheetOptions,
    leaves_out=HARDLY_ANYTHING,
)
def sheet(report: Report, options: SheetOptions) -> str:
    """A table, for a spreadsheet."""
    table = next(each for each in tables(report) if each.name == options.rows.value)
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator=options.end)
    for row in ([table.columns] if options.header else []) + list(table.rows):
        cells = ("" if each is None else str(each) for each in row)
        writer.writerow([*map(safe.csv_cell, cells), safe.csv_cell(options.note or "")])
    return file.getvalue()


@frozen(kw_only=True)
class BoardOptions:
    """What a board is asked for."""

    width: int | None = option(None, help="Longest line, in characters; at least 20.")
    groups: tuple[str, ...] = option((), help="Only these groups.")
    heading: str = option("How complete", help="What stands at the top.")
    style: str = option("", help="How it looks.", from_file=True)
    template: str = option("$what", help="What a line says.", from_file=True)

    def __attrs_post_init__(self) -> None:
        if self.width is not None and self.width < 20:
            name, expected = "width", "a whole number from 20"
            raise OptionError(name, str(self.width), expected)
        if not Template(self.template).is_valid():
            name, expected = "template", "a text with $what in it"
            raise OptionError(name, self.template, expected)


@report_format(
    media_type="text/html",
    suffix=".html",
    options=BoardOptions,
    leaves_out=HARDLY_ANYTHING,
)
def board(report: Report, options: BoardOptions) -> Iterator[str]:
    """Some groups, as wide and in the style that somebody likes."""
    yield f"<!doctype html><title>{safe.html(options.heading)}</title>"
    yield f"<style>{options.style}</style>"
    template = Template(options.template)
    for view in report.assessments:
        for each in view.groups:
            if not options.groups or each.id in options.groups:
                what = f"{each.id} {each.completeness}"[: options.width]
                yield f"<p>{template.safe_substitute(what=safe.html(what))}"


@report_format(media_type="text/html", suffix=".html", leaves_out=HARDLY_ANYTHING)
def page(report: Report) -> Iterator[str]:
    """A page of the answers, with what they rest on."""
    yield "<!doctype html>\n<html lang=en><meta charset=utf-8>"
    yield f"<title>{safe.html(safe.line(report.title))}</title>\n<body>"
    for view in report.assessments:
        yield f"<h1 dir=auto>{safe.html(view.subject)}</h1><p>{view.completeness}<ul>"
        for each in view.questions:
            yield f'<li title="{safe.html(safe.line(each.text))}">{safe.html(each.id)}'
            for piece in each.response.evidence if each.response else ():
                title = f"<bdi>{safe.html(piece.title)}</bdi>"
                link = safe.link(piece.url)
                yield f'<a href="{safe.html(link)}">{title}</a><br>' if link else title
        yield "</ul>"


@report_format(media_type="application/json", suffix=".json", leaves_out=TABLES)
def data(report: Report) -> str:
    """Every table, for another program."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return json.dumps(
        {
            each.name: [dict(zip(each.columns, row, strict=True)) for row in each.rows]
            for each in every
        },
        ensure_ascii=False,
    )


@report_format(media_type="application/geo+json", suffix=".json", leaves_out=TABLES)
def ascii_data(report: Report) -> bytes:
    """Questions, for another program that reads ASCII only."""
    questions = [
        {"id": each.id, "text": each.text} for each in report.catalogue.questions
    ]
    return json.dumps(questions, ensure_ascii=True).encode("ascii")


@report_format(media_type="text/markdown", suffix=".md", leaves_out=HARDLY_ANYTHING)
def outline(report: Report) -> Iterator[str]:
    """An outline with a table."""
    for each in report.assessments:
        yield f"# {safe.markdown(each.subject)}\n\n"
        yield "| What | How complete |\n|---|---|\n"
        for group in each.groups:
            yield f"| {safe.markdown(group.title)} | {group.completeness} |\n"
        for view in each.questions:
            if view.response and (
                link := safe.link(view.response.evidence[0].url)
                if view.response.evidence
                else None
            ):
                yield f"\n[{safe.markdown(view.text)}]({link})\n"


@report_format(media_type="application/xml", suffix=".xml", leaves_out=TABLES)
def tree(report: Report) -> bytes:
    """Subjects and questions as elements."""
    root = ET.Element("report", title=_legal(report.title))
    for view in report.assessments:
        element = ET.SubElement(root, "assessment", subject=_legal(view.subject))
        for each in view.questions:
            ET.SubElement(element, "question", id=each.id).text = _legal(each.text)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _legal(text: str) -> str:
    return text.replace("\ufffe", "").replace("\uffff", "")


@report_format(media_type="image/svg+xml", suffix=".svg", leaves_out=HARDLY_ANYTHING)
def chart(report: Report) -> str:
    """A line of text in a picture for each assessment."""
    texts = "".join(
        f"<text>{safe.xml(each.subject)}: {each.completeness}</text>"
        for each in report.assessments
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{texts}</svg>'


@report_format(media_type="application/zip", suffix=".zip", leaves_out=HARDLY_ANYTHING)
def packed(report: Report) -> bytes:
    """The subjects in a zip with a fixed date: a kind that the kit has no reader for."""
    from io import BytesIO

    file = BytesIO()
    with ZipFile(file, "w") as folder:
        for number, each in enumerate(report.assessments):
            info = ZipInfo(f"{number}.txt", date_time=(1980, 1, 1, 0, 0, 0))
            folder.writestr(info, each.subject)
    return file.getvalue()


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def excuses(report: Report) -> Iterator[str]:
    """Why questions do not apply."""
    for view in report.assessments:
        for each in view.questions:
            if each.response and each.response.status is Status.NOT_APPLICABLE:
                yield f"{each.id} {safe.line(each.response.reason)}\n"


@report_format(media_type="application/zip", suffix=".zip", leaves_out=TABLES)
def data_package(report: Report) -> Bundle:
    """Every table, with what says of which columns each is made."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    resources = [
        {"path": f"tables/{each.name}.csv", "fields": each.columns} for each in every
    ]
    return Bundle(
        (
            Document("datapackage.json", json.dumps({"resources": resources})),
            *(Document(f"tables/{each.name}.csv", rows_of(each)) for each in every),
        )
    )


def rows_of(table: Table) -> str:
    """Return a table as comma-separated values."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(table.columns)
    for row in table.rows:
        cells = ("" if each is None else str(each) for each in row)
        writer.writerow(map(safe.csv_cell, cells))
    return file.getvalue()


@report_format(media_type="application/zip", suffix="", leaves_out=HARDLY_ANYTHING)
def site(report: Report) -> Bundle:
    """A page for each assessment, one that links to them, and a picture."""
    pages = [
        (f"{number}-{safe.file_name(each.subject)}.html", each)
        for number, each in enumerate(report.assessments)
    ]
    links = "".join(
        f'<li><a href="{quote(name)}"><bdi>{safe.html(each.subject)}</bdi></a>'
        for name, each in pages
    )
    return Bundle(
        (
            Document("index.html", f"{HEAD}<ul>{links}</ul><img src=dot.gif alt=''>"),
            Document("dot.gif", DOT),
            *(Document(name, HEAD + shown(each)) for name, each in pages),
        )
    )


HEAD = "<!doctype html>\n<html lang=en><meta charset=utf-8><title>How complete</title>"
DOT = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000")


def shown(view: AssessmentView) -> str:
    """Return what a page says of an assessment."""
    return f"<h1 dir=auto>{safe.html(view.subject)}</h1><p>{view.completeness}"


GOOD = (
    tally,
    lines,
    encoded,
    encoded_lines,
    sheet,
    board,
    page,
    data,
    ascii_data,
    outline,
    tree,
    chart,
    packed,
    excuses,
    data_package,
    site,
)
