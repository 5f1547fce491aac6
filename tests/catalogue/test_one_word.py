"""One word changed in what the catalogue quotes, and a test of the source fails."""

import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import fields

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.catalogue import Origin, origins_of
from integrated_care_principles.files import decode_catalogue
from integrated_care_principles.text import canonical_json
from tests.catalogue import test_source as source
from tests.catalogue.test_origins import has_fields

# What people write is not shipped.
TOML = (
    Path(__file__).parents[2]
    / "src/integrated_care_principles/catalogue/data/scotland.toml"
)
WRITTEN = tomllib.loads(TOML.read_text(encoding="utf-8"))

# The tests that hold quoted words against the source.
HELD: tuple[Callable[[], None], ...] = (
    source.test_the_title_is_that_of_the_guidance,
    source.test_every_question_is_there_word_for_word,
    source.test_every_resource_is_listed_word_for_word,
    source.test_printed_titles_are_the_printed_ones,
    source.test_every_narrative_is_what_its_page_says,
    source.test_no_line_of_the_table_is_unaccounted_for,
)

SLIPS: dict[str, Callable[[list[str]], list[str]]] = {
    "the last word is missing": lambda words: words[:-1] or ["nothing"],
    "a word stands there twice": lambda words: [*words, words[-1]],
    "a word is another": lambda words: [*words[:-1], "another"],
    "a word begins otherwise": lambda words: [words[0].swapcase(), *words[1:]],
    "a word in the middle has a letter too many": lambda words: [
        *words[: len(words) // 2],
        f"{words[len(words) // 2]}s",
        *words[len(words) // 2 + 1 :],
    ],
}


def as_of_a_file() -> dict[str, Any]:
    """Return what is written as the file of a catalogue has it: days are texts."""
    days = {each: WRITTEN[each].isoformat() for each in ("statute_as_at", "checked")}
    resources = [
        {**each, "checked": each["checked"].isoformat()}
        for each in WRITTEN["resources"]
    ]
    return {"format": 1, **WRITTEN, **days, "resources": resources}


PLAIN = as_of_a_file()


def quoted(cls: type[Any], raw: dict[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the holder and the key of each quoted text in *raw*, a value of *cls*."""
    origins = origins_of(cls)
    for each in fields(cls):
        value = raw.get(each.name)
        inner = next((one for one in get_args(each.type) if has_fields(one)), None)
        if inner is not None:
            for one in value or ():
                yield from quoted(inner, one)
        elif isinstance(value, list) and origins[each.name] is Origin.QUOTED:
            yield from ((value, at) for at, one in enumerate(value) if is_text(one))
        elif is_text(value) and origins[each.name] is Origin.QUOTED:
            yield raw, each.name


def is_text(value: object) -> bool:
    """Return whether *value* is a text, which has words."""
    return isinstance(value, str)


PLACES = range(len(list(quoted(Catalogue, PLAIN))))


def fails(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether a test of the source refuses a *catalogue*."""
    monkeypatch.setattr(source, "load_catalogue", lambda: catalogue)
    for each in HELD:
        try:
            each()
        except AssertionError:
            return True
    return False


def test_every_quoted_text_is_changed() -> None:
    """The title, 51 questions, 59 wordings, two narratives, and each printed title."""
    titles = sum(len(each["printed_titles"]) for each in PLAIN["principles"])

    assert 1 + 51 + 59 + 2 + titles == len(PLACES)


def test_as_it_is_written_it_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a slip nothing is refused, and what is written is what is shipped."""
    catalogue = decode_catalogue(canonical_json(PLAIN).encode())

    assert load_catalogue() == catalogue
    assert not fails(catalogue, monkeypatch)


def slipped(place: int, slip: str) -> Catalogue:
    """Return the catalogue with a *slip* in the quoted text at a *place*."""
    raw = deepcopy(PLAIN)
    holder, key = list(quoted(Catalogue, raw))[place]
    holder[key] = " ".join(SLIPS[slip](holder[key].split(" ")))
    return decode_catalogue(canonical_json(raw).encode())


@pytest.mark.slow
@pytest.mark.parametrize("slip", SLIPS)
def test_one_word_changed(slip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in any quoted text makes a test of the source fail."""
    noticed = {place: fails(slipped(place, slip), monkeypatch) for place in PLACES}

    assert [] == [place for place, was_noticed in noticed.items() if not was_noticed]
