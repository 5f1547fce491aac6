"""Running a format: what goes wrong in it is told apart from what goes wrong in us."""

import io
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from attrs import frozen

from integrated_care_principles import load_catalogue, make_report
from integrated_care_principles.exceptions import (
    FormatRunError,
    IntegratedCareError,
    UnknownQuestionError,
)
from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    option,
    render,
    report_format,
)

REPORT = make_report(load_catalogue(), title="Twelve")


@frozen(kw_only=True)
class Options:
    """The options of a format."""

    times: int = option(1, help="How often.")


class Loud(str):
    """A text of a class of its own, as some template engines give."""

    __slots__ = ()


class MuteError(Exception):
    """An error that fails where it is asked what happened."""

    def __str__(self) -> str:
        raise ValueError


def giving(value: object) -> ReportFormat[None, str]:
    """Return a format that gives *value*, whatever its author promised."""
    return raising(lambda: value)


def raising(function: Callable[[], object]) -> ReportFormat[None, str]:
    """Return a format that does what *function* does."""

    @report_format(media_type="text/plain", suffix=".txt")
    def layout(_: Report) -> str:
        """Do as told."""
        return function()  # type: ignore[return-value]  # as authors do who check no types

    return layout


def thrown(error: BaseException) -> Callable[[], object]:
    """Return what raises *error* when it is called."""

    def throw() -> object:
        raise error

    return throw


def midway(error: BaseException) -> Callable[[], object]:
    """Return what gives some text, and raises *error* when it is asked for more."""

    def begin() -> Iterator[str]:
        yield "some"
        raise error

    return begin


each_way_to_fail = pytest.mark.parametrize("failing", [thrown, midway])


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("text", "text"),
        ("", ""),
        (b"\xff\x00", b"\xff\x00"),
        (b"", b""),
        (Loud("text"), "text"),
        (iter(["a", "", Loud("b")]), "ab"),
        (iter([b"\xff", b"\x00"]), b"\xff\x00"),
        (iter([]), ""),
        ((f"{each}\n" for each in "ab"), "a\nb\n"),
        (io.StringIO("a\nb"), "a\nb"),
        (io.BytesIO(b"a\nb"), b"a\nb"),
    ],
)
def test_the_whole_of_what_a_format_gives(given: object, whole: str | bytes) -> None:
    """Text stays text and bytes stay bytes, at once or in pieces."""
    rendered = render("tally", giving(given), REPORT)

    assert whole == rendered
    assert type(whole) is type(rendered)


def test_a_format_gets_report_and_options() -> None:
    """The report and the options that were chosen get to the format."""

    @report_format(media_type="text/plain", suffix=".txt", options=Options)
    def layout(report: Report, options: Options) -> Iterator[str]:
        """Give the title as often as you like."""
        for _ in range(options.times):
            yield report.title

    assert "Twelve" == render("tally", layout, REPORT)
    assert "TwelveTwelve" == render("tally", layout, REPORT, Options(times=2))


@pytest.mark.parametrize(
    ("given", "kinds"),
    [
        (None, "NoneType"),
        (7, "int"),
        (["a", "b"], "list"),
        (("a",), "tuple"),
        ({"a": "b"}, "dict"),
        (bytearray(b"a"), "bytearray"),
        (iter([1, 2]), "int"),
        (iter(["a", b"b"]), "bytes and str"),
        (iter([b"a", "b", None]), "NoneType and bytes and str"),
        (iter([["a"]]), "list"),
    ],
)
def test_what_is_neither_text_nor_bytes_is_refused(given: object, kinds: str) -> None:
    """A format gives text or bytes, never both, and nothing else."""
    with pytest.raises(FormatRunError) as caught:
        render("tally", giving(given), REPORT)

    assert ("tally", f"it gives {kinds}, not text or bytes") == caught.value.args[:2]
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "given", ["\ud800", iter(["a", "\udfff"]), iter(["\ud83d", "\ude00"])]
)
def test_half_a_character_is_no_text(given: object) -> None:
    """What cannot be encoded is refused; two halves in pieces make no whole."""
    with pytest.raises(FormatRunError) as caught:
        render("tally", giving(given), REPORT)

    assert ("tally", "it gives half a character") == caught.value.args[:2]
    assert isinstance(caught.value.__cause__, UnicodeEncodeError)


@pytest.mark.parametrize("ending", [None, ValueError()])
def test_what_a_format_prints_is_a_message(
    capsys: pytest.CaptureFixture[str], ending: Exception | None
) -> None:
    """Nothing that a format prints gets among the data, at the start or later."""

    def chatty() -> Iterator[str]:
        print("so far")  # noqa: T201 - what is kept out
        yield "text"
        print("so good")  # noqa: T201 - what is kept out
        if ending is not None:
            raise ending

    stdout = sys.stdout
    try:
        assert "text" == render("tally", raising(chatty), REPORT)
    except FormatRunError as error:
        assert ending is error.__cause__  # noqa: PT017 - not always

    assert ("", "so far\nso good\n") == capsys.readouterr()
    assert stdout is sys.stdout


@each_way_to_fail
@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("one\ntwo"), "ValueError: one"),
        (ZeroDivisionError(), "ZeroDivisionError"),
        (KeyError("title"), "KeyError: 'title'"),
        (MuteError(), "MuteError"),
        (SystemExit(0), "it calls sys.exit()"),
        (GeneratorExit(), "GeneratorExit"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_what_a_format_raises_is_its_own_fault(
    error: BaseException,
    reason: str,
    failing: Callable[[BaseException], Callable[[], object]],
) -> None:
    """Whatever a format raises, and be it an exit, the error names it and chains it."""
    with pytest.raises(FormatRunError) as caught:
        render("tally", raising(failing(error)), REPORT)

    assert ("tally", reason) == caught.value.args[:2]
    assert error is caught.value.__cause__


@each_way_to_fail
@pytest.mark.parametrize(
    "error",
    [UnknownQuestionError("Q1", ()), IntegratedCareError(), KeyboardInterrupt()],
)
def test_what_is_not_the_formats_fault_passes_through(
    error: BaseException, failing: Callable[[BaseException], Callable[[], object]]
) -> None:
    """Errors of ours, and Ctrl-C, come out as they are."""
    with pytest.raises(type(error)) as caught:
        render("tally", raising(failing(error)), REPORT)

    assert error is caught.value


def test_threads_keep_standard_output() -> None:
    """Formats that run in several threads at once leave standard output as it was."""
    stdout = sys.stdout
    barrier = Barrier(8)

    def slow() -> Iterator[str]:
        yield "a"
        yield "b"

    def run(_: int) -> object:
        barrier.wait()
        return render("tally", raising(slow), REPORT)

    with ThreadPoolExecutor(8) as pool:
        assert ["ab"] * 8 == list(pool.map(run, range(8)))
    assert stdout is sys.stdout
