"""Checks of what becomes of texts, whatever they say."""

import re
from collections.abc import Iterator
from functools import partial

from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._hostile import (
    FORMULAS,
    LINKS,
    PLAIN_WORDS,
    TURNING,
)
from integrated_care_principles.testing._conformance._reading import Document
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._typed import (
    RULE_OF_STRANGERS,
    bases,
    located,
    saying,
)

_CONTROL = "Zqxwv"
_SAFE_SCHEME = re.compile(r"(?i)(https?|mailto):")
_SCHEME = re.compile(r"(?i)\s*(//|[a-z][a-z0-9+.-]*\s*:)")


@check(
    "safe-links",
    rule="Only addresses of http, https and mailto can be followed.",
    why=RULE_OF_STRANGERS + "a link that runs a script acts as whoever reads the page.",
    remedy="Make a link only where reporting.safe.link gives one; show the rest as text.",
)
def safe_links(trial: Trial) -> Iterator[Finding]:
    """Yield addresses that should not be links."""
    if trial.families.isdisjoint({"html", "markdown", "xml"}):
        return
    for word in LINKS:
        problem = partial(_link_problem, trial, word)
        if reason := problem(None):
            yield located(problem, word, reason)
            return


def _link_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in bases():
        document = trial.document(saying(base, word, field))
        for link in () if document is None else document.links:
            if _SCHEME.match(link) and not _SAFE_SCHEME.match(link):
                return f"there is a link to {link!r}"
    return ""


@check(
    "no-formulas",
    rule="No text becomes a formula in a spreadsheet.",
    why=RULE_OF_STRANGERS + "a formula runs on the machine of whoever opens the file.",
    remedy="Put every text cell through reporting.safe.csv_cell.",
)
def no_formulas(trial: Trial) -> Iterator[Finding]:
    """Yield cells that a spreadsheet would run."""
    if "csv" not in trial.families:
        return
    for word in FORMULAS:
        problem = partial(_formula_problem, trial, word)
        if reason := problem(None):
            yield located(problem, word, reason)
            return


def _formula_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in bases():
        document = trial.document(saying(base, word, field))
        if document is not None and document.formulas:
            return f"there is the cell {document.formulas[0]!r}"
    return ""


@check(
    "nothing-turned",
    rule="A text cannot turn the direction of writing beyond itself.",
    why=RULE_OF_STRANGERS + "with one character a line is made to read as another.",
    remedy="In text and Markdown use safe.line or safe.markdown, which take such "
    'characters out; in HTML put texts into <bdi> or an element with dir="auto".',
)
def nothing_turned(trial: Trial) -> Iterator[Finding]:
    """Yield texts that turn what stands beside them."""
    for word in TURNING:
        problem = partial(_turning_problem, trial, word)
        if reason := problem(None):
            yield located(problem, word, reason)
            return


def _turning_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in bases():
        document = trial.document(saying(base, f"a {word} b", field))
        if document is not None and document.turned:
            return f"{document.turned[0].strip()[:80]!r} turns what stands beside it"
    return ""


@check(
    "text-as-typed",
    rule="A text stays what it was: 007 is not 7, 1e3 is not 1000, TRUE is not true, and "
    "letters keep their marks.",
    why="Numbers of cases and telephones, names and languages are not ours to mend.",
    remedy="Treat texts as texts: disable_numparse=True for tabulate, a text cell for "
    "spreadsheets, no normalising.",
)
def text_as_typed(trial: Trial) -> Iterator[Finding]:
    """Yield words that are not found as often as another word would be."""
    for base in bases():
        control = trial.document(saying(base, _CONTROL))
        if control is None:
            continue
        for word in PLAIN_WORDS:
            document = trial.document(saying(base, word)) or Document()
            yield from _lost(word, control, document)


def _lost(word: str, control: Document, document: Document) -> Iterator[Finding]:
    expected = control.text.count(_CONTROL) - document.text.count(_CONTROL)
    found = document.text.count(word) - control.text.count(word)
    if found < expected:
        reason = f"{word!r} stands there {found} times instead of {expected}"
        yield Finding(reason=reason, smallest=f"every text = {word!r}")
