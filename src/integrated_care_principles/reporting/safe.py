"""
Text of strangers made safe for the place where it is put.

All text of an assessment and of a catalogue is untrusted. Each function here takes any
text, also one that could not stand in a report, and gives what may stand in that place.
"""

import re
from html import escape
from urllib.parse import urlsplit

from integrated_care_principles.text import TURNS, on_one_line

_NOT_IN_REPORTS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# A report can hold the last two, and XML cannot.
_NOT_TEXT = re.compile(rf"{_NOT_IN_REPORTS.pattern}|[\ufffe\uffff]")
_NOT_IN_LINKS = re.compile(rf"\s|{_NOT_TEXT.pattern}|{TURNS.pattern}")
# Full-width twins of the four signs too: some spreadsheets take them for the same.
_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
# Wherever they stand; the colon and the dot in what GitHub makes a link or a picture of.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~>&$]|:(?=\S)|(?<=[wW]{3})\.")
# What begins a list, or rules off a heading, where it stands first.
_FIRST_IN_MARKDOWN = re.compile(r"[.)]|\d{1,9}[.)]|[+=-]+(?= |$)")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_RESERVED_NAMES = re.compile(r"(?i)(con|prn|aux|nul|(com|lpt)[\d¹²³])\s*(\..*)?")


def line(text: str) -> str:
    """Return *text* as one line for a terminal: nothing in it moves or turns anything."""
    # Most texts are, and a table has many of them.
    single = "  " not in text and text == text.strip()
    if single and text.isascii() and text.isprintable():
        return text
    return on_one_line(_text(text))


def plain(text: str) -> str:
    """Return *text* for a document that takes no mark-up, without what turns its letters."""
    return TURNS.sub("", _text(text))


def html(text: str) -> str:
    """Return *text* for the content of an HTML element, or an attribute in quotes."""
    return escape(_text(text))


def link(url: str) -> str | None:
    """
    Return *url* where it is safe to follow, else ``None``.

    Safe are absolute addresses of the schemes http, https and mailto. The result still
    has to be escaped for the place where it is put.
    """
    cleaned = url.strip()
    if _NOT_IN_LINKS.search(cleaned):
        return None
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return None
    web = parts.scheme in ("http", "https") and parts.netloc
    return cleaned if web or (parts.scheme == "mailto" and parts.path) else None


def csv_cell(text: str) -> str:
    """
    Return *text* so that no spreadsheet takes it for a formula.

    What looks like one gets an apostrophe before it; `csv_text` takes that off again.
    """
    # Whatever a report holds reads back.
    cell = _NOT_IN_REPORTS.sub("", _with_newlines(text))
    return f"'{cell}" if _FORMULA.match(cell) else cell


def csv_text(cell: str) -> str:
    """Return the text that `csv_cell` made *cell* from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def markdown(text: str) -> str:
    """Return *text* as one line of Markdown in which nothing is mark-up."""
    plain = line(text)
    first = _FIRST_IN_MARKDOWN.match(plain)
    begin = first[0] if first else ""
    rest = plain.removeprefix(begin)
    escaped = re.sub(r"\D", r"\\\g<0>", begin) + _MARKDOWN.sub(r"\\\g<0>", rest)
    return escaped.replace("<", "&lt;")


def xml(text: str) -> str:
    """Return *text* for the content of an XML element, or an attribute in quotes."""
    # An attribute would make spaces of these.
    return escape(_text(text)).replace("\n", "&#10;").replace("\t", "&#9;")


def file_name(text: str, *, longest: int = 100) -> str:
    """
    Return *text* as the name of a file on any system, without a suffix.

    Args:
        longest: In bytes, at least 1, so that a suffix still fits.
    """
    cut = _NOT_IN_NAMES.sub("-", line(text)).encode()[: longest - 1]
    name = cut.decode("utf-8", "ignore").strip(" .-")
    return f"_{name}" if not name or _RESERVED_NAMES.fullmatch(name) else name


def _text(text: str) -> str:
    """Return *text* without what no report can hold, and what not every page can."""
    return _NOT_TEXT.sub("", _with_newlines(text))


def _with_newlines(text: str) -> str:
    return re.sub("\r\n?", "\n", text)
