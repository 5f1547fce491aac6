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

# Of what stands in a bundle, where only the name says what it is.
_OF_SUFFIXES = {
    ".csv": "text/csv",
    ".htm": "text/html",
    ".html": "text/html",
    ".json": "application/json",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}


def media_type_of(suffix: str) -> str:
    """Return what files of a *suffix* are; empty: that is not known."""
    return _OF_SUFFIXES.get(suffix.lower(), "")


def family(media_type: str) -> str:
    """Return which reader reads *media_type*; empty: none does."""
    kind = media_type.partition(";")[0].strip().lower()
    subtype = kind.partition("/")[2].rpartition("+")[2]
    if subtype in _READERS:
        return subtype
    return "plain" if kind.startswith("text/") else ""


def read(media_type: str, content: str | bytes) -> Document:
    """Return what the reader of *media_type* sees; where there is none, nothing."""
    reader = _READERS.get(family(media_type))
    try:
        data = content.encode() if isinstance(content, str) else content
        text = "" if reader is None else data.decode("utf-8-sig")
    except UnicodeError as error:
        return Document(problems=(f"it is not UTF-8 ({gist(error)})",))
    return Document() if reader is None else reader(text)
