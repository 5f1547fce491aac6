"""The index that a catalogue is searched by: full text in SQLite, in memory."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING
from weakref import finalize

from attrs import Factory, field, frozen

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._entries import COLUMNS, Entry, entries
from integrated_care_principles.catalogue._words import Word, folded_words, words_of
from integrated_care_principles.exceptions import SearchUnavailableError
from integrated_care_principles.text import gist

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAMES = tuple(name for name, _ in COLUMNS)
_WEIGHTS = ", ".join(str(weight) for _, weight in COLUMNS)
_BEGIN, _END = "<", ">"  # which no folded word holds
_CREATE = f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(_NAMES)}, tokenize='porter ascii')"
_INSERT = (
    f"INSERT INTO texts (rowid, {', '.join(_NAMES)}) "  # noqa: S608
    f"VALUES (?{', ?' * len(COLUMNS)})"
)
_MARKED = ", ".join(
    f"highlight(texts, {number}, '{_BEGIN}', '{_END}')"
    for number in range(len(COLUMNS))
)
_FIRST = "SELECT rowid FROM texts WHERE texts MATCH ? LIMIT 1"
# Of two that are as good, the one that is printed first.
_FIND = (
    "SELECT rowid FROM texts WHERE texts MATCH ? "  # noqa: S608
    f"ORDER BY bm25(texts, {_WEIGHTS}), rowid"
)
_MARK = f"SELECT {_MARKED} FROM texts WHERE texts MATCH ? AND rowid = ?"  # noqa: S608


@frozen(kw_only=True, eq=False)
class Index:
    """
    What can be found in a catalogue, and by which words. Made by `index_of`.

    Attributes:
        entries: In printed order; their numbers begin with 0.

        amounts: In how many entries each word stands.

        words: The same words in order.

        connection: To the database, which one thread uses at a time.

        lock: Who holds it may.
    """

    entries: tuple[Entry, ...]
    amounts: Mapping[str, int]
    connection: "Connection"
    words: Sequence[str] = field(
        init=False,
        default=Factory(lambda index: sorted(index.amounts), takes_self=True),
    )
    lock: Lock = field(factory=Lock)

    def begun(self, token: str) -> list[str]:
        """Return the words that begin with a *token*, in order."""
        first = bisect_left(self.words, token)
        rest = (self.words[place] for place in range(first, len(self.words)))
        return list(takewhile(lambda each: each.startswith(token), rest))

    def finds(self, query: str) -> bool:
        """Return whether a *query* finds anything."""
        with self.lock:
            return self.connection.execute(_FIRST, (query,)).fetchone() is not None

    def find(self, query: str) -> list[int]:
        """Return the numbers of the entries that a *query* finds, the best first."""
        with self.lock:  # one cursor at a time, whoever asks
            rows = self.connection.execute(_FIND, (query,)).fetchall()
        return [number for (number,) in rows]

    def matches(self, query: str, number: int) -> dict[str, list[Word]]:
        """Return the words that a *query* looks for, in each text of an entry."""
        with self.lock:
            (marked,) = self.connection.execute(_MARK, (query, number)).fetchall()
        return dict(_matches(self.entries[number].texts, marked))


def index_of(catalogue: Catalogue) -> Index:
    """
    Return the index of a *catalogue*.

    Raises:
        SearchUnavailableError: If this Python's SQLite has no full-text search.
    """
    found = tuple(entries(catalogue))
    rows = [
        [" ".join(folded_words(each.texts.get(name, ""))) for name in _NAMES]
        for each in found
    ]
    amounts = Counter(word for row in rows for word in set(" ".join(row).split()))
    connection = _filled(rows)
    index = Index(entries=found, amounts=amounts, connection=connection)
    finalize(index, connection.close)  # SQLite wants it said that nobody asks any more
    return index


def _filled(rows: Iterable[list[str]]) -> "Connection":
    try:
        from sqlite3 import OperationalError, connect
    except ImportError as error:
        raise SearchUnavailableError(gist(error)) from error
    connection = connect(":memory:", check_same_thread=False)
    try:
        connection.execute(_CREATE)
    except OperationalError as error:
        connection.close()
        raise SearchUnavailableError(gist(error)) from error
    connection.executemany(_INSERT, ((n, *row) for n, row in enumerate(rows)))
    return connection


def _matches(
    texts: Mapping[str, str], marked: Iterable[str]
) -> Iterator[tuple[str, list[Word]]]:
    """Yield the name of each of the *texts* with the words in it that are *marked*."""
    for name, tokens in zip(_NAMES, marked, strict=True):
        if _BEGIN in tokens:
            yield name, list(_within(words_of(texts[name]), tokens.split()))


def _within(words: Iterable[Word], tokens: Iterable[str]) -> Iterator[Word]:
    """Yield the *words* whose *tokens* stand between two marks."""
    inside = False
    for word, token in zip(words, tokens, strict=True):
        if inside := inside or _BEGIN in token:
            yield word
        inside = inside and _END not in token
