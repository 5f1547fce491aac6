"""Tables for machines: columns with types and rules, keys, and links between tables."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NewType, get_args, get_origin

from attrs import Attribute, AttrsInstance, evolve, fields, frozen, has

from integrated_care_principles.files._whose_words import whose_words
from integrated_care_principles.wellformed import is_union

Cell = str | int | None
Row = tuple[Cell, ...]

# Table Schema has the regular expressions of XML Schema, which match as a whole, and in
# which a dot is no line break.
_NOT_BLANK = r"[\s\S]*\S[\s\S]*"


@frozen(kw_only=True)
class Column:
    """
    A column of a table.

    Attributes:
        type: In the words of Table Schema: ``string``, ``integer`` or ``date``.

        required: Whether every row has something there.

        words: The only ones that may stand there; none: any.

        pattern: A regular expression that every text there matches as a whole.

        description: Whose words they are, or what they mean.
    """

    name: str
    type: str
    required: bool = True
    words: tuple[str, ...] = ()
    pattern: str | None = None
    description: str


@frozen(kw_only=True)
class Link:
    """That what stands in a *column* stands in the column *to* of a *table* too."""

    column: str
    table: str
    to: str


@frozen(kw_only=True)
class DataTable:
    """
    Rows of one kind.

    Attributes:
        key: Columns that together tell a row from all others.

        unique: Other columns that do.

        rows: As many cells each as there are columns. Days are texts such as
            ``2026-03-31``; ``None``: there is nothing, not even an empty text.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    links: tuple[Link, ...] = ()
    rows: tuple[Row, ...]


def columns_of(cls: type[AttrsInstance], *, prefix: str = "") -> tuple[Column, ...]:
    """Return a column for each field of *cls* that is neither a list nor a value."""
    return tuple(
        evolve(column_of(cls, each.name), name=f"{prefix}{each.name}")
        for each in _plain_fields(cls)
    )


def column_of(cls: type[AttrsInstance], name: str) -> Column:
    """Return a column for the field of *cls* called *name*; of a list, for its items."""
    attribute = next(each for each in fields(cls) if each.name == name)
    declared, optional = _bare(attribute.type)
    words = declared if issubclass(declared, Enum) else ()
    return Column(
        name=name,
        type={int: "integer", date: "date"}.get(declared, "string"),
        required=not optional,
        words=tuple(str(each.value) for each in words),
        pattern=_pattern(attribute),
        description=whose_words(cls, name),
    )


def cells_of(value: AttrsInstance) -> Row:
    """Return what stands in the columns of the class of *value*."""
    return tuple(
        _cell(getattr(value, each.name)) for each in _plain_fields(type(value))
    )


def _plain_fields(cls: type[AttrsInstance]) -> "Iterator[Attribute[object]]":
    for each in fields(cls):
        if get_origin(each.type) is not tuple and not has(_bare(each.type)[0]):
            yield each


def _bare(declared: object) -> tuple[type, bool]:
    """Return the type that *declared* is in the end, and whether it may be absent."""
    if isinstance(declared, NewType):
        return _bare(declared.__supertype__)
    if is_union(declared) or get_origin(declared) is tuple:
        return _bare(get_args(declared)[0])[0], is_union(declared)
    assert isinstance(declared, type)  # noqa: S101 - a field has no other types
    return declared, False


def _pattern(attribute: "Attribute[object]") -> str | None:
    match attribute.metadata.get("code"):
        case "blank":
            return _NOT_BLANK
        case None:
            return None
    return str(attribute.metadata["pattern"])


def _cell(value: object) -> Cell:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int) or value is None else str(value)
