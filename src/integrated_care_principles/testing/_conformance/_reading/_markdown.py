"""Markdown: the signs that a reader would take for more than text."""

import re
from collections.abc import Iterator
from html import unescape

from integrated_care_principles.testing._conformance._reading._document import (
    Document,
    turned_lines,
)
from integrated_care_principles.text import forbidden_characters

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(#?\w+);")
_BEGINS = re.compile(r"\s*(#{1,6}(?=\s)|[-+](?=\s)|\d+[.)](?=\s)|={3,}|-{3,}|>)")
_SIGN = re.compile(r"[*_`\[\]<>|~$]|https?:|www\.|javascript:|data:")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)|<([a-z][a-z0-9+.-]*:[^>\s]*)>", re.IGNORECASE)
_RULE = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?")


def read_markdown(text: str) -> Document:
    """Return the mark-up of *text*, and what it says without its escapes."""
    lines = text.replace("\r\n", "\n").split("\n")
    # What is escaped is a letter like any other.
    bare = [_ENTITY.sub("e", _ESCAPED.sub("e", each)) for each in lines]
    return Document(
        text=unescape(_ESCAPED.sub(r"\1", text)),
        structure=tuple(map(_signs, bare)),
        problems=tuple(_problems(text, bare)),
        links=tuple(_links(bare)),
        turned=turned_lines(text),
    )


def _signs(line: str) -> str:
    begins = _BEGINS.match(line)
    return " ".join((begins[1] if begins else "", *_SIGN.findall(line)))


def _links(lines: list[str]) -> Iterator[str]:
    for each in lines:
        for match in _LINK.finditer(each):
            yield match[1] or match[2] or ""


def _problems(text: str, lines: list[str]) -> Iterator[str]:
    for each in forbidden_characters(text.replace("\r\n", "\n")):
        yield f"it holds the control character {each}"
    if sum(each.lstrip().startswith("```") for each in lines) % 2:
        yield "a fence of code is never closed"
    for number, line in enumerate(lines):
        if _RULE.fullmatch(line) and number:
            yield from _uneven(number, lines)


def _uneven(rule: int, lines: list[str]) -> Iterator[str]:
    """Yield the rows of a table that are not as wide as the rule below its header."""
    for number in (rule - 1, *range(rule + 1, len(lines))):
        if "|" not in lines[number]:
            return
        if lines[number].count("|") != lines[rule].count("|"):
            yield f"line {number + 1} has not as many cells as its table has columns"
