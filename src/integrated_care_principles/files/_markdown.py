"""Texts and addresses in Markdown: nothing in a text becomes markup, and it stays legible."""

import re
from collections.abc import Iterable, Iterator

from integrated_care_principles.text import on_one_line

# What is markup wherever it stands, in CommonMark and in what others made of it.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]>&|~$^@]|://|(?<=\b[Ww]{3})\.)")
# What makes a line something else than a paragraph.
_AT_START = re.compile(r"[#+\-=:%]|\(.*\)=$")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_LINK = re.compile(r"https?://[!-;=?-\[\]-_a-~]+")


def escaped(text: str) -> str:
    """Return *text* as one line in which nothing is markup, wherever that line stands."""
    line = _ANYWHERE.sub(r"\\\1", on_one_line(text)).replace("<", "&lt;")
    if _AT_START.match(line):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line)


def quoted(text: str) -> str:
    """Return *text* as a block quote; paragraphs are apart where a line is blank."""
    paragraphs = re.split(r"\n[^\S\n]*\n", text)
    lines = [each for each in map(escaped, paragraphs) if each]
    return "\n>\n".join(f"> {each}" for each in lines) or ">"


def address(url: str) -> str:
    """Return *url* as a link where it is safe to follow, otherwise as text."""
    return f"<{url}>" if _LINK.fullmatch(url) else escaped(url)


def items(pairs: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Yield a list of labels with what belongs to them, in Markdown; ``None`` is absent."""
    lines = [f"- {label}: {said}".rstrip() for label, said in pairs if said is not None]
    if lines:
        yield "\n".join(lines)
