"""What is made of a catalogue once, so that things in it are found at once."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from integrated_care_principles.catalogue._model import (
    Group,
    Outcome,
    Principle,
    Question,
)
from integrated_care_principles.catalogue._resource import Resource

if TYPE_CHECKING:
    from integrated_care_principles.catalogue._catalogue import Catalogue
    from integrated_care_principles.catalogue._index import Index


class Lookups:
    """
    Dictionaries from ids and numbers to what is called by them, in printed order.

    No class of attrs: whoever reads a question would pay for its definition.
    """

    def __init__(self, catalogue: "Catalogue") -> None:
        self._catalogue = catalogue
        self.principles: dict[int, Principle] = {
            each.number: each for each in catalogue.principles
        }
        self.groups: dict[str, Group] = {each.id: each for each in catalogue.groups}
        self.questions: dict[str, Question] = {
            each.id: each for group in catalogue.groups for each in group.questions
        }
        self.resources: dict[str, Resource] = {
            each.id: each for each in catalogue.resources
        }
        self.outcomes: dict[int, Outcome] = {
            each.number: each for each in catalogue.outcomes
        }

    @cached_property
    def ids_by_name(self) -> Mapping[str, Collection[str]]:
        """The ids of the resources that a name stands for; see `resources_called`."""
        from integrated_care_principles.catalogue._citations import ids_by_name

        return ids_by_name(self._catalogue)

    @cached_property
    def index(self) -> "Index":
        """What `search` goes by."""
        from integrated_care_principles.catalogue._index import index_of

        return index_of(self._catalogue)
