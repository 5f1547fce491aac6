"""Wrong in their options, or with some of them."""

import json
import math
from collections.abc import Callable
from enum import Enum
from typing import Literal, TypeVar

from attrs import AttrsInstance, define, field, frozen

from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    option,
    safe,
)

from .making import ALL, MUTANTS, tally

OptionsT = TypeVar("OptionsT")
AttrsT = TypeVar("AttrsT", bound=AttrsInstance)


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


Function = Callable[[Report, AttrsT], str]


def mutant(
    check: str, options: type[AttrsT], media_type: str = "text/plain"
) -> Callable[[Function[AttrsT]], ReportFormat[AttrsT, str]]:
    """Make a format of a function, and keep it under the check that should find it."""

    def decorate(function: Function[AttrsT]) -> ReportFormat[AttrsT, str]:
        format = ReportFormat(
            summary=str(function.__doc__),
            media_type=media_type,
            suffix=".x",
            options=options,
            leaves_out=ALL,
            function=function,
        )
        MUTANTS.append((check, format))
        return format

    return decorate


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


@mutant("every-option-renders", Colours)
def coloured(report: Report, options: Colours) -> str:
    """Knows one colour."""
    return {"red": tally}[options.colour](report)


@frozen(kw_only=True)
class Quotes:
    """An option with which the file breaks."""

    quoted: bool = option(True, help="Whether texts are quoted.")


@mutant("every-option-renders", Quotes, "application/json")
def quoted(report: Report, options: Quotes) -> str:
    """JSON, or not."""
    texts = [each.subject for each in report.assessments]
    return json.dumps(texts) if options.quoted else str(texts)


class Side(Enum):
    """Where something stands."""

    LEFT = "left"
    RIGHT = "right"


@frozen(kw_only=True)
class Sides:
    """Options, one of which can be nothing."""

    side: Side = option(Side.LEFT, help="Where the numbers stand.")
    other: Side | None = option(Side.RIGHT, help="Where the names stand.")


@mutant("every-option-renders", Sides)
def one_sided(report: Report, options: Sides) -> str:
    """Knows one side."""
    return {Side.LEFT: tally}[options.side](report)


@mutant("every-option-renders", Sides)
def needs_both(report: Report, options: Sides) -> str:
    """Forgets that one can be nothing."""
    return f"{tally(report)}{options.other.value}\n"  # type: ignore[union-attr]  # as above


@mutant("every-option-renders", Sides)
def gives_nothing(report: Report, options: Sides) -> str:
    """Gives nothing at all on one side."""
    return tally(report) if options.side is Side.LEFT else None  # type: ignore[return-value]  # as above


@frozen(kw_only=True)
class Numbers:
    """An option of which each value is odd to somebody."""

    most: int = option(8, help="How many at most.")


@mutant("every-option-renders", Numbers)
def divides(report: Report, options: Numbers) -> str:
    """Divides by what may be nothing."""
    return f"{tally(report)}{'-' * (80 // options.most)}\n"


@mutant("every-option-renders", Numbers)
def counts_down(report: Report, options: Numbers) -> str:
    """Takes for granted that a number is on this side of nothing."""
    return f"{tally(report)}{'-' * math.isqrt(options.most)}\n"


@mutant("every-option-renders", Numbers)
def descends(report: Report, options: Numbers) -> str:
    """Goes as deep as it is told to."""
    return f"{tally(report)}{deep(options.most)}\n"


def deep(number: int) -> str:
    """Return as many dashes, one deeper than the other."""
    return f"-{deep(number - 1)}" if number > 0 else ""


@frozen(kw_only=True)
class Texts:
    """Options that somebody types, and one that comes from a file."""

    mark: str = option("*", help="What stands before each line.")
    logo: bytes = option(b"GIF", help="What stands at the top.", from_file=True)


@mutant("every-option-renders", Texts)
def needs_a_letter(report: Report, options: Texts) -> str:
    """Looks at the first letter of what may have none."""
    return f"{options.mark[0]} {tally(report)}"


@mutant("every-option-renders", Texts, "text/csv")
def inserts(report: Report, options: Texts) -> str:
    """Puts a text into a row as it is."""
    rows = (f"{options.mark},{each.completeness}\n" for each in report.assessments)
    return "".join(["mark,complete\n", *rows])


@mutant("every-option-renders", Texts)
def fits(report: Report, options: Texts) -> str:
    """Fills what is left of a line, however little it is."""
    return f"{tally(report)}{safe.line(options.mark)}{'-' * math.isqrt(5000 - len(options.mark))}\n"


@mutant("every-option-renders", Texts)
def opens(report: Report, options: Texts) -> str:
    """Takes for granted what a file is."""
    return f"{options.logo.decode('ascii')[:0]}{tally(report)}"


@mutant("every-option-renders", Texts)
def reads_a_sign(report: Report, options: Texts) -> str:
    """Looks at the first byte of what may have none."""
    return f"{options.logo[0]:c} {tally(report)}".replace("\xff", "")


@frozen(kw_only=True)
class Columns:
    """An option that is given more than once."""

    columns: tuple[Literal["subject", "complete"], ...] = option(
        ("subject",), help="What is shown, in this order."
    )


@mutant("every-option-renders", Columns)
def needs_one(report: Report, options: Columns) -> str:
    """Forgets that there may be none."""
    return f"{options.columns[0]}\n{tally(report)}"


@mutant("every-option-renders", Columns)
def takes_one(report: Report, options: Columns) -> str:
    """Forgets that there may be several."""
    (_,) = options.columns or ("",)
    return tally(report)


@mutant("every-option-renders", Columns)
def knows_each_alone(report: Report, options: Columns) -> str:
    """Forgets that several may be given that are not the same."""
    (_,) = set(options.columns) or ("",)
    return tally(report)


@mutant("every-option-renders", Columns, "application/xml")
def repeats(report: Report, options: Columns) -> str:
    """Forgets that one may be given twice."""
    names = " ".join(f"{each}=''" for each in options.columns)
    return f"<all {names}>{len(report.assessments)}</all>"


@mutant("report-unchanged", Colours)
def repaints(report: Report, options: Colours) -> str:
    """Changes its options."""
    object.__setattr__(options, "colour", "blue")
    return tally(report)
