"""A catalogue as tables."""

from collections.abc import Iterator

from attrs import fields_dict

from integrated_care_principles.catalogue import Catalogue, Outcome, Principle, Resource
from integrated_care_principles.reporting._table import Row, Table

_PRINCIPLE = ("number", "title", "act_limb", "guidance_url", "summary")
_QUESTION = ("group", "principles", "id", "text", "follows", "asks", "note")
_RESOURCE = tuple(fields_dict(Resource))
_OUTCOME = ("number", "label", "summary")


def catalogue_tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """
    Return principles, questions, resources and outcomes of a *catalogue*.

    A resource has a row for each place that lists it, with the printed wording.
    """
    return (
        _table("principles", _PRINCIPLE, _rows(_PRINCIPLE, catalogue.principles)),
        _table("questions", _QUESTION, _questions(catalogue)),
        _table("resources", ("group", "wording", *_RESOURCE), _resources(catalogue)),
        _table("outcomes", _OUTCOME, _rows(_OUTCOME, catalogue.outcomes)),
    )


def _table(name: str, columns: tuple[str, ...], rows: Iterator[Row]) -> Table:
    return Table(name=name, columns=columns, rows=tuple(rows))


def _rows(
    columns: tuple[str, ...], values: tuple[Principle | Outcome, ...]
) -> Iterator[Row]:
    for each in values:
        yield tuple(getattr(each, column) for column in columns)


def _questions(catalogue: Catalogue) -> Iterator[Row]:
    for group in catalogue.groups:
        principles = ", ".join(map(str, group.principles))
        for each in group.questions:
            said = (each.id, each.text, each.follows, each.asks.value, each.note)
            yield (group.id, principles, *said)


def _resources(catalogue: Catalogue) -> Iterator[Row]:
    for group in catalogue.groups:
        for listing in group.listings:
            resource = catalogue.resource(listing.resource)
            yield (group.id, listing.wording, *_cells(resource))


def _cells(resource: Resource) -> Row:
    return (
        resource.id,
        resource.title,
        resource.publisher,
        resource.kind.value,
        resource.status.value,
        resource.successor,
        resource.changed,
        resource.url,
        resource.checked.isoformat(),
        resource.source_url,
        resource.confidence.value,
    )
