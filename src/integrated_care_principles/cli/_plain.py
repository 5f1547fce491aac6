"""What stands in a catalogue, for machines: values of JSON, each whole by itself."""

from datetime import date
from enum import Enum

from attrs import AttrsInstance, asdict

from integrated_care_principles.catalogue import (
    Address,
    Catalogue,
    Principle,
    Question,
    Resource,
    limbs,
    origins_of,
    place_of_question,
    places_of_principle,
    places_of_resource,
)

Plain = dict[str, object]


def plain_principle(catalogue: Catalogue, principle: Principle) -> Plain:
    """Return a *principle* with the ids of what belongs to it."""
    number = principle.number
    return {
        **plain_fields(principle),
        "words": _words(principle),
        "act_sections": list(limbs(principle.act_limb)),
        "statute_as_at": catalogue.statute_as_at.isoformat(),
        "places": [
            plain_fields(each) for each in places_of_principle(catalogue, number)
        ],
        "groups": [each.id for each in catalogue.groups_of(principle=number)],
        "questions": [each.id for each in catalogue.questions_of(principle=number)],
        "resources": [each.id for each in catalogue.resources_of(principle=number)],
    }


def plain_question(catalogue: Catalogue, question: Question) -> Plain:
    """Return a *question* with the one that it leans on, and where it belongs."""
    before = None if question.follows is None else catalogue.question(question.follows)
    (group,) = catalogue.groups_of(question=question.id)
    return {
        **plain_fields(question),
        "words": _words(question),
        "follows_text": None if before is None else before.text,
        "place": plain_fields(place_of_question(catalogue, question.id)),
        "group": group.id,
        "principles": list(group.principles),
    }


def plain_resource(catalogue: Catalogue, resource: Resource) -> Plain:
    """Return a *resource* with each place that lists it, in the words printed there."""
    return {
        **plain_fields(resource),
        "words": _words(resource),
        "is_stale": resource.is_stale,
        "has_moved": resource.has_moved,
        "is_unverified": resource.is_unverified,
        "places": [
            plain_fields(each) for each in places_of_resource(catalogue, resource.id)
        ],
        "listed": [
            {"group": group.id, "wording": listing.wording}
            for group in catalogue.groups_of(resource=resource.id)
            for listing in group.listings
            if listing.resource == resource.id
        ],
    }


def plain_address(address: Address) -> Plain:
    """Return an *address* with the places that name it."""
    return plain_fields(address)


def _words(value: AttrsInstance) -> Plain:
    """Return whose words each field of a *value* consists of."""
    return {name: origin.value for name, origin in origins_of(type(value)).items()}


def plain_fields(value: AttrsInstance) -> Plain:
    """Return the fields of a *value* by their names."""
    return asdict(value, value_serializer=_plain)


def _plain(_: object, __: object, value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
