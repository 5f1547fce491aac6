"""Wrong under load, or with what they are given."""

import time
from collections.abc import Iterator
from contextlib import suppress

from integrated_care_principles.reporting import (
    Report,
    safe,
)

from .making import mutant, tally


@mutant("report-unchanged")
def improves(report: Report) -> str:
    """Mends the report."""
    for each in report.assessments:
        object.__setattr__(each.assessment, "assessor", "Nobody")
    return tally(report)


@mutant("errors-pass-through")
def swallows(report: Report) -> str:
    """Goes on whatever happens."""
    try:
        return tally(report)
    except Exception:  # noqa: BLE001
        return ""


@mutant("errors-pass-through")
def wraps(report: Report) -> str:
    """Makes another error of every error."""
    try:
        return tally(report)
    except Exception as error:
        msg = "it did not work"
        raise RuntimeError(msg) from error


@mutant("errors-pass-through")
def leaves_one_out(report: Report) -> str:
    """Leaves out the assessments that something is wrong with."""
    lines = []
    for each in report.assessments:
        with suppress(Exception):
            lines.append(f"{safe.line(each.subject)}: {each.completeness}\n")
    return "".join(lines)


@mutant("errors-pass-through")
def leaves_questions_out(report: Report) -> str:
    """Leaves out the questions that something is wrong with."""
    lines = []
    for view in report.assessments:
        for each in view.questions:
            with suppress(Exception):
                lines.append(f"{each.id} {each.code.value}\n")
    return "".join(lines)


def said(report: Report) -> Iterator[str]:
    """Every answer in one line."""
    for view in report.assessments:
        for each in view.questions:
            yield safe.line(each.response.text) if each.response else ""


@mutant("megabyte")
def cuts(report: Report) -> str:
    """Cuts long answers."""
    return "".join(f"{each[:2000]}\n" for each in said(report))


@mutant("megabyte")
def refuses(report: Report) -> str:
    """Refuses long answers."""
    if any(len(each) > 500_000 for each in said(report)):
        msg = "too long"
        raise ValueError(msg)
    return tally(report)


@mutant("linear-time")
def compares(report: Report) -> str:
    """Compares each assessment with each."""
    names = [safe.line(each.subject) for each in report.assessments]
    pairs = sum(one == other for one in names for other in names)
    return f"{tally(report)}{pairs and ''}"


@mutant("linear-time")
def eats(report: Report) -> str:
    """Goes through a text by cutting off its first letter."""
    for each in said(report):
        rest = each
        while rest:
            rest = rest[1:]
    return tally(report)


_buffer: list[str] = []


@mutant("eight-threads")
def collects(report: Report) -> str:
    """Collects in a list that all threads share."""
    _buffer.clear()
    for each in report.assessments:
        time.sleep(0.0005)
        _buffer.append(f"{safe.line(each.subject)}\n")
    return "".join(_buffer)
