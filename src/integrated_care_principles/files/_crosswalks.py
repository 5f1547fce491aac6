"""Crosswalks as JSON, in the same strict way as assessments."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from integrated_care_principles.catalogue import Catalogue, Crosswalk, Link, Target
from integrated_care_principles.catalogue._crosswalk import (
    crosswalk_problems,
    link_problems,
)
from integrated_care_principles.exceptions import CrosswalkFileError, Problem
from integrated_care_principles.files._formats import Reading, decoded
from integrated_care_principles.files._structure import UnreadableError, make_converter

# The newest format of crosswalk files that we know.
FORMAT = 1


def read_crosswalk(path: str | os.PathLike[str], catalogue: Catalogue) -> Crosswalk:
    """
    Read a crosswalk from a file.

    Args:
        catalogue: Whose principles and questions it links.

    Raises:
        CrosswalkFileError: With everything that is wrong in the file.
        OSError: If the file cannot be opened.
    """
    data = Path(path).read_bytes()
    return decode_crosswalk(data, catalogue, source=os.fspath(path))


def decode_crosswalk(
    data: bytes, catalogue: Catalogue, *, source: str = "<bytes>"
) -> Crosswalk:
    """
    Return the crosswalk that *data* holds as JSON.

    Args:
        source: What errors call it.

    Raises:
        CrosswalkFileError: With everything that is wrong with it.
    """
    return decoded(
        data,
        lambda raw: _from_json(raw, catalogue),
        newest=FORMAT,
        error=CrosswalkFileError,
        source=source,
    )


def _from_json(raw: object, catalogue: Catalogue) -> Reading[Crosswalk]:
    try:
        crosswalk = make_converter().structure(raw, Crosswalk)
    except UnreadableError as error:
        return None, [*error.problems, *_across(error.readable, catalogue)]
    return crosswalk, [*crosswalk_problems(crosswalk.links, catalogue)]


def _across(readable: Any, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what is wrong across what could be read."""
    targets = [_only(each, Target) for each in _items(readable, "targets")]
    links = [_only(each, Link) for each in _items(readable, "links")]
    # Without legible targets nothing can be said of what is linked to.
    yield from link_problems(targets or [None], links)
    yield from crosswalk_problems(links, catalogue)


def _items(readable: Any, name: str) -> Any:
    """Return the items of a list, of a crosswalk or of what could be read of one."""
    if isinstance(readable, Crosswalk):
        return getattr(readable, name)
    return (readable or {}).get(name) or ()


def _only(item: Any, cls: Any) -> Any:
    return item if isinstance(item, cls) else None
