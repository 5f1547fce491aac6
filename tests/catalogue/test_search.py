"""Finding things by words: what is found, in which order, and what is meant."""

import copy
import gc
import pickle
import sqlite3
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue, search
from integrated_care_principles.catalogue import (
    Catalogue,
    Excerpt,
    HitKind,
    Origin,
    Piece,
    SearchResult,
)
from integrated_care_principles.catalogue._entries import entries
from integrated_care_principles.catalogue._words import folded_words, words_of
from integrated_care_principles.exceptions import (
    SearchUnavailableError,
    UnknownGroupError,
    UnknownPrincipleError,
)
from integrated_care_principles.testing import catalogues, texts

CATALOGUE = load_catalogue()


def found(words: str, **narrowed: int | str | None) -> list[str]:
    """Return the ids of what *words* find, the best first."""
    result = search(CATALOGUE, words, **narrowed)  # type: ignore[arg-type]  # as a user types
    return [each.id for each in result.hits]


def with_all(words: str) -> list[str]:
    """Return the ids of what has every one of the *words*."""
    return [each.id for each in search(CATALOGUE, words).hits if each.has_all]


def test_all_words_come_before_some() -> None:
    """What has every word stands before what has some of them."""
    result = search(CATALOGUE, "carer rights")
    whole = [each.has_all for each in result.hits]

    assert "dementia-charter-of-rights" == result.hits[0].id
    assert sorted(whole, reverse=True) == whole
    assert {True, False} == set(whole)


def test_a_word_in_a_title_counts_most() -> None:
    """Of two things with a word, the one that is called so comes first."""
    assert "8" == found("safety", kind="principle")[0]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("SHARING", "share"),
        ("équality ACT", "equality act"),
        ("people's", "people"),
        ("people\u2019s", "peoples\u2019"),
        ("self-directed", "self directed"),
        ("wellbeing", "well-being"),
        ("CO\u2010PRODUCTION", "coproduction"),
        ("coproduc", "co-produc"),
        ('(equality) AND/or "act"', "equality and or act"),
        ("equality equality", "equality"),
    ],
)
def test_what_does_not_matter(words: str, others: str) -> None:
    """Case, accents, endings, owners, signs and repetitions find the same."""
    assert set(with_all(words)) == set(with_all(others)) != set()


@pytest.mark.parametrize("words", ["digni", "anticipato", "commissioni"])
def test_the_last_word_may_be_a_beginning(words: str) -> None:
    """Whoever is still typing finds what they begin to write."""
    assert found(words)


def test_only_the_last_word_may_be_a_beginning() -> None:
    """The words before it are whole ones."""
    assert [] == with_all("digni respect")


@pytest.mark.parametrize(
    "words",
    [
        'health AND "',
        "NEAR(care rights)",
        "title:care",
        "care*",
        "^care",
        "- care",
        "care OR NOT",
        "{title summary}: care",
        "care + rights",
        "\x00care",
        "\ud800care",
        "'; DROP TABLE texts; --",
        "care " * 40_000,
        " ".join(f"w{each}" for each in range(5_000)),
        "-".join(f"w{each}" for each in range(5_000)),
        " ".join("-".join(f"w{a}x{b}" for a in range(99)) for b in range(99)),
        "\u0301",
        "_",
        "",
        " \n",
    ],
    ids=lambda each: each[:12],
)
def test_nothing_is_an_operator(words: str) -> None:
    """Whatever somebody types is words, or nothing."""
    result = search(CATALOGUE, words)

    assert all(each.isalnum() for word in result.words for each in word)


def test_no_words_find_nothing() -> None:
    """Signs alone are not looked for."""
    assert SearchResult(words=()) == search(CATALOGUE, "?! …")


def test_narrowed_by_principle_group_and_kind() -> None:
    """What is found belongs to everything that is named."""
    every = search(CATALOGUE, "care").hits

    assert found("care", principle=10) == [
        each.id for each in every if "G2" in each.groups
    ]
    assert found("care", group="G9") == [
        each.id for each in every if "G9" in each.groups
    ]
    for kind in HitKind:
        assert found("care", kind=kind) == [
            each.id for each in every if each.kind is kind
        ]


