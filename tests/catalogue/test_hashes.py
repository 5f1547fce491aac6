"""Two hashes tell whether catalogues ask the same, and whether they are the same."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from hashlib import sha256
from typing import Any

import pytest
from attrs import evolve, fields, has
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.catalogue import (
    Confidence,
    Group,
    GroupId,
    Listing,
    Outcome,
    OutcomeNumber,
    Principle,
    PrincipleNumber,
    Purpose,
    Question,
    QuestionId,
    Resource,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)
from integrated_care_principles.testing import catalogues

SCOTLAND = load_catalogue()


def principle(number: int) -> Principle:
    """Return a principle with that *number*."""
    return Principle(
        number=PrincipleNumber(number),
        title="Title",
        printed_titles=("Title",),
        act_limb="(b)(i)",
        guidance_url="https://example.org/",
        summary="Summary.",
    )


def resource(id: str) -> Resource:
    """Return a resource called *id*."""
    return Resource(
        id=ResourceId(id),
        title="Title",
        kind=ResourceKind.REPORT,
        status=ResourceStatus.CURRENT,
        checked=date(2026, 11, 21),
        confidence=Confidence.HIGH,
    )


# Whatever is changed in it alone, it stays well-formed: the last ones are used nowhere.
SMALL = Catalogue(
    id="small",
    edition="1",
    title="Title",
    licence="Licence",
    attribution="Attribution",
    guidance_url="https://example.org/",
    table_url="https://example.org/",
    statute_as_at=date(2026, 1, 7),
    checked=date(2026, 11, 21),
    purpose=Purpose(
        act_limb="(a)", guidance_url="https://example.org/", summary="Summary."
    ),
    principles=(principle(1), principle(2)),
    groups=(
        Group(
            id=GroupId("G1"),
            principles=(PrincipleNumber(1),),
            questions=(
                Question(id=QuestionId("Q1"), text="How?"),
                Question(id=QuestionId("Q2"), text="And?", follows=QuestionId("Q1")),
            ),
            listings=(Listing(resource=ResourceId("a"), wording="A"),),
        ),
    ),
    resources=(resource("a"), resource("b")),
    outcomes=(Outcome(number=OutcomeNumber(1), label="Label", summary="Summary."),),
)

# One of each class, such that each of its fields can be changed.
PARTS: tuple[Any, ...] = (
    SMALL,
    SMALL.purpose,
    SMALL.principles[-1],
    SMALL.groups[-1],
    SMALL.groups[-1].questions[-1],
    SMALL.groups[-1].listings[-1],
    SMALL.resources[-1],
    SMALL.outcomes[-1],
)

# What an answer depends on; all else may be corrected without a word to the assessors.
ASKED = {
    ("Catalogue", "groups"),
    ("Group", "id"),
    ("Group", "principles"),
    ("Group", "questions"),
    ("Question", "id"),
    ("Question", "text"),
    ("Question", "follows"),
}

# What a field is changed to where its value does not tell how.
OTHER = {
    ("Group", "principles"): (PrincipleNumber(1), PrincipleNumber(2)),
    ("Question", "follows"): None,
    ("Listing", "resource"): ResourceId("b"),
    ("Resource", "changed"): 2020,
    ("Catalogue", "purpose"): Purpose(act_limb="", guidance_url="", summary=""),
}


def other(part: object, name: str) -> object:
    """Return another value for the field *name* of *part*."""
    value = getattr(part, name)
    if (place := (type(part).__name__, name)) in OTHER:
        return OTHER[place]
    if isinstance(value, Enum):
        return next(each for each in type(value) if each is not value)
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, tuple):
        return value[:-1]
    return value + 1 if isinstance(value, int) else f"{value or 'none'}x"


def with_changed(value: Any, part: object, new: object) -> Any:
    """Return *value* with *new* in the place of *part*, wherever in it that is."""
    if value is part:
        return new
    if isinstance(value, tuple):
        return tuple(with_changed(each, part, new) for each in value)
    if has(cls := type(value)):
        names = [each.name for each in fields(cls)]
        return evolve(
            value,
            **{each: with_changed(getattr(value, each), part, new) for each in names},
        )
    return value


def changes() -> Iterator[Any]:
    """Yield each class with each of its fields, and a catalogue where it is changed."""
    for part in PARTS:
        for each in fields(type(part)):
            new = evolve(part, **{each.name: other(part, each.name)})
            place = (type(part).__name__, each.name)
            yield pytest.param(
                place, with_changed(SMALL, part, new), id=".".join(place)
            )


each_change = pytest.mark.parametrize(("place", "changed"), tuple(changes()))


@each_change
def test_the_content_hash_changes_with_everything(
    place: tuple[str, str], changed: Catalogue
) -> None:
    """There is no field whose change the hash of the content does not tell."""
    assert SMALL != changed, place
    assert SMALL.content_hash != changed.content_hash


@each_change
def test_the_fingerprint_changes_with_what_is_asked(
    place: tuple[str, str], changed: Catalogue
) -> None:
    """The fingerprint tells what an answer depends on, and nothing else."""
    assert (place in ASKED) == (SMALL.fingerprint != changed.fingerprint)


def test_every_change_has_its_own_hash() -> None:
    """No two changes look the same."""
    hashes = [each.values[1].content_hash for each in changes()]

    assert len(hashes) == len(set(hashes))


def test_the_order_of_what_is_asked_counts() -> None:
    """Questions, principles or groups in another order are another catalogue."""
    first, second, *others = SCOTLAND.groups
    questions = evolve(second, questions=second.questions[::-1])
    principles = evolve(second, principles=second.principles[::-1])
    hashes = {
        SCOTLAND.fingerprint,
        evolve(SCOTLAND, groups=(first, questions, *others)).fingerprint,
        evolve(SCOTLAND, groups=(first, principles, *others)).fingerprint,
        evolve(SCOTLAND, groups=SCOTLAND.groups[::-1]).fingerprint,
    }

    assert 4 == len(hashes)


def test_a_question_that_moves_changes_the_fingerprint() -> None:
    """A question in another group is asked of other principles."""
    first, second, *others = SCOTLAND.groups
    moved = (
        evolve(first, questions=first.questions[:-1]),
        evolve(second, questions=(*second.questions, first.questions[-1])),
        *others,
    )

    assert SCOTLAND.fingerprint != evolve(SCOTLAND, groups=moved).fingerprint


def test_the_fingerprint_is_a_hash_of_canonical_json() -> None:
    """Who has no Python can compute the fingerprint: this is how."""
    asked = [
        {
            "id": group.id,
            "principles": [*group.principles],
            "questions": [
                {"id": each.id, "text": each.text, "follows": each.follows}
                for each in group.questions
            ],
        }
        for group in SCOTLAND.groups
    ]
    text = json.dumps(asked, indent=2, ensure_ascii=False)

    assert f"sha256:{sha256(text.encode('utf-8')).hexdigest()}" == SCOTLAND.fingerprint


def test_the_shipped_fingerprint_is_known() -> None:
    """Saved assessments name this fingerprint; another one needs another edition."""
    assert (
        "2026.1",
        "sha256:563c0ef0d137acff33e3e65eb9859f05f8165f11055c9e884015ac5c1a786d91",
    ) == (SCOTLAND.edition, SCOTLAND.fingerprint)


def test_no_word_of_the_shipped_catalogue_changes_unnoticed() -> None:
    """Whoever changes one, also one of ours, says so here and in the changelog."""
    assert (
        "sha256:54a4b2aabc3a7bbcd2ddda848957191c23aa0f17f4d39a518de763400cfd4bd4"
        == SCOTLAND.content_hash
    )


@given(catalogues(), catalogues())
def test_catalogues_of_one_content_are_equal(one: Catalogue, two: Catalogue) -> None:
    """The hashes agree if, and only if, the catalogues do."""
    assert (one == two) == (one.content_hash == two.content_hash)


@given(st.data())
def test_hashes_say_what_they_are(data: st.DataObject) -> None:
    """A hash names its kind before 64 hexadecimal digits."""
    catalogue = data.draw(catalogues())

    for each in (catalogue.fingerprint, catalogue.content_hash):
        kind, _, digits = each.partition(":")
        assert ("sha256", 64) == (kind, len(digits))
        assert set(digits) <= set("0123456789abcdef")
