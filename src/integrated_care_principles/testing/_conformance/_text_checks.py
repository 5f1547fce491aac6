"""Checks of what becomes of texts, whatever they say."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import zip_longest

from attrs import Attribute, AttrsInstance

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._fields import all_fields
from integrated_care_principles.testing._conformance._hostile import (
    BEGINNINGS,
    FORMULAS,
    HOSTILE,
    LINKS,
    PLAIN_WORDS,
    TURNING,
)
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

_CONTROL = "Zqxwv"
_SAFE_SCHEME = re.compile(r"(?i)(https?|mailto):")
_SCHEME = re.compile(r"(?i)\s*(//|[a-z][a-z0-9+.-]*\s*:)")

_RULE_OF_STRANGERS = "All text of an assessment and of a catalogue is somebody else's: "


@check(
    "well-formed",
    rule="What a format gives is well-formed for its media type.",
    why="Browsers guess, spreadsheets shift cells, and parsers give up.",
    remedy="Close what you open, give every row as many cells, and let a writer such as "
    "csv or json do the quoting.",
)
def well_formed(trial: Trial) -> Iterator[Finding]:
    """Yield what a reader stumbles over."""
    for title, attempt in trial.samples.items():
        if problem := trial.problem(attempt):
            yield Finding(reason=problem, smallest=title)
            return


@check(
    "structure-holds",
    rule="No text changes a tag, the width of a row or the type of a cell: with harmless "
    "words in its place the structure is the same.",
    why=_RULE_OF_STRANGERS + "what it can add to a page it can also run there.",
    remedy="Put every text through reporting.safe: safe.html, safe.markdown, safe.xml, "
    "safe.csv_cell, safe.line.",
)
def structure_holds(trial: Trial) -> Iterator[Finding]:
    """Yield the first hostile word that changes the structure, and the field it is in."""
    tame = cache(partial(_tame, trial))
    together = " ".join(HOSTILE)
    for word in (together, *_beginnings(trial)):
        problem = partial(_structural_problem, trial, tame)
        if problem(word, None):
            each = next(each for each in (*HOSTILE, word) if problem(each, None))
            yield _located(partial(problem, each), each, problem(each, None))
            return


def _beginnings(trial: Trial) -> tuple[str, ...]:
    return BEGINNINGS if "markdown" in trial.families else ()


def _located(problem: Callable[[str | None], str], word: str, reason: str) -> Finding:
    """Return the finding, with a single field that is enough to cause it, if one is."""
    fields = (str(each) for each in all_fields() if each.is_text)
    field = next(filter(problem, fields), None)
    single = "" if field is None else problem(field)
    smallest = f"{field or 'every text'} = {word!r}"
    return Finding(reason=single or reason, smallest=smallest)


def _structural_problem(
    trial: Trial,
    tame: Callable[[str, str | None], tuple[Document | None, ...]],
    word: str,
    field: str | None,
) -> str:
    for base, expected in zip(_bases(), tame(_harmless(word), field), strict=True):
        found = trial.document(_saying(base, word, field))
        if found is None and trial.document(base) is not None:
            return "it cannot be rendered"
        if expected is None or found is None or expected.problems:
            continue  # which other checks say
        if found.problems:
            return found.problems[0]
        if found.structure != expected.structure:
            return _first_other(expected, found)
    return ""


def _tame(trial: Trial, word: str, field: str | None) -> tuple[Document | None, ...]:
    return tuple(trial.document(_saying(each, word, field)) for each in _bases())


def _bases() -> tuple[Report, Report]:
    """Return the two reports in which texts are replaced."""
    return seven_states(), no_assessment()


def _first_other(tame: Document, hostile: Document) -> str:
    pairs = zip_longest(tame.structure, hostile.structure, fillvalue="nothing")
    expected, found = next((one, two) for one, two in pairs if one != two)
    return f"instead of {expected!r} there is {found!r}"


def _harmless(text: str) -> str:
    """Return *text* with a word in the place of each, and spaces between them."""
    return re.sub(r"\s", " ", re.sub(r"\S+", "word", text))


def _saying(report: Report, word: str, field: str | None = None) -> Report:
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


@check(
    "safe-links",
    rule="Only addresses of http, https and mailto can be followed.",
    why=_RULE_OF_STRANGERS
    + "a link that runs a script acts as whoever reads the page.",
    remedy="Make a link only where reporting.safe.link gives one; show the rest as text.",
)
def safe_links(trial: Trial) -> Iterator[Finding]:
    """Yield addresses that should not be links."""
    if trial.families.isdisjoint({"html", "markdown", "xml"}):
        return
    for word in LINKS:
        problem = partial(_link_problem, trial, word)
        if reason := problem(None):
            yield _located(problem, word, reason)
            return


def _link_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in _bases():
        document = trial.document(_saying(base, word, field))
        for link in () if document is None else document.links:
            if _SCHEME.match(link) and not _SAFE_SCHEME.match(link):
                return f"there is a link to {link!r}"
    return ""


@check(
    "no-formulas",
    rule="No text becomes a formula in a spreadsheet.",
    why=_RULE_OF_STRANGERS + "a formula runs on the machine of whoever opens the file.",
    remedy="Put every text cell through reporting.safe.csv_cell.",
)
def no_formulas(trial: Trial) -> Iterator[Finding]:
    """Yield cells that a spreadsheet would run."""
    if "csv" not in trial.families:
        return
    for word in FORMULAS:
        problem = partial(_formula_problem, trial, word)
        if reason := problem(None):
            yield _located(problem, word, reason)
            return


def _formula_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in _bases():
        document = trial.document(_saying(base, word, field))
        if document is not None and document.formulas:
            return f"there is the cell {document.formulas[0]!r}"
    return ""


@check(
    "nothing-turned",
    rule="A text cannot turn the direction of writing beyond itself.",
    why=_RULE_OF_STRANGERS + "with one character a line is made to read as another.",
    remedy="In text and Markdown use safe.line or safe.markdown, which take such "
    'characters out; in HTML put texts into <bdi> or an element with dir="auto".',
)
def nothing_turned(trial: Trial) -> Iterator[Finding]:
    """Yield texts that turn what stands beside them."""
    for word in TURNING:
        problem = partial(_turning_problem, trial, word)
        if reason := problem(None):
            yield _located(problem, word, reason)
            return


def _turning_problem(trial: Trial, word: str, field: str | None) -> str:
    for base in _bases():
        document = trial.document(_saying(base, f"a {word} b", field))
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
    for base in _bases():
        control = trial.document(_saying(base, _CONTROL))
        if control is None:
            continue
        for word in PLAIN_WORDS:
            document = trial.document(_saying(base, word)) or Document()
            yield from _lost(word, control, document)


def _lost(word: str, control: Document, document: Document) -> Iterator[Finding]:
    expected = control.text.count(_CONTROL) - document.text.count(_CONTROL)
    found = document.text.count(word) - control.text.count(word)
    if found < expected:
        reason = f"{word!r} stands there {found} times instead of {expected}"
        yield Finding(reason=reason, smallest=f"every text = {word!r}")
