"""What is asked: principles, challenge questions, resources and outcomes."""

from integrated_care_principles.catalogue._catalogue import Catalogue
from integrated_care_principles.catalogue._model import (
    Asks,
    CatalogueRef,
    Confidence,
    Group,
    GroupId,
    Listing,
    Outcome,
    OutcomeNumber,
    Principle,
    PrincipleNumber,
    Purpose,
    Question,
    QuestionId,
    Resource,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)

__all__ = [
    "Asks",
    "Catalogue",
    "CatalogueRef",
    "Confidence",
    "Group",
    "GroupId",
    "Listing",
    "Outcome",
    "OutcomeNumber",
    "Principle",
    "PrincipleNumber",
    "Purpose",
    "Question",
    "QuestionId",
    "Resource",
    "ResourceId",
    "ResourceKind",
    "ResourceStatus",
    "load_catalogue",
]


def load_catalogue() -> Catalogue:
    """
    Return the catalogue of the Scottish guidance that this release ships.

    Always the same object; nothing is read but a module of constants.
    """
    from integrated_care_principles.catalogue._scotland import SCOTLAND

    return SCOTLAND
