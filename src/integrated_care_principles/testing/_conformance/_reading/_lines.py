"""Files of which each line stands for itself: JSON Lines, calendars, business cards."""

import re
from collections.abc import Iterator

from integrated_care_principles.testing._conformance._reading._document import (
    Document,
    joined,
    turned_lines,
)
from integrated_care_principles.testing._conformance._reading._json import read_json
from integrated_care_principles.text import forbidden_characters

# As RFC 5545 has it: a name, parameters, and after the first colon the value.
_LINE = re.compile(r'([A-Za-z0-9.-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)')
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=")
_FOLD = re.compile(r"\n[ \t]")
_ESCAPED = re.compile(r"\\(.)")
_ADDRESSES = frozenset(("URL", "ATTACH", "SOURCE"))


def read_json_lines(text: str) -> Document:
    """Return the values of *text*, one a line."""
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return joined(
        (f"line {number}", read_json(each))
        for number, each in enumerate(lines if text else (), start=1)
    )


def read_content_lines(text: str) -> Document:
    """Return the properties of *text*, which may go on in lines that begin with a space."""
    lines = _FOLD.sub("", text.replace("\r\n", "\n")).removesuffix("\n").split("\n")
    matches = [(each, _LINE.fullmatch(each)) for each in lines if text]
    found = [match for _, match in matches if match]
    values = [_ESCAPED.sub(_unescaped, match[3]) for match in found]
    return Document(
        text="\n".join(values),
        structure=tuple(map(_property, found)),
        problems=(
            *(f"{each[:80]!r} has no name" for each, match in matches if not match),
            *_unclosed(found),
            *(
                f"it holds the control character {each}"
                for each in forbidden_characters("\n".join(lines))
            ),
        ),
        links=tuple(each[3] for each in found if each[1].upper() in _ADDRESSES),
        turned=turned_lines("\n".join(values)),
    )


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _property(match: re.Match[str]) -> str:
    return ";".join((match[1], *_PARAMETER.findall(match[2])))


def _unclosed(found: list[re.Match[str]]) -> Iterator[str]:
    """Yield what is closed and was not open, or is never closed."""
    stack: list[str] = []
    for each in found:
        name, value = each[1].upper(), each[3].upper()
        if name == "BEGIN":
            stack.append(value)
        elif name == "END" and (not stack or stack.pop() != value):
            yield f"END:{value} closes nothing"
    yield from (f"BEGIN:{each} is never closed" for each in stack)
