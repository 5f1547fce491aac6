"""Checks that what a format gives is well-formed, whatever texts say."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import zip_longest

from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._hostile import (
    BEGINNINGS,
    HOSTILE,
)
from integrated_care_principles.testing._conformance._reading import Document
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._typed import (
    RULE_OF_STRANGERS,
    bases,
    located,
    saying,
)


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
    why=RULE_OF_STRANGERS + "what it can add to a page it can also run there.",
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
            yield located(partial(problem, each), each, problem(each, None))
            return


def _beginnings(trial: Trial) -> tuple[str, ...]:
    return BEGINNINGS if "markdown" in trial.families else ()


def _structural_problem(
    trial: Trial,
    tame: Callable[[str, str | None], tuple[Document | None, ...]],
    word: str,
    field: str | None,
) -> str:
    for base, expected in zip(bases(), tame(_harmless(word), field), strict=True):
        found = trial.document(saying(base, word, field))
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
    return tuple(trial.document(saying(each, word, field)) for each in bases())


def _first_other(tame: Document, hostile: Document) -> str:
    pairs = zip_longest(tame.structure, hostile.structure, fillvalue="nothing")
    expected, found = next((one, two) for one, two in pairs if one != two)
    return f"instead of {expected!r} there is {found!r}"


def _harmless(text: str) -> str:
    """Return *text* with a word in the place of each, and spaces between them."""
    return re.sub(r"\s", " ", re.sub(r"\S+", "word", text))
