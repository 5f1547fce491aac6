"""Checks of what reaches the output, and in which order."""

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._canaries import (
    pinned,
    with_canaries,
)
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._fields import (
    Field,
    all_fields,
    meant_by,
)
from integrated_care_principles.testing._conformance._leaving_out import proposed
from integrated_care_principles.testing._conformance._other_values import with_other
from integrated_care_principles.testing._conformance._pieces import Piece
from integrated_care_principles.testing._conformance._sample_catalogue import (
    question_ids,
)
from integrated_care_principles.testing._conformance._samples import (
    SUBJECTS,
    complete,
    no_assessment,
    seven_states,
    several,
)
from integrated_care_principles.testing._conformance._trial import Trial


class Shown(IntEnum):
    """How much of a field reaches the output."""

    NOWHERE = 0
    SOMEWHERE = 1
    EVERYWHERE = 2


@check(
    "leaves-out",
    rule="Every field of a report is shown in full, or leaves_out says that it is not; and "
    "what leaves_out names is not shown in full.",
    why="Whoever publishes a report has to know what is not in it without comparing it "
    "with the answers.",
    remedy="Show the field, or name it in leaves_out.",
)
def leaves_out(trial: Trial) -> Iterator[Finding]:
    """Yield fields that are left out in silence, and words that leave nothing out."""
    words = trial.format.leaves_out
    shown = _shown(trial)
    if shown is None:
        return
    missing = {each for each in all_fields() if shown[each] is Shown.NOWHERE}
    whole = {each for each in all_fields() if shown[each] is Shown.EVERYWHERE}
    silent = [each for each in missing if not any(map(each.is_meant_by, words))]
    if silent:
        yield Finding(
            reason=f"neither shown nor named in leaves_out: {_listed(silent)}",
            smallest="a report in which nothing is empty",
            remedy=f"Show them, or write leaves_out={_tuple(proposed(words, missing, whole))}.",
        )
    for word in words:
        meant = meant_by(word)
        if meant and whole.issuperset(meant):
            yield Finding(
                reason=f"leaves_out names {word!r}, but it is shown",
                smallest="a report in which nothing is empty",
                remedy=f"Take {word!r} out of leaves_out.",
            )


def _listed(silent: list[Field]) -> str:
    return ", ".join(str(each) for each in all_fields() if each in silent)


def _tuple(words: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{each}"' for each in words)
    return f"({quoted},)" if len(words) == 1 else f"({quoted})"


def _shown(trial: Trial) -> dict[Field, Shown] | None:
    """Return how much of each field is shown; ``None`` where nothing can be rendered."""
    reports = (pinned(seven_states()), pinned(no_assessment()))
    usual = [trial.pieces(each) for each in reports]
    if not any(usual):
        return None
    words = _words_seen(trial, reports)
    return {
        each: max(
            words.get(each, Shown.NOWHERE),
            _difference(trial, each, reports, usual),
        )
        for each in all_fields()
    }


def _words_seen(trial: Trial, reports: tuple[Report, ...]) -> dict[Field, Shown]:
    """Return how many words of each field of text stand where a reader can read."""
    amounts: dict[Field, list[Shown]] = {each: [] for each in all_fields()}
    for report in reports:
        marked, words = with_canaries(report)
        text = trial.written(trial.attempt(marked))
        for field, amount in amounts.items():
            amount.append(_amount(words[str(field)], text))
    return {field: max(each) for field, each in amounts.items()}


def _amount(words: set[str], text: str) -> Shown:
    found = [each in text for each in words]
    if not any(found):
        return Shown.NOWHERE
    return Shown.EVERYWHERE if all(found) else Shown.SOMEWHERE


def _difference(
    trial: Trial,
    field: Field,
    reports: tuple[Report, ...],
    usual: list[tuple[Piece, ...]],
) -> Shown:
    """Return whether another value of *field* is seen, where no word can be looked for."""
    for report, before in zip(reports, usual, strict=True):
        if _unread(before, field):
            after = trial.pieces(pinned(with_other(report, field)))
            if _unread(after, field) != _unread(before, field):
                return Shown.EVERYWHERE
    return Shown.NOWHERE


def _unread(pieces: tuple[Piece, ...], field: Field) -> list[Piece]:
    """Return the *pieces* in which no word of *field* can be looked for."""
    return [each for each in pieces if not (each.family and field.is_text)]


@check(
    "catalogue-order",
    rule="Questions stand in the catalogue's order, assessments in that of the report.",
    why="Questions lean on the ones before them, and readers compare with the printed "
    "page.",
    remedy="Go through report.assessments, view.groups and group.questions; sort nothing.",
)
def catalogue_order(trial: Trial) -> Iterator[Finding]:
    """Yield what stands before something that it comes after."""
    texts = tuple(f"What do you say to {each}?" for each in question_ids())
    said = tuple(f"What was said to {each}." for each in question_ids())
    actions = tuple(f"For {each}: ask" for each in question_ids())
    sequences = (
        (complete(), texts),
        (complete(), question_ids()),
        (complete(), said),
        (complete(), actions),
        (no_assessment(), texts),
        (no_assessment(), question_ids()),
        (several(), SUBJECTS),
    )
    for report, sequence in sequences:
        for piece in trial.pieces(report):
            if reason := _disorder(sequence, " ".join(piece.document.text.split())):
                smallest = f"the order is {list(sequence)}"
                yield Finding(reason=reason + piece.where, smallest=smallest)
                return


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
