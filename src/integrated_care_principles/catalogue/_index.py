"""The index that a catalogue is searched by: full text in SQLite, in memory."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING
from weakref import finalize

from attrs import field, frozen

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._entries import COLUMNS, Entry, entries
from integrated_care_principles.catalogue._words import Word, words_of
from integrated_care_principles.exceptions import SearchUnavailableError
from integrated_care_principles.text import gist

if TYPE_CHECKING:
    from sqlite3 import Connection

_NAMES = tuple(name for name, _ in COLUMNS)
_WEIGHTS = ", ".join(str(weight) for _, weight in COLUMNS)
_BEGIN, _END = "<", ">"  # which no folded word holds
_CREATE = f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(_NAMES)}, tokenize='porter ascii')"
_INSERT = f"INSERT INTO texts VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_MARKED = ", ".join(
    f"highlight(texts, {number}, '{_BEGIN}', '{_END}')"
    for number in range(len(COLUMNS))
)
_FIRST = "SELECT rowid FROM texts WHERE texts MATCH ? LIMIT 1"
# Of two that are as good, the one that is printed first.
_FIND = (
    f"SELECT rowid, {_MARKED} FROM texts WHERE texts MATCH ? "  # noqa: S608
    f"ORDER BY bm25(texts, {_WEIGHTS}), rowid"
)


@frozen(kw_only=True, eq=False)
class Index:
    """
    What can be found in a catalogue, and by which words. Made by `index_of`.

    Attributes:
        entries: In printed order.

        words: Of each entry, by the names of its texts.

        amounts: In how many entries each word stands.

        connection: To the database, which one thread uses at a time.

        lock: Who holds it may.
    """

    entries: tuple[Entry, ...]
    words: tuple[Mapping[str, tuple[Word, ...]], ...]
    amounts: Mapping[str, int]
    connection: "Connection"
    lock: Lock = field(factory=Lock)

    def finds(self, query: str) -> bool:
        """Return whether a *query* finds anything."""
        with self.lock:
            return self.connection.execute(_FIRST, (query,)).fetchone() is not None

    def find(self, query: str) -> Iterator[tuple[Entry, dict[str, list[Word]]]]:
        """
        Yield each entry that a *query* of the full-text index finds, the best first.

        With it come the words in each of its texts that were looked for.
        """
        with self.lock:  # one cursor at a time, whoever asks
            rows = self.connection.execute(_FIND, (query,)).fetchall()
        for number, *marked in rows:
            yield (
                self.entries[number - 1],
                dict(_matches(self.words[number - 1], marked)),
            )


def index_of(catalogue: Catalogue) -> Index:
    """
    Return the index of a *catalogue*.

    Raises:
        SearchUnavailableError: If this Python's SQLite has no full-text search.
    """
    found = tuple(entries(catalogue))
    words = tuple(
        {name: tuple(words_of(text)) for name, text in each.texts.items()}
        for each in found
    )
    rows = [
        [" ".join(word.folded for word in each.get(name, ())) for name in _NAMES]
        for each in words
    ]
    amounts = Counter(word for row in rows for word in set(" ".join(row).split()))
    connection = _filled(rows)
    index = Index(entries=found, words=words, amounts=amounts, connection=connection)
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
    connection.executemany(_INSERT, rows)
    return connection


def _matches(
    words: Mapping[str, tuple[Word, ...]], marked: list[str]
) -> Iterator[tuple[str, list[Word]]]:
    """Yield the name of each text with the words in it that are *marked*."""
    for name, tokens in zip(_NAMES, marked, strict=True):
        if _BEGIN in tokens:
            pairs = zip(words[name], tokens.split(), strict=True)
            yield name, [word for word, token in pairs if _BEGIN in token]
