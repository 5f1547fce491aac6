"""A format on trial."""

from functools import cached_property

from attrs import frozen

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._attempt import (
    AnyFormat,
    Attempt,
    Result,
    attempt,
)
from integrated_care_principles.testing._conformance._pieces import (
    Piece,
    pieces_of,
    read_result,
)
from integrated_care_principles.testing._conformance._process import Runs, runs_of
from integrated_care_principles.testing._conformance._reading import Document
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

    def pieces(self, report: Report) -> tuple[Piece, ...]:
        """Return the documents that the rendered *report* is; none: it is not rendered."""
        return self.pieces_of(self.attempt(report))

    def pieces_of(self, attempt: Attempt) -> tuple[Piece, ...]:
        """Return the documents that came of an *attempt*; none: nothing came."""
        result = attempt.result
        return () if result is None else pieces_of(self.format, result)

    def document(self, report: Report) -> Document | None:
        """
        Return the rendered *report* as readers of its media types see it.

        ``None`` where it cannot be rendered, which is for other checks to say.
        """
        result = self.attempt(report).result
        return None if result is None else self.read(result)

    def read(self, result: Result) -> Document:
        """Return what was rendered as readers see it; where there is none, nothing."""
        return read_result(self.format, result)

    def written(self, attempt: Attempt) -> str:
        """Return all that a reader could read, as somebody would find who looks for a word."""
        pieces = self.pieces_of(attempt)
        return "\n".join(each.written for each in pieces if each.family)

    def problem(self, attempt: Attempt) -> str:
        """Return the first that keeps what was rendered from being well-formed, if any."""
        problems = () if attempt.result is None else self.read(attempt.result).problems
        return "".join(problems[:1])

    @cached_property
    def families(self) -> frozenset[str]:
        """The readers that read anything in the samples."""
        return frozenset(
            piece.family
            for each in self.samples.values()
            for piece in self.pieces_of(each)
        )

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
        return not any(map(self.problem, self.samples.values()))

    @cached_property
    def runs(self) -> Runs:
        """What came of running it in fresh processes."""
        return runs_of(self.format)
