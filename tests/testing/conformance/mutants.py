"""
Formats that are wrong, each in one way, under the check that is meant to find it.

What would hurt the process that runs the tests is done in fresh ones only, as it is by
plugins that behave while pytest looks on.
"""

import builtins
import csv
import decimal
import json
import locale
import logging
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import StringIO
from itertools import count
from pathlib import Path
from tempfile import gettempdir
from threading import Thread
from typing import Literal, TypeVar

from attrs import define, evolve, field, frozen

from integrated_care_principles import reporting
from integrated_care_principles.reporting import (
    Completeness,
    Report,
    ReportFormat,
    option,
    report_format,
    safe,
)

ALL = ("header", "assessment", "scores", "responses", "catalogue")
FRESH = "pytest" not in sys.modules

OptionsT = TypeVar("OptionsT")

MUTANTS: list[tuple[str, object]] = []

Function = Callable[[Report], str]


def mutant(
    check: str,
    media_type: str = "text/plain",
    leaves_out: tuple[str, ...] = ALL,
) -> Callable[[Function], ReportFormat[None, str]]:
    """Make a format of a function, and keep it under the check that should find it."""

    def decorate(function: Function) -> ReportFormat[None, str]:
        made = report_format(media_type=media_type, suffix=".x", leaves_out=leaves_out)
        format = made(function)
        MUTANTS.append((check, format))
        return format

    return decorate


def tally(report: Report) -> str:
    """What is right with all of them."""
    return "".join(
        f"{safe.line(each.subject)}: {each.completeness}\n"
        for each in report.assessments
    )


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def sound(report: Report) -> str:
    """A format that breaks no rule."""
    return tally(report)


# ---- the value --------------------------------------------------------------


@frozen(kw_only=True)
class Imposter:
    """What looks like a format, and is none."""

    summary: str = "A format?"
    media_type: str = "text/plain"
    suffix: str = ".x"
    options: None = None
    leaves_out: tuple[str, ...] = ALL
    function: Callable[[Report], str] = tally


imposter = Imposter()
silent = evolve(sound, summary=" ")
talkative = evolve(sound, summary="One line.\nAnother.")
untyped = evolve(sound, media_type="text")
bare_suffix = evolve(sound, suffix="txt")
misspelt = evolve(sound, leaves_out=(*ALL, "respones"))
MUTANTS += [
    ("value", each)
    for each in (imposter, silent, talkative, untyped, bare_suffix, misspelt)
]


@define(kw_only=True)
class Changeable:
    """Options that can be changed."""

    loud: bool = option(False, help="Whether it is loud.")


@frozen(kw_only=True)
class Required:
    """An option without a default."""

    loud: bool = field(metadata={"help": "Whether it is loud."})


@frozen(kw_only=True)
class Unexplained:
    """An option without help."""

    loud: bool = False


class NoAttrs:
    """Options of another make."""


def optional(report: Report, _: object) -> str:
    """What has options, and does not ask for them."""
    return tally(report)


def with_options(options: type[OptionsT]) -> ReportFormat[OptionsT, str]:
    """Return a format that the decorator would have refused."""
    return ReportFormat(
        summary="With options.",
        media_type="text/plain",
        suffix=".x",
        options=options,
        leaves_out=ALL,
        function=optional,
    )


changeable = with_options(Changeable)
required = with_options(Required)
unexplained = with_options(Unexplained)
no_attrs = with_options(NoAttrs)
MUTANTS += [("options", each) for each in (changeable, unexplained, no_attrs)]


@frozen(kw_only=True)
class Colours:
    """An option with a value that nobody tried."""

    colour: Literal["red", "blue"] = option("red", help="The colour.")


@report_format(media_type="text/plain", suffix=".x", options=Colours, leaves_out=ALL)
def coloured(report: Report, options: Colours) -> str:
    """Knows one colour."""
    return {"red": tally}[options.colour](report)


@frozen(kw_only=True)
class Quotes:
    """An option with which the file breaks."""

    quoted: bool = option(True, help="Whether texts are quoted.")


@report_format(
    media_type="application/json", suffix=".x", options=Quotes, leaves_out=ALL
)
def quoted(report: Report, options: Quotes) -> str:
    """JSON, or not."""
    texts = [each.subject for each in report.assessments]
    return json.dumps(texts) if options.quoted else str(texts)


MUTANTS += [("every-option-renders", coloured), ("every-option-renders", quoted)]


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def mixed(report: Report) -> Iterator[str]:
    """Text and bytes."""
    yield tally(report)
    yield b"end"  # type: ignore[misc]  # what it is wrong with


