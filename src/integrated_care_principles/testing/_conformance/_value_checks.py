"""Checks of what a format says of itself, and of how it is reached."""

from collections.abc import Iterator

from attrs import NOTHING, fields, has

from integrated_care_principles.reporting import Bundle, Report, ReportFormat
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._fields import WORDS, known_words
from integrated_care_principles.testing._conformance._option_values import (
    Given,
    given_options,
)
from integrated_care_principles.testing._conformance._samples import SAMPLES
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.text import did_you_mean


@check(
    "value",
    rule="A format is a ReportFormat with a summary in one line, a media type, a suffix "
    "and the fields that it leaves out.",
    why="`icp formats show` prints them, web servers go by the media type, and whoever "
    "names a file by the suffix; nobody should have to run a format to learn them.",
    remedy="Make it with @report_format(media_type=…, suffix=…) over a function with a "
    "docstring.",
)
def value(trial: Trial) -> Iterator[Finding]:
    """Yield what is wrong with the value."""
    format = trial.format
    if not isinstance(format, ReportFormat):
        reason = f"it is no ReportFormat but of type {type(format).__name__}"
        yield Finding(reason=reason, smallest="the value itself")
        return
    for name, expected in format.misstated.items():
        yield _of(name, getattr(format, name), expected)
    if not format.suffix and not _is_a_folder(trial):
        yield _of("suffix", format.suffix, "a dot and small letters, such as .txt")
    if "leaves_out" not in format.misstated:
        yield from _unknown_words(format.leaves_out)


def _is_a_folder(trial: Trial) -> bool:
    """Return whether what it gives is written as a folder, which has no suffix."""
    results = (each.result for each in trial.samples.values())
    return not trial.format.suffix and all(isinstance(each, Bundle) for each in results)


def _of(name: str, found: object, expected: str) -> Finding:
    return Finding(reason=f"its {name} is not {expected}", smallest=f"{name}={found!r}")


def _unknown_words(leaves_out: tuple[str, ...]) -> Iterator[Finding]:
    known = known_words()
    for each in leaves_out:
        if each not in known:
            near = did_you_mean(each, known)
            yield Finding(
                reason=f"its leaves_out names {each!r}, which no report has{near}",
                smallest=f"leaves_out=({each!r},)",
                remedy=f"Name a field, such as Response.text or text, or one of "
                f"{', '.join(WORDS)}.",
            )


@check(
    "options",
    rule="Every option has a default and a help text, and cannot be changed once made.",
    why="`icp report -f NAME` works without options, and lists them with their help.",
    remedy="Declare each as a field of a @frozen(kw_only=True) class with "
    "option(default, help=…).",
)
def options(trial: Trial) -> Iterator[Finding]:
    """Yield what is wrong with the options."""
    cls = trial.format.options
    if cls is None:
        return
    if not has(cls):
        yield Finding(reason=f"{cls.__name__} is no attrs class", smallest=cls.__name__)
        return
    for each in fields(cls):
        name = f"{cls.__name__}.{each.name}"
        if each.default is NOTHING:
            yield Finding(reason=f"{name} has no default", smallest=name)
        elif not str(each.metadata.get("help") or "").strip():
            yield Finding(reason=f"{name} has no help", smallest=name)
        elif each.on_setattr is None and "__setattr__" not in vars(cls):
            yield Finding(reason=f"{name} can be changed", smallest=name)


@check(
    "every-option-renders",
    rule="Every value that an option takes renders every report.",
    why="A value that is offered and then fails is found by the user, on the day the "
    "report is due.",
    remedy="Handle the value, take it out of the Literal or Enum, or raise an OptionError "
    "when the options are made.",
)
def every_option_renders(trial: Trial) -> Iterator[Finding]:
    """Yield the values of options that something goes wrong with."""
    cls = trial.format.options
    for given in () if cls is None or not has(cls) else given_options(cls):
        for title, report in SAMPLES.items():
            problem = _problem(trial, given, report())
            if problem and trial.samples[title].error is None:
                reason = f"with {given.text}: {problem}"
                yield Finding(reason=reason, smallest=f"{given.text}, {title}")
                break


def _problem(trial: Trial, given: Given, report: Report) -> str:
    """Return what is wrong with the *report* with the options *given*, if anything."""
    attempt = trial.attempt(report, given.made)
    if attempt.error is not None:
        return f"it raises {attempt.said}"
    if attempt.result is None:
        return f"it gives {' and '.join(attempt.kinds)}"
    return "" if given.is_document else trial.problem(attempt)


@check(
    "text-or-bytes",
    rule="A format gives text, bytes, an iterator of only one of them, or a Bundle of "
    "documents.",
    why="The host encodes text, writes bytes as they are and makes a folder of a Bundle; "
    "of a mixture it can make nothing.",
    remedy="Return str or bytes, or yield only one of them. Return several documents as "
    "one Bundle.",
)
def text_or_bytes(trial: Trial) -> Iterator[Finding]:
    """Yield the samples for which something else comes."""
    for title, attempt in trial.samples.items():
        if attempt.error is None and attempt.result is None:
            kinds = " and ".join(attempt.kinds)
            yield Finding(reason=f"it gives {kinds}", smallest=title)
            return


@check(
    "every-report-renders",
    rule="Every report can be rendered: without assessments, blank, excused as a whole, "
    "with half answers, with a question in each state, with the same subject twice.",
    why="A catalogue is laid out before anybody has answered, a partnership may leave "
    "everything to its partners, and two assessors may look at the same one.",
    remedy="Handle what may be missing: no assessment, a response that is None, a "
    "percent that is None. Tell assessments apart by their number.",
)
def every_report_renders(trial: Trial) -> Iterator[Finding]:
    """Yield each thing that it raises, with the first of the samples that make it."""
    titles: dict[str, list[str]] = {}
    for title, attempt in trial.samples.items():
        if said := attempt.said:
            titles.setdefault(said, []).append(title)
    for said, (first, *others) in titles.items():
        more = f", and {len(others)} more" if others else ""
        yield Finding(reason=f"it raises {said}", smallest=f"{first}{more}")
