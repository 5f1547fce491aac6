"""Wrong in one of several documents."""

import json
import os
import time
from collections.abc import Callable, Iterator

from integrated_care_principles.reporting import (
    Bundle,
    Document,
    Report,
    ReportFormat,
    report_format,
    safe,
)

from .making import ALL, MUTANTS, tally

Function = Callable[[Report], Bundle]


def mutant(
    check: str, leaves_out: tuple[str, ...] = ALL, suffix: str = ".zip"
) -> Callable[[Function], ReportFormat[None, Bundle]]:
    """Make a format of a function, and keep it under the check that should find it."""

    def decorate(function: Function) -> ReportFormat[None, Bundle]:
        made = report_format(
            media_type="application/zip", suffix=suffix, leaves_out=leaves_out
        )
        format = made(function)
        MUTANTS.append((check, format))
        return format

    return decorate


def beside(name: str, content: str | bytes, report: Report) -> Bundle:
    """Return a bundle in which only one document is wrong."""
    return Bundle((Document("tally.txt", tally(report)), Document(name, content)))


@mutant("value", suffix="")
def without_suffix(report: Report) -> Bundle:
    """Is written as a folder only where there is something to say."""
    if not report.assessments:
        return tally(report)  # type: ignore[return-value]  # what it is wrong with
    return beside("a.txt", "", report)


@mutant("text-or-bytes")
def in_turn(report: Report) -> Bundle:
    """Gives a bundle after the other."""
    return iter((beside("a.txt", "", report),))  # type: ignore[return-value]  # as above


@mutant("text-or-bytes")
def loose(report: Report) -> Bundle:
    """Gives documents that are no bundle."""
    return beside("a.txt", "", report).documents  # type: ignore[return-value]  # as above


@mutant("every-report-renders")
def by_subject(report: Report) -> Bundle:
    """Names a document after each subject, of which there may be two alike."""
    return Bundle(
        (
            Document("tally.txt", tally(report)),
            *(
                Document(f"each/{safe.file_name(each.subject)}.txt", "")
                for each in report.assessments
            ),
        )
    )


@mutant("structure-holds")
def as_typed(report: Report) -> Bundle:
    """Names documents as somebody typed."""
    return Bundle(
        tuple(
            Document(f"{number}-{each.subject}.txt", "")
            for number, each in enumerate(report.assessments)
        )
        or (Document("tally.txt", ""),)
    )


@mutant("structure-holds")
def splits(report: Report) -> Bundle:
    """Makes a document of each part of what somebody typed."""
    parts = [one for each in report.assessments for one in each.subject.split(";")]
    return Bundle(
        (
            Document("tally.txt", tally(report)),
            *(Document(f"parts/{number}.txt", "") for number, _ in enumerate(parts)),
        )
    )


@mutant("structure-holds")
def raw_page(report: Report) -> Bundle:
    """Escapes nothing, in one document of two."""
    said = "".join(f"<p dir=auto>{each.subject}</p>" for each in report.assessments)
    return beside("page.html", f"<!doctype html><body>{said}", report)


@mutant("well-formed")
def uneven_rows(report: Report) -> Bundle:
    """A header that is too short."""
    rows = "a,b\n" * len(report.assessments)
    return beside("tables/rows.csv", f"what\n{rows}", report)


@mutant("well-formed")
def half_letters(report: Report) -> Bundle:
    """Half a letter, where no reader reads."""
    return beside("letters.dat", "\ud800", report)


@mutant("safe-links")
def follows_anything(report: Report) -> Bundle:
    """Links to whatever is there."""
    links = (
        f'<a href="{safe.html(one.url)}">x</a>'
        for each in report.assessments
        for response in each.assessment.responses
        for one in response.evidence
    )
    return beside("page.HTML", f"<!doctype html>{''.join(links)}", report)


@mutant("no-formulas")
def runs(report: Report) -> Bundle:
    """Guards nothing."""
    cells = [each.subject.replace('"', '""') for each in report.assessments]
    return beside("cells.csv", "".join(f'"{each}"\n' for each in cells), report)


@mutant("nothing-turned")
def turns(report: Report) -> Bundle:
    """Takes out newlines only."""
    subjects = (" ".join(each.subject.split()) for each in report.assessments)
    return beside("subjects.txt", "\n".join(subjects), report)


@mutant("text-as-typed")
def numbered(report: Report) -> Bundle:
    """Takes for a number what looks like one."""
    values = [
        int(each.subject) if each.subject.isdecimal() else each.subject
        for each in report.assessments
    ]
    return beside("values.json", json.dumps([str(each) for each in values]), report)


@mutant("leaves-out", (*ALL, "assessor"))
def says_more(report: Report) -> Bundle:
    """Shows what it says it leaves out, in bytes that no reader reads."""
    names = "".join(each.assessor for each in report.assessments)
    return beside("assessors.dat", names.encode("utf-16"), report)


@mutant("two-renders-alike")
def differs(report: Report) -> Bundle:
    """Differs from process to process, in bytes."""
    return beside("process.dat", str(os.getpid()).encode(), report)


@mutant("megabyte")
def cuts_one(report: Report) -> Bundle:
    """Cuts long answers."""
    answers = (
        safe.line(each.response.text)[:2000] if each.response else ""
        for view in report.assessments
        for each in view.questions
    )
    return beside("answers.txt", "\n".join(answers), report)


_documents: list[Document] = []


@mutant("eight-threads")
def shares(report: Report) -> Bundle:
    """Collects documents in a list that all threads share."""
    _documents[:] = [Document("tally.txt", "")]
    for number, each in enumerate(report.assessments):
        time.sleep(0.0005)
        _documents.append(Document(f"{number}.txt", safe.line(each.subject)))
    return Bundle(tuple(_documents))


@mutant("catalogue-order")
def sorts(report: Report) -> Bundle:
    """Sorts by name."""
    names = sorted(safe.line(each.subject) for each in report.assessments)
    return beside("subjects.txt", "\n".join(names), report)


def sizes(report: Report) -> Iterator[str]:
    """Yield how much of each assessment is complete, counted again."""
    for each in report.assessments:
        if each.completeness.expected:
            complete = sum(one.complete for one in each.questions)
            yield f"{100 * complete // len(each.questions)}\n"


@mutant("host-numbers")
def recounts(report: Report) -> Bundle:
    """Counts again."""
    return beside("cells.csv", "".join(["percent\n", *sizes(report)]), report)
