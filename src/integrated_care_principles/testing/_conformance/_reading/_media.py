"""Which reader reads which media type."""

from collections.abc import Callable

from integrated_care_principles.testing._conformance._reading._csv import (
    read_csv,
    read_tsv,
)
from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.testing._conformance._reading._html import read_html
from integrated_care_principles.testing._conformance._reading._json import read_json
from integrated_care_principles.testing._conformance._reading._lines import (
    read_content_lines,
    read_json_lines,
)
from integrated_care_principles.testing._conformance._reading._markdown import (
    read_markdown,
)
from integrated_care_principles.testing._conformance._reading._plain import read_plain
from integrated_care_principles.testing._conformance._reading._xml import (
    read_drawn,
    read_xml,
)
from integrated_care_principles.text import gist

_READERS: dict[str, Callable[[str], Document]] = {
    "csv": read_csv,
    "html": read_html,
    "json": read_json,
    "markdown": read_markdown,
    "xml": read_xml,
    "plain": read_plain,
    "drawn": read_drawn,
    "tsv": read_tsv,
    "json-lines": read_json_lines,
    "content-lines": read_content_lines,
}
# Whose subtype does not say which reader reads them.
_FAMILIES = {
    "application/jsonl": "json-lines",
    "application/ndjson": "json-lines",
    "application/x-ndjson": "json-lines",
    "application/xhtml+xml": "drawn",
    "image/svg+xml": "drawn",
    "text/calendar": "content-lines",
    "text/tab-separated-values": "tsv",
    "text/vcard": "content-lines",
    "text/x-markdown": "markdown",
    # They write some letters as others, so what is read there is not what is seen.
    "text/rtf": "",
    "text/x-yaml": "",
    "text/yaml": "",
}

# Of what stands in a bundle, where only the name says what it is.
_OF_SUFFIXES = {
    ".csv": "text/csv",
    ".htm": "text/html",
    ".ics": "text/calendar",
    ".html": "text/html",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".ndjson": "application/x-ndjson",
    ".svg": "image/svg+xml",
    ".tsv": "text/tab-separated-values",
    ".txt": "text/plain",
    ".vcf": "text/vcard",
    ".xhtml": "application/xhtml+xml",
    ".xml": "application/xml",
}


def media_type_of(suffix: str) -> str:
    """Return what files of a *suffix* are; empty: that is not known."""
    return _OF_SUFFIXES.get(suffix.lower(), "")


def family(media_type: str) -> str:
    """Return which reader reads *media_type*; empty: none does."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in _FAMILIES:
        return _FAMILIES[kind]
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
