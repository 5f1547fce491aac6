"""Checks of the numbers: the host counts, a format shows."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from attrs import Attribute, AttrsInstance

from integrated_care_principles.reporting import (
    Code,
    Completeness,
    QuestionScore,
    Report,
    Response,
    Status,
)
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._reading import Document
from integrated_care_principles.testing._conformance._samples import (
    all_not_applicable,
    all_partner_led,
    seven_states,
)
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._values import changed

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHARE = re.compile(r"\d+(?:\.\d+)?\s*%|\d+\s*(?:of|/)\s*\d+")
_WRONG = re.compile(
    r"(?<![\w.,])(?:(?:0|100)(?:\.0+)?\s*%|[+-]?(?:nan|inf)\b|None\s*%)"
)
_WRONG_PERCENT = re.compile(r"(?i)(0|100)(\.0+)?\s*%?|nan|inf|none")

# 299 of 300 is 99 %: whoever rounds by himself says 100, or 99.7.
_ONE = Completeness(complete=299, expected=300, excluded=131, partner_led=157)
_TWO = Completeness(complete=347, expected=512, excluded=263, partner_led=218)
_HALF = Completeness(complete=1, expected=2)


@check(
    "nothing-expected",
    rule="Where nothing is expected there is no percentage: not 0 %, not 100 %, not nan.",
    why="A partnership whose partners answer for everything is neither at the bottom nor "
    "at the top, and a reader takes the number at its word.",
    remedy='Show str(completeness), which says "nothing expected", or what you show where '
    "completeness.percent is None.",
)
def nothing_expected(trial: Trial) -> Iterator[Finding]:
    """Yield numbers that say too much."""
    samples = {
        "an assessment in which nothing applies": all_not_applicable(),
        "an assessment in which partners answer": all_partner_led(),
    }
    for title, report in samples.items():
        usual, found = (
            trial.document(each) for each in (counted(report, _HALF), report)
        )
        if usual is not None and found is not None:
            wrong = partial(_wrong, sorted(_excused(report)))
            said = [*_new(wrong, usual, found), *filter(_is_wrong, found.percents)]
            if said:
                yield Finding(reason=f"it says {said[0]!r}", smallest=title)
            elif found.gauges and not _new(str.split, usual, found):
                reason = f"a bar of {found.gauges[0]!r} stands there without a word"
                yield Finding(reason=reason, smallest=title)


def _wrong(excused: list[str], text: str) -> list[str]:
    text = " ".join(text.split())
    for each in excused:
        text = text.replace(each, "")
    return _WRONG.findall(text)


def _excused(report: Report) -> Iterator[str]:
    """Yield what may be said of *report*: how it stood if what is excused were expected."""
    for view in report.assessments:
        card = view.card
        every = (card.overall, *card.groups.values(), *card.principles.values())
        for each in every:
            yield str(each.if_expected)


def _is_wrong(cell: str) -> bool:
    return _WRONG_PERCENT.fullmatch(cell.strip()) is not None


@check(
    "host-numbers",
    rule="Every number that depends on a score is one that the report holds.",
    why="Two reports of one assessment must not disagree; 299 of 300 is 99 %, since 100 "
    "means complete and nothing else does.",
    remedy="Show the fields of Completeness, its percent, or str() of it. Compute nothing.",
)
def host_numbers(trial: Trial) -> Iterator[Finding]:
    """Yield numbers that come of the numbers, but are not among them."""
    report = seven_states()
    documents = [trial.document(counted(report, each)) for each in (_TWO, _ONE)]
    before, after = documents
    if before is None or after is None:
        return
    held = set(map(str, _held(_ONE)))
    for each in _new(_NUMBER.findall, before, after):
        if each not in held:
            yield Finding(
                reason=f"it says {each}, which is no number of the report",
                smallest=f"a completeness of {_ONE}, "
                f"{_ONE.excluded} excluded, {_ONE.partner_led} partner-led",
            )
            return
    yield from _recomputed(trial, report)


def _recomputed(trial: Trial, report: Report) -> Iterator[Finding]:
    """Yield shares that follow the answers while the report's own stay as they are."""
    pair = (report, _as_if_answered(report))
    before, after = (trial.document(each) or Document() for each in pair)
    new = _new(_SHARE.findall, before, after)
    if new or before.percents != after.percents:
        yield Finding(
            reason=f"it says {(new or after.percents)[0]!r}, which it has counted itself",
            smallest="a report whose completeness is not what its answers come to",
        )


def _as_if_answered(report: Report) -> Report:
    """Return a copy of *report* with every answer complete, and every number kept."""

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        match holder, attribute.name:
            case QuestionScore(), "code":
                return Code.COMPLETE
            case QuestionScore(), "gaps":
                return ()
            case Response(), "status":
                return Status.ANSWERED
        return old

    return changed(report, change)


def _held(completeness: Completeness) -> Iterator[int | None]:
    for each in (completeness, completeness.if_expected):
        yield from (each.complete, each.expected, each.percent)
    yield from (completeness.excluded, completeness.partner_led)


def _new(
    find: Callable[[str], list[str]], before: Document, after: Document
) -> list[str]:
    """Return what is found more often after than before."""
    return list((Counter(find(after.text)) - Counter(find(before.text))).elements())


def counted(report: Report, completeness: Completeness) -> Report:
    """Return a copy of *report* that says it is so complete, whatever was answered."""

    def change(_: AttrsInstance, __: "Attribute[object]", old: object) -> object:
        return completeness if isinstance(old, Completeness) else old

    return changed(report, change)