def test_narrowed_by_a_principle_that_shares_its_questions() -> None:
    """Questions of a group belong to each of its principles; a principle to itself."""
    assert ["7"] == found("community", kind="principle", principle=7)
    assert "Q3.5" in found("community", principle=7)


def test_what_is_not_there_is_named() -> None:
    """A principle, group or kind that does not exist is an error, not an empty answer."""
    with pytest.raises(UnknownPrincipleError):
        search(CATALOGUE, "care", principle=13)
    with pytest.raises(UnknownGroupError):
        search(CATALOGUE, "care", group="G4")
    with pytest.raises(ValueError, match="people"):
        search(CATALOGUE, "care", kind="people")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("digntiy", "dignity"),
        ("carer digntiy", "carer dignity"),
        ("dignity", None),
        ("dign", None),
        ("qqqqqqqq", None),
        ("Equalty 2010", "equality 2010"),
        ("wellbieng", "wellbeing"),
        ("co-prodcution", "co production"),
        ("coproduction", None),
        ("e-qual-ity", None),
    ],
)
def test_what_was_perhaps_meant(words: str, meant: str | None) -> None:
    """For a word that stands nowhere, the nearest that does."""
    result = search(CATALOGUE, words)

    assert meant == result.did_you_mean
    if meant is not None:
        assert search(CATALOGUE, meant).hits


def test_words_are_marked_where_they_stand() -> None:
    """An excerpt is the text, its words apart, and says whose words it consists of."""
    (hit,) = search(CATALOGUE, "dignity", kind="outcome").hits

    assert (
        Excerpt(
            name="title",
            origin=Origin.OURS,
            pieces=(
                Piece(text="Good experience and "),
                Piece(text="dignity", is_match=True),
            ),
        )
        == hit.excerpts[0]
    )
    assert hit.title == str(hit.excerpts[0])


def test_a_long_text_is_shown_in_part() -> None:
    """Of a narrative the part around the first word, between whole words."""
    (hit,) = search(CATALOGUE, "inhibiting", kind="principle").hits
    (excerpt,) = hit.excerpts
    narrative = CATALOGUE.principle(7).narrative or ""

    assert ("narrative", Origin.QUOTED) == (excerpt.name, excerpt.origin)
    assert str(excerpt).strip("…") in narrative
    assert ("…", "…") == (excerpt.pieces[0].text, excerpt.pieces[-1].text)
    assert len(str(excerpt)) < 260


def test_whose_words_are_found() -> None:
    """Each text says whether it is quoted, tidied, ours, or was looked up."""
    origins = {
        (hit.kind, each.name): each.origin
        for words in ("people", "scotland", "carers", "two questions", "act")
        for hit in search(CATALOGUE, words).hits
        for each in hit.excerpts
    }

    assert Origin.QUOTED is origins[HitKind.QUESTION, "title"]
    assert Origin.OURS is origins[HitKind.QUESTION, "note"]
    assert Origin.TIDIED is origins[HitKind.RESOURCE, "title"]
    assert Origin.QUOTED is origins[HitKind.RESOURCE, "printed"]
    assert Origin.LOOKED_UP is origins[HitKind.RESOURCE, "publisher"]
    assert Origin.OURS is origins[HitKind.OUTCOME, "title"]


@given(catalogue=catalogues(), data=st.data())
def test_every_word_of_every_text_is_found(
    catalogue: Catalogue, data: st.DataObject
) -> None:
    """Whatever stands in a catalogue is found by any of its words."""
    places = [
        (each.kind, each.id, text[word.start : word.end])
        for each in entries(catalogue)
        for text in each.texts.values()
        for word in words_of(text)
        if word.folded
    ]
    assume(places)
    kind, id, word = data.draw(st.sampled_from(places))
    hits = search(catalogue, word, kind=kind).hits

    assert id in [each.id for each in hits if each.has_all]


def test_what_is_not_indexed_is_not_found() -> None:
    """The law above is no idle one: without its words a thing is not found."""
    without = evolve(
        CATALOGUE,
        outcomes=(evolve(CATALOGUE.outcome(3), label="Good experience", summary=""),),
    )

    assert () == search(without, "dignity", kind="outcome").hits


