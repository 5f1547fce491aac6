"""Which reader reads which media type."""

from collections.abc import Callable

from integrated_care_principles.testing._conformance._reading._csv import read_csv
from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.testing._conformance._reading._html import read_html
from integrated_care_principles.testing._conformance._reading._json import read_json
from integrated_care_principles.testing._conformance._reading._markdown import (
    read_markdown,
)
from integrated_care_principles.testing._conformance._reading._plain import read_plain
from integrated_care_principles.testing._conformance._reading._xml import read_xml
from integrated_care_principles.text import gist

_READERS: dict[str, Callable[[str], Document]] = {
    "csv": read_csv,
    "html": read_html,
    "json": read_json,
    "markdown": read_markdown,
    "xml": read_xml,
    "plain": read_plain,
}


def family(media_type: str) -> str:
    """Return which reader reads *media_type*; empty: none does."""
    kind = media_type.partition(";")[0].strip().lower()
    subtype = kind.partition("/")[2].rpartition("+")[2]
    if subtype in _READERS:
        return subtype
    return "plain" if kind.startswith("text/") else ""


def can_read(media_type: str) -> bool:
    """Return whether there is a reader for *media_type*."""
    return bool(family(media_type))


def read(media_type: str, result: str | bytes) -> Document:
    """Return what a reader of *media_type* makes of the *result* of a format."""
    try:
        data = result.encode("utf-8") if isinstance(result, str) else result
        text = data.decode("utf-8-sig")
    except UnicodeError as error:
        return Document(problems=(f"it is not UTF-8 ({gist(error)})",))
    return _READERS[family(media_type)](text)
