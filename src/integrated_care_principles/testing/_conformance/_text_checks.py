"""Checks of what becomes of texts, whatever they say."""

import re
from collections.abc import Iterator, Mapping

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
    first_wrong,
    saying,
)

# One that every writer of ASCII keeps, and one that has no capitals to be turned into.
_CONTROLS = ("Zqxwv", "\u12d8\u1240\u12c8\u1228")
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
    if trial.families & {"html", "markdown", "xml", "drawn", "content-lines"}:
        yield from first_wrong(trial, LINKS, _link_problem)


def _link_problem(document: Document) -> str:
    for link in document.links:
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
    if trial.families & {"csv", "tsv"}:
        yield from first_wrong(trial, FORMULAS, _formula_problem)


def _formula_problem(document: Document) -> str:
    return "".join(f"there is the cell {each!r}" for each in document.formulas[:1])


@check(
    "nothing-turned",
    rule="A text cannot turn the direction of writing beyond itself.",
    why=RULE_OF_STRANGERS + "with one character a line is made to read as another.",
    remedy="In text and Markdown use safe.line or safe.markdown, which take such "
    'characters out; in HTML put texts into <bdi> or an element with dir="auto".',
)
def nothing_turned(trial: Trial) -> Iterator[Finding]:
    """Yield texts that turn what stands beside them."""
    yield from first_wrong(trial, TURNING, _turning_problem)


def _turning_problem(document: Document) -> str:
    return "".join(
        f"{each.strip()[:80]!r} turns what stands beside it"
        for each in document.turned[:1]
    )


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
        controls = {each: trial.document(saying(base, each)) for each in _CONTROLS}
        for word in PLAIN_WORDS:
            document = trial.document(saying(base, word)) or Document()
            yield from _lost(word, controls, document)


def _lost(
    word: str, controls: Mapping[str, Document | None], document: Document
) -> Iterator[Finding]:
    for control, usual in controls.items():
        text = "" if usual is None else usual.text
        expected = text.count(control) - document.text.count(control)
        found = document.text.count(word) - text.count(word)
        if found < expected:
            reason = f"{word!r} stands there {found} times instead of {expected}"
            yield Finding(reason=reason, smallest=f"every text = {word!r}")
            return
