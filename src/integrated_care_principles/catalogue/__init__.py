"""What is asked: principles, challenge questions, resources and outcomes."""

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import (
    Asks,
    CatalogueRef,
    Group,
    GroupId,
    Outcome,
    OutcomeNumber,
    Principle,
    PrincipleNumber,
    Purpose,
    Question,
    QuestionId,
)
from integrated_care_principles.catalogue._resource import (
    Confidence,
    Listing,
    Resource,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)
from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.catalogue._addresses import Address, addresses
    from integrated_care_principles.catalogue._citations import resources_called
    from integrated_care_principles.catalogue._crosswalk import (
        Crosswalk,
        Link,
        Relation,
        Target,
    )
    from integrated_care_principles.catalogue._entries import HitKind
    from integrated_care_principles.catalogue._excerpts import Excerpt, Piece
    from integrated_care_principles.catalogue._hits import Hit, SearchResult
    from integrated_care_principles.catalogue._law import (
        Law,
        LawKind,
        Provision,
        Role,
        TurnsOn,
        limbs,
    )
    from integrated_care_principles.catalogue._origins import Origin, origins_of
    from integrated_care_principles.catalogue._places import (
        Place,
        place_of_question,
        places_of_principle,
        places_of_resource,
    )
    from integrated_care_principles.catalogue._search import search
else:
    # Who only looks questions up does not pay for the rest.
    __getattr__ = importer(
        __name__,
        {
            "_addresses": ("Address", "addresses"),
            "_citations": ("resources_called",),
            "_crosswalk": ("Crosswalk", "Link", "Relation", "Target"),
            "_entries": ("HitKind",),
            "_excerpts": ("Excerpt", "Piece"),
            "_hits": ("Hit", "SearchResult"),
            "_law": ("Law", "LawKind", "Provision", "Role", "TurnsOn", "limbs"),
            "_origins": ("Origin", "origins_of"),
            "_places": (
                "Place",
                "place_of_question",
                "places_of_principle",
                "places_of_resource",
            ),
            "_search": ("search",),
        },
    )

__all__ = [
    "Address",
    "Asks",
    "Catalogue",
    "CatalogueRef",
    "Confidence",
    "Crosswalk",
    "Excerpt",
    "Group",
    "GroupId",
    "Hit",
    "HitKind",
    "Law",
    "LawKind",
    "Link",
    "Listing",
    "Origin",
    "Outcome",
    "OutcomeNumber",
    "Piece",
    "Place",
    "Principle",
    "PrincipleNumber",
    "Provision",
    "Purpose",
    "Question",
    "QuestionId",
    "Relation",
    "Resource",
    "ResourceId",
    "ResourceKind",
    "ResourceStatus",
    "Role",
    "SearchResult",
    "Target",
    "TurnsOn",
    "addresses",
    "limbs",
    "load_catalogue",
    "load_law",
    "load_outcome_links",
    "origins_of",
    "place_of_question",
    "places_of_principle",
    "places_of_resource",
    "resources_called",
    "search",
]


def load_catalogue() -> Catalogue:
    """
    Return the catalogue of the Scottish guidance that this release ships.

    Always the same object; nothing is read but a module of constants.
    """
    from integrated_care_principles.catalogue._scotland import SCOTLAND

    return SCOTLAND


def load_law() -> "Law":
    """
    Return the law around the principles that this release knows.

    Always the same object; nothing is read but a module of constants.
    """
    from integrated_care_principles.catalogue._scotland_law import LAW

    return LAW


def load_outcome_links() -> "Crosswalk":
    """
    Return which national outcomes the principles and questions touch, in our reading.

    No official source maps them. Always the same object; its targets are called by the
    numbers of the outcomes.
    """
    from integrated_care_principles.catalogue._scotland_outcomes import OUTCOMES

    return OUTCOMES
