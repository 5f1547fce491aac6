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
    from integrated_care_principles.catalogue._hits import (
        Excerpt,
        Hit,
        HitKind,
        Origin,
        Piece,
        SearchResult,
    )
    from integrated_care_principles.catalogue._search import search
else:
    # Who looks nothing up by words does not pay for it.
    __getattr__ = importer(
        __name__,
        {
            "_addresses": ("Address", "addresses"),
            "_hits": ("Excerpt", "Hit", "HitKind", "Origin", "Piece", "SearchResult"),
            "_search": ("search",),
        },
    )

__all__ = [
    "Address",
    "Asks",
    "Catalogue",
    "CatalogueRef",
    "Confidence",
    "Excerpt",
    "Group",
    "GroupId",
    "Hit",
    "HitKind",
    "Listing",
    "Origin",
    "Outcome",
    "OutcomeNumber",
    "Piece",
    "Principle",
    "PrincipleNumber",
    "Purpose",
    "Question",
    "QuestionId",
    "Resource",
    "ResourceId",
    "ResourceKind",
    "ResourceStatus",
    "SearchResult",
    "addresses",
    "load_catalogue",
    "search",
]


def load_catalogue() -> Catalogue:
    """
    Return the catalogue of the Scottish guidance that this release ships.

    Always the same object; nothing is read but a module of constants.
    """
    from integrated_care_principles.catalogue._scotland import SCOTLAND

    return SCOTLAND
