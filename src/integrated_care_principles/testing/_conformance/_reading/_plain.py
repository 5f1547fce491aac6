"""Text that stands for itself."""

from integrated_care_principles.testing._conformance._reading._document import (
    Document,
    turned_lines,
)
from integrated_care_principles.text import forbidden_characters


def read_plain(text: str) -> Document:
    """Return what stands in plain *text*."""
    lines = text.replace("\r\n", "\n")
    return Document(
        text=text,
        problems=tuple(
            f"it holds the control character {each}"
            for each in forbidden_characters(lines)
        ),
        turned=turned_lines(lines),
    )
