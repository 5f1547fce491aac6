"""A check of the order in which things stand."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve

from integrated_care_principles.reporting import (
    AssessmentView,
    Completeness,
    Period,
    Report,
)
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._sample_catalogue import (
    catalogue,
    question_ids,
)
from integrated_care_principles.testing._conformance._samples import (
    SUBJECTS,
    complete,
    no_assessment,
    several,
)
from integrated_care_principles.testing._conformance._trial import Trial


@check(
    "catalogue-order",
    rule="Questions, groups, principles, resources and outcomes stand in the catalogue's "
    "order, assessments in that of the report.",
    why="Questions lean on the ones before them, and readers compare with the printed "
    "page.",
    remedy="Go through report.assessments, view.groups and group.questions; sort nothing.",
)
def catalogue_order(trial: Trial) -> Iterator[Finding]:
    """Yield what stands before something that it comes after."""
    for report, sequences in _orders():
        for piece in trial.pieces(report):
            text = " ".join(piece.document.text.split())
            for sequence in sequences:
                if reason := _disorder(sequence, text):
                    smallest = f"the order is {list(sequence)}"
                    yield Finding(reason=reason + piece.where, smallest=smallest)
                    return


def _orders() -> Iterator[tuple[Report, tuple[tuple[str, ...], ...]]]:
    """Yield reports, each with what stands in it one after the other."""
    asked = catalogue()
    catalogued = (
        tuple(each.text for each in asked.questions),
        question_ids(),
        tuple(each.id for each in asked.groups),
        tuple(each.title for each in asked.principles),
        tuple(each.title for each in asked.resources),
        tuple(each.label for each in asked.outcomes),
    )
    said = tuple(f"What was said to {each}." for each in question_ids())
    actions = tuple(f"For {each}: ask" for each in question_ids())
    yield no_assessment(), catalogued
    yield complete(), (*catalogued, said, actions)
    yield several(), (SUBJECTS,)
    yield _uneven(), (SUBJECTS,)


def _uneven() -> Report:
    """Return a report of five assessments that differ in what one might sort them by."""
    report = several()
    numbers = zip(report.assessments, (3, 1, 4, 2, 5), strict=True)
    views = tuple(_with_number(view, number) for view, number in numbers)
    return evolve(report, assessments=views)


def _with_number(view: AssessmentView, number: int) -> AssessmentView:
    start, end = date(2020 + number, 4, 1), date(2021 + number, 3, 31)
    period = Period(start=start, end=end)
    overall = Completeness(complete=number, expected=7)
    return evolve(
        view,
        assessment=evolve(view.assessment, period=period),
        card=evolve(view.card, overall=overall),
    )


def _disorder(sequence: tuple[str, ...], text: str) -> str:
    """Return what stands in *text* before something that it comes after, if anything."""
    places = {each: _place(each, text) for each in sequence}
    found = [each for each in sequence if places[each] >= 0]
    for earlier, later in pairwise(found):
        if places[later] < places[earlier]:
            return f"{later!r} stands before {earlier!r}"
    return ""


def _place(piece: str, text: str) -> int:
    """Return where *piece* first stands in *text*, and not as a part of a word."""
    match = re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text)
    return match.start() if match else -1
