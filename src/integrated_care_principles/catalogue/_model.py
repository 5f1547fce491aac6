"""The values that a catalogue consists of: what is asked, about what, with what help."""

from enum import StrEnum
from typing import NewType

from attrs import field, frozen

from integrated_care_principles.catalogue._resource import Listing
from integrated_care_principles.text import on_one_line
from integrated_care_principles.wellformed import (
    ID,
    NOT_BLANK,
    SLUG,
    require_wellformed,
)

PrincipleNumber = NewType("PrincipleNumber", int)
GroupId = NewType("GroupId", str)
QuestionId = NewType("QuestionId", str)
OutcomeNumber = NewType("OutcomeNumber", int)


class Asks(StrEnum):
    """Whether a question can be answered with yes or no."""

    OPEN = "open"
    YES_NO = "yes-no"


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

        tidying: Our words: what of that was put right in the title, and how it differs
            from the Act; ``None`` where it is as printed, and the Act says the same.

        act_limb: Its limb of sections 4(1) and 31(1) of the 2014 Act.

        guidance_url: The page of the guidance that explains it.

        summary: Our words.

        narrative: Quoted: what the page says, paragraphs apart by a blank line;
            ``None`` where the page was not at hand.
    """

    number: PrincipleNumber
    title: str = field(metadata=NOT_BLANK)
    printed_titles: tuple[str, ...]
    tidying: str | None = None
    act_limb: str
    guidance_url: str
    summary: str
    narrative: str | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return f"{self.number}. {on_one_line(self.title)}"


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

    def __str__(self) -> str:
        return f"{self.id}: {on_one_line(self.text)}"


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

    def __str__(self) -> str:
        kind = "principle" if len(self.principles) == 1 else "principles"
        return f"{self.id} ({kind} {', '.join(map(str, self.principles))})"


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

    def __str__(self) -> str:
        return f"{self.number}. {on_one_line(self.label)}"


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

    def __str__(self) -> str:
        return f"{self.id} {self.edition}, {self.fingerprint}"
