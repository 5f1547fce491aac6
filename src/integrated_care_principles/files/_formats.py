"""From the bytes of a file to a value, for any kind of file that says its format."""

from collections.abc import Callable
from typing import TypeVar

from integrated_care_principles.exceptions import DataFileError, Problem
from integrated_care_principles.files._syntax import parse
from integrated_care_principles.text import shown

ValueT = TypeVar("ValueT")
# The value, if it can be had, and what is wrong.
Reading = tuple[ValueT | None, list[Problem]]


def decoded(
    data: bytes,
    read: Callable[[object], Reading[ValueT]],
    *,
    newest: int,
    error: type[DataFileError],
    source: str,
) -> ValueT:
    """
    Return the value that *data* holds as JSON.

    Args:
        read: Reads what JSON says beside the format.
        newest: The newest format that we know.
        error: What is raised with everything that is wrong.
        source: What the error calls it.

    Raises:
        DataFileError: The *error*.
    """
    raw, problems = parse(data)
    value = None
    if raw is not None or not problems:
        value, more = _read(raw, read, newest)
        problems += more
    if problems or value is None:
        raise error(source, tuple(dict.fromkeys(problems)))
    return value


def _read(
    raw: object, read: Callable[[object], Reading[ValueT]], newest: int
) -> Reading[ValueT]:
    plain, problems = _without_format(raw, newest)
    if any(each.code == "newer-format" for each in problems):
        return None, problems
    value, more = read(plain)
    return value, [*problems, *more]


def _without_format(raw: object, newest: int) -> tuple[object, list[Problem]]:
    """
    Return what stands beside the format, and what is wrong with the format.

    Args:
        newest: The newest that we know.
    """
    if type(raw) is not dict:
        return raw, []
    plain = {key: value for key, value in raw.items() if key != "format"}
    if "format" not in raw:
        return plain, [Problem("", "missing-key", expected="format")]
    version = raw["format"]
    if type(version) is not int or version < 1:
        return plain, [Problem("format", "wrong-type", shown(version), f"{newest}")]
    if version > newest:
        return plain, [Problem("format", "newer-format", f"{version}", f"{newest}")]
    return plain, []
