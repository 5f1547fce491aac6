"""Running a format: what goes wrong in it is told apart from what goes wrong in us."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from attrs import frozen

from integrated_care_principles.discovery import Plugin, contained
from integrated_care_principles.exceptions import FormatRunError, IntegratedCareError
from integrated_care_principles.reporting._bundle import Bundle
from integrated_care_principles.reporting._format import (
    OptionsT,
    Rendered,
    ReportFormat,
)
from integrated_care_principles.reporting._given import (
    Given,
    ReadFile,
    read_options,
)
from integrated_care_principles.reporting._options import (
    Option,
    OptionsClass,
    options_of,
)
from integrated_care_principles.reporting._report import Report
from integrated_care_principles.text import gist

ResultT = TypeVar("ResultT")
ContentT = TypeVar("ContentT", bound=str | bytes)


@frozen(kw_only=True)
class FoundFormat:
    """
    A report format with where it comes from, so that every error can say so.

    Attributes:
        plugin: Where it comes from; of no distribution where none publishes it.
    """

    format: ReportFormat[object, Rendered]
    plugin: Plugin

    @property
    def options(self) -> tuple[Option, ...]:
        """The options that it has."""
        return _isolated(self.plugin, lambda: options_of(self.format.options))

    def read_options(
        self, given: Given, *, read_file: ReadFile | None = None
    ) -> object:
        """
        Return the options that were *given* as texts by name.

        Args:
            read_file: As for the function of that name.

        Raises:
            FormatError: With all that is wrong with them.
        """
        cls = _class_of_options(self.format)
        return _isolated(
            self.plugin, lambda: read_options(cls, given, read_file=read_file)
        )

    def render(self, report: Report, options: object = None) -> str | bytes | Bundle:
        """
        Lay out the *report*, and return the whole of it.

        Raises:
            FormatRunError: If the format fails, or gives neither text nor bytes nor a
                bundle.
            IntegratedCareError: What the format raises of ours passes through.
        """
        return _isolated(
            self.plugin, lambda: _whole(self.format.render(report, options))
        )


def render(
    name: str,
    format: ReportFormat[OptionsT, Rendered],
    report: Report,
    options: OptionsT | None = None,
) -> str | bytes | Bundle:
    """
    Lay out the *report*, and return the whole of it.

    Args:
        name: What errors call the *format*.
        options: Of the class that the format asks for; ``None``: all defaults.

    Raises:
        FormatRunError: If the format fails, or gives neither text nor bytes nor a
            bundle.
        IntegratedCareError: What the format raises of ours passes through.
    """
    plugin = Plugin(group="", name=name, value="")
    return _isolated(plugin, lambda: _whole(format.render(report, options)))


@frozen
class _NoOptions:
    pass


def _class_of_options(format: ReportFormat[Any, Rendered]) -> type[OptionsClass]:
    cls: type[OptionsClass] | None = format.options
    return _NoOptions if cls is None else cls


def _isolated(plugin: Plugin, function: Callable[[], ResultT]) -> ResultT:
    """Call a *function* that runs code of a *plugin*."""
    try:
        with contained():
            return function()
    except KeyboardInterrupt as interrupt:
        interrupt.add_note(f"while the report format {plugin} was running")
        raise
    except IntegratedCareError:
        raise
    except _NoReportError as error:
        raise _failure(plugin, str(error)) from error.__cause__
    except SystemExit as error:
        raise _failure(plugin, "it calls sys.exit()") from error
    except BaseException as error:
        raise _failure(plugin, gist(error)) from error


def _failure(plugin: Plugin, reason: str) -> FormatRunError:
    return FormatRunError(plugin.name, reason, plugin.distribution, plugin.version)


class _NoReportError(Exception):
    """What a format gave is nothing that can be written."""


def _whole(rendered: Rendered) -> str | bytes | Bundle:
    """Return all of what a format gave."""
    if isinstance(rendered, Bundle):
        for each in rendered.documents:
            _encodable(each.content)
        return rendered
    chunks: list[object] = list(_chunks(rendered))
    texts = [each for each in chunks if isinstance(each, str)]
    if len(texts) == len(chunks):
        return _encodable("".join(texts))
    binary = [each for each in chunks if isinstance(each, bytes)]
    if len(binary) == len(chunks):
        return b"".join(binary)
    kinds = sorted({type(each).__name__ for each in chunks})
    msg = f"it gives {' and '.join(kinds)}, not text or bytes"
    raise _NoReportError(msg)


def _encodable(content: ContentT) -> ContentT:
    """Return *content*, of which a text can be written."""
    try:
        if isinstance(content, str):
            content.encode()
    except UnicodeEncodeError as error:
        msg = "it gives half a character"
        raise _NoReportError(msg) from error
    return content


def _chunks(
    rendered: str | bytes | Iterator[str] | Iterator[bytes],
) -> Iterator[object]:
    if isinstance(rendered, Iterator):
        yield from rendered
    else:
        yield rendered
