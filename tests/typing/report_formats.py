"""
Which plugins type checkers accept, and which they refuse.

Never executed. Where a line must be refused, an ignore with the code stands beside it:
should the refusal get lost, mypy reports an ignore that is not used, pyright a type
comment without need.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=error

from collections.abc import Generator, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Literal, assert_type

from attrs import frozen

from integrated_care_principles import load_catalogue, load_format, make_report
from integrated_care_principles.reporting import (
    Bundle,
    Document,
    FoundFormat,
    Option,
    Registration,
    Rendered,
    Report,
    ReportFormat,
    find_format,
    option,
    options_of,
    read_options,
    register,
    report_format,
)

report = make_report(load_catalogue())


class Colour(Enum):
    """A word of a few."""

    RED = "red"


@frozen(kw_only=True)
class Options:
    """An option of every kind."""

    on: bool = option(False, help="Whether.")
    size: int = option(1, help="How large.")
    title: str = option("", help="What stands above.", from_file=True)
    logo: bytes | None = option(None, help="An image.", from_file=True)
    part: Literal["scores", "responses"] = option("scores", help="Which.")
    colour: Colour = option(Colour.RED, help="How red.")
    width: int | None = option(None, help="How wide.")
    tags: tuple[str, ...] = option((), help="What it is about.")
    days: tuple[int, ...] = option((1, 2), help="When.")
    parts: tuple[Literal["a", "b"], ...] = option(("a",), help="Which ones.")


@frozen(kw_only=True)
class WrongOptions:
    """Options whose defaults are not of their type, or that lack something."""

    letters: tuple[str, ...] = option("abc", help="No tuple of letters.")  # type: ignore[arg-type]  # a text
    numbers: tuple[int, ...] = option(("a",), help="No numbers.")  # type: ignore[arg-type]  # texts
    size: int = option("1", help="No number.")  # type: ignore[assignment]  # a text
    on: bool = option(None, help="Neither.")  # type: ignore[assignment]  # nothing
    part: Literal["a", "b"] = option("c", help="None of these.")  # type: ignore[arg-type]  # another
    logo: bytes = option("", help="No bytes.", from_file=True)  # type: ignore[assignment]  # a text
    silent: bool = option(False)  # type: ignore[call-arg]  # no help
    required: bool = option(help="No default.")  # type: ignore[call-arg]  # no default


@frozen(kw_only=True)
class OtherOptions:
    """Options of another format."""


class Plain:
    """A class that holds no options."""


# Right ones: every kind of result, without options and with them.


@report_format(media_type="application/zip", suffix="", leaves_out=("text",))
def as_bundle(report: Report) -> Bundle:
    """Several documents."""
    return Bundle((Document("a.txt", report.title), Document("b.bin", b"")))


@report_format(media_type="text/plain", suffix=".txt", summary="By a generator.")
def as_generator(report: Report) -> Generator[str, None, None]:
    """Text in parts, by a function that says so exactly."""
    yield report.title


@report_format(media_type="text/plain", suffix=".txt", options=Options)
def with_options(report: Report, options: Options) -> str:
    """Text, by options."""
    return report.title * options.size


@report_format(media_type="application/zip", suffix="", options=Options)
def bundle_with_options(report: Report, options: Options) -> Bundle:
    """Several documents, by options."""
    return Bundle((Document("a.txt", report.title * options.size),))


assert_type(as_bundle, ReportFormat[None, Bundle])
assert_type(as_generator, ReportFormat[None, Iterator[str]])
assert_type(with_options, ReportFormat[Options, str])
assert_type(bundle_with_options, ReportFormat[Options, Bundle])
assert_type(as_bundle(report), Bundle)
assert_type(as_bundle.render(report).documents, tuple[Document, ...])
assert_type(with_options(report, Options(size=2)), str)
assert_type(with_options(report), str)

# Wrong ones.


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # no iterator
def as_list(report: Report) -> list[str]:
    """Give a list."""
    return [report.title]


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # not to be iterated twice
def as_iterable(report: Report) -> Iterable[str]:
    """Give anything that can be iterated."""
    return (report.title,)


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # both at once
def as_mixture(report: Report) -> Iterator[str | bytes]:
    """Mix text and bytes."""
    yield report.title


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # or nothing
def as_maybe(report: Report) -> str | None:
    """Give text, or nothing."""
    return report.title or None


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # a path is no content
def as_path(report: Report) -> Path:
    """Write a file."""
    return Path(report.title)


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[type-var]  # a coroutine
async def as_coroutine(report: Report) -> str:
    """Give text some time."""
    return report.title


@report_format(media_type="text/plain", suffix=".txt")  # type: ignore[arg-type]  # called with one
def with_path(report: Report, path: Path) -> str:
    """Want to know where to."""
    return f"{report.title}{path}"


@report_format(media_type="text/plain", suffix=".txt", options=Plain)  # type: ignore[type-var]  # no options
def with_plain(report: Report, options: Plain) -> str:
    """Take a class that holds no options."""
    return f"{report.title}{options}"


@report_format(media_type="text/plain", suffix=".txt", options=Options())  # type: ignore[call-overload, untyped-decorator]  # a value
def with_value(report: Report, options: Options) -> str:
    """Say options, not their class."""
    return report.title * options.size


@report_format(media_type="text/plain", suffix=".txt", options=OtherOptions)  # type: ignore[arg-type]  # others
def with_others(report: Report, options: Options) -> str:
    """Take other options than it says."""
    return report.title * options.size


@report_format(media_type="text/plain", suffix=".txt", leaves_out="text")  # type: ignore[call-overload, untyped-decorator]  # letters
def leaves_letters(report: Report) -> str:
    """Leave out letters."""
    return report.title


with_options(report, OtherOptions())  # type: ignore[arg-type]  # of another format
with_options(report, {"size": 2})  # type: ignore[arg-type]  # not read yet
as_bundle(report, Options())  # type: ignore[arg-type]  # it has none
as_bundle("report")  # type: ignore[arg-type]  # no report

# Bundles.

Bundle([Document("a", "")])  # type: ignore[arg-type]  # no list
Bundle(("a", "b"))  # type: ignore[arg-type]  # no documents
Document("a", 3)  # type: ignore[arg-type]  # no content
Document("a", "").name = "b"  # type: ignore[misc]  # frozen

# What hosts do.

assert_type(register("toy", with_options), Registration)
with register("toy", as_bundle) as registration:
    assert_type(registration.name, str)
register("toy", with_options.function)  # type: ignore[arg-type]  # a function is no format
assert_type(load_format("drafts:toy"), ReportFormat[object, Rendered])
assert_type(find_format("toy"), FoundFormat)
assert_type(find_format("toy").render(report), str | bytes | Bundle)
assert_type(options_of(Options), tuple[Option, ...])
assert_type(read_options(Options, {"tags": ("a", "b"), "size": "2"}), Options)
read_options(Options, {"tags": ["a", "b"]})  # type: ignore[dict-item]  # no lists
read_options(Plain, {})  # type: ignore[type-var]  # no options
