"""The text of an ``entry_points.txt``, read so that no line spoils another."""

import re
from collections.abc import Iterator

from attrs import frozen

_ENTRY = re.compile(r"(\S.*?)\s*=\s*(\S.*)")
_SECTION = re.compile(r"\[\s*(.*?)\s*\]")


@frozen
class Entry:
    """
    A line of a section.

    Attributes:
        name: Empty where the line is none that names something.

        value: Where it is; of a line that names nothing, the line.
    """

    section: str
    name: str
    value: str


def entries(text: str, group: str) -> Iterator[Entry]:
    """Yield what stands under *group*, and under the group of any newer interface."""
    wanted = re.compile(rf"{re.escape(group)}(_[0-9]+)?")
    section = ""
    for line in map(str.strip, text.splitlines()):
        if header := _SECTION.fullmatch(line):
            section = header[1]
        elif line and line[0] not in "#;" and wanted.fullmatch(section):
            yield _entry(section, line)


def _entry(section: str, line: str) -> Entry:
    match = _ENTRY.fullmatch(line)
    return (
        Entry(section, "", line) if match is None else Entry(section, *match.groups())
    )
