"""A report format is a frozen value around a pure function."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from attrs import frozen
from attrs.exceptions import FrozenInstanceError

from integrated_care_principles import load_catalogue, make_report
from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    option,
    report_format,
)

REPORT = make_report(load_catalogue(), title="Twelve principles")


@frozen(kw_only=True)
class Options:
    """The options of the formats below."""

    loud: bool = option(False, help="In capital letters.")
    times: int = option(1, help="How often.")


@report_format(media_type="text/plain", suffix=".txt")
def plain(report: Report) -> str:
    """
    Give the title.

    And nothing else.
    """
    return report.title


@report_format(
    media_type="text/plain",
    suffix=".txt",
    summary="The title, as you like it.",
    options=Options,
    leaves_out=("responses",),
)
def fancy(report: Report, options: Options) -> Iterator[str]:
    """Give the title, as you like it, again and again."""
    for _ in range(options.times):
        yield report.title.upper() if options.loud else report.title


def test_the_decorator_gives_a_value() -> None:
    """What the decorator is told is what the format says of itself."""
    assert isinstance(fancy, ReportFormat)
    assert (
        "The title, as you like it.",
        "text/plain",
        ".txt",
        Options,
        ("responses",),
    ) == (
        fancy.summary,
        fancy.media_type,
        fancy.suffix,
        fancy.options,
        fancy.leaves_out,
    )


def test_the_summary_is_the_first_line_of_the_docstring() -> None:
    """Where no summary is given, the docstring's first line is it."""
    assert "Give the title." == plain.summary
    assert (None, ()) == (plain.options, plain.leaves_out)


def test_a_format_is_frozen() -> None:
    """Nobody changes a format that others use."""
    with pytest.raises(FrozenInstanceError):
        plain.suffix = ".csv"  # type: ignore[misc]  # what is refused


def test_a_format_without_options_is_called_with_the_report() -> None:
    """Rendering gives what the function gives, and calling the format is the same."""
    assert "Twelve principles" == plain.render(REPORT)
    assert plain(REPORT) == plain.render(REPORT)


def test_options_that_are_not_given_are_at_their_defaults() -> None:
    """Without options the function gets all defaults."""
    assert ["Twelve principles"] == list(fancy.render(REPORT))
    assert ["Twelve principles"] == list(fancy(REPORT))


def test_options_are_passed_on() -> None:
    """The function gets the options that were given, by either way to call it."""
    options = Options(loud=True, times=2)

    assert ["TWELVE PRINCIPLES"] * 2 == list(fancy.render(REPORT, options))
    assert ["TWELVE PRINCIPLES"] * 2 == list(fancy(REPORT, options))


class NoAttrs:
    """A class that is not built by attrs."""

    loud: bool = False


@frozen(kw_only=True)
class NoDefault:
    """An option that has to be given."""

    loud: bool


@frozen(kw_only=True)
class NoHelp:
    """An option that nobody explains."""

    loud: bool = False


@frozen(kw_only=True)
class EmptyHelp:
    """An option that is explained by nothing."""

    loud: bool = option(False, help="")


@frozen(kw_only=True)
class ADay:
    """An option of a type that cannot be given as text."""

    loud: bool = option(False, help="In capital letters.")
    day: date = option(date(2026, 3, 31), help="Of what?")


@frozen(kw_only=True)
class TextOrNumber:
    """An option of two types."""

    code: int | str | None = option(None, help="Which?")


@frozen(kw_only=True)
class AList:
    """An option of many values that can be changed."""

    columns: list[str] = option([], help="Which?")


USE = (
    "use bool, int, str, bytes, a Literal or an Enum whose values differ as texts, "
    "X | None, or tuple[X, ...]"
)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (NoAttrs, "NoAttrs is not an attrs class; write @frozen(kw_only=True) over it"),
        (NoDefault, "NoDefault.loud has no default or no help; use option()"),
        (NoHelp, "NoHelp.loud has no default or no help; use option()"),
        (EmptyHelp, "EmptyHelp.loud has no default or no help; use option()"),
        (ADay, f"ADay.day: an option cannot be date; {USE}"),
        (
            TextOrNumber,
            f"TextOrNumber.code: an option cannot be int | str | None; {USE}",
        ),
        (AList, f"AList.columns: an option cannot be list[str]; {USE}"),
    ],
)
def test_options_are_looked_at_when_the_decorator_runs(
    options: type[Any], message: str
) -> None:
    """An author hears of a wrong option when the module is imported, not later."""
    with pytest.raises(TypeError) as caught:
        report_format(media_type="text/plain", suffix=".txt", options=options)

    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"summary": "Two\nlines"}, "its summary is 'Two\\nlines', and not one line"),
        ({"summary": " "}, "its summary is ' ', and not one line of text"),
        ({"media_type": "text"}, "its media_type is 'text', and not a type such as"),
        ({"suffix": "tally"}, "its suffix is 'tally', and not a dot and small letters"),
        ({"suffix": "."}, "its suffix is '.', and not"),
        ({"suffix": ".a/b"}, "its suffix is '.a/b', and not"),
        ({"suffix": ".a b"}, "its suffix is '.a b', and not"),
        (
            {"leaves_out": "scores"},
            "its leaves_out is 'scores', and not a tuple of words",
        ),
        ({"leaves_out": ["scores"]}, "its leaves_out is ['scores'], and not a tuple"),
        ({"leaves_out": ("the rest",)}, "its leaves_out is ('the rest',), and not a"),
        ({"leaves_out": (1,)}, "its leaves_out is (1,), and not a tuple of words"),
    ],
)
def test_what_a_format_says_of_itself_is_looked_at(
    said: dict[str, Any], message: str
) -> None:
    """An author hears of a wrong word when the module is imported, not from a user."""
    decorate: Any = report_format(
        **{"media_type": "text/plain", "suffix": ".txt", **said}
    )
    with pytest.raises(TypeError) as caught:
        decorate(plain.function)

    assert str(caught.value).startswith(f"plain: {message}")


def test_all_that_a_format_says_wrongly_comes_at_once() -> None:
    """Without a docstring, and with a wrong suffix, both are said."""
    with pytest.raises(TypeError) as caught:

        @report_format(media_type="text/plain", suffix="txt")
        def silent(report: Report) -> str:  # pragma: no cover
            return report.title

    assert (
        "silent: its summary is '', and not one line of text; "
        "its suffix is 'txt', and not a dot and small letters, such as .txt"
    ) == str(caught.value)


def test_a_folder_has_no_suffix() -> None:
    """What gives several documents may have none."""
    made = report_format(media_type="application/zip", suffix="")(plain.function)

    assert {} == made.misstated
