"""Checks of what becomes of a format under load."""

import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from threading import Barrier, BrokenBarrierError, Thread

from attrs import Attribute, AttrsInstance, evolve

from integrated_care_principles.reporting import AssessmentView, Report, Response
from integrated_care_principles.testing._conformance._attempt import Result
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._samples import (
    seven_states,
    several,
)
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._values import changed

HEAD, TAIL = "Headxq", "Tailxq"
# How people say that something was cut off.
_SAID = re.compile(r"(?i)…|\.\.\.|\bcut\b|\bshortened\b")
_LARGEST_TEXT = 1_000_000
_MOST_ASSESSMENTS = 4096

# Eight times as much takes eight times as long, or sixty-four times where it is
# quadratic. The bar stands between; what is faster than this is not measured.
_STEP = 8
_TOO_MUCH = 16.0
_MEASURABLE = 0.004
_LONG_ENOUGH = 0.05
_TOO_LONG = 3.0
# How many seconds threads wait for each other.
_PATIENCE = 5.0


@check(
    "megabyte",
    rule="A megabyte of text in one answer is rendered whole, or left out and said so.",
    why="People paste whole plans into an answer, and what is cut off in silence is lost.",
    remedy="Cut nothing. Where the file cannot hold it, say in the cell that it was cut.",
)
def megabyte(trial: Trial) -> Iterator[Finding]:
    """Yield what becomes of the text."""
    usual = trial.document(_with_text(1))
    if usual is None:
        return
    less, more = (_cost(trial, _with_text(_LARGEST_TEXT // each)) for each in (128, 16))
    if more > _MEASURABLE and more > _TOO_MUCH * less:
        return  # it would take minutes, which another check says
    attempt = trial.attempt(_with_text(_LARGEST_TEXT))
    if attempt.error is not None:
        yield Finding(reason=f"it raises {attempt.said}", smallest="a megabyte of text")
    read = "" if attempt.result is None else trial.read(attempt.result).text
    if cut_in_silence(usual.text, read):
        reason = "it cuts the text off and does not say so"
        yield Finding(reason=reason, smallest="a megabyte of text")


def cut_in_silence(usual: str, read: str) -> bool:
    """
    Return whether more texts begin than end in what is *read*, and nothing says so.

    Args:
        usual: What is read where the texts are short.
    """
    said = len(_SAID.findall(read)) - len(_SAID.findall(usual))
    return read.count(HEAD) - read.count(TAIL) > max(said, 0)


def long_text(length: int) -> str:
    """Return a text of *length* characters whose begin and end can be looked for."""
    return f"{HEAD} {'word ' * (length // 5)}{TAIL}"


def _with_text(length: int) -> Report:
    """Return a report with a text of *length* characters in each long field."""
    text = long_text(length)

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        if isinstance(holder, Response) and holder.question == "Q9.2":
            return text if attribute.name == "text" else old
        return old

    return changed(seven_states(), change)


def _with_assessments(number: int) -> Report:
    """Return a report of so many assessments, each of another subject."""
    return evolve(seven_states(), assessments=_views()[:number])


@cache
def _views() -> tuple[AssessmentView, ...]:
    (view,) = seven_states().assessments
    return tuple(_renamed(view, f"Subject {each}") for each in range(_MOST_ASSESSMENTS))


def _renamed(view: AssessmentView, subject: str) -> AssessmentView:
    return evolve(view, assessment=evolve(view.assessment, subject=subject))


@check(
    "linear-time",
    rule="Twice as much takes about twice as long: no quadratic time.",
    why="Thirty-one partnerships with long answers must not take an hour.",
    remedy="Join pieces once at the end, look things up in a dict, and let no regular "
    "expression go back and forth.",
)
def linear_time(trial: Trial) -> Iterator[Finding]:
    """Yield what grows too fast, and at which size."""
    sizes: dict[str, tuple[Callable[[int], Report], int]] = {
        "assessments": (_with_assessments, _MOST_ASSESSMENTS),
        "characters in one answer": (_with_text, _LARGEST_TEXT),
    }
    for what, (make, largest) in sizes.items():
        size = steepest(partial(_cost_of, trial, make), largest)
        if size is not None:
            reason = (
                f"{_STEP} times as many take more than {_TOO_MUCH:.0f} times as long"
            )
            yield Finding(reason=reason, smallest=f"{size} {what}")


def steepest(cost: Callable[[int], float], largest: int) -> int | None:
    """
    Return the size at which *cost* has grown too fast, or ``None``.

    Sizes are tried in steps until one takes long enough to tell. A step that looks too
    steep is measured again, and the least counts: noise only ever adds.
    """
    size, before = 1, cost(1)
    while size * _STEP <= largest:
        size, now = size * _STEP, cost(size * _STEP)
        if now > _MEASURABLE and now > _TOO_MUCH * before:
            before = min(before, *(cost(size // _STEP) for _ in range(3)))
            if now < _TOO_LONG:
                now = min(now, *(cost(size) for _ in range(2)))
            if now > _TOO_MUCH * max(before, _MEASURABLE / _STEP):
                return size
        if now > _LONG_ENOUGH:
            return None
        before = now
    return None


def _cost_of(trial: Trial, make: Callable[[int], Report], size: int) -> float:
    return _cost(trial, make(size))


def _cost(trial: Trial, report: Report) -> float:
    """Return the seconds of processor time that rendering *report* takes."""
    started = time.process_time()
    trial.attempt(report)
    return time.process_time() - started


@check(
    "eight-threads",
    rule="Eight threads that render at the same time get what each would get alone.",
    why="Web servers render in threads; what stands in a global list lands in the report "
    "of somebody else.",
    remedy="Keep what you collect in local variables.",
)
def eight_threads(trial: Trial) -> Iterator[Finding]:
    """Yield that a thread got something else."""
    reports = [seven_states(), several()] * 4
    alone = [trial.attempt(each).result for each in reports]
    if alone != [trial.attempt(each).result for each in reports]:
        return  # it differs without threads, too
    found = (each for _ in range(3) for each in _together(trial, reports).items())
    if any(alone[number] != result for number, result in found):
        reason = "a thread gets what another one rendered, or an error"
        yield Finding(
            reason=reason, smallest="two reports, each rendered by four threads"
        )


def _together(trial: Trial, reports: list[Report]) -> dict[int, Result | None]:
    """Return what threads got that rendered *reports* at once, by their numbers."""
    barrier = Barrier(len(reports) + 1)
    found: dict[int, Result | None] = {}

    def wait() -> None:
        with suppress(BrokenBarrierError):  # a thread that never came holds up nobody
            barrier.wait(_PATIENCE)

    def render(number: int, report: Report) -> None:
        wait()
        found[number] = trial.attempt(report).result

    threads = [Thread(target=render, args=each) for each in enumerate(reports)]
    for each in threads:
        each.start()
    with _switching_often():
        wait()
        for each in threads:
            each.join()
    return found


@contextmanager
def _switching_often() -> Iterator[None]:
    """Give each thread a moment at a time; only once all of them have begun."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
