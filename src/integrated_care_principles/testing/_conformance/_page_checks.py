"""Checks of pages and pictures: where texts stand in them, and what they fetch or run."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from integrated_care_principles.testing._conformance._canaries import with_canaries
from integrated_care_principles.testing._conformance._check import Finding, check
from integrated_care_principles.testing._conformance._pieces import Piece
from integrated_care_principles.testing._conformance._trial import Trial
from integrated_care_principles.testing._conformance._typed import (
    RULE_OF_STRANGERS,
    bases,
)

_CANARY = re.compile(r"Canary\d{4}x")


@check(
    "safe-places",
    rule="No text stands where escaping does not help: in a comment, a script, a style, an "
    "instruction, or a tag beside its quotes.",
    why=RULE_OF_STRANGERS + "there it ends the place that it stands in, or is run.",
    remedy="Put texts into elements and quoted attributes only, through safe.html or "
    "safe.xml.",
)
def safe_places(trial: Trial) -> Iterator[Finding]:
    """Yield the first field whose text stands in such a place."""
    for base in bases():
        marked, words = with_canaries(base)
        for piece in trial.pieces(marked):
            for text in piece.document.unescaped:
                if found := _CANARY.search(text):
                    field = next(each for each in words if found[0] in words[each])
                    at = max(found.start() - 30, 0)
                    around = text[at : found.end() + 10].strip()
                    reason = f"{field} stands in {around!r}{piece.where}"
                    yield Finding(reason=reason, smallest=f"{field} = {found[0]!r}")
                    return


@check(
    "self-contained",
    rule="A page or picture is one file: it runs no script and fetches nothing.",
    why="It is opened from a mail, an archive or a wall of a committee's papers, where "
    "nothing else is at hand, and what is fetched tells others who reads it.",
    remedy="Put styles into <style> and pictures into data:image/…, or give a Bundle that "
    "holds them. Show in words and bars what a script would.",
)
def self_contained(trial: Trial) -> Iterator[Finding]:
    """Yield what a sample fetches or runs."""
    for title, attempt in trial.samples.items():
        pieces = trial.pieces_of(attempt)
        names = {each.name for each in pieces}
        for piece in pieces:
            for each in piece.document.loads:
                if not _is_beside(each, piece, names):
                    reason = f"there is {each[:120]!r}{piece.where}"
                    yield Finding(reason=reason, smallest=title)
                    return


def _is_beside(address: str, piece: Piece, names: set[str]) -> bool:
    """Return whether an *address* in a *piece* is that of another document of its bundle."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    return normpath(join(dirname(piece.name), path)) in names - {""}