@mutant("text-or-bytes")
def listed(report: Report) -> str:
    """A list of texts."""
    return [tally(report)]  # type: ignore[return-value]  # what it is wrong with


MUTANTS.append(("text-or-bytes", mixed))


# ---- every report -----------------------------------------------------------


@mutant("every-report-renders")
def only_one(report: Report) -> str:
    """Expects an assessment."""
    return f"{safe.line(report.assessments[0].subject)}\n{tally(report)}"


@mutant("every-report-renders")
def divides(report: Report) -> str:
    """Divides by what is expected."""
    for each in report.assessments:
        _ = each.completeness.complete / each.completeness.expected
    return tally(report)


@mutant("every-report-renders")
def leaves(report: Report) -> str:
    """Leaves the host where there is nothing to say."""
    return tally(report) if report.assessments else sys.exit("nothing")


@mutant("nothing-expected")
def at_the_bottom(report: Report) -> str:
    """Says 0 % where nothing is expected."""
    return "".join(
        f"{each.completeness.percent or 0} %\n" for each in report.assessments
    )


@mutant("nothing-expected")
def not_a_number(report: Report) -> str:
    """Says nan where nothing is expected."""
    return "".join(f"{_percent(each.completeness)}\n" for each in report.assessments)


def _percent(completeness: Completeness) -> str:
    percent = completeness.percent
    return "nan" if percent is None else f"{percent} %"


@mutant("nothing-expected", "text/csv")
def full_cells(report: Report) -> str:
    """Says 100 in a column of percents."""
    rows = [f"{_or_all(each.completeness)}\n" for each in report.assessments]
    return "".join(["percent\n", *rows])


@mutant("nothing-expected", "application/json")
def full_values(report: Report) -> str:
    """Says 100 under a key of percents."""
    values = [{"percent": _or_all(each.completeness)} for each in report.assessments]
    return json.dumps(values)


def _or_all(completeness: Completeness) -> int:
    return 100 if completeness.percent is None else completeness.percent


@mutant("host-numbers")
def rounds(report: Report) -> str:
    """Rounds up."""
    return "".join(f"{_rounded(each.completeness)}\n" for each in report.assessments)


def _rounded(completeness: Completeness) -> str:
    if not completeness.expected:
        return "nothing"
    return f"{100 * completeness.complete / completeness.expected:.0f} %"


@mutant("host-numbers")
def counts(report: Report) -> str:
    """Counts again."""
    return "".join(
        f"{sum(one.complete for one in each.questions)} of {len(each.questions)}\n"
        for each in report.assessments
    )


@mutant("host-numbers", "text/csv")
def counts_cells(report: Report) -> str:
    """Counts again, into cells."""
    shares = (
        100 * sum(one.complete for one in each.questions) // len(each.questions)
        for each in report.assessments
        if each.completeness.expected
    )
    return "".join(["percent\n", *(f"{each}\n" for each in shares)])


# ---- what is shown ----------------------------------------------------------


@mutant("leaves-out", leaves_out=("header", "assessment", "scores", "responses"))
def in_silence(report: Report) -> str:
    """Leaves the catalogue out in silence."""
    return tally(report)


@mutant("leaves-out", leaves_out=(*ALL, "Assessment.subject"))
def too_modest(report: Report) -> str:
    """Shows what it says it leaves out."""
    return tally(report)


@mutant("catalogue-order")
def sorts_questions(report: Report) -> str:
    """Sorts by id."""
    ids = sorted(each.id for each in report.catalogue.questions)
    return "".join(f"{each}\n" for each in ids)


@mutant("catalogue-order")
def sorts_subjects(report: Report) -> str:
    """Sorts by name."""
    names = sorted(safe.line(each.subject) for each in report.assessments)
    return "".join(f"{each}\n" for each in names)


# ---- texts ------------------------------------------------------------------


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


# ---- the surroundings -------------------------------------------------------

_calls = count()


@mutant("two-renders-alike")
def numbers_itself(report: Report) -> str:
    """Counts how often it was called."""
    return f"{tally(report)}no {next(_calls)}\n"


@mutant("two-renders-alike")
def tells_the_process(report: Report) -> str:
    """Differs from process to process only."""
    return f"{tally(report)}{os.getpid()}\n"


@mutant("no-clock")
def says_today(report: Report) -> str:
    """Says which day it is."""
    return f"{tally(report)}{date.today()}\n"  # noqa: DTZ011


@mutant("no-clock")
def says_now(report: Report) -> str:
    """Says which year it is."""
    return f"{tally(report)}{datetime.now(tz=UTC):%Y}\n"


