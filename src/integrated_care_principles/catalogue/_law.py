"""The law around the principles: who must do what, when, and under which provision."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.catalogue._resource import Confidence
from integrated_care_principles.wellformed import NOT_BLANK, SLUG, require_wellformed


class Role(StrEnum):
    """A body that a provision speaks to."""

    INTEGRATION_AUTHORITY = "integration-authority"
    HEALTH_BOARD = "health-board"
    LOCAL_AUTHORITY = "local-authority"
    ANY_PROVIDER = "whoever-carries-out-a-function"
    CARE_INSPECTORATE = "care-inspectorate"
    HEALTHCARE_IMPROVEMENT_SCOTLAND = "healthcare-improvement-scotland"
    SCOTTISH_MINISTERS = "scottish-ministers"


class LawKind(StrEnum):
    """What a provision is about."""

    PRINCIPLES = "principles"
    DUTY = "duty"
    REPORT = "report"
    SCRUTINY = "scrutiny"
    CHANGE = "change"


class TurnsOn(StrEnum):
    """What a body has to look at there."""

    PLANNING_PRINCIPLES = "planning-principles"
    DELIVERY_PRINCIPLES = "delivery-principles"
    OUTCOMES = "outcomes"


@frozen(kw_only=True)
class Provision:
    """
    A place in the law that turns on the principles or the outcomes.

    Attributes:
        instrument: Title of the Act or regulations, with the number of the latter.

        place: Where in it, such as ``section 40``.

        roles: Whom it speaks to; nobody, where it sets out or changes something.

        when: Our words: on which occasion; ``None`` where on every one.

        what: Our words: what they do then. No text of the law is quoted.

        turns_on: What they look at.

        in_force: Whether it was, on the day of `Law.statute_as_at`, as far as we know.

        note: Our words: what to mind.

        url: The official address of the instrument.

        source_url: Where it was read.

        confidence: How sure we are of what we say of it.
    """

    id: str = field(metadata=SLUG)
    kind: LawKind
    instrument: str = field(metadata=NOT_BLANK)
    place: str = field(metadata=NOT_BLANK)
    roles: tuple[Role, ...] = ()
    when: str | None = None
    what: str = field(metadata=NOT_BLANK)
    turns_on: tuple[TurnsOn, ...] = ()
    in_force: bool = True
    note: str | None = None
    url: str = field(metadata=NOT_BLANK)
    source_url: str = field(metadata=NOT_BLANK)
    confidence: Confidence

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def __str__(self) -> str:
        return f"{self.place} of the {self.instrument}"


@frozen(kw_only=True)
class Law:
    """
    The provisions that turn on the principles or the outcomes.

    They stand apart from the catalogue: what is asked does not change with them.

    Attributes:
        statute_as_at: The day whose text of the law they speak of.

        checked: The day on which they were last looked up.

        provisions: Those that set out the principles first, then who does what.
    """

    statute_as_at: date
    checked: date
    provisions: tuple[Provision, ...]

    def __attrs_post_init__(self) -> None:
        require_wellformed(self)

    def provisions_of(
        self,
        *,
        role: str | None = None,
        kind: str | None = None,
        turns_on: str | None = None,
    ) -> tuple[Provision, ...]:
        """
        Return the provisions that are all of what is named, in the order of the law.

        Args:
            role: A `Role`: what that body must do, or may.
            kind: A `LawKind`.
            turns_on: What is looked at: a `TurnsOn`.

        Raises:
            ValueError: If there is no such role, kind, or thing to look at.
        """
        asked = None if role is None else Role(role)
        of = None if kind is None else LawKind(kind)
        on = None if turns_on is None else TurnsOn(turns_on)
        return tuple(
            each
            for each in self.provisions
            if (asked is None or asked in each.roles)
            and of in {None, each.kind}
            and (on is None or on in each.turns_on)
        )


def limbs(act_limb: str) -> tuple[str, str]:
    """
    Return where the Act sets out the principle of an *act_limb*, for planning and delivery.

    Args:
        act_limb: `Principle.act_limb`, such as ``(b)(vii)``.
    """
    return f"section 4(1){act_limb}", f"section 31(1){act_limb}"
