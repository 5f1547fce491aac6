"""A merge that is going on: field by field, and item by item of lists."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from attrs import frozen

from integrated_care_principles.assessment._decisions import (
    Candidate,
    Decision,
    candidates,
    decision,
)

ValueT = TypeVar("ValueT")
PartT = TypeVar("PartT", bound=Hashable)
FieldT = TypeVar("FieldT", bound=Hashable)
# The name of an item, and its number among those of its list that have the same.
Key = tuple[str, int]


@frozen(kw_only=True)
class Change:
    """
    What was decided about one field.

    Attributes:
        place: Where, such as ``Q1.1`` or ``Q1.1, action Ask again``; empty: the whole.

        field: Its name; empty where some took away what others changed.

        candidates: The different values that the base does not have; none where something
            was taken away.
    """

    place: str
    field: str
    decision: Decision
    candidates: tuple[Candidate, ...] = ()


class Merging:
    """
    A merge that is going on.

    Attributes:
        take: Whose value is taken where values diverged; ``None``: nobody's.

        changes: What has been decided, in the order of the fields.
    """

    def __init__(self, take: int | None) -> None:
        self.take = take
        self.changes: list[Change] = []

    def note(self, change: Change) -> None:
        """Keep what was decided in mind, unless it is that nothing changes."""
        if change.decision is not Decision.SAME:
            self.changes.append(change)

    def items(
        self,
        sides: Sequence[Sequence[ValueT]],
        base: Sequence[ValueT],
        named: Callable[[ValueT], str],
        merged: Callable[["Variants[ValueT]"], ValueT],
        place: str,
    ) -> tuple[ValueT, ...]:
        """
        Return a list of items, each merged with those that have its name.

        Args:
            named: Returns the name of an item, which nobody changes.
            merged: Returns what becomes of the variants of one item.
            place: What stands before its name in the place of an item.
        """
        old = _by_key(base, named)
        news = [_by_key(each, named) for each in sides]
        result = []
        for key in in_order([*map(tuple, news), tuple(old)]):
            variants = Variants(
                merging=self,
                place=f"{place}{_called(key)}",
                sides=tuple(each.get(key) for each in news),
                base=old.get(key),
            )
            if not variants.is_gone():
                result.append(merged(variants))
        return tuple(result)


@frozen(kw_only=True)
class Variants(Generic[ValueT]):
    """
    What became of one value at each side.

    Attributes:
        place: What it is called in changes.

        sides: ``None`` where a side does not have it.

        base: What it was; ``None`` where it was not there, or nobody knows.
    """

    merging: Merging
    place: str
    sides: tuple[ValueT | None, ...]
    base: ValueT | None

    def is_gone(self) -> bool:
        """Return whether some took it away, and nobody changed it; keep that in mind."""
        if self.base is None or None not in self.sides:
            return False
        gone = all(each is None or each == self.base for each in self.sides)
        decided = Decision.CHANGED if gone else Decision.DIVERGED
        self.merging.note(Change(place=self.place, field="", decision=decided))
        return gone

    def where(self, wanted: Callable[[ValueT], bool]) -> "Variants[ValueT]":
        """Return the same, where the sides that are not *wanted* say what the base says."""
        sides = (
            each if each is not None and wanted(each) else self.base
            for each in self.sides
        )
        return Variants(
            merging=self.merging,
            place=self.place,
            sides=tuple(sides),
            base=self.base,
        )

    def alike(
        self,
        name: str,
        get: Callable[[ValueT], FieldT],
        empty: FieldT,
        wanted: Callable[[ValueT], bool],
    ) -> FieldT:
        """
        Return what becomes of a field that only the *wanted* sides may speak of.

        What the others say of it lands nowhere, so it is kept as a conflict.
        """
        result = self.where(wanted).field(name, get, empty)
        old, _ = self._all(get, empty)
        unheard = [
            old if each is None or wanted(each) else get(each) for each in self.sides
        ]
        lost = (each for each in candidates(unheard, old) if each.value != empty)
        if kept := tuple(each for each in lost if each.value != result):
            self._note(name, Decision.DIVERGED, kept)
        return result

    def field(
        self, name: str, get: Callable[[ValueT], FieldT], empty: FieldT
    ) -> FieldT:
        """
        Return what becomes of a field.

        Args:
            get: Returns it of a value.
            empty: What it is where nothing was said, and until somebody decides where
                several things were said in the place of nothing.
        """
        old, news = self._all(get, empty)
        found = candidates(news, old)
        decided = decision(found, len(news), was_empty=old == empty)
        self._note(name, decided, found)
        if decided is not Decision.DIVERGED:
            return next((each for each in news if each != old), old)
        return old if self.merging.take is None else news[self.merging.take]

    def diverged(self, name: str) -> bool:
        """Return whether nobody has decided yet about a field."""
        return self.merging.take is None and any(
            (each.place, each.field) == (self.place, name)
            for each in self.merging.changes
            if each.decision is Decision.DIVERGED
        )

    def latest(self, get: Callable[[ValueT], date | None]) -> date | None:
        """Return a day: of several that the sides say the last, which nobody decides."""
        old, news = self._all(get, None)
        changed = {each for each in news if each != old}
        days = [each for each in changed if each is not None]
        return max(days, default=None) if changed else old

    def plain_list(
        self, name: str, get: Callable[[ValueT], tuple[FieldT, ...]]
    ) -> tuple[FieldT, ...]:
        """Return a list without what anybody took out, with what anybody put in."""

        def merged() -> tuple[FieldT, ...]:
            old, news = self._lists(lambda each: _numbered(get(each)))
            gone = {item for item in old for side in news if item not in side}
            return tuple(item[0] for item in in_order(news) if item not in gone)

        return self._whole(name, get, merged)

    def parts(
        self,
        name: str,
        get: Callable[[ValueT], tuple[PartT, ...]],
        named: Callable[[PartT], str],
        merged: Callable[["Variants[PartT]"], PartT],
    ) -> tuple[PartT, ...]:
        """Return a list of values, each merged with those that have its name."""

        def one_by_one() -> tuple[PartT, ...]:
            old, news = self._lists(get)
            place = f"{self.place}, {name} "
            return self.merging.items(news, old, named, merged, place)

        return self._whole(name, get, one_by_one)

    def _whole(
        self,
        name: str,
        get: Callable[[ValueT], tuple[FieldT, ...]],
        merged: Callable[[], tuple[FieldT, ...]],
    ) -> tuple[FieldT, ...]:
        """Return a list as the only one has it who changed it, or else as it is *merged*."""
        old, news = self._lists(get)
        found = candidates(news, old)
        if len(found) > 1:
            return merged()
        decided = decision(found, len(news), was_empty=not old)
        self._note(name, decided, found)
        return next((each for each in news if each != old), old)

    def _note(self, name: str, decided: Decision, found: tuple[Candidate, ...]) -> None:
        change = Change(
            place=self.place, field=name, decision=decided, candidates=found
        )
        self.merging.note(change)

    def _lists(
        self, get: Callable[[ValueT], tuple[PartT, ...]]
    ) -> tuple[tuple[PartT, ...], list[tuple[PartT, ...]]]:
        """Return the list of the base, and that of each side."""
        return self._all(get, ())

    def _all(
        self, get: Callable[[ValueT], FieldT], empty: FieldT
    ) -> tuple[FieldT, list[FieldT]]:
        """Return what the base says, and what each side says."""
        old = empty if self.base is None else get(self.base)
        return old, [old if each is None else get(each) for each in self.sides]


def in_order(lists: Iterable[Sequence[FieldT]]) -> list[FieldT]:
    """
    Return everything that stands in *lists*, once, about where it stands there.

    It does not depend on the order of the lists, and is that of all where they agree.
    """
    places: dict[FieldT, int] = {}
    for each in lists:
        for place, item in enumerate(dict.fromkeys(each)):
            places[item] = min(place, places.get(item, place))
    return sorted(places, key=lambda item: (places[item], f"{item}"))


def _by_key(
    values: Iterable[ValueT], named: Callable[[ValueT], str]
) -> dict[Key, ValueT]:
    values = tuple(values)
    return dict(zip(_numbered(map(named, values)), values, strict=True))


def _numbered(values: Iterable[FieldT]) -> tuple[tuple[FieldT, int], ...]:
    """Return each value with its number among those that are the same, from 0."""
    seen: Counter[FieldT] = Counter()
    found = []
    for each in values:
        found.append((each, seen[each]))
        seen[each] += 1
    return tuple(found)


def _called(key: Key) -> str:
    name, number = key
    return f"{name} ({number + 1})" if number else name
