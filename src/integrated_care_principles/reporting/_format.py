"""A report format: a pure function from a finished report to what shows it."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, overload

from attrs import frozen

from integrated_care_principles.reporting._bundle import Bundle
from integrated_care_principles.reporting._options import OptionsClass, options_of
from integrated_care_principles.reporting._report import Report
from integrated_care_principles.reporting._saying import misstated

Rendered = str | bytes | Bundle | Iterator[str] | Iterator[bytes]

OptionsT = TypeVar("OptionsT")
AttrsT = TypeVar("AttrsT", bound=OptionsClass)
RenderedT = TypeVar("RenderedT", str, bytes, Bundle, Iterator[str], Iterator[bytes])
RenderedT_co = TypeVar("RenderedT_co", bound=Rendered, covariant=True)


@frozen(kw_only=True)
class ReportFormat(Generic[OptionsT, RenderedT_co]):
    """
    A way to lay out a report. Made by `report_format`.

    Attributes:
        summary: What it shows, in one sentence.

        media_type: Of what it gives, such as ``text/html``.

        suffix: Of files that hold it, with the dot; empty: it is written as a folder.

        options: The class of its options; ``None``: it has none.

        leaves_out: The fields that it does not show at full detail.

        function: What lays out; called with the report, and the options where it
            has some.
    """

    summary: str
    media_type: str
    suffix: str
    options: type[OptionsT] | None
    leaves_out: tuple[str, ...]
    function: Callable[..., RenderedT_co]

    def render(self, report: Report, options: OptionsT | None = None) -> RenderedT_co:
        """
        Lay out the *report*.

        Args:
            options: ``None``: each at its default.

        Returns:
            What the function returns: text, bytes, an iterator of one of them, or a
            bundle of documents.
        """
        if self.options is None:
            return self.function(report)
        return self.function(report, self.options() if options is None else options)

    __call__ = render

    @property
    def misstated(self) -> dict[str, str]:
        """The fields in which it says nothing of itself, with what each should be."""
        return dict(
            misstated(
                summary=self.summary,
                media_type=self.media_type,
                suffix=self.suffix,
                leaves_out=self.leaves_out,
            )
        )


@overload
def report_format(
    *,
    media_type: str,
    suffix: str,
    summary: str = ...,
    leaves_out: tuple[str, ...] = ...,
) -> Callable[[Callable[[Report], RenderedT]], ReportFormat[None, RenderedT]]: ...


@overload
def report_format(
    *,
    media_type: str,
    suffix: str,
    summary: str = ...,
    options: type[AttrsT],
    leaves_out: tuple[str, ...] = ...,
) -> Callable[
    [Callable[[Report, AttrsT], RenderedT]], ReportFormat[AttrsT, RenderedT]
]: ...


def report_format(
    *,
    media_type: str,
    suffix: str,
    summary: str = "",
    options: type[OptionsT] | None = None,
    leaves_out: tuple[str, ...] = (),
) -> Callable[[Callable[..., RenderedT]], ReportFormat[OptionsT, RenderedT]]:
    """
    Make a report format of a function that lays out a report.

    Args:
        media_type: Of what it gives, such as ``text/html``.
        suffix: Of files that hold it, with the dot; empty: it is written as a folder.
        summary: What it shows; by default the first line of its docstring.
        options: The class of its options, whose fields are made by `option`.
        leaves_out: The fields that it does not show at full detail.

    Raises:
        TypeError: If an option has no default, no help, or a type that cannot be
            given as text; or, with all that is so, if the summary, the media type, the
            suffix or a word of *leaves_out* says nothing.
    """
    options_of(options)

    def decorate(
        function: Callable[..., RenderedT],
    ) -> ReportFormat[OptionsT, RenderedT]:
        first = (function.__doc__ or "").strip().partition("\n")[0]
        made = ReportFormat(
            summary=summary or first,
            media_type=media_type,
            suffix=suffix,
            options=options,
            leaves_out=leaves_out,
            function=function,
        )
        _refuse_misstated(made)
        return made

    return decorate


def _refuse_misstated(format: ReportFormat[Any, Any]) -> None:
    """Do nothing where a *format* says of itself what it has to."""
    wrong = [
        f"its {name} is {getattr(format, name)!r}, and not {expected}"
        for name, expected in format.misstated.items()
    ]
    if wrong:
        called = getattr(format.function, "__name__", "a report format")
        msg = f"{called}: {'; '.join(wrong)}"
        raise TypeError(msg)
