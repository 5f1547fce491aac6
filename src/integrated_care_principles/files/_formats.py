"""The number of the format that a file is written in."""

from integrated_care_principles.exceptions import Problem
from integrated_care_principles.text import shown


def without_format(raw: object, newest: int) -> tuple[object, list[Problem]]:
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
