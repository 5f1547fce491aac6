"""What was said to one question: the answer, what it rests on, what is to be done."""

from datetime import date
from enum import StrEnum

from attrs import evolve, field, frozen

from integrated_care_principles.assessment._scale import LevelId
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.text import on_one_line
from integrated_care_principles.wellformed import ID, NOT_BLANK, require_wellformed


class Status(StrEnum):
    """What kind of response it is. That nobody has said anything is no response at all."""

    DRAFT = "draft"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    DEFERRED = "deferred"
    NOT_APPLICABLE = "not_applicable"
    PARTNER_LED = "partner_led"


class EvidenceKind(StrEnum):
    """What sort of thing an answer rests on."""

    DATA = "data"
    DOCUMENT = "document"
    PEOPLE = "people"
    STAFF = "staff"
    INSPECTION = "inspection"
    OTHER = "other"


@frozen(kw_only=True)
class Annotation:
    """Something that others want to keep with a value; it survives every round trip."""

    key: str = field(metadata=NOT_BLANK)
    value: str

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)


@frozen(kw_only=True)
class Evidence:
    """
    One thing that shows an answer to be true.

    Attributes:
        dated: The day it speaks of, or was published.

        expires: The last day on which it still holds.

        publishable: Whether the public may see it.
    """

    kind: EvidenceKind
    title: str = field(metadata=NOT_BLANK)
    url: str = ""
    dated: date | None = None
    expires: date | None = None
    note: str = ""
    publishable: bool = True

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return f"{self.kind}: {on_one_line(self.title)}"


@frozen(kw_only=True)
class Action:
    """
    One thing that is to be done, or was.

    Attributes:
        owner: Who sees to it, best as a role.

        due: The day by which it is to be done.

        done: The day on which it was.
    """

    what: str = field(metadata=NOT_BLANK)
    owner: str = ""
    due: date | None = None
    done: date | None = None

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return on_one_line(self.what)


@frozen(kw_only=True)
class Response:
    """
    What was said to one question.

    What is missing can be built, kept and read; scoring names it as a gap.

    Attributes:
        text: The answer.

        reason: Why the question does not apply, or is deferred; counts only then.

        partner: Who answers instead; counts only where it is led by a partner.

        until: The day to which it is deferred; counts only then.

        rating: Id of a level of the assessment's scale.

        contributors: Who had a part in the answer, best as roles.

        updated: The day of the last change.

        publishable: Whether the public may see it.
    """

    question: QuestionId = field(metadata=ID)
    status: Status
    text: str = ""
    reason: str = ""
    partner: str = ""
    until: date | None = None
    rating: LevelId | None = None
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    contributors: tuple[str, ...] = ()
    updated: date | None = None
    publishable: bool = True
    annotations: tuple[Annotation, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return f"{self.question}: {self.status}"

    def with_evidence(self, *evidence: Evidence) -> "Response":
        """Return a copy that rests on *evidence* as well."""
        return evolve(self, evidence=(*self.evidence, *evidence))

    def with_actions(self, *actions: Action) -> "Response":
        """Return a copy that asks for these *actions* as well."""
        return evolve(self, actions=(*self.actions, *actions))
