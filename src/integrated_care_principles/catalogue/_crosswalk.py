"""Links from principles and questions to whatever else has ids, found from both ends."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import PrincipleNumber, QuestionId
from integrated_care_principles.catalogue._resource import Confidence
from integrated_care_principles.exceptions import Problem, UnknownTargetError
from integrated_care_principles.text import nearest
from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    require_wellformed,
)


class Relation(StrEnum):
    """How two things that are linked belong together; in the words of SKOS."""

    EXACT = "exact"
    CLOSE = "close"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"


@frozen(kw_only=True)
class Target:
    """
    Something that is linked to: an outcome, an aim of a plan, an indicator.

    Attributes:
        id: As whoever made it calls it.

        url: Where more is said of it.
    """

    id: str = field(metadata=ID)
    title: str = field(metadata=NOT_BLANK)
    url: str | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Link:
    """
    That a principle or a question, one of them, belongs together with a target.

    Attributes:
        relation: What the target is to it: a broader one says more than it does.

        rationale: Why, in the author's words.

        confidence: How sure the author is.

        author: Who says so, where that is another than the author of the crosswalk.
    """

    principle: PrincipleNumber | None = None
    question: QuestionId | None = field(default=None, metadata=ID)
    target: str = field(metadata=ID)
    relation: Relation
    rationale: str = field(metadata=NOT_BLANK)
    confidence: Confidence
    author: str | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, _one_source(self))


@frozen(kw_only=True)
class Crosswalk:
    """
    Links from the principles and questions of a catalogue to something else.

    Attributes:
        title: What it leads to.

        author: Who made it. No official one is known: what we ship is ours.

        targets: Everything that is linked to, and what is not, in their own order.

        links: In the author's order.
    """

    id: str = field(metadata=SLUG)
    title: str = field(metadata=NOT_BLANK)
    author: str = field(metadata=NOT_BLANK)
    targets: tuple[Target, ...]
    links: tuple[Link, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_wellformed(self, link_problems(self.targets, self.links))

    def target(self, id: str) -> Target:
        """
        Return the target called *id*.

        Raises:
            UnknownTargetError: If there is none.
        """
        for each in self.targets:
            if each.id == id:
                return each
        raise UnknownTargetError(id, tuple(each.id for each in self.targets))

    def links_of(
        self,
        *,
        principle: int | None = None,
        question: str | None = None,
        target: str | None = None,
    ) -> tuple[Link, ...]:
        """
        Return the links that have all of what is named, from either end.

        Raises:
            UnknownTargetError: If there is no such target.
        """
        wanted = None if target is None else self.target(target).id
        return tuple(
            each
            for each in self.links
            if principle in {None, each.principle}
            and question in {None, each.question}
            and wanted in {None, each.target}
        )

    def targets_of(
        self, *, principle: int | None = None, question: str | None = None
    ) -> tuple[Target, ...]:
        """Return what a principle or a question is linked to, in the targets' order."""
        linked = self.links_of(principle=principle, question=question)
        ids = {each.target for each in linked}
        return tuple(each for each in self.targets if each.id in ids)


def link_problems(
    targets: Sequence[Target | None], links: Sequence[Link | None]
) -> Iterator[Problem]:
    """
    Yield targets and links that stand there twice, and links to no target.

    Args:
        targets: ``None`` in the place of one that could not be read.
        links: So too.
    """
    known: dict[str, None] = {}
    for index, target in enumerate(targets):
        if target is not None and target.id in known:
            yield Problem(f"targets[{index}]", "repeated", target.id)
        known.update({} if target is None else {target.id: None})
    seen: set[tuple[object, ...]] = set()
    for index, link in _read(links):
        ends = (link.principle, link.question, link.target)
        if ends in seen:
            yield Problem(f"links[{index}]", "repeated", _named(link))
        seen.add(ends)
        if link.target not in known and None not in targets:
            path = f"links[{index}].target"
            near = nearest(link.target, known)
            yield Problem(
                path, "unknown-target", link.target, ", ".join(known), nearest=near
            )


def crosswalk_problems(
    links: Sequence[Link | None], catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield the links whose principle or question the *catalogue* does not know."""
    numbers = [each.number for each in catalogue.principles]
    ids = [each.id for each in catalogue.questions]
    for index, link in _read(links):
        if link.principle is not None and link.principle not in numbers:
            path = f"links[{index}].principle"
            yield Problem(path, "unknown-principle", f"{link.principle}")
        if link.question is not None and link.question not in ids:
            path = f"links[{index}].question"
            near = nearest(link.question, ids)
            yield Problem(path, "unknown-question", link.question, nearest=near)


def _read(links: Sequence[Link | None]) -> Iterator[tuple[int, Link]]:
    for index, link in enumerate(links):
        if link is not None:
            yield index, link


def _one_source(link: Link) -> Iterator[Problem]:
    if (link.principle is None) == (link.question is None):
        yield Problem("", "no-single-source", _named(link))


def _named(link: Link) -> str:
    source = link.question if link.principle is None else f"principle {link.principle}"
    return f"{source or 'nothing'} to {link.target}"
