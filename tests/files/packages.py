"""A Data Package read by the word of its descriptor, with nothing of ours but classes."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import StringIO
from itertools import groupby
from typing import Any

from integrated_care_principles.catalogue import (
    Asks,
    Catalogue,
    Confidence,
    Group,
    Listing,
    Outcome,
    Principle,
    Purpose,
    Question,
    Resource,
    ResourceKind,
    ResourceStatus,
)

Row = dict[str, Any]
Tables = dict[str, list[Row]]

_TYPES: Mapping[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "date": date.fromisoformat,
}
_WORDS = {
    "asks": Asks,
    "kind": ResourceKind,
    "status": ResourceStatus,
    "confidence": Confidence,
}


def described(files: Mapping[str, bytes]) -> Row:
    """Return the descriptor."""
    package: Row = json.loads(files["datapackage.json"])
    return package


def read(files: Mapping[str, bytes]) -> Tables:
    """Return the rows of each table, with values of the types that are declared."""
    return {
        each["name"]: list(_rows(files[each["path"]].decode(each["encoding"]), each))
        for each in described(files)["resources"]
    }


def _rows(text: str, resource: Row) -> Iterator[Row]:
    dialect, schema = resource["dialect"], resource["schema"]
    header, *rows = csv.reader(
        StringIO(text, newline=""),
        delimiter=dialect["delimiter"],
        quotechar=dialect["quoteChar"],
        strict=True,
    )
    assert [each["name"] for each in schema["fields"]] == header
    for row in rows:
        yield {
            field["name"]: None
            if cell in schema["missingValues"]
            else _TYPES[field["type"]](cell)
            for field, cell in zip(schema["fields"], row, strict=True)
        }


def broken_rules(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield each rule of the descriptor that a row breaks."""
    tables = read(files)
    for each in described(files)["resources"]:
        rows, schema = tables[each["name"]], each["schema"]
        for rule in (*_of_fields(rows, schema), *_of_keys(rows, schema)):
            yield f"{each['name']}: {rule}"
        for rule in _of_links(rows, schema, {**tables, "": rows}):
            yield f"{each['name']}: {rule}"


def _of_fields(rows: list[Row], schema: Row) -> Iterator[str]:
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        for value in (row[field["name"]] for row in rows):
            if value is None and "required" in rules:
                yield f"{field['name']} is required"
            if value not in rules.get("enum", [value]):
                yield f"{field['name']} is another word"
            if not re.fullmatch(rules.get("pattern", r"(?s).*"), f"{value}"):
                yield f"{field['name']} has another pattern"


def _of_keys(rows: list[Row], schema: Row) -> Iterator[str]:
    for key in (schema["primaryKey"], *schema.get("uniqueKeys", [])):
        values = [tuple(row[each] for each in key) for row in rows]
        if len(values) != len(set(values)):
            yield f"{', '.join(key)} is there twice"
        if any(each is None for value in values for each in value):
            yield f"{', '.join(key)} is missing"


def _of_links(rows: list[Row], schema: Row, tables: Tables) -> Iterator[str]:
    for link in schema.get("foreignKeys", []):
        (column,), other = link["fields"], link["reference"]
        (to,) = other["fields"]
        known = {None, *(row[to] for row in tables[other.get("resource", "")])}
        if any(row[column] not in known for row in rows):
            yield f"{column} leads nowhere"


def rebuilt(tables: Tables) -> Catalogue:
    """Return the catalogue that *tables* hold, in whatever order their rows stand."""
    (whole,) = tables["catalogue"]
    purpose = {each: whole.pop(f"purpose_{each}") for each in _PURPOSE}
    titles = _by(tables["printed_titles"], "principle")
    numbers = _by(tables["group_principles"], "group")
    questions = _by(tables["questions"], "group")
    listings = _by(tables["listings"], "group")
    return Catalogue(
        **whole,
        purpose=Purpose(**purpose),
        principles=tuple(
            Principle(
                **row,
                printed_titles=tuple(
                    each["wording"] for each in titles.get(row["number"], [])
                ),
            )
            for row in _in_order(tables["principles"])
        ),
        groups=tuple(
            Group(
                **row,
                principles=tuple(
                    each["principle"] for each in numbers.get(row["id"], [])
                ),
                questions=tuple(
                    Question(**_with_words(each))
                    for each in questions.get(row["id"], [])
                ),
                listings=tuple(Listing(**each) for each in listings.get(row["id"], [])),
            )
            for row in _in_order(tables["groups"])
        ),
        resources=tuple(
            Resource(**_with_words(row)) for row in _in_order(tables["resources"])
        ),
        outcomes=tuple(Outcome(**row) for row in _in_order(tables["outcomes"])),
    )


_PURPOSE = ("act_limb", "guidance_url", "summary")


def _in_order(rows: list[Row]) -> list[Row]:
    return [_without(row, "position") for row in sorted(rows, key=_position)]


def _by(rows: list[Row], owner: str) -> dict[Any, list[Row]]:
    """Return the *rows* of each owner, in their order."""

    def owner_of(row: Row) -> Any:
        return row[owner]

    return {
        name: [_without(each, owner) for each in _in_order(list(some))]
        for name, some in groupby(sorted(rows, key=owner_of), owner_of)
    }


def _position(row: Row) -> int:
    position: int = row["position"]
    return position


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}


def _with_words(row: Row) -> Row:
    return {
        name: _WORDS[name](value) if name in _WORDS else value
        for name, value in row.items()
    }
