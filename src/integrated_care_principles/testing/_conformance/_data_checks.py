"""Checks of what a format does with the report that it is given."""

from collections.abc import Iterator, Mapping
from typing import NoReturn, TypeVar

from attrs import define as mutable
from attrs import evolve

from integrated_care_principles.exceptions import IntegratedCareError
from integrated_care_principles.reporting import (
    AssessmentView,
    GroupView,
    PrincipleView,
    QuestionView,
    Report,
)
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._samples import several
from integrated_care_principles.testing._conformance._trial import Trial

ValueT = TypeVar("ValueT", AssessmentView, QuestionView)
ViewT = TypeVar("ViewT", GroupView, PrincipleView)


@check(
    "report-unchanged",
    rule="Rendering changes neither the report nor the options.",
    why="The host gives the same report to the next format.",
    remedy="Make new values with attrs.evolve, and leave object.__setattr__ alone.",
)
def report_unchanged(trial: Trial) -> Iterator[Finding]:
    """Yield which of them is another one afterwards."""
    report, twin = several(), several()
    trial.attempt(report)
    if report != twin:
        yield Finding(reason="the report is another one", smallest="five assessments")
    try:
        options = None if trial.format.options is None else trial.format.options()
    except TypeError:  # one has no default, which another check says
        return
    before = repr(options)
    trial.attempt(several(), options)
    if repr(options) != before:
        yield Finding(reason="the options are others", smallest=before)


class _DataError(IntegratedCareError):
    """What a value of a report raises when it is looked at."""


@mutable
class _Tripwire:
    """
    Remembers whether somebody looked at what is broken.

    Attributes:
        raised: Whether that was so.
    """

    raised: bool = False

    def throw(self, *_: object) -> NoReturn:
        """Raise the error."""
        self.raised = True
        msg = "the data is broken"
        raise _DataError(msg)


def _all_broken(report: Report, tripwire: _Tripwire) -> Report:
    """Return *report* with assessments that cannot be had, as when a file breaks."""
    names = ("__iter__", "__len__", "__getitem__", "__bool__", "__contains__")
    methods: dict[str, object] = dict.fromkeys(names, tripwire.throw)
    broken = type("Broken", (tuple,), methods)
    return evolve(report, assessments=broken())


def _one_broken(report: Report, tripwire: _Tripwire) -> Report:
    """Return *report* with an assessment amid others of which nothing can be had."""
    first, broken, *others = report.assessments
    views = (first, _breaking(broken, tripwire), *others)
    return evolve(report, assessments=views)


def _question_broken(report: Report, tripwire: _Tripwire) -> Report:
    """Return *report* with a question amid others of which nothing can be had."""
    groups = {id(group): group for view in report.assessments for group in view.groups}
    broken = {
        id(each): _breaking(each, tripwire)
        for group in groups.values()
        for each in group.questions[1:2]
    }

    def mend(view: AssessmentView) -> AssessmentView:
        return evolve(
            view,
            groups=tuple(_replaced(each, broken) for each in view.groups),
            principles=tuple(_replaced(each, broken) for each in view.principles),
        )

    return evolve(report, assessments=tuple(map(mend, report.assessments)))


def _replaced(view: ViewT, broken: Mapping[int, QuestionView]) -> ViewT:
    questions = tuple(broken.get(id(each), each) for each in view.questions)
    return evolve(view, questions=questions)


def _breaking(value: ValueT, tripwire: _Tripwire) -> ValueT:
    """Return what passes for *value* until somebody asks it for anything."""

    def get(self: object, name: str) -> object:
        return (
            object.__getattribute__(self, name)
            if name[:2] == "__"
            else tripwire.throw()
        )

    cls = type("Breaking", (type(value),), {"__getattribute__": get, "__slots__": ()})
    return cls.__new__(cls)  # type: ignore[no-any-return, call-overload]  # no value is needed


_WAYS = {
    "a report whose assessments raise an IntegratedCareError": _all_broken,
    "five assessments, of which the second raises an IntegratedCareError": _one_broken,
    "questions of which one raises an IntegratedCareError": _question_broken,
}


@check(
    "errors-pass-through",
    rule="An error of the data passes through a format unchanged.",
    why="The host has a sentence for it. A format that swallows it gives half a report, "
    "which looks like a whole one.",
    remedy="Catch only the errors that you expect, never Exception.",
)
def errors_pass_through(trial: Trial) -> Iterator[Finding]:
    """Yield what came instead of the error."""
    for smallest, break_in in _WAYS.items():
        tripwire = _Tripwire()
        attempt = trial.attempt(break_in(several(), tripwire))
        if tripwire.raised and not isinstance(attempt.error, _DataError):
            instead = f"it raises {attempt.said}" if attempt.error else "it goes on"
            yield Finding(reason=f"instead {instead}", smallest=smallest)
            return
