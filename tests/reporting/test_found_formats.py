"""Running a format: what goes wrong in it is told with its name, and harms nobody."""

import sys
from collections.abc import Callable, Iterator

import pytest
from attrs import frozen

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.discovery import Plugin
from integrated_care_principles.exceptions import (
    FormatRunError,
    OptionError,
    UnknownQuestionError,
)
from integrated_care_principles.reporting import (
    Bundle,
    Document,
    FoundFormat,
    Rendered,
    Report,
    ReportFormat,
    make_report,
    option,
    render,
)

REPORT = make_report(load_catalogue())
BUNDLE = Bundle((Document("a", "b"),))


def found(
    function: Callable[..., object], *, options: type | None = None
) -> FoundFormat:
    """Return a format of a stranger that does what *function* does."""
    made: ReportFormat[object, Rendered] = ReportFormat(
        summary="Anything.",
        media_type="text/plain",
        suffix=".txt",
        options=options,
        leaves_out=(),
        function=function,  # type: ignore[arg-type]  # whatever it gives
    )
    plugin = Plugin(
        group="g", name="toy", value="a:b", distribution="toys", version="1.0"
    )
    return FoundFormat(format=made, plugin=plugin)


def parts(*chunks: object) -> Callable[[Report], Iterator[object]]:
    """Return a function that gives *chunks* one by one."""
    return lambda _: iter(chunks)


def failing(error: BaseException) -> Callable[[Report], str]:
    """Return a function that raises an *error*."""

    def function(_: Report) -> str:
        raise error

    return function


@pytest.mark.parametrize(
    ("function", "whole"),
    [
        (lambda _: "text", "text"),
        (lambda _: b"bytes", b"bytes"),
        (lambda _: BUNDLE, BUNDLE),
        (parts("a", "b"), "ab"),
        (parts(b"a", b"b"), b"ab"),
        (parts(), ""),
    ],
)
def test_the_whole_of_what_a_format_gives(
    function: Callable[[Report], object], whole: object
) -> None:
    """Text, bytes, parts of one of them, or a bundle, and no other."""
    assert whole == found(function).render(REPORT)
    assert whole == render("toy", found(function).format, REPORT)


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (failing(ZeroDivisionError("no")), "ZeroDivisionError: no"),
        (failing(SystemExit(3)), "it calls sys.exit()"),
        (failing(GeneratorExit()), "GeneratorExit"),
        (parts("a", b"b"), "it gives bytes and str, not text or bytes"),
        (parts("a", None), "it gives NoneType and str, not text or bytes"),
        (
            lambda _: Bundle((Document("a", "\ud800"),)),
            "it gives half a character",
        ),
        (parts(BUNDLE), "it gives Bundle, not text or bytes"),
        (lambda _: None, "it gives NoneType, not text or bytes"),
        (lambda _: ["a"], "it gives list, not text or bytes"),
        (lambda _: (1 / each for each in (0,)), "ZeroDivisionError: division by zero"),
        (
            lambda _: Bundle((Document("../a", ""),)),
            "ValueError: '../a' is no safe name in a bundle; 'a' would be",
        ),
    ],
)
def test_a_format_that_fails(function: Callable[[Report], object], reason: str) -> None:
    """One sentence says format, distribution, version, reason and next step."""
    with pytest.raises(FormatRunError) as caught:
        found(function).render(REPORT)

    assert (
        f"the report format 'toy' of toys 1.0 failed: {reason}; "
        "upgrade toys, use another, or tell its authors"
    ) == str(caught.value)


def test_the_cause_is_chained() -> None:
    """Who wants to know more finds the error itself."""
    error = ZeroDivisionError("no")
    with pytest.raises(FormatRunError) as caught:
        found(failing(error)).render(REPORT)

    assert error is caught.value.__cause__


def test_an_error_of_ours_passes_through() -> None:
    """What is wrong with the data is no fault of the format."""
    error = UnknownQuestionError("Q9.99", ())
    with pytest.raises(UnknownQuestionError) as caught:
        found(failing(error)).render(REPORT)

    assert error is caught.value


def test_an_interruption_says_what_it_interrupted() -> None:
    """Ctrl-C is passed on, with the format that was running."""
    with pytest.raises(KeyboardInterrupt) as caught:
        found(failing(KeyboardInterrupt())).render(REPORT)

    note = "while the report format 'toy' of toys 1.0 was running"
    assert [note] == caught.value.__notes__


def test_standard_output_stays_clean(capfd: pytest.CaptureFixture[str]) -> None:
    """What a format prints while it runs is a message, and no part of the report."""

    def noisy(_: Report) -> Iterator[str]:
        sys.stdout.write("noise\n")
        yield "text"

    assert "text" == found(noisy).render(REPORT)
    assert ("", "noise\n") == capfd.readouterr()


@frozen(kw_only=True)
class Options:
    """Options of which one is refused for a bug."""

    times: int = option(1, help="How often.")

    def __attrs_post_init__(self) -> None:
        if self.times < 0:
            name, expected = "times", "a positive number"
            raise OptionError(name, str(self.times), expected)
        if self.times == 0:
            raise ZeroDivisionError


def test_options_of_a_format() -> None:
    """Options are listed and read; a format without any lists none."""
    toy = found(lambda _, options: "x" * options.times, options=Options)

    assert ["times"] == [each.name for each in toy.options]
    assert "xx" == toy.render(REPORT, toy.read_options({"times": "2"}))
    assert "x" == toy.render(REPORT)
    plain = found(lambda _: "x")
    assert () == plain.options
    assert "x" == plain.render(REPORT, plain.read_options({}))


def test_options_that_fail() -> None:
    """A rule of the format is told as it is, a bug in its options as one."""
    toy = found(lambda _, __: "x", options=Options)
    with pytest.raises(OptionError, match="a positive number"):
        toy.read_options({"times": "-1"})
    with pytest.raises(FormatRunError, match="failed: ZeroDivisionError"):
        toy.read_options({"times": "0"})
    with pytest.raises(FormatRunError, match="int is not an attrs class"):
        found(lambda _, __: "x", options=int).options  # noqa: B018 - it is asked for
