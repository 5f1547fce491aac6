"""Running a format: what goes wrong in it is told apart from what goes wrong in us."""

import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from threading import RLock

from integrated_care_principles.exceptions import FormatRunError, IntegratedCareError
from integrated_care_principles.reporting._format import (
    OptionsT,
    Rendered,
    ReportFormat,
)
from integrated_care_principles.reporting._report import Report
from integrated_care_principles.text import gist

# Standard output is one for all threads: two that redirect it at once would lose it.
_ALONE = RLock()


def render(
    name: str,
    format: ReportFormat[OptionsT, Rendered],
    report: Report,
    options: OptionsT | None = None,
) -> str | bytes:
    """
    Lay out the *report*, and return the whole of it.

    Args:
        name: What errors call the *format*.
        options: Of the class that the format asks for; ``None``: all defaults.

    Raises:
        FormatRunError: If the format fails, or gives neither whole text nor bytes.
        IntegratedCareError: What the format raises of ours passes through.
    """
    try:
        with _ALONE, redirect_stdout(sys.stderr):
            chunks = list(_chunks(format.render(report, options)))
    except (IntegratedCareError, KeyboardInterrupt):
        raise
    except BaseException as error:  # it may call sys.exit()
        raise FormatRunError(name, gist(error)) from error
    texts = [each for each in chunks if isinstance(each, str)]
    if len(texts) == len(chunks):
        return _whole_text(name, "".join(texts))
    binary = [each for each in chunks if isinstance(each, bytes)]
    if len(binary) == len(chunks):
        return b"".join(binary)
    kinds = sorted({type(each).__name__ for each in chunks})
    raise FormatRunError(name, f"it gives {' and '.join(kinds)}, not text or bytes")


def _whole_text(name: str, text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise FormatRunError(name, "it gives half a character") from error
    return text


def _chunks(rendered: Rendered) -> Iterator[object]:
    if isinstance(rendered, Iterator):
        yield from rendered
    else:
        yield rendered
