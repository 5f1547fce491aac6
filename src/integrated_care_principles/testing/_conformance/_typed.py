"""Reports in which texts are replaced by what somebody might type."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from attrs import Attribute, AttrsInstance

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._check import Finding
from integrated_care_principles.testing._conformance._fields import all_fields
from integrated_care_principles.testing._conformance._reading import Document
from integrated_care_principles.testing._conformance._samples import (
    no_assessment,
    seven_states,
)
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._values import (
    changed,
    is_free_text,
    reworded,
)

RULE_OF_STRANGERS = "All text of an assessment and of a catalogue is somebody else's: "


def first_wrong(
    trial: Trial, words: Iterable[str], wrong: Callable[[Document], str]
) -> Iterator[Finding]:
    """Yield the first of *words* with which the format's document is *wrong*."""
    for word in words:
        problem = partial(_problem, trial, wrong, word)
        if reason := problem(None):
            yield located(problem, word, reason)
            return


def _problem(
    trial: Trial, wrong: Callable[[Document], str], word: str, field: str | None
) -> str:
    documents = (trial.document(saying(each, word, field)) for each in bases())
    return next(filter(None, map(wrong, filter(None, documents))), "")


def located(problem: Callable[[str | None], str], word: str, reason: str) -> Finding:
    """Return the finding, with a single field that is enough to cause it, if one is."""
    fields = (str(each) for each in all_fields() if each.is_text)
    field = next(filter(problem, fields), None)
    single = "" if field is None else problem(field)
    smallest = f"{field or 'every text'} = {word!r}"
    return Finding(reason=single or reason, smallest=smallest)


def bases() -> tuple[Report, Report]:
    """Return the two reports in which texts are replaced."""
    return seven_states(), no_assessment()


def saying(report: Report, word: str, field: str | None = None) -> Report:
    """Return a copy of *report* where every text, or that of one *field*, is *word*."""
    if field is None:
        return reworded(report, lambda _: word)

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        name = f"{type(holder).__name__}.{attribute.name}"
        if name != field or not is_free_text(holder, attribute) or not old:
            return old
        return (word,) if isinstance(old, tuple) else word

    return changed(report, change)
