"""Which resources are meant where something is called by their names."""

from collections.abc import Iterable

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._resource import Resource
from integrated_care_principles.text import on_one_line


def resources_called(
    catalogue: Catalogue, names: Iterable[str]
) -> tuple[tuple[Resource, ...], ...]:
    """
    Return for each of the *names* the resources whose title or printed wording it is.

    Case and white space do not matter; a part of a name is not enough. Addresses are not
    compared: the one that we know may be that of the successor.
    """
    ids = catalogue._lookups.ids_by_name  # noqa: SLF001 - made once, and kept there
    return tuple(
        tuple(catalogue.resource(id) for id in ids.get(_folded(each), ()))
        for each in names
    )


def ids_by_name(catalogue: Catalogue) -> dict[str, dict[str, None]]:
    """Return the ids of the resources that each name stands for, folded."""
    found: dict[str, dict[str, None]] = {}
    for each in catalogue.resources:
        found.setdefault(_folded(each.title), {})[each.id] = None
    for group in catalogue.groups:
        for listing in group.listings:
            found.setdefault(_folded(listing.wording), {})[listing.resource] = None
    return found


def _folded(text: str) -> str:
    return on_one_line(text).casefold()
