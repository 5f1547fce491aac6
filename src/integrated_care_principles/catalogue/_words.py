"""Words of a text: where they stand, and how they are compared."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

# A letter or digit with the marks upon it; `s` after an apostrophe is no word of its own.
_OWNER = r"(?<=['\u2019])[sS](?![\w\u0300-\u036f])"
_WORD = rf"(?!{_OWNER})[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_HYPHEN = r"[-\u2010\u2011]"
_TERM = re.compile(rf"{_WORD}(?:{_HYPHEN}{_WORD})*")
_PART = re.compile(_WORD)


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


class Term(NamedTuple):
    """
    A word, or several that hyphens join.

    Attributes:
        whole: All of it as one word: some write ``well-being``, some ``wellbeing``.

        parts: The words that are joined; none where it is one word.
    """

    whole: Word
    parts: tuple[Word, ...]


def terms_of(text: str) -> Iterator[Term]:
    """Yield the terms of *text*, but for those of which nothing can be compared."""
    for match in _TERM.finditer(text):
        parts = [
            Word(match.start() + part.start(), match.start() + part.end(), word)
            for part in _PART.finditer(match[0])
            if (word := folded(part[0]))
        ]
        if parts:
            joined = "".join(each.folded for each in parts)
            whole = Word(match.start(), match.end(), joined)
            yield Term(whole, tuple(parts) if len(parts) > 1 else ())


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of *text*: each term as one word, then its parts."""
    for each in terms_of(text):
        yield each.whole
        yield from each.parts


def folded_words(text: str) -> Iterator[str]:
    """Yield the words of *text* as they are compared, as `words_of` does but at once."""
    for each in _TERM.findall(text):
        if each.isalnum():  # as nearly all are
            parts = [folded(each)]
        else:
            parts = [word for part in _PART.findall(each) if (word := folded(part))]
        if joined := "".join(parts):
            yield joined
        if len(parts) > 1:
            yield from parts


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