@given(words=st.one_of(texts(), st.text()))
def test_any_text_may_be_looked_for(words: str) -> None:
    """Nothing that can be typed fails, and excerpts joined are parts of the texts."""
    for hit in search(CATALOGUE, words).hits:
        assert hit.excerpts
        assert all(any(each.is_match for each in one.pieces) for one in hit.excerpts)


@given(words=st.sampled_from([each.text for each in CATALOGUE.questions]))
def test_case_and_accents_make_no_difference(words: str) -> None:
    """In capitals and with accents the same is found in the same order."""
    accented = unicodedata.normalize("NFD", words).replace("e", "e\u0301").upper()

    assert search(CATALOGUE, words).hits == search(CATALOGUE, accented).hits


def test_what_hyphens_join_is_found_either_way() -> None:
    """Of a term with hyphens each part finds it, and all of it as one word, marked so."""
    outcome = evolve(CATALOGUE.outcome(3), label="Well-being at work")
    catalogue = evolve(CATALOGUE, outcomes=(outcome,))
    marked = {
        words: [each.text for each in hit.excerpts[0].pieces if each.is_match]
        for words in ("wellbeing", "well being", "well-being", "being")
        for hit in search(catalogue, words, kind="outcome").hits
    }

    assert {
        "wellbeing": ["Well-being"],
        "well being": ["Well", "being"],
        "well-being": ["Well-being"],
        "being": ["being"],
    } == marked


@given(text=st.one_of(texts(), st.text(), st.from_regex(r"(\w*['-]?s?\u0301?){,9}")))
def test_words_are_the_same_in_both_readings(text: str) -> None:
    """What is put into the index is what excerpts are marked by, word by word."""
    assert [each.folded for each in words_of(text)] == list(folded_words(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [("\uff9e", []), ("a-\uff9e", ["a"]), ("a-b", ["ab", "a", "b"]), ("_-_", [])],
)
def test_what_cannot_be_compared_is_no_word(text: str, words: list[str]) -> None:
    """A sign of which nothing is left is passed over, alone and in a term."""
    assert words == [each.folded for each in words_of(text)] == list(folded_words(text))


def test_a_hit_is_a_value_of_its_own() -> None:
    """It can be pickled, compared and kept in a set, and outlives its catalogue."""
    catalogue = evolve(CATALOGUE)
    hit = search(catalogue, "dignity").hits[0]
    other = pickle.loads(pickle.dumps(hit))  # noqa: S301
    del catalogue
    gc.collect()

    assert hit == other == copy.deepcopy(hit) == search(CATALOGUE, "dignity").hits[0]
    assert hit.excerpts == other.excerpts
    assert hit != search(CATALOGUE, "respect").hits[0]
    assert 1 == len({hit, other})
    assert "[<Hit: resource rcn-dignity-resources, 'Dignity resource'>]" == f"{[other]}"


def test_threads_find_the_same() -> None:
    """A catalogue is searched by several threads at once."""
    catalogue = evolve(CATALOGUE)
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda _: search(catalogue, "care people"), range(32)))

    assert [search(CATALOGUE, "care people")] * 32 == results


def test_a_catalogue_that_was_searched_is_still_a_value() -> None:
    """It can be pickled, and is equal to one that was not."""
    catalogue = evolve(CATALOGUE)
    search(catalogue, "care")

    assert CATALOGUE == catalogue == pickle.loads(pickle.dumps(catalogue))  # noqa: S301


class _Bare:
    """A connection to an SQLite that was built without full-text search."""

    def execute(self, statement: str) -> None:
        """Refuse it as SQLite does."""
        message = f"no such module: fts5 ({statement})"
        raise sqlite3.OperationalError(message)

    def close(self) -> None:
        """Close nothing."""


def test_without_full_text_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite lacks it, that is said, and what to do."""
    monkeypatch.setattr(sqlite3, "connect", lambda *_, **__: _Bare())
    with pytest.raises(
        SearchUnavailableError, match=r"\(FTS5\).*use a Python that has it"
    ):
        search(evolve(CATALOGUE), "care")


def test_without_sqlite(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is where Python was built without SQLite."""
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    with pytest.raises(SearchUnavailableError):
        search(evolve(CATALOGUE), "care")
