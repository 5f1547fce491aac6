"""That nothing can be looked for."""

from attrs import frozen

from integrated_care_principles.exceptions._problem import IntegratedCareError


@frozen
class SearchUnavailableError(IntegratedCareError):
    """
    This Python's SQLite has no full-text search.

    Attributes:
        reason: What was said when it was asked for.
    """

    reason: str

    def __str__(self) -> str:
        return (
            "this Python has no SQLite with full-text search (FTS5), which a search needs "
            f"({self.reason}); "
            "use a Python that has it, as those of python.org and of Debian do"
        )
