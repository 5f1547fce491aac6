"""Good formats that give pages, pictures and trees."""

from collections.abc import Iterator
from string import Template
from urllib.parse import quote
from xml.etree import ElementTree as ET

from attrs import frozen

from integrated_care_principles.reporting import (
    AssessmentView,
    Bundle,
    Document,
    OptionError,
    Report,
    option,
    report_format,
    safe,
)

from .words import HARDLY_ANYTHING, TABLES


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
    yield f'<p dir="auto">{safe.html(report.attribution)}'


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
    yield f"\n{safe.markdown(report.attribution)}\n"


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


@report_format(media_type="image/svg+xml", suffix=".svg", leaves_out=HARDLY_ANYTHING)
def bars(report: Report) -> Iterator[str]:
    """A bar for each group, as long as it is complete."""
    groups = [(view, each) for view in report.assessments for each in view.groups]
    yield '<svg xmlns="http://www.w3.org/2000/svg" width="640"'
    yield f' height="{20 * len(groups)}"><style>text {{ font-size: 12px }}</style>'
    for number, (view, each) in enumerate(groups):
        percent = each.completeness.percent
        yield f'<g transform="translate(0 {20 * number})" data-group="{safe.xml(each.id)}">'
        yield f"<title>{safe.xml(safe.line(view.subject))}</title>"
        yield f'<rect height="12" width="{percent * 3.2 if percent else 0:g}"/>'
        yield f'<text x="330" y="10">{safe.xml(safe.line(each.title))}: '
        yield f"{safe.xml(str(each.completeness))}</text></g>"
    yield "</svg>"


DOT_URL = (
    "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
)


@report_format(media_type="text/html", suffix=".html", leaves_out=HARDLY_ANYTHING)
def scaled(report: Report) -> Iterator[str]:
    """Bars on a scale, with a picture of its own, in a page that fetches nothing."""
    yield f"{HEAD}<link rel=license href='https://example.org/licence'>"
    yield "<style>.bar { background: url(data:image/gif;base64,R0lGODlh) }</style>"
    yield f'<img src="{DOT_URL}" alt=""><p>0 % to 100 %'
    for view in report.assessments:
        yield f"<h1 dir=auto>{safe.html(view.subject)}</h1>"
        for each in view.groups:
            percent = each.completeness.percent
            if percent is not None:
                yield f'<div class=bar style="width: {percent * 0.64:.2f}%"></div>'
                yield f'<meter max="100" value="{percent}">{each.completeness}</meter>'
                yield '<svg viewBox="0 0 640 12"><rect height="12" '
                yield f'width="{percent * 6.4:g}"/></svg>'
            yield f"<p>{safe.html(each.id)}: {each.completeness}"
    yield '<script type="application/json">{"scale": 100}</script>'


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def drawn_in_text(report: Report) -> Iterator[str]:
    """Bars of signs, one for each twentieth, under a scale."""
    yield f"{'0':<10}{'50':<9}100\n"
    for view in report.assessments:
        yield f"{safe.line(view.subject)}\n"
        for each in view.groups:
            bar = "#" * ((each.completeness.percent or 0) // 5)
            yield f"{bar:<20} {each.id} {each.completeness}\n"


@report_format(media_type="text/x-asciidoc", suffix=".adoc", leaves_out=HARDLY_ANYTHING)
def ascii_doc(report: Report) -> Iterator[str]:
    """A list for a paper that is made of text; long subjects are shortened, and so said."""
    yield "= How complete\n\n"
    for view in report.assessments:
        subject = safe.line(view.subject)
        short = subject if len(subject) < 60 else f"{subject[:59]}…"
        yield f"* +++{short}+++:: {view.completeness}\n"
