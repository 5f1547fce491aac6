"""What has become of resources, and every address that a catalogue names."""

from collections import Counter

from attrs import evolve
from hypothesis import given

from integrated_care_principles import load_catalogue
from integrated_care_principles.catalogue import (
    Catalogue,
    ResourceStatus,
    addresses,
)
from integrated_care_principles.testing import catalogues

CATALOGUE = load_catalogue()


@given(catalogue=catalogues())
def test_a_resource_is_of_one_kind(catalogue: Catalogue) -> None:
    """A resource is current, stale, moved or unverified: one of these, and no other."""
    parts = (
        *catalogue.stale(),
        *catalogue.moved(),
        *catalogue.unverified(),
        *(
            each
            for each in catalogue.resources
            if each.status is ResourceStatus.CURRENT
        ),
    )

    assert Counter(catalogue.resources) == Counter(parts)


def test_what_each_status_means() -> None:
    """What has ended is stale; what somebody else looks after has moved."""
    resource = CATALOGUE.resource("equality-act-2010")
    said = {
        status.value: (each.is_stale, each.has_moved, each.is_unverified)
        for status in ResourceStatus
        for each in (evolve(resource, status=status),)
    }

    assert {
        "current": (False, False, False),
        "superseded": (True, False, False),
        "archived": (True, False, False),
        "programme-ended": (True, False, False),
        "organisation-closed": (True, False, False),
        "publisher-changed": (False, True, False),
        "organisation-renamed": (False, True, False),
        "organisation-merged": (False, True, False),
        "unverified": (False, False, True),
    } == said


def test_how_many_are_stale() -> None:
    """Of the 58 resources of the guidance 18 are stale, 8 have moved, 5 are unverified."""
    assert (18, 8, 5) == (
        len(CATALOGUE.stale()),
        len(CATALOGUE.moved()),
        len(CATALOGUE.unverified()),
    )


@given(catalogue=catalogues())
def test_questions_without_a_resource(catalogue: Catalogue) -> None:
    """They are the ones for which no resource is found, and no others."""
    found = catalogue.questions_without_resource()

    assert [each for each in catalogue.questions if each in found] == list(found)
    for each in catalogue.questions:
        assert (each in found) == (not catalogue.resources_of(question=each.id))


def test_every_question_of_the_guidance_has_a_resource() -> None:
    """The guidance lists at least one beside each."""
    bare = evolve(CATALOGUE.groups[0], listings=())
    without = evolve(CATALOGUE, groups=(bare, *CATALOGUE.groups[1:]))

    assert () == CATALOGUE.questions_without_resource()
    assert bare.questions == without.questions_without_resource()


def test_every_address_is_named_once() -> None:
    """Each address has every place that names it, and nothing that is empty."""
    found = addresses(CATALOGUE)
    places = [place for each in found for place in each.places]
    urls = [each.url for each in found]

    assert len(urls) == len(set(urls))
    assert len(places) == len(set(places))
    assert {each.url for each in CATALOGUE.resources if each.url} <= set(urls)
    assert {each.source_url for each in CATALOGUE.resources if each.source_url} <= set(
        urls
    )
    assert all(each.startswith("http") for each in urls)
