"""Good formats that give files of other kinds."""

import re
from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from integrated_care_principles.reporting import (
    Report,
    report_format,
    safe,
)

from .words import HARDLY_ANYTHING


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


@report_format(media_type="text/calendar", suffix=".ics", leaves_out=HARDLY_ANYTHING)
def calendar(report: Report) -> Iterator[str]:
    """When actions are due, for a calendar."""
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Actions//EN\r\n"
    for number, view in enumerate(report.assessments):
        for each in view.questions:
            for place, action in enumerate(
                each.response.actions if each.response else ()
            ):
                if action.due:
                    yield "BEGIN:VEVENT\r\n"
                    yield f"UID:{number}.{each.id}.{place}@example.org\r\n"
                    yield f"DTSTAMP:{report.day:%Y%m%d}T000000Z\r\n"
                    yield f"DTSTART;VALUE=DATE:{action.due:%Y%m%d}\r\n"
                    yield folded(f"SUMMARY:{of_calendar(action.what)}")
                    yield folded(f"CONTACT;LANGUAGE=en:{of_calendar(action.owner)}")
                    yield folded(f"DESCRIPTION:{of_calendar(each.text)}")
                    yield "END:VEVENT\r\n"
    yield "END:VCALENDAR\r\n"


def of_calendar(text: str) -> str:
    """Return *text* as a value of a calendar."""
    return re.sub(r"([\\;,])", r"\\\1", safe.line(text))


def folded(line: str) -> str:
    """Return a *line* of a calendar in pieces of at most 75 bytes."""
    pieces = [""]
    for letter in line:
        if len(f"{pieces[-1]}{letter}".encode()) > 74:
            pieces.append("")
        pieces[-1] += letter
    return "\r\n ".join(pieces) + "\r\n"


@report_format(media_type="text/rtf", suffix=".rtf", leaves_out=HARDLY_ANYTHING)
def paper(report: Report) -> bytes:
    """How complete each assessment is, for a word processor: no kind that is read."""
    paragraphs = (
        rf"{of_paper(each.subject)}: {each.completeness}\par" + "\n"
        for each in report.assessments
    )
    return rf"{{\rtf1\ansi {''.join(paragraphs)}}}".encode("ascii")


def of_paper(text: str) -> str:
    """Return *text* in the letters that every word processor reads."""
    units = safe.line(text).encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)
    )
    return "".join(
        f"\\u{each - 65536 if each > 32767 else each}?"
        if each > 126 or chr(each) in "\\{}"
        else chr(each)
        for each in numbers
    )
