"""The page "What a report holds" names all that a report holds, and nothing else."""

import inspect
import re
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import Attribute, fields, has, resolve_types

from integrated_care_principles import load_catalogue, make_report
from integrated_care_principles.reporting import (
    Gap,
    Report,
    Table,
    catalogue_tables,
    safe,
    tables,
)

FOLDER = Path(__file__).parents[2] / "docs/reference"
HELD = (FOLDER / "report.md").read_text(encoding="utf-8")
CONTRACT = (FOLDER / "report-formats.md").read_text(encoding="utf-8")
NAME = re.compile(r"`([\w-]+)`")
OF_ASSESSMENT = ("subject", "locality", "assessor", "period_start", "period_end")


def reachable(cls: type, seen: dict[type, None]) -> dict[type, None]:
    """Return every class of ours that a value of *cls* may hold, added to those *seen*."""
    if cls in seen or not (has(cls) or issubclass(cls, Enum)):
        return seen
    seen[cls] = None
    for each in fields_of(cls):
        for part in parts(each.type):
            reachable(part, seen)
    return seen


def fields_of(cls: type) -> tuple["Attribute[Any]", ...]:
    """Return the fields of *cls*, with their types; an enumeration has none."""
    return tuple(fields(resolve_types(cls))) if has(cls) else ()


def parts(declared: Any) -> Iterator[type]:
    """Yield the classes that the type of a field is made of."""
    inner = get_args(declared)
    for each in inner:
        yield from parts(each)
    plain = getattr(declared, "__supertype__", declared)
    if not inner and isinstance(plain, type):
        yield plain


CLASSES = [each for root in (Report, Gap, Table) for each in reachable(root, {})]


def public(cls: type[Any]) -> set[str]:
    """Return the fields and properties of *cls*, or the words of an enumeration."""
    if issubclass(cls, Enum):
        return {str(each.value) for each in cls}
    computed = (property, cached_property)
    properties = inspect.getmembers(cls, lambda each: isinstance(each, computed))
    names = {name for name, _ in properties} | {each.name for each in fields(cls)}
    return {each for each in names if not each.startswith("_")}


def documented(cls: type) -> set[str]:
    """Return what the section of *cls* names: in its first column, or before the text."""
    _, _, rest = HELD.partition(f"\n### `{cls.__name__}`\n")
    section = re.split(r"\n##+ ", rest)[0]
    if issubclass(cls, Enum):
        listed = section.split(".\n")[0]
        return {*NAME.findall(listed)}
    rows = [each for each in section.splitlines() if each.startswith("| `")]
    return {name for row in rows for name in NAME.findall(row.split("|")[1])}


def columns() -> dict[str, tuple[str, ...]]:
    """Return the columns of each table as the page has them."""
    section = HELD.partition("\n## The same as tables\n")[2].partition("\n### ")[0]
    rows = [each.split("|") for each in section.splitlines() if each[:3] == "| `"]
    return {NAME.findall(row[1])[0]: tuple(NAME.findall(row[2])) for row in rows}


def test_classes_that_have_a_section() -> None:
    """Every class that can be reached has one section, and no other has one."""
    sections = re.findall(r"^### `(\w+)`$", HELD, re.MULTILINE)

    assert sorted({each.__name__ for each in CLASSES}) == sorted(sections)


@pytest.mark.parametrize("cls", dict.fromkeys(CLASSES), ids=lambda each: each.__name__)
def test_what_a_class_has(cls: type) -> None:
    """Its section names each of its fields, properties or words, and no other."""
    assert sorted(public(cls)) == sorted(documented(cls))


def test_columns() -> None:
    """The columns of each table stand there in their order."""
    catalogue = load_catalogue()
    of_report = {each.name: each.columns for each in tables(make_report(catalogue))}
    of_catalogue = {each.name: each.columns for each in catalogue_tables(catalogue)}

    assert {**of_report, **of_catalogue} == {
        name: (*OF_ASSESSMENT, *each) if name in of_report else each
        for name, each in columns().items()
    }


def test_what_makes_text_safe() -> None:
    """The contract names every function of `reporting.safe`."""
    own = {
        name
        for name, value in vars(safe).items()
        if inspect.isfunction(value)
        and value.__module__ == safe.__name__
        and not name.startswith("_")
    }

    assert own == {*re.findall(r"^\| `safe\.(\w+)\(", CONTRACT, re.MULTILINE)}
