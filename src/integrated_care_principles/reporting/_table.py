"""Rows of one kind, under names for their columns."""

from attrs import frozen

Cell = str | int | bool | None
Row = tuple[Cell, ...]


@frozen(kw_only=True)
class Table:
    """
    Rows of one kind.

    Attributes:
        rows: As many cells each as there are columns. Days are texts such as
            ``2026-03-31``; ``None`` is a cell where there is nothing to say.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
