"""A format on trial."""

from functools import cached_property

from attrs import frozen

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._attempt import (
    AnyFormat,
    Attempt,
    attempt,
)
from integrated_care_principles.testing._conformance._process import Runs, runs_of
from integrated_care_principles.testing._conformance._reading import (
    Document,
    can_read,
    read,
)
from integrated_care_principles.testing._conformance._samples import SAMPLES


@frozen(kw_only=True)
class Trial:
    """
    A format on trial.

    Attributes:
        format: What should be a report format.

        name: Under which it is said to be installed; ``None``: that is not asked.
    """

    format: AnyFormat
    name: str | None = None

    def attempt(self, report: Report, options: object | None = None) -> Attempt:
        """Render the *report*, and return what came of it."""
        return attempt(self.format, report, options)

    def document(self, report: Report) -> Document | None:
        """
        Return the rendered *report* as a reader of its media type sees it.

        ``None`` where it cannot be rendered, which is for other checks to say, or
        where there is no reader for its media type.
        """
        result = self.attempt(report).result
        return None if result is None else self.read(result)

    def read(self, result: str | bytes) -> Document | None:
        """Return what was rendered as a reader sees it; ``None`` without a reader."""
        if not self.readable:
            return None
        return read(self.format.media_type, result)

    @property
    def readable(self) -> bool:
        """Whether there is a reader for the media type."""
        return can_read(self.format.media_type)

    @cached_property
    def samples(self) -> dict[str, Attempt]:
        """What came of rendering each sample report, by what it is."""
        return {title: self.attempt(make()) for title, make in SAMPLES.items()}

    @cached_property
    def unlike(self) -> str:
        """The first sample that is rendered otherwise a second time; empty: none is."""
        for title, make in SAMPLES.items():
            if self.attempt(make()).result != self.samples[title].result:
                return title
        return ""

    @cached_property
    def sound(self) -> bool:
        """Whether every sample is rendered, twice alike and well-formed."""
        if self.unlike or any(each.result is None for each in self.samples.values()):
            return False
        read = (self.read(each.result or "") for each in self.samples.values())
        return not any(each is not None and each.problems for each in read)

    @cached_property
    def runs(self) -> Runs:
        """What came of running it in fresh processes."""
        return runs_of(self.format)
