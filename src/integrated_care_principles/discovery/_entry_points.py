"""The text of an ``entry_points.txt``, read so that no line spoils another."""

import re
from collections.abc import Iterator

from attrs import frozen

_ENTRY = re.compile(r"(\S.*?)\s*=\s*(\S.*)")
_SECTION = re.compile(r"\[\s*(.*?)\s*\]")
# What stands for bytes that are no UTF-8.
_BAD = re.compile("[\udc80-\udcff]")


@frozen
class Entry:
    """
    A line of a section.

    Attributes:
        line: Its number, from 1.

        name: Empty where the line is none that names something in legible letters.

        value: Where it is; of a line that names nothing, the line.
    """

    section: str
    line: int
    name: str
    value: str


def is_of_interest(text: str, group: str) -> bool:
    """Return whether there may be entries of *group*, or damage that hides them."""
    return group in text or not (text.isascii() or _BAD.search(text) is None)


def entries(text: str, group: str) -> Iterator[Entry]:
    """
    Yield what stands under *group*, and under the group of any newer interface.

    Args:
        text: With lone surrogates for bytes that are no UTF-8; the lines that have some
            are damage under whatever group, since they may hide ours.
    """
    wanted = re.compile(rf"{re.escape(group)}(_[0-9]+)?")
    section = ""
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if header := _SECTION.fullmatch(line):
            section = header[1]
        if not line or line[0] in "#;":
            continue
        if _BAD.search(line):
            yield Entry(section, number, "", line)
        elif not header and wanted.fullmatch(section):
            yield Entry(section, number, *_parted(line))


def _parted(line: str) -> tuple[str, str]:
    match = _ENTRY.fullmatch(line)
    # What cannot be printed turns or breaks the lines in which it is shown.
    return (
        ("", line) if match is None or not line.isprintable() else (match[1], match[2])
    )
