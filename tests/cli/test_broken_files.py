"""Hundreds of broken files: each has its message, with the right path, and exit code 1."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .conftest import Icp

EXAMPLES = Path(__file__).parents[2] / "examples"
NAMES = ("strathenlow-2024-25.json", "strathenlow-2025-26.json")
# So many files of each kind and example, of places that are spread over the whole.
EACH = 64

# Where a value stands: what holds it, its key or number there, and its path in messages.
Place = tuple[Any, str | int, str]


def places(holder: Any, path: str = "") -> Iterator[Place]:
    """Yield every single value with its place."""
    items = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for key, value in items:
        dot = "." if path else ""
        here = f"{path}[{key}]" if isinstance(key, int) else f"{path}{dot}{key}"
        if isinstance(value, dict | list):
            yield from places(value, here)
        elif here != "format":
            yield holder, key, here


def another_type(place: Place) -> tuple[str, set[str]]:
    """Put a number with a fraction where there is none."""
    holder, key, path = place
    holder[key] = 7.5
    return path, {"found 7.5"}


def nothing(place: Place) -> tuple[str, set[str]]:
    """Put null there."""
    holder, key, path = place
    holder[key] = None
    return path, {"null says nothing", "found null"}


def no_text(place: Place) -> tuple[str, set[str]]:
    """Ring the bell within a text, a day or a word."""
    holder, key, path = place
    holder[key] = f"{holder[key]}\x07"
    return path, {"U+0007 may not stand", 'found "', '\\u0007" is not'}


def a_slip(place: Place) -> tuple[str, set[str]]:
    """Misspell the key, or the word where it stands in a list."""
    holder, key, path = place
    if isinstance(key, int):
        return no_text(place)
    holder[f"{key}x"] = holder.pop(key)
    return path.rpartition(".")[0], {f"{key!r}?"}


KINDS: tuple[Callable[[Place], tuple[str, set[str]]], ...] = (
    another_type,
    nothing,
    no_text,
    a_slip,
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_one_fault(
    icp: Icp,
    tmp_path: Path,
    name: str,
    kind: Callable[[Place], tuple[str, set[str]]],
) -> None:
    """It is said what is wrong, at its path, in words of ours, with exit code 1."""
    data = (EXAMPLES / name).read_bytes()
    number = len(list(places(json.loads(data))))
    path = tmp_path / "broken.json"
    tried = range(0, number, number // EACH)
    for index in tried:
        raw = json.loads(data)
        where, words = kind(list(places(raw))[index])
        path.write_text(json.dumps(raw), encoding="utf-8")
        result = icp("check", path)
        lines = [
            line.removeprefix("icp: ").removeprefix(f"{path}: ")
            for line in result.err.splitlines()
        ]
        lead = f"{where}: " if where else ""

        assert (1, "") == (result.code, result.out)
        assert any(
            line.startswith(lead) and any(word in line for word in words)
            for line in lines
        ), (where, lines)
    assert len(tried) >= EACH


def test_there_are_five_hundred() -> None:
    """So many broken files are tried above, at the least."""
    assert len(KINDS) * len(NAMES) * EACH >= 500


def test_every_fault_of_a_file(icp: Icp, tmp_path: Path) -> None:
    """Ten faults in one file are ten messages."""
    data = (EXAMPLES / NAMES[1]).read_bytes()
    raw = json.loads(data)
    every = list(places(raw))
    wanted = [no_text(every[index]) for index in range(0, len(every), len(every) // 9)]
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    said = icp("check", path).err

    assert 10 == len(wanted)
    assert all(f"{path}: {where}: " in said for where, _ in wanted)
