"""Finding things in a catalogue by words."""

from collections.abc import Iterable, Iterator, Sequence

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._entries import Entry, HitKind
from integrated_care_principles.catalogue._hits import Hit, SearchResult
from integrated_care_principles.catalogue._index import Index
from integrated_care_principles.catalogue._words import Term, Word, terms_of
from integrated_care_principles.text import nearest

# More words find nothing that fewer do not.
_MOST_WORDS = 32


def search(
    catalogue: Catalogue,
    words: str,
    *,
    principle: int | None = None,
    group: str | None = None,
    kind: str | None = None,
) -> SearchResult:
    """
    Return what *words* find in titles, questions, summaries, narratives and resources.

    Case, accents and endings of words do not matter, and the last word may be a beginning.
    Whatever stands in *words* is a word or nothing; none is an operator.

    Args:
        principle: Only what belongs to the principle of that number.
        group: Only what belongs to the group of that id.
        kind: Only things of a `HitKind`.

    Returns:
        What has every word, then what has some of them; each the best first, where a word
        in a title counts most.

    Raises:
        LookupError: If the catalogue has no such principle or group.
        ValueError: If there is no such kind.
        SearchUnavailableError: If this Python's SQLite has no full-text search.
    """
    index = catalogue._lookups.index  # noqa: SLF001 - made once, and kept there
    wanted = _Wanted(catalogue, principle, group, kind)
    terms = _terms(words)
    found: dict[int, Hit] = {}
    for has_all, query in _queries(index, terms):
        for number in index.find(query):
            entry = index.entries[number]
            if number not in found and wanted.has(entry):
                found[number] = Hit(
                    entry=entry,
                    number=number,
                    query=query,
                    index=index,
                    has_all=has_all,
                )
    return SearchResult(
        words=tuple(words[each.start : each.end] for each in _single(terms)),
        hits=tuple(found.values()),
        did_you_mean=_meant(index, terms, words),
    )


class _Wanted:
    """Which of the entries are asked for."""

    def __init__(
        self,
        catalogue: Catalogue,
        principle: int | None,
        group: str | None,
        kind: str | None,
    ) -> None:
        self.principle = (
            None if principle is None else catalogue.principle(principle).number
        )
        self.group = None if group is None else catalogue.group(group).id
        self.kind = None if kind is None else HitKind(kind)

    def has(self, entry: Entry) -> bool:
        """Return whether an *entry* is one of them."""
        return (
            (self.principle is None or self.principle in entry.principles)
            and (self.group is None or self.group in entry.groups)
            and (self.kind is None or self.kind is entry.kind)
        )


def _terms(text: str) -> list[Term]:
    """Return each term of *text* once, as far as more of them can matter."""
    once = {each.whole.folded: each for each in terms_of(text)}
    most = slice(_MOST_WORDS)
    return [Term(each.whole, each.parts[most]) for each in list(once.values())[most]]


def _single(terms: Iterable[Term]) -> Iterator[Word]:
    """Yield the single words of *terms*, each once."""
    words = (word for each in terms for word in each.parts or (each.whole,))
    yield from {each.folded: each for each in words}.values()


def _queries(index: Index, terms: Sequence[Term]) -> Iterator[tuple[bool, str]]:
    """Yield the queries for things with all words, and for things with some of them."""
    if not terms:
        return
    *whole, last = terms
    begun = _begun(index, _spellings(last))
    yield True, " AND ".join(map(_any_of, [*map(_spellings, whole), begun]))
    some = [*_telling(index, whole), *_begun(index, _telling(index, [last]))]
    if some and (whole or last.parts):
        yield False, _any_of(some)


def _spellings(term: Term) -> list[str]:
    """Return how a *term* may be written: as one word, and as one after the other."""
    parts = " ".join(each.folded for each in term.parts)
    return [term.whole.folded, *filter(None, [parts])]


def _begun(index: Index, spellings: Iterable[str]) -> list[str]:
    """Return the *spellings*, and those whose last word begins as theirs does."""
    return [
        " ".join([*before, each])
        for *before, end in map(str.split, spellings)
        for each in dict.fromkeys((end, *index.begun(end)))
    ]


def _any_of(spellings: Iterable[str]) -> str:
    """Return a query for any of the *spellings*, with any ending."""
    quoted = '" OR "'.join(spellings)
    return f'("{quoted}")'


def _telling(index: Index, terms: Iterable[Term]) -> Iterator[str]:
    """Yield the words of *terms* that do not find so much that they find nothing."""
    for term in terms:
        for each in (term.whole, *term.parts):
            if 3 * index.amounts.get(each.folded, 0) <= len(index.entries):
                yield each.folded


def _meant(index: Index, terms: Iterable[Term], text: str) -> str | None:
    """Return the words with a known one in the place of each that stands nowhere."""
    known: dict[str, str] = {}
    for term in terms:
        for each in () if _stands(index, term.whole) else _single([term]):
            near = None if _stands(index, each) else nearest(each.folded, index.words)
            known |= {} if near is None else {each.folded: near}
    words = (
        known.get(each.folded, text[each.start : each.end]) for each in _single(terms)
    )
    return " ".join(words) if known else None


def _stands(index: Index, word: Word) -> bool:
    """Return whether a *word* stands anywhere, with any ending."""
    return bool(index.begun(word.folded)) or index.finds(_any_of([word.folded]))
