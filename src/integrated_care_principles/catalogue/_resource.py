"""The resources that the guidance names, and what has become of them since."""

from datetime import date
from enum import StrEnum
from typing import NewType

from attrs import field, frozen

from integrated_care_principles.text import on_one_line
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed

ResourceId = NewType("ResourceId", str)


class Confidence(StrEnum):
    """How sure we are of what we say: a page says so, supports it, or hardly does."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ResourceKind(StrEnum):
    """What sort of thing a resource is."""

    POLICY = "policy"
    LEGISLATION = "legislation"
    GUIDANCE = "guidance"
    TOOLKIT = "toolkit"
    ORGANISATION = "organisation"
    STANDARD = "standard"
    REPORT = "report"
    TREATY = "treaty"
    CODE_OF_PRACTICE = "code-of-practice"
    DATA_SERVICE = "data-service"


class ResourceStatus(StrEnum):
    """What has become of a resource since the guidance named it."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    PUBLISHER_CHANGED = "publisher-changed"
    ORGANISATION_RENAMED = "organisation-renamed"
    ORGANISATION_MERGED = "organisation-merged"
    ORGANISATION_CLOSED = "organisation-closed"
    PROGRAMME_ENDED = "programme-ended"
    ARCHIVED = "archived"
    UNVERIFIED = "unverified"


_STALE = frozenset(
    (
        ResourceStatus.SUPERSEDED,
        ResourceStatus.ARCHIVED,
        ResourceStatus.PROGRAMME_ENDED,
        ResourceStatus.ORGANISATION_CLOSED,
    )
)
_MOVED = frozenset(
    (
        ResourceStatus.PUBLISHER_CHANGED,
        ResourceStatus.ORGANISATION_RENAMED,
        ResourceStatus.ORGANISATION_MERGED,
    )
)


@frozen(kw_only=True)
class Listing:
    """
    A place in the table that names a resource. One resource may be listed in several.

    Attributes:
        resource: Id of the resource that is meant.

        wording: Quoted: the exact printed words.
    """

    resource: ResourceId = field(metadata=SLUG)
    wording: str = field(metadata=NOT_BLANK)

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Resource:
    """
    Something useful that the guidance names, and what has become of it since.

    Attributes:
        title: Tidied.

        publisher: Who published it, where that is known.

        status: As it was on the day it was checked.

        successor: What to use instead, or who does that work now.

        changed: The year in which its status changed.

        url: The best address known.

        checked: The day on which the status was looked up.

        source_url: The page that the status rests on.

        confidence: How sure the status is.
    """

    id: ResourceId = field(metadata=SLUG)
    title: str = field(metadata=NOT_BLANK)
    publisher: str | None = None
    kind: ResourceKind
    status: ResourceStatus
    successor: str | None = None
    changed: int | None = None
    url: str | None = None
    checked: date
    source_url: str | None = None
    confidence: Confidence

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return f"{self.id}: {on_one_line(self.title)}"

    @property
    def is_stale(self) -> bool:
        """Whether it is superseded, archived, or of a programme or body that has ended."""
        return self.status in _STALE

    @property
    def has_moved(self) -> bool:
        """Whether its publisher has changed, was renamed, or became part of another."""
        return self.status in _MOVED

    @property
    def is_unverified(self) -> bool:
        """Whether it was not found out what has become of it."""
        return self.status is ResourceStatus.UNVERIFIED
