"""Good formats that give plain text."""

from collections.abc import Iterator

from integrated_care_principles.reporting import (
    Report,
    Status,
    report_format,
    safe,
)

from .words import HARDLY_ANYTHING


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
    yield f"{safe.line(report.attribution)}\n".encode()


@report_format(media_type="text/plain", suffix=".txt", leaves_out=HARDLY_ANYTHING)
def excuses(report: Report) -> Iterator[str]:
    """Why questions do not apply."""
    for view in report.assessments:
        for each in view.questions:
            if each.response and each.response.status is Status.NOT_APPLICABLE:
                yield f"{each.id} {safe.line(each.response.reason)}\n"
