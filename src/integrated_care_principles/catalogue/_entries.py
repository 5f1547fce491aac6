"""What of a catalogue can be searched: a row for each thing, a column for each text."""

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import (
    Group,
    GroupId,
    Outcome,
    Principle,
    Question,
)
from integrated_care_principles.catalogue._origins import Origin, origins_of
from integrated_care_principles.catalogue._resource import Listing, Resource


class HitKind(StrEnum):
    """What sort of thing was found."""

    PRINCIPLE = "principle"
    QUESTION = "question"
    RESOURCE = "resource"
    OUTCOME = "outcome"


# Each text of a row, whose words it consists of, and how much a word in it counts.
COLUMNS = (
    ("title", 8.0),
    ("printed", 4.0),
    ("summary", 3.0),
    ("narrative", 1.0),
    ("note", 1.0),
    ("publisher", 1.0),
)
# The fields that the texts come from, where they are not called like them.
_FIELDS = {
    (HitKind.PRINCIPLE, "printed"): (Principle, "printed_titles"),
    (HitKind.QUESTION, "title"): (Question, "text"),
    (HitKind.RESOURCE, "printed"): (Listing, "wording"),
    (HitKind.RESOURCE, "note"): (Resource, "successor"),
    (HitKind.OUTCOME, "title"): (Outcome, "label"),
}
_CLASSES = {
    HitKind.PRINCIPLE: Principle,
    HitKind.QUESTION: Question,
    HitKind.RESOURCE: Resource,
    HitKind.OUTCOME: Outcome,
}


@frozen(kw_only=True)
class Entry:
    """
    A thing that can be found.

    Attributes:
        groups: The groups that it belongs to.

        principles: The numbers of the principles that it belongs to.

        texts: By the names of the columns; what is empty is absent.
    """

    kind: HitKind
    id: str
    texts: dict[str, str] = field(hash=False)
    groups: tuple[GroupId, ...] = ()
    principles: frozenset[int] = frozenset()


def origin_of(kind: HitKind, name: str) -> Origin:
    """Return whose words the text called *name* of a *kind* of thing consists of."""
    cls, field = _FIELDS.get((kind, name), (_CLASSES[kind], name))
    return origins_of(cls)[field]


def entries(catalogue: Catalogue) -> Iterator[Entry]:
    """Yield everything that can be found, in the order in which it is printed."""
    for principle in catalogue.principles:
        yield _principle(catalogue, principle)
    for group in catalogue.groups:
        yield from _questions(group)
    for resource in catalogue.resources:
        yield _resource(catalogue, resource)
    for outcome in catalogue.outcomes:
        yield Entry(
            kind=HitKind.OUTCOME,
            id=f"{outcome.number}",
            texts=_said(title=outcome.label, summary=outcome.summary),
        )


def _principle(catalogue: Catalogue, principle: Principle) -> Entry:
    groups = catalogue.groups_of(principle=principle.number)
    return Entry(
        kind=HitKind.PRINCIPLE,
        id=f"{principle.number}",
        groups=tuple(each.id for each in groups),
        principles=frozenset((principle.number,)),
        texts=_said(
            title=principle.title,
            printed=_several(principle.title, principle.printed_titles),
            summary=principle.summary,
            narrative=principle.narrative,
        ),
    )


def _questions(group: Group) -> Iterator[Entry]:
    for each in group.questions:
        yield Entry(
            kind=HitKind.QUESTION,
            id=each.id,
            groups=(group.id,),
            principles=frozenset(group.principles),
            texts=_said(title=each.text, note=each.note),
        )


def _resource(catalogue: Catalogue, resource: Resource) -> Entry:
    groups = catalogue.groups_of(resource=resource.id)
    wordings = (
        each.wording
        for group in groups
        for each in group.listings
        if each.resource == resource.id
    )
    return Entry(
        kind=HitKind.RESOURCE,
        id=resource.id,
        groups=tuple(each.id for each in groups),
        principles=frozenset(each for group in groups for each in group.principles),
        texts=_said(
            title=resource.title,
            printed=_several(resource.title, tuple(wordings)),
            note=resource.successor,
            publisher=resource.publisher,
        ),
    )


def _several(title: str, printed: tuple[str, ...]) -> str:
    """Return each printed wording once, but for the one that is the *title* itself."""
    return " · ".join(each for each in dict.fromkeys(printed) if each != title)


def _said(**texts: str | None) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
