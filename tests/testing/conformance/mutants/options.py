"""Wrong in their options, or with some of them."""

import json
from typing import Literal, TypeVar

from attrs import define, field, frozen

from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    option,
    report_format,
)

from .making import ALL, MUTANTS, tally

OptionsT = TypeVar("OptionsT")


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


@report_format(media_type="text/plain", suffix=".x", options=Colours, leaves_out=ALL)
def repaints(report: Report, options: Colours) -> str:
    """Changes its options."""
    object.__setattr__(options, "colour", "blue")
    return tally(report)


MUTANTS.append(("report-unchanged", repaints))
