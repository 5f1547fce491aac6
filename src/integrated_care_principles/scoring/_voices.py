"""One of several people or bodies who were asked the same question."""

from attrs import frozen

from integrated_care_principles.assessment import LevelId, Response, Status


@frozen(kw_only=True)
class Voice:
    """
    What one assessor said to a question.

    Attributes:
        assessor: The name, or a number where there is none.

        response: ``None``: nothing.

        asked: Whether the question was asked of that one at all. What was said without
            being asked is kept, and counts nowhere.
    """

    assessor: str
    response: Response | None
    asked: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is heard when it is asked who agrees."""
        return self.asked and self.response is not None

    @property
    def rating(self) -> LevelId | None:
        """What it was rated, where it is marked as answered."""
        if not self.asked or self.response is None:
            return None
        answered = self.response.status is Status.ANSWERED
        return self.response.rating if answered else None

    def __str__(self) -> str:
        if self.response is None:
            return f"{self.assessor}: {'nothing' if self.asked else 'not asked'}"
        rated = self.response.rating
        until = self.response.until
        parts = (
            self.response.status.value.replace("_", " "),
            "" if rated is None else f"rated {rated}",
            "" if until is None else f"until {until}",
            "" if self.asked else "not asked",
        )
        return f"{self.assessor}: {', '.join(filter(None, parts))}"
