"""JSON, as RFC 8259 has it."""

import json
from collections.abc import Iterator

from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.text import gist


def read_json(text: str) -> Document:
    """Return the values of *text*."""
    try:
        value: object = json.loads(
            text, parse_constant=_refuse_constant, object_pairs_hook=_once
        )
    except (ValueError, RecursionError) as error:
        return Document(problems=(gist(error),))
    return Document(
        text="\n".join(_said(value)),
        structure=tuple(_types(value)),
        percents=tuple(_percents("", value)),
    )


def _refuse_constant(name: str) -> object:
    msg = f"{name} is no JSON"
    raise ValueError(msg)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        msg = f"a key stands twice among {', '.join(key for key, _ in pairs)}"
        raise ValueError(msg)
    return found


def _said(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield str(key)
            yield from _said(each)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif isinstance(value, str):
        yield value
    else:
        yield json.dumps(value)


def _types(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield f"an object of {len(value)}"
        for each in value.values():
            yield from _types(each)
    elif isinstance(value, list):
        yield f"a list of {len(value)}"
        for each in value:
            yield from _types(each)
    else:
        yield type(value).__name__


def _percents(name: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _percents(str(key), each)
    elif isinstance(value, list):
        for each in value:
            yield from _percents(name, each)
    elif "percent" in name.casefold():
        yield json.dumps(value)
