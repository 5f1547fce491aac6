"""Wrong in what they make of texts."""

import csv
import json
import unicodedata
from io import StringIO

from integrated_care_principles.reporting import (
    Report,
    safe,
)

from .making import mutant, tally


@mutant("well-formed", "text/csv")
def uneven(report: Report) -> str:
    """A header that is too short."""
    return "".join(["what\n", *("a,b\n" for _ in report.assessments)])


@mutant("well-formed", "text/html")
def unclosed(report: Report) -> str:
    """Never closes what it opens."""
    return "<!doctype html><title>x</title>" + "<div>" * len(report.assessments)


@mutant("well-formed", "application/json")
def no_json(report: Report) -> str:
    """A number that JSON does not have."""
    return json.dumps([float("inf") for _ in report.assessments])


@mutant("well-formed", "application/xml")
def no_root(report: Report) -> str:
    """As many roots as assessments."""
    return "<a/>" * len(report.assessments)


@mutant("well-formed", "text/markdown")
def uneven_table(report: Report) -> str:
    """A row of a table that is too long."""
    rows = "| a | b |\n" * len(report.assessments)
    return f"| a |\n|---|\n{rows}"


@mutant("well-formed")
def rings(report: Report) -> str:
    """A control character."""
    return f"\a{tally(report)}"


@mutant("well-formed")
def half(report: Report) -> str:
    """Half a character."""
    return f"\ud800{tally(report)}"


def subjects(report: Report, form: str = "{}\n") -> str:
    """Every subject as it is."""
    return "".join(form.format(each.subject) for each in report.assessments)


@mutant("structure-holds", "text/html")
def raw_html(report: Report) -> str:
    """Escapes nothing."""
    return f"<!doctype html><body>{subjects(report, '<p dir=auto>{}</p>')}"


@mutant("structure-holds", "text/html")
def raw_attribute(report: Report) -> str:
    """Escapes what is not in attributes."""
    said = subjects(report, "<p dir=auto title='{}'>x</p>")
    return f"<!doctype html><body>{said.replace('<s', '&lt;s')}"


@mutant("structure-holds", "text/csv")
def raw_csv(report: Report) -> str:
    """Quotes nothing."""
    return "".join(
        f"{safe.csv_cell(each.subject)},1\n" for each in report.assessments
    ).replace("\t", " ")


@mutant("structure-holds", "application/json")
def raw_json(report: Report) -> str:
    """Quotes by hand."""
    return f"[{', '.join(f'{chr(34)}{each.subject}{chr(34)}' for each in report.assessments)}]"


@mutant("structure-holds", "text/markdown")
def raw_markdown(report: Report) -> str:
    """Escapes nothing but what turns."""
    return "".join(f"{safe.line(each.subject)}\n" for each in report.assessments)


@mutant("structure-holds", "text/markdown")
def raw_beginnings(report: Report) -> str:
    """Escapes but what begins a line."""
    return "".join(
        f"{safe.markdown(each.subject).replace(f'{chr(92)}#', '#')}\n"
        for each in report.assessments
    )


@mutant("structure-holds", "application/xml")
def raw_xml(report: Report) -> str:
    """Escapes nothing."""
    return f"<all>{subjects(report, '<one>{}</one>')}</all>"


@mutant("structure-holds")
def fails_with_braces(report: Report) -> str:
    """Takes texts for templates."""
    return subjects(report, "{}\n") and "".join(
        safe.line(each.subject).format() for each in report.assessments
    )


@mutant("structure-holds", "text/tab-separated-values")
def raw_tabs(report: Report) -> str:
    """Lets tabs into cells, if no formulas."""
    subjects = (each.subject.replace("=", " ") for each in report.assessments)
    return "".join(f"{safe.csv_cell(each)}\t1\n" for each in subjects)


@mutant("structure-holds", "text/calendar")
def raw_parameter(report: Report) -> str:
    """Puts a text where signs end it."""
    subjects = (safe.line(each.subject) for each in report.assessments)
    return "".join(f"SUMMARY;ALTREP={each}:x\r\n" for each in subjects)


@mutant("structure-holds", "application/x-ndjson")
def raw_lines(report: Report) -> str:
    """Quotes by hand."""
    return subjects(report, '"{}"\n')


@mutant("well-formed", "image/svg+xml")
def runs_scripts(report: Report) -> str:
    """A picture that runs a script."""
    return f"<svg xmlns='http://www.w3.org/2000/svg' onload='{len(report.title)}'/>"


@mutant("safe-links", "text/calendar")
def follows(report: Report) -> str:
    """Links to whatever is there."""
    addresses = (
        safe.line(one.url)
        for each in report.assessments
        for response in each.assessment.responses
        for one in response.evidence
    )
    return "".join(f"URL:{each}\r\n" for each in addresses)


@mutant("no-formulas", "text/tab-separated-values")
def unguarded_tabs(report: Report) -> str:
    """Guards nothing."""
    return "".join(f"{safe.line(each.subject)}\n" for each in report.assessments)


@mutant("safe-links", "text/html")
def links_anything(report: Report) -> str:
    """Links to whatever is there."""
    addresses = (
        safe.html(one.url)
        for each in report.assessments
        for response in each.assessment.responses
        for one in response.evidence
    )
    return "<!doctype html>" + "".join(f'<a href="{each}">x</a>' for each in addresses)


@mutant("no-formulas", "text/csv")
def unguarded(report: Report) -> str:
    """Guards nothing."""
    file = StringIO(newline="")
    csv.writer(file).writerows([each.subject] for each in report.assessments)
    return file.getvalue()


@mutant("nothing-turned")
def turns_lines(report: Report) -> str:
    """Takes out newlines only."""
    return "".join(f"{' '.join(each.subject.split())}\n" for each in report.assessments)


@mutant("nothing-turned", "text/html")
def turns_pages(report: Report) -> str:
    """Isolates nothing."""
    said = (f"<p>{safe.html(each.subject)}</p>" for each in report.assessments)
    return f"<!doctype html><body dir=ltr>{''.join(said)}"


@mutant("text-as-typed")
def reads_numbers(report: Report) -> str:
    """Takes for a number what looks like one."""
    return "".join(f"{_number(each.subject)}\n" for each in report.assessments)


def _number(text: str) -> str:
    try:
        return f"{float(text):g}"
    except ValueError:
        return safe.line(text)


@mutant("text-as-typed")
def shouts(report: Report) -> str:
    """Writes everything in capitals."""
    return tally(report).upper()


@mutant("text-as-typed")
def heads(report: Report) -> str:
    """Writes subjects as headings are written in some places."""
    return "".join(
        f"{safe.line(each.subject).title()}\n" for each in report.assessments
    )


@mutant("text-as-typed")
def normalises(report: Report) -> str:
    """Puts letters and their marks together."""
    return unicodedata.normalize("NFC", tally(report))


@mutant("text-as-typed", "application/json")
def reads_words(report: Report) -> str:
    """Takes for a truth what looks like one."""
    words = {"TRUE": True, "null": None}
    return json.dumps(
        [words.get(each.subject, each.subject) for each in report.assessments]
    )
