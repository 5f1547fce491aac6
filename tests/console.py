"""What a page of the docs shows of a terminal: commands, and what each of them prints."""

import re
from collections.abc import Iterator

# The pages that a test of their own follows, in an environment of their own.
FOLLOWED = ("docs/tutorials/first-format.md",)


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Yield each line after ``$``, without it, and what stands below it."""
    for each in f"\n{block.strip()}".split("\n$ ")[1:]:
        command, _, shown = each.partition("\n")
        yield command, shown


def matches(found: str, shown: str) -> bool:
    """Return whether *shown* is what was *found*; in it ``...`` stands for anything."""
    pattern = ".*".join(map(re.escape, shown.strip().split("...")))
    return re.fullmatch(pattern, found.strip(), re.DOTALL) is not None
