"""The catalogue: everything that is asked, found by id and in every direction."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import ClassVar

from attrs import field, fields, frozen

from integrated_care_principles.catalogue._lookups import Lookups
from integrated_care_principles.catalogue._model import (
    CatalogueRef,
    Group,
    Outcome,
    Principle,
    Purpose,
    Question,
)
from integrated_care_principles.catalogue._resource import Resource
from integrated_care_principles.catalogue._rules import dangling_ids, repeated_ids
from integrated_care_principles.exceptions import (
    UnknownGroupError,
    UnknownOutcomeError,
    UnknownPrincipleError,
    UnknownQuestionError,
    UnknownResourceError,
)
from integrated_care_principles.notebook import table
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed


# Without slots: with them, attrs makes every access to a `cached_property` a slow one.
@frozen(kw_only=True, slots=False)
class Catalogue:
    """
    A purpose, principles, the questions about them, resources and outcomes.

    Everything in it is in printed order.

    Attributes:
        edition: The release of the data, such as ``2026.1``.

        title: Quoted: title of the guidance.

        licence: Under which the quoted words may be used.

        attribution: The line that has to stand where they are quoted.

        table_url: The page that prints the questions and the resources, in a table with
            a row for each group.

        statute_as_at: The day whose text of the Act the limbs refer to.

        checked: The day on which the facts were last looked up.
    """

    id: str = field(metadata=SLUG)
    edition: str = field(metadata=NOT_BLANK)
    title: str = field(metadata=NOT_BLANK)
    licence: str
    attribution: str
    guidance_url: str
    table_url: str
    statute_as_at: date
    checked: date
    purpose: Purpose
    principles: tuple[Principle, ...]
    groups: tuple[Group, ...]
    resources: tuple[Resource, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    # No field, and nothing of the class either: so it is read at once.
    _lookups: ClassVar[Lookups]

    def __attrs_post_init__(self) -> None:
        require_wellformed(
            self,
            repeated_ids(self.principles, self.groups, self.resources, self.outcomes),
            dangling_ids(self.principles, self.groups, self.resources),
        )
        self.__dict__["_lookups"] = Lookups(self)

    def __getstate__(self) -> dict[str, object]:
        # What was made of the fields is made again elsewhere, and need not be portable.
        return {each.name: getattr(self, each.name) for each in fields(Catalogue)}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self.__dict__["_lookups"] = Lookups(self)

    def __str__(self) -> str:
        return f"{self.title} ({self.id} {self.edition})"

    def _repr_html_(self) -> str:
        rows = ((each, len(each.questions)) for each in self.groups)
        return table(f"{self}", ("group", "questions"), rows)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in printed order."""
        return tuple(self._lookups.questions.values())

    @property
    def ref(self) -> CatalogueRef:
        """What an assessment says to name this catalogue."""
        return CatalogueRef(
            id=self.id, edition=self.edition, fingerprint=self.fingerprint
        )

    @cached_property
    def fingerprint(self) -> str:
        """
        Hash of what an answer depends on, as ``sha256:`` and 64 hexadecimal digits.

        That is ids, texts and ``follows`` of questions, groups and their principles.
        A catalogue that corrects a resource keeps its fingerprint.
        """
        from integrated_care_principles.catalogue._hashes import fingerprint

        return fingerprint(self)

    @cached_property
    def content_hash(self) -> str:
        """Hash of everything in it, as ``sha256:`` and 64 hexadecimal digits."""
        from integrated_care_principles.catalogue._hashes import content_hash

        return content_hash(self)

    def question(self, id: str) -> Question:
        """
        Return the question called *id*.

        Raises:
            UnknownQuestionError: If the catalogue has no such question.
        """
        try:
            return self._lookups.questions[id]
        except KeyError:
            raise UnknownQuestionError(id, tuple(self._lookups.questions)) from None

    def principle(self, number: int) -> Principle:
        """
        Return the principle with that *number*.

        Raises:
            UnknownPrincipleError: If the catalogue has no such principle.
        """
        try:
            return self._lookups.principles[number]
        except KeyError:
            raise UnknownPrincipleError(
                number, tuple(self._lookups.principles)
            ) from None

    def group(self, id: str) -> Group:
        """
        Return the group called *id*.

        Raises:
            UnknownGroupError: If the catalogue has no such group.
        """
        try:
            return self._lookups.groups[id]
        except KeyError:
            raise UnknownGroupError(id, tuple(self._lookups.groups)) from None

    def resource(self, id: str) -> Resource:
        """
        Return the resource called *id*.

        Raises:
            UnknownResourceError: If the catalogue names no such resource.
        """
        try:
            return self._lookups.resources[id]
        except KeyError:
            raise UnknownResourceError(id, tuple(self._lookups.resources)) from None

    def outcome(self, number: int) -> Outcome:
        """
        Return the national outcome with that *number*.

        Raises:
            UnknownOutcomeError: If the catalogue has no such outcome.
        """
        try:
            return self._lookups.outcomes[number]
        except KeyError:
            raise UnknownOutcomeError(number, tuple(self._lookups.outcomes)) from None

    def groups_of(
        self,
        *,
        principle: int | None = None,
        question: str | None = None,
        resource: str | None = None,
    ) -> tuple[Group, ...]:
        """
        Return the groups that hold everything that is named, in printed order.

        Raises:
            LookupError: If the catalogue does not know what is named: an
                `UnknownPrincipleError`, `UnknownQuestionError` or
                `UnknownResourceError`.
        """
        groups: Iterable[Group] = self.groups
        if principle is not None:
            number = self.principle(principle).number
            groups = [each for each in groups if number in each.principles]
        if question is not None:
            asked = self.question(question)
            groups = [each for each in groups if asked in each.questions]
        if resource is not None:
            listed = self.resource(resource).id
            groups = [
                each
                for each in groups
                if listed in {one.resource for one in each.listings}
            ]
        return tuple(groups)

    def questions_of(
        self,
        *,
        principle: int | None = None,
        group: str | None = None,
        resource: str | None = None,
    ) -> tuple[Question, ...]:
        """
        Return the questions of the groups that hold all that is named, as printed.

        Raises:
            LookupError: If the catalogue does not know what is named.
        """
        found = self.groups_of(principle=principle, resource=resource)
        groups = self._narrowed(found, group)
        return tuple(each for group in groups for each in group.questions)

    def principles_of(
        self,
        *,
        question: str | None = None,
        group: str | None = None,
        resource: str | None = None,
    ) -> tuple[Principle, ...]:
        """
        Return the principles of the groups that hold all that is named, by number.

        The guidance does not tell the principles of one group apart.

        Raises:
            LookupError: If the catalogue does not know what is named.
        """
        found = self.groups_of(question=question, resource=resource)
        groups = self._narrowed(found, group)
        numbers = {number for group in groups for number in group.principles}
        return tuple(each for each in self.principles if each.number in numbers)

    def resources_of(
        self,
        *,
        question: str | None = None,
        principle: int | None = None,
        group: str | None = None,
    ) -> tuple[Resource, ...]:
        """
        Return the resources that the groups with all that is named list, as printed.

        A resource that is listed twice stands where it is listed first.

        Raises:
            LookupError: If the catalogue does not know what is named.
        """
        found = self.groups_of(question=question, principle=principle)
        groups = self._narrowed(found, group)
        ids = (each.resource for group in groups for each in group.listings)
        return tuple(map(self.resource, dict.fromkeys(ids)))

    def stale(self) -> tuple[Resource, ...]:
        """Return the resources that are out of date; see `Resource.is_stale`."""
        return tuple(each for each in self.resources if each.is_stale)

    def moved(self) -> tuple[Resource, ...]:
        """Return the resources that others look after now; see `Resource.has_moved`."""
        return tuple(each for each in self.resources if each.has_moved)

    def unverified(self) -> tuple[Resource, ...]:
        """Return the resources of which it was not found out what became of them."""
        return tuple(each for each in self.resources if each.is_unverified)

    def questions_without_resource(self) -> tuple[Question, ...]:
        """Return the questions beside which the guidance lists no resource, as printed."""
        groups = (each for each in self.groups if not each.listings)
        return tuple(each for group in groups for each in group.questions)

    def _narrowed(self, groups: tuple[Group, ...], id: str | None) -> tuple[Group, ...]:
        """Return those of *groups* that are called *id*, or all where it is ``None``."""
        if id is None:
            return groups
        only = self.group(id)
        return tuple(each for each in groups if each == only)
