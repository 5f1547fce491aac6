"""The values that a catalogue consists of: what is asked, about what, with what help."""

from datetime import date
from enum import StrEnum
from typing import NewType

from attrs import field, frozen

from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    require_wellformed,
)

PrincipleNumber = NewType("PrincipleNumber", int)
GroupId = NewType("GroupId", str)
QuestionId = NewType("QuestionId", str)
ResourceId = NewType("ResourceId", str)
OutcomeNumber = NewType("OutcomeNumber", int)


class Asks(StrEnum):
    """Whether a question can be answered with yes or no."""

    OPEN = "open"
    YES_NO = "yes-no"


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


@frozen(kw_only=True)
class Purpose:
    """
    The main purpose of integrated services. It stands above the twelve principles.

    Attributes:
        act_limb: Its limb of sections 4(1) and 31(1) of the 2014 Act.

        guidance_url: The page of the guidance that sets it out.

        summary: Our words.
    """

    act_limb: str
    guidance_url: str
    summary: str

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Principle:
    """
    One of the twelve principles of integrated health and social care.

    Attributes:
        title: Tidied: the printed title with its slips mended towards the Act.

        printed_titles: Quoted: each wording that the guidance prints.

        act_limb: Its limb of sections 4(1) and 31(1) of the 2014 Act.

        guidance_url: The page of the guidance that explains it.

        summary: Our words.

        narrative: Quoted: what the page says, paragraphs apart by a blank line;
            ``None`` where the page was not at hand.
    """

    number: PrincipleNumber
    title: str = field(metadata=NOT_BLANK)
    printed_titles: tuple[str, ...]
    act_limb: str
    guidance_url: str
    summary: str
    narrative: str | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Question:
    """
    A challenge question of the guidance.

    Attributes:
        id: Given once and never re-used; says nothing about the order.

        text: Quoted, word for word.

        follows: The question without which this one makes no sense.

        note: Our words: what to mind when answering.
    """

    id: QuestionId = field(metadata=ID)
    text: str = field(metadata=NOT_BLANK)
    follows: QuestionId | None = field(default=None, metadata=ID)
    asks: Asks = Asks.OPEN
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


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
class Group:
    """
    Principles that share a row of the guidance's table, and what it asks of them.

    Attributes:
        principles: Their numbers, in printed order.

        questions: In printed order; some make sense only after the one before.

        listings: The resources that the row names, in printed order.
    """

    id: GroupId = field(metadata=ID)
    principles: tuple[PrincipleNumber, ...]
    questions: tuple[Question, ...]
    listings: tuple[Listing, ...] = ()

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


@frozen(kw_only=True)
class Outcome:
    """
    One of the nine National Health and Wellbeing Outcomes.

    Attributes:
        label: Our words, two or three of them.

        summary: Our words.

    Source:
        Schedule to SSI 2014/343.
    """

    number: OutcomeNumber
    label: str = field(metadata=NOT_BLANK)
    summary: str

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class CatalogueRef:
    """
    Which catalogue an assessment was made for.

    Attributes:
        id: Name of the catalogue.

        edition: The release of it, such as ``2026.1``.

        fingerprint: Hash of what an answer depends on; see `Catalogue.fingerprint`.
    """

    id: str = field(metadata=SLUG)
    edition: str = field(metadata=NOT_BLANK)
    fingerprint: str = field(metadata=NOT_BLANK)

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)
