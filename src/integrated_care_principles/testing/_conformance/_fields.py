"""What a report holds, by the names that a format may say it leaves out."""

from collections.abc import Iterator
from functools import cache

from attrs import AttrsInstance, fields, frozen

from integrated_care_principles.reporting import (
    Action,
    Annotation,
    Assessment,
    AssessmentView,
    Catalogue,
    Evidence,
    GroupView,
    Level,
    Listing,
    Outcome,
    Period,
    Policy,
    Principle,
    PrincipleView,
    Purpose,
    Question,
    QuestionScore,
    Report,
    Resource,
    Response,
    Scale,
    Scorecard,
)
from integrated_care_principles.testing._conformance._values import (
    is_free_text,
)

# What a format leaves out as a whole has one word. The later ones are parts of the first.
AREAS: dict[str, tuple[type[AttrsInstance], ...]] = {
    "header": (Report, Policy),
    "assessment": (Assessment, Period, Scale, Level, Annotation),
    "scores": (AssessmentView, GroupView, PrincipleView, QuestionScore, Scorecard),
    "responses": (Response, Evidence, Action),
    "annotations": (Annotation,),
    "evidence": (Evidence,),
    "actions": (Action,),
    "catalogue": (
        Catalogue,
        Purpose,
        Principle,
        Question,
        Listing,
        Resource,
        Outcome,
    ),
    "principles": (Purpose, Principle),
    "questions": (Question,),
    "resources": (Listing, Resource),
    "outcomes": (Outcome,),
}

# What Report.provenance says.
_PROVENANCE = frozenset(
    (
        "Report.day",
        "Report.producer",
        "Policy.summary",
        "Catalogue.edition",
        "Catalogue.licence",
        "Catalogue.attribution",
        "Catalogue.statute_as_at",
        "Catalogue.checked",
    )
)
WORDS = (*AREAS, "provenance")

# What holds the rest together: ids, links, and values that have fields of their own.
_LINKS = frozenset(
    (
        "Report.catalogue",
        "Report.policy",
        "Report.assessments",
        "Report.withheld",  # what Report.provenance says in words
        "Policy.name",
        # what Policy.summary says in words
        "Policy.criteria",
        "Policy.weights",
        "Policy.excused",
        "Policy.evidence_lasts",
        "Assessment.catalogue",
        "Assessment.period",
        "Assessment.scale",
        "Assessment.responses",
        "Assessment.annotations",
        "AssessmentView.assessment",
        "AssessmentView.card",
        "AssessmentView.groups",
        "AssessmentView.principles",
        "Catalogue.id",
        "Catalogue.purpose",
        "Catalogue.principles",
        "Catalogue.groups",
        "Catalogue.resources",
        "Catalogue.outcomes",
        "GroupView.group",
        "GroupView.principles",
        "GroupView.questions",
        "Level.id",
        "Level.low",
        "Listing.resource",
        "Outcome.number",
        "Principle.number",
        "PrincipleView.principle",
        "PrincipleView.questions",
        "Question.id",
        "QuestionScore.question",
        "QuestionScore.gaps",
        "QuestionScore.weight",
        "Resource.id",
        "Response.question",
        "Response.evidence",
        "Response.actions",
        "Response.annotations",
        "Scale.id",
        "Scale.levels",
        "Scorecard.policy",
        "Scorecard.day",  # the report's, or the last of the period
        "Scorecard.catalogue",
        "Scorecard.overall",
        "Scorecard.question_scores",
        "Scorecard.group_scores",
        "Scorecard.principle_scores",
    )
)


@frozen(kw_only=True)
class Field:
    """
    A field of a value that a report holds.

    Attributes:
        owner: Name of its class.

        name: Its own name.

        areas: The words that mean it among others.

        is_text: Whether somebody writes it.
    """

    owner: str
    name: str
    areas: tuple[str, ...]
    is_text: bool

    def __str__(self) -> str:
        return f"{self.owner}.{self.name}"

    def is_meant_by(self, word: str) -> bool:
        """Return whether *word* in a ``leaves_out`` means this field, among others."""
        return word in {self.name, str(self), *self.areas}


@cache
def all_fields() -> tuple[Field, ...]:
    """Return every field that a format shows or leaves out."""
    classes = dict.fromkeys(cls for area in AREAS.values() for cls in area)
    return tuple(each for cls in classes for each in _fields_of(cls))


def _fields_of(cls: type[AttrsInstance]) -> Iterator[Field]:
    areas = tuple(name for name, classes in AREAS.items() if cls in classes)
    for each in fields(cls):
        path = f"{cls.__name__}.{each.name}"
        if path not in _LINKS:
            yield Field(
                owner=cls.__name__,
                name=each.name,
                areas=(*areas, *(("provenance",) if path in _PROVENANCE else ())),
                is_text=is_free_text(None, each),
            )
    if cls is AssessmentView:  # its own is a property, of its card
        yield Field(owner=cls.__name__, name="completeness", areas=areas, is_text=False)


def meant_by(word: str) -> tuple[Field, ...]:
    """Return the fields that a *word* in a ``leaves_out`` means."""
    return tuple(each for each in all_fields() if each.is_meant_by(word))


def known_words() -> tuple[str, ...]:
    """Return every word that may stand in a ``leaves_out``."""
    names = [each.name for each in all_fields()]
    return tuple(dict.fromkeys((*WORDS, *names, *map(str, all_fields()))))
