"""Wrong in what they say of themselves, in what they give, or for which reports."""

import sys
from collections.abc import Callable, Iterator

from attrs import evolve, frozen

from integrated_care_principles.reporting import (
    Report,
    report_format,
    safe,
)

from .making import ALL, MUTANTS, mutant, sound, tally


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
wordy = evolve(sound, leaves_out=(*ALL, "the rest"))
MUTANTS += [
    ("value", each)
    for each in (imposter, silent, talkative, untyped, bare_suffix, misspelt, wordy)
]


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
