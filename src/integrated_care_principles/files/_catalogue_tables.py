"""A catalogue as tables that nothing is lost in: one table a concept."""

from collections.abc import Callable, Iterable

from attrs import evolve

from integrated_care_principles.catalogue import (
    Catalogue,
    Group,
    Listing,
    Outcome,
    Principle,
    Purpose,
    Question,
    Resource,
)
from integrated_care_principles.files._tables import (
    Column,
    DataTable,
    Link,
    Row,
    cells_of,
    column_of,
    columns_of,
)

# Rows may come in another order: a database has none of its own.
_POSITION = Column(
    name="position",
    type="integer",
    description="Its place in printed order, counted from 1.",
)
_GROUP = evolve(column_of(Group, "id"), name="group")
_PRINCIPLE = evolve(column_of(Principle, "number"), name="principle")
_WORDING = evolve(column_of(Principle, "printed_titles"), name="wording")
_TO_GROUP = Link(column="group", table="groups", to="id")
_TO_PRINCIPLE = Link(column="principle", table="principles", to="number")
_IN_GROUP = ("group", "position")


def tables_of(catalogue: Catalogue) -> tuple[DataTable, ...]:
    """Return everything in the *catalogue* as tables; each is there, if need be empty."""
    return (
        _catalogue(catalogue),
        _principles(catalogue),
        _printed_titles(catalogue),
        _groups(catalogue),
        _group_principles(catalogue),
        _questions(catalogue),
        _listings(catalogue),
        _resources(catalogue),
        _outcomes(catalogue),
    )


def _catalogue(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="catalogue",
        title="The catalogue itself, with the purpose that stands above the principles",
        columns=(*columns_of(Catalogue), *columns_of(Purpose, prefix="purpose_")),
        key=("id",),
        rows=((*cells_of(catalogue), *cells_of(catalogue.purpose)),),
    )


def _principles(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="principles",
        title="Principles",
        columns=(_POSITION, *columns_of(Principle)),
        key=("number",),
        unique=(("position",),),
        rows=_numbered(map(cells_of, catalogue.principles)),
    )


def _printed_titles(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="printed_titles",
        title="Each wording in which the guidance prints the title of a principle",
        columns=(_PRINCIPLE, _POSITION, _WORDING),
        key=("principle", "position"),
        links=(_TO_PRINCIPLE,),
        rows=tuple(
            (each.number, *row)
            for each in catalogue.principles
            for row in _numbered((title,) for title in each.printed_titles)
        ),
    )


def _groups(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="groups",
        title="Groups: the rows of the table in the guidance",
        columns=(_POSITION, *columns_of(Group)),
        key=("id",),
        unique=(("position",),),
        rows=_numbered(map(cells_of, catalogue.groups)),
    )


def _group_principles(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="group_principles",
        title="Which principles share a group",
        columns=(_GROUP, _POSITION, _PRINCIPLE),
        key=("group", "principle"),
        unique=(_IN_GROUP,),
        links=(_TO_GROUP, _TO_PRINCIPLE),
        rows=_in_groups(catalogue, lambda group: ((n,) for n in group.principles)),
    )


def _questions(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="questions",
        title="Challenge questions",
        columns=(_GROUP, _POSITION, *columns_of(Question)),
        key=("id",),
        unique=(_IN_GROUP,),
        links=(_TO_GROUP, Link(column="follows", table="questions", to="id")),
        rows=_in_groups(catalogue, lambda group: map(cells_of, group.questions)),
    )


def _listings(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="listings",
        title="Where the guidance names a resource, and in which words",
        columns=(_GROUP, _POSITION, *columns_of(Listing)),
        key=_IN_GROUP,
        links=(_TO_GROUP, Link(column="resource", table="resources", to="id")),
        rows=_in_groups(catalogue, lambda group: map(cells_of, group.listings)),
    )


def _resources(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="resources",
        title="Resources, and what has become of them",
        columns=(_POSITION, *columns_of(Resource)),
        key=("id",),
        unique=(("position",),),
        rows=_numbered(map(cells_of, catalogue.resources)),
    )


def _outcomes(catalogue: Catalogue) -> DataTable:
    return DataTable(
        name="outcomes",
        title="National Health and Wellbeing Outcomes",
        columns=(_POSITION, *columns_of(Outcome)),
        key=("number",),
        unique=(("position",),),
        rows=_numbered(map(cells_of, catalogue.outcomes)),
    )


def _in_groups(
    catalogue: Catalogue, rows: Callable[[Group], Iterable[Row]]
) -> tuple[Row, ...]:
    return tuple(
        (group.id, *row) for group in catalogue.groups for row in _numbered(rows(group))
    )


def _numbered(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple((number, *row) for number, row in enumerate(rows, 1))
