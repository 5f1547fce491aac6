"""What a project cannot be called, say or stand in, and what to do about it."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from integrated_care_principles.cli._project._names import Names
from integrated_care_principles.exceptions import FolderInUseError
from integrated_care_principles.reporting import RESERVED, find_formats, safe

DEFAULT_SUMMARY = "How complete each assessment is."

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_LONGEST_NAME = 24  # so that the lines with it stay as a formatter leaves them
_LONGEST_SUMMARY = 200


def refusals(names: Names, summary: str, folder: str) -> Iterator[str]:
    """
    Yield a sentence for everything that stands in the way of a project.

    Args:
        summary: What its format shows.
        folder: Where it shall stand.
    """
    yield from _of_name(names)
    yield from _of_summary(summary)
    yield from _of_folder(folder)


def _of_name(names: Names) -> Iterator[str]:
    name = names.format
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        yield (
            f"{name!r} cannot be the name of a format: that has small letters, "
            f"digits and single hyphens, a letter first, at most {_LONGEST_NAME} in all"
            f"{_offer(name)}"
        )
    elif name in RESERVED:
        yield f"{name!r} is reserved for a format of ours; try {f'board-{name}'!r}"
    elif name == "report":  # its function would take the name of report_format()
        yield f"{name!r} is what every format lays out; say what yours makes of it"
    else:
        yield from _of_taken(names)


def _offer(name: str) -> str:
    """Return the end of a sentence that offers what was meant, where that is a name."""
    near = "-".join(re.findall("[a-z0-9]+", name.lower()))
    fits = _NAME.fullmatch(near) and len(near) <= _LONGEST_NAME
    return f"; did you mean {near!r}?" if fits else ""


def _of_taken(names: Names) -> Iterator[str]:
    for each in find_formats().plugins:
        if each.name == names.format:
            of = safe.line(f"{each.distribution} {each.version}")
            yield f"{each.name!r} is a format of {of}, installed here; try another name"
            return
    if find_spec(names.package) is not None:
        yield f"there is a module {names.package!r} here already; try another name"


def _of_summary(summary: str) -> Iterator[str]:
    # It will stand between quotation marks in TOML and in Python.
    if (
        not summary.strip()
        or not summary.isprintable()
        or {'"', "\\"} & {*summary}
        or len(summary) > _LONGEST_SUMMARY
    ):
        yield (
            "a summary is one line of text without double quotation marks and "
            f"backslashes, at most {_LONGEST_SUMMARY} characters in all"
        )


def _of_folder(folder: str) -> Iterator[str]:
    path = Path(folder)
    if path.is_dir() and path.samefile(Path.cwd()):
        # A new folder takes its place; a shell would be left standing in the old one.
        yield f"{folder!r} is the folder that you are in; name a new one with -o"
    elif path.is_dir() and (found := sorted(each.name for each in path.iterdir())):
        yield str(FolderInUseError(folder, found[0]))
