"""The full assessment as JSON, taken apart by path: what tests of hostile values break."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import (
    AssessmentFileError,
    Problem,
    decode_assessment,
    load_catalogue,
)

SCOTLAND = load_catalogue()
FULL: dict[str, Any] = json.loads(
    (Path(__file__).parent / "golden" / "full.json").read_bytes()
)
ANSWER: dict[str, Any] = FULL["responses"][1]

Path_ = tuple[str | int, ...]


def nodes(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, object]]:
    """Yield every value below *value*, with its path."""
    items = value.items() if isinstance(value, dict) else enumerate(value)  # type: ignore[arg-type]
    for key, each in items:
        yield (*path, key), each
        if isinstance(each, dict | list):
            yield from nodes(each, (*path, key))


def spelt(path: Path_) -> str:
    """Return a path as problems have it."""
    return "".join(
        f"[{each}]" if isinstance(each, int) else f".{each}" for each in path
    ).removeprefix(".")


NODES = {spelt(path): path for path, _ in nodes(FULL) if path != ("format",)}


def changed(path: Path_, new: object) -> dict[str, Any]:
    """Return the full assessment with *new* at *path*."""
    raw: dict[str, Any] = json.loads(json.dumps(FULL))
    holder(raw, path)[path[-1]] = new
    return raw


def holder(raw: Any, path: Path_) -> Any:
    """Return what the last step of *path* is a key of."""
    for each in path[:-1]:
        raw = raw[each]
    return raw


def problems_of(raw: object) -> list[Problem]:
    """Return what is wrong with *raw*; each of it can be said."""
    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(json.dumps(raw).encode(), SCOTLAND)
    assert str(caught.value).encode("utf-8")
    return list(caught.value.problems)


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return of each problem where it is, and its code."""
    return [(each.path, each.code) for each in problems]
