"""What a format gives for a report, in whatever way it goes wrong."""

from collections.abc import Callable, Iterator
from typing import Protocol

from attrs import frozen

from integrated_care_principles.reporting import (
    Bundle,
    Rendered,
    Report,
    ReportFormat,
)
from integrated_care_principles.text import gist

# All of what a format gave for one report.
Result = str | bytes | Bundle


class AnyFormat(Protocol):
    """A report format, whatever its options are and whatever it gives."""

    @property
    def summary(self) -> str:
        """What it shows, in one sentence."""
        ...

    @property
    def media_type(self) -> str:
        """Of what it gives."""
        ...

    @property
    def suffix(self) -> str:
        """Of files that hold it."""
        ...

    @property
    def options(self) -> type[object] | None:
        """The class of its options."""
        ...

    @property
    def leaves_out(self) -> tuple[str, ...]:
        """The fields that it does not show at full detail."""
        ...

    @property
    def function(self) -> Callable[..., Rendered]:
        """What lays out."""
        ...


@frozen(kw_only=True)
class Attempt:
    """
    What came of rendering a report.

    Attributes:
        result: ``None`` where nothing came that the host could write.

        error: What was raised.

        kinds: Names of the types of all chunks, sorted.
    """

    result: Result | None = None
    error: BaseException | None = None
    kinds: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The error in one line; empty: there was none."""
        return "" if self.error is None else gist(self.error)


def attempt(
    format: AnyFormat, report: Report, options: object | None = None
) -> Attempt:
    """Render the *report* in whatever way the *format* goes wrong."""
    try:
        rendered = _render(format, report, options)
        if isinstance(rendered, Bundle):
            return Attempt(result=rendered)
        chunks = list(_chunks(rendered))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - it may call sys.exit()
        return Attempt(error=error)
    return _joined(chunks)


def _render(format: AnyFormat, report: Report, options: object | None) -> object:
    if isinstance(format, ReportFormat):
        return format.render(report, options)
    return format.function(report)


def _chunks(rendered: object) -> Iterator[object]:
    if isinstance(rendered, Iterator):
        yield from rendered
    else:
        yield rendered


def _joined(chunks: list[object]) -> Attempt:
    kinds = tuple(sorted({type(each).__name__ for each in chunks}))
    texts = [each for each in chunks if isinstance(each, str)]
    binary = [each for each in chunks if isinstance(each, bytes)]
    if len(texts) == len(chunks):
        return Attempt(result="".join(texts), kinds=kinds)
    if len(binary) == len(chunks):
        return Attempt(result=b"".join(binary), kinds=kinds)
    return Attempt(kinds=kinds)