@mutant("no-clock")
def says_then(report: Report) -> str:
    """Says which year it is, in another way."""
    return f"{tally(report)}{time.strftime('%Y')}\n"


@mutant("no-hash-order")
def makes_a_set(report: Report) -> str:
    """Shows each status once, in the order of a set."""
    found = {one.status for each in report.assessments for one in each.questions}
    return "".join(f"{each}\n" for each in found)


@mutant("no-time-zone")
def shifts(report: Report) -> str:
    """Makes a moment of a day."""
    moment = datetime(report.day.year, 1, 1).astimezone()
    return f"{tally(report)}{moment.isoformat()}\n"


@mutant("no-locale")
def reads_its_data(report: Report) -> str:
    """Reads a file of its own as the machine likes."""
    sign = Path(__file__).with_name("sign.txt").read_text()
    return f"{tally(report)}{sign.encode('unicode_escape').decode()}"


@mutant("no-terminal")
def fits(report: Report) -> str:
    """Is as wide as the terminal."""
    return f"{tally(report)}{'-' * shutil.get_terminal_size().columns}\n"


@mutant("no-home")
def at_home(report: Report) -> str:
    """Says where home is."""
    return f"{tally(report)}{Path.home().name}\n"


@mutant("no-working-directory")
def at_work(report: Report) -> str:
    """Says where it works."""
    return f"{tally(report)}{Path.cwd().name}\n"


@mutant("nothing-printed")
def prints(report: Report) -> str:
    """Prints."""
    print("rendering")  # noqa: T201
    return tally(report)


@mutant("nothing-printed")
def warns(report: Report) -> str:
    """Logs what nobody asked for."""
    logging.getLogger("mutant").warning("rendering")
    return tally(report)


@mutant("no-files")
def writes(report: Report) -> str:
    """Leaves a copy."""
    Path(gettempdir(), "icp-mutant.txt").write_text("x", encoding="utf-8")
    return tally(report)


@mutant("no-files")
def reads(report: Report) -> str:
    """Reads what is not its own."""
    Path(os.devnull).read_bytes()
    return tally(report)


@mutant("no-files")
def makes_folders(report: Report) -> str:
    """Makes a folder, and takes it away."""
    if FRESH:
        Path("mutant").mkdir()
        Path("mutant").rmdir()
    return tally(report)


@mutant("no-network")
def asks_around(report: Report) -> str:
    """Opens a socket."""
    if FRESH:
        socket.socket().close()
    return tally(report)


@mutant("no-processes")
def delegates(report: Report) -> str:
    """Starts a process."""
    if FRESH:
        subprocess.run([sys.executable, "-S", "-c", ""], check=True)
    return tally(report)


def _leaves(act: Callable[[], object]) -> ReportFormat[None, str]:
    """Return a format that leaves something behind in a fresh process."""
    number = len(MUTANTS)

    def function(report: Report) -> str:
        """Leaves something behind."""
        if FRESH:
            act()
        return tally(report)

    function.__name__ = f"leaves_{number}"
    return mutant("no-global-state")(function)


def _lingers() -> None:
    Thread(target=time.sleep, args=(2,), daemon=True).start()


configures = _leaves(logging.basicConfig)
speaks = _leaves(lambda: locale.setlocale(locale.LC_ALL, ""))
exports = _leaves(lambda: os.environ.update(MUTANT="1"))
moves = _leaves(lambda: os.chdir("/"))
seeds = _leaves(lambda: random.seed(1))
listens = _leaves(lambda: signal.signal(signal.SIGTERM, signal.SIG_IGN))
widens = _leaves(lambda: csv.field_size_limit(10**7))
calculates = _leaves(lambda: setattr(decimal.getcontext(), "prec", 5))
installs = _leaves(lambda: setattr(builtins, "mutant", 1))
patches = _leaves(lambda: setattr(reporting, "make_report", None))
lingers = _leaves(_lingers)


# ---- under load -------------------------------------------------------------


@mutant("report-unchanged")
def improves(report: Report) -> str:
    """Mends the report."""
    for each in report.assessments:
        object.__setattr__(each.assessment, "assessor", "Nobody")
    return tally(report)


@report_format(media_type="text/plain", suffix=".x", options=Colours, leaves_out=ALL)
def repaints(report: Report, options: Colours) -> str:
    """Changes its options."""
    object.__setattr__(options, "colour", "blue")
    return tally(report)


MUTANTS.append(("report-unchanged", repaints))


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


def local() -> ReportFormat[None, str]:
    """Return a format that stands nowhere an entry point could say."""

    @report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
    def nameless(report: Report) -> str:
        """Stands in no module."""
        return tally(report)

    return nameless
