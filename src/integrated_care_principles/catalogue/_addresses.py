"""Every address that a catalogue names, for whoever checks them: this library never does."""

from collections.abc import Iterator

from attrs import frozen

from integrated_care_principles.catalogue._catalogue import Catalogue


@frozen(kw_only=True)
class Address:
    """
    An address, and everything in a catalogue that names it.

    Attributes:
        places: Such as ``resource equality-act-2010: url``, in printed order.
    """

    url: str
    places: tuple[str, ...]


def addresses(catalogue: Catalogue) -> tuple[Address, ...]:
    """
    Return every address that the *catalogue* names, once each, in printed order.

    Nothing is fetched: whether they still lead anywhere is for others to find out.
    """
    found: dict[str, list[str]] = {}
    for place, url in _named(catalogue):
        if url:
            found.setdefault(url, []).append(place)
    return tuple(
        Address(url=url, places=tuple(places)) for url, places in found.items()
    )


def _named(catalogue: Catalogue) -> Iterator[tuple[str, str | None]]:
    yield "catalogue: guidance_url", catalogue.guidance_url
    yield "catalogue: table_url", catalogue.table_url
    yield "purpose: guidance_url", catalogue.purpose.guidance_url
    for principle in catalogue.principles:
        yield f"principle {principle.number}: guidance_url", principle.guidance_url
    for resource in catalogue.resources:
        yield f"resource {resource.id}: url", resource.url
        yield f"resource {resource.id}: source_url", resource.source_url
