"""What a search finds, and where the words of it stand."""

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen

from integrated_care_principles.catalogue._entries import (
    COLUMNS,
    Entry,
    HitKind,
    origin_of,
)
from integrated_care_principles.catalogue._excerpts import Excerpt, pieces_of
from integrated_care_principles.catalogue._model import GroupId
from integrated_care_principles.catalogue._origins import Origin
from integrated_care_principles.notebook import table

if TYPE_CHECKING:
    from integrated_care_principles.catalogue._index import Index


# Without slots, for the cached property.
@frozen(kw_only=True, slots=False, repr=False)
class Hit:
    """
    A principle, question, resource or outcome in which words were found.

    Attributes:
        has_all: Whether every word was found in it.
    """

    _entry: Entry = field(alias="entry")
    _number: int = field(alias="number")
    _query: str = field(alias="query")
    _index: "Index" = field(alias="index", eq=False)
    has_all: bool = True

    def __repr__(self) -> str:
        return f"<Hit: {self.kind} {self.id}, {self.title!r}>"

    def __getstate__(self) -> dict[str, object]:
        # The index stays here, so what it would be asked for is taken along.
        return {**self.__dict__, "_index": None, "excerpts": self.excerpts}

    @property
    def kind(self) -> HitKind:
        """What sort of thing it is."""
        return self._entry.kind

    @property
    def id(self) -> str:
        """Of a question or resource its id, of a principle or outcome its number."""
        return self._entry.id

    @property
    def title(self) -> str:
        """What it is called; of a question its text."""
        return self._entry.texts["title"]

    @property
    def title_origin(self) -> Origin:
        """Whose words the title consists of."""
        return origin_of(self.kind, "title")

    @property
    def groups(self) -> tuple[GroupId, ...]:
        """Those that it belongs to, as printed; of an outcome none."""
        return self._entry.groups

    @cached_property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """The texts of it in which words were found, the title first."""
        # Made when somebody looks: of all that is found, few read more than the first.
        matches = self._index.matches(self._query, self._number)
        return tuple(
            Excerpt(
                name=name,
                origin=origin_of(self.kind, name),
                pieces=tuple(pieces_of(self._entry.texts[name], matches[name])),
            )
            for name, _ in COLUMNS
            if name in matches
        )


@frozen(kw_only=True)
class SearchResult:
    """
    What a search finds.

    Attributes:
        words: What was looked for, word by word.

        hits: The best first; those with every word before those with some of them.

        did_you_mean: The same words with the nearest one in the place of each that stands
            nowhere; ``None`` where each stands somewhere, or nothing is near.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...] = field(factory=tuple)
    did_you_mean: str | None = None

    def _repr_html_(self) -> str:
        return table(
            f"{len(self.hits)} found for {' '.join(self.words)!r}",
            ("id", "kind", "title"),
            ((each.id, each.kind, each.title) for each in self.hits),
        )
