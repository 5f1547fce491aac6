"""Finding things in a catalogue by words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._entries import COLUMNS, Entry, origin_of
from integrated_care_principles.catalogue._hits import (
    Excerpt,
    Hit,
    HitKind,
    Piece,
    SearchResult,
)
from integrated_care_principles.catalogue._index import Index
from integrated_care_principles.catalogue._words import Word, words_of
from integrated_care_principles.text import nearest

# More words find nothing that fewer do not.
_MOST_WORDS = 32
# Nobody reads more of a long text before they open it.
_WIDTH = 240
_BEFORE = 60


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
    looked_for = _looked_for(words)
    tokens = [each.folded for each, _ in looked_for]
    found: dict[tuple[HitKind, str], Hit] = {}
    for has_all, query in _queries(index, tokens):
        for entry, matches in index.find(query):
            if wanted.has(entry):
                hit = _hit(entry, matches, has_all=has_all)
                found.setdefault((hit.kind, hit.id), hit)
    return SearchResult(
        words=tuple(text for _, text in looked_for),
        hits=tuple(found.values()),
        did_you_mean=_meant(index, looked_for),
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
            and self.kind in {None, entry.kind}
        )


def _looked_for(text: str) -> list[tuple[Word, str]]:
    """Return each word of *text* once, folded and as it was written."""
    once = {each.folded: each for each in words_of(text)}
    return [
        (each, text[each.start : each.end])
        for each in list(once.values())[:_MOST_WORDS]
        if each.folded
    ]


def _queries(index: Index, tokens: Sequence[str]) -> Iterator[tuple[bool, str]]:
    """Yield the queries for things with all words, and for things with some of them."""
    if not tokens:
        return
    *whole, last = tokens
    parts = [f'"{each}"' for each in whole]
    parts.append(_begun(index, last))
    yield True, " AND ".join(parts)
    telling = [each for each in parts if not _is_everywhere(index, each)]
    if len(parts) > 1 and telling:
        yield False, " OR ".join(telling)


def _begun(index: Index, token: str) -> str:
    """Return a query for the words that begin with a *token*."""
    begun = [each for each in index.amounts if each.startswith(token)]
    words = dict.fromkeys((token, *sorted(begun)))
    return f"({' OR '.join(f'{chr(34)}{each}{chr(34)}' for each in words)})"


def _is_everywhere(index: Index, part: str) -> bool:
    """Return whether a word alone finds so much that it finds nothing."""
    return 3 * index.amounts.get(part.strip('"'), 0) > len(index.entries)


def _hit(entry: Entry, matches: Mapping[str, list[Word]], *, has_all: bool) -> Hit:
    return Hit(
        kind=entry.kind,
        id=entry.id,
        title=entry.texts["title"],
        title_origin=origin_of(entry.kind, "title"),
        groups=entry.groups,
        excerpts=tuple(
            Excerpt(
                name=name,
                origin=origin_of(entry.kind, name),
                pieces=tuple(_pieces(entry.texts[name], matches[name])),
            )
            for name, _ in COLUMNS
            if name in matches
        ),
        has_all=has_all,
    )


def _pieces(text: str, matches: Sequence[Word]) -> Iterator[Piece]:
    """Yield the part of a *text* around the first of its *matches*."""
    start, end = _window(text, matches[0])
    if start:
        yield Piece(text="…")
    for each in matches:
        if start <= each.start and each.end <= end:
            if start < each.start:
                yield Piece(text=text[start : each.start])
            yield Piece(text=text[each.start : each.end], is_match=True)
            start = each.end
    if start < end:
        yield Piece(text=text[start:end])
    if end < len(text):
        yield Piece(text="…")


def _window(text: str, first: Word) -> tuple[int, int]:
    """Return where a part begins and ends that is not too long, between two words."""
    if len(text) <= _WIDTH:
        return 0, len(text)
    words = list(words_of(text))
    start = next(each.start for each in words if each.start >= first.start - _BEFORE)
    start = 0 if start <= _BEFORE else start
    ends = (each.end for each in words if each.end <= max(start + _WIDTH, first.end))
    return start, max(ends)


def _meant(index: Index, looked_for: Iterable[tuple[Word, str]]) -> str | None:
    """Return the words with a known one in the place of each that stands nowhere."""
    meant = []
    changed = False
    for word, text in looked_for:
        known = index.finds(_begun(index, word.folded))
        near = None if known else nearest(word.folded, index.amounts)
        changed |= near is not None
        meant.append(near or text)
    return " ".join(meant) if changed else None
