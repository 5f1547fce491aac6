"""Checks of what reaches the output."""

from collections.abc import Iterator
from enum import IntEnum

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
from integrated_care_principles.testing._conformance._load_checks import (
    cut_in_silence,
    long_text,
)
from integrated_care_principles.testing._conformance._other_values import with_other
from integrated_care_principles.testing._conformance._pieces import Piece
from integrated_care_principles.testing._conformance._reading import Document
from integrated_care_principles.testing._conformance._samples import (
    no_assessment,
    seven_states,
)
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._typed import bases, saying


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


# What is quoted from the guidance, and read by people: tables may say of it elsewhere.
_QUOTED = (
    "Question.text",
    "Principle.narrative",
    "Principle.printed_titles",
    "Listing.wording",
)
_READ_BY_PEOPLE = frozenset(("html", "markdown", "plain", "drawn"))


@check(
    "attribution",
    rule="Where a text, a page or a picture quotes the guidance, report.attribution stands "
    "too.",
    why="The words may be used under a licence that asks for that line.",
    remedy="Show report.attribution once, where somebody finds it.",
)
def attribution(trial: Trial) -> Iterator[Finding]:
    """Yield what is quoted without it."""
    for base in bases():
        marked, words = with_canaries(base)
        text = "\n".join(
            each.written
            for each in trial.pieces(marked)
            if each.family in _READ_BY_PEOPLE
        )
        quoted = [each for each in _QUOTED if any(word in text for word in words[each])]
        if quoted and not any(each in text for each in words["Catalogue.attribution"]):
            reason = f"it quotes {', '.join(quoted)}, and does not say by whose leave"
            yield Finding(reason=reason, smallest="a report in which nothing is empty")
            return


_LENGTH = 1500


@check(
    "nothing-cut",
    rule="No text is cut off in silence, whatever it says and wherever it stands.",
    why="A subject, a reason or an action of which the end is missing says something else.",
    remedy="Cut nothing. Where there is no room, end what is cut in “…”.",
)
def nothing_cut(trial: Trial) -> Iterator[Finding]:
    """Yield the first field that is long and ends nowhere."""
    for base in bases():
        if _cuts(trial, base, None):
            fields = (str(each) for each in all_fields() if each.is_text)
            alone = (each for each in fields if _cuts(trial, base, each))
            yield Finding(
                reason="it cuts a text off and does not say so",
                smallest=f"{next(alone, 'every text')} of {_LENGTH} characters",
            )
            return


def _cuts(trial: Trial, base: Report, field: str | None) -> bool:
    usual, read = (
        trial.document(saying(base, long_text(length), field)) or Document()
        for length in (0, _LENGTH)
    )
    return cut_in_silence(usual.text, read.text)
