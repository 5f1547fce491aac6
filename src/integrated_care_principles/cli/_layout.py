"""Lists and wrapped text for a terminal of 80 columns, whatever the terminal's width."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from integrated_care_principles.reporting import Completeness, safe

WIDTH = 80


def paragraph(text: str, *, label: str = "", indent: int = 0) -> str:
    """
    Return *text* in lines that start below each other.

    Args:
        label: Stands before the first line, in the room of the indent.
        indent: Columns before each line.
    """
    lead = f"{label:<{indent}}"
    lines = wrap(
        safe.line(text),
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
        break_long_words=False,  # an address in two is no address
    )
    return "\n".join(lines) or lead.rstrip()


def labelled(pairs: Iterable[tuple[str, str | None]], *, indent: int) -> Iterator[str]:
    """Yield a paragraph for each pair of a label and a text; none for no text."""
    for label, text in pairs:
        if text:
            yield paragraph(text, label=f"  {label}: ", indent=indent)


def amount(completeness: Completeness) -> str:
    """Return how much is complete, as the end of a list of what is not."""
    complete = "" if completeness.percent is None else " complete"
    return f"{completeness}{complete}"


def excuses(completeness: Completeness) -> str:
    """Return how many questions are excused, and why, or nothing."""
    parts = (
        f"{completeness.excluded} not applicable" if completeness.excluded else "",
        f"{completeness.partner_led} partner-led" if completeness.partner_led else "",
    )
    return ", ".join(filter(None, parts))
