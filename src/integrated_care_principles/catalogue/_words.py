"""Words of a text: where they stand, and how they are compared."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

# A letter or digit with the marks upon it; `s` after an apostrophe is no word of its own.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_OWNER = re.compile(r"['\u2019][sS](?!\w)")


class Word(NamedTuple):
    """
    A word where it stands.

    Attributes:
        start, end: Where, in letters of the text.

        folded: Without case and accents, in letters and digits of ASCII only: what is
            compared.
    """

    start: int
    end: int
    folded: str


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of *text*."""
    owners = {match.start() + 1 for match in _OWNER.finditer(text)}
    for match in _WORD.finditer(text):
        if match.start() not in owners:
            yield Word(match.start(), match.end(), folded(match[0]))


def folded(word: str) -> str:
    """Return a single *word* as it is compared."""
    if word.isascii():
        return word.lower()
    plain = normalize("NFKD", normalize("NFKD", word).casefold())
    # Another letter than those of ASCII is compared by its number.
    return "".join(
        each if each.isascii() else f"u{ord(each):x}"
        for each in plain
        if each.isalnum() and each != "_"
    )
