"""What a report holds, by the names that a format may say it leaves out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import cache

from attrs import Attribute, AttrsInstance, evolve, fields, frozen

from integrated_care_principles.catalogue import GroupId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.reporting import (
    Action,
    Annotation,
    Assessment,
    AssessmentView,
    Catalogue,
    Code,
    Completeness,
    Evidence,
    GroupScore,
    GroupView,
    Level,
    Listing,
    Outcome,
    Period,
    Policy,
    Principle,
    PrincipleScore,
    PrincipleView,
    Purpose,
    Question,
    QuestionScore,
    QuestionView,
    Report,
    Resource,
    Response,
    Scale,
    Scorecard,
)
from integrated_care_principles.testing._conformance._values import (
    changed,
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
        "Policy.name",
        "Policy.criteria",
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
        "Resource.id",
        "Response.question",
        "Response.evidence",
        "Response.actions",
        "Response.annotations",
        "Scale.id",
        "Scale.levels",
        "Scorecard.policy",
        "Scorecard.catalogue",
        "Scorecard.overall",
        "Scorecard.question_scores",
        "Scorecard.group_scores",
        "Scorecard.principle_scores",
    )
)

_COUNTED = Completeness(complete=299, expected=300, excluded=131, partner_led=157)
_NOTED = Problem("scope", "unknown-group", found="G77")


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


def known_words() -> tuple[str, ...]:
    """Return every word that may stand in a ``leaves_out``."""
    names = [each.name for each in all_fields()]
    return tuple(dict.fromkeys((*WORDS, *names, *map(str, all_fields()))))


def shortest(left_out: Sequence[Field]) -> tuple[str, ...]:
    """Return the fewest words that mean all fields that are *left_out*, and no other."""
    words: list[str] = []
    rest = list(left_out)
    for area in WORDS:
        meant = [each for each in all_fields() if each.is_meant_by(area)]
        if any(each in rest for each in meant) and all(
            each in left_out for each in meant
        ):
            words.append(area)
            rest = [each for each in rest if each not in meant]
    return (*words, *map(str, rest))


def with_other(report: Report, field: Field) -> Report:
    """Return a copy of *report* in which only *field* says something else."""
    if str(field) in _SPECIAL:
        return changed(report, _SPECIAL[str(field)])

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        mine = (type(holder).__name__, attribute.name) == (field.owner, field.name)
        return _other(old) if mine else old

    return changed(report, change)


def _other(old: object) -> object:
    other = old
    match old:
        case bool():
            other = not old
        case Enum():
            members = list(type(old))
            other = members[(members.index(old) + 1) % len(members)]
        case int():
            other = old + 7
        case date():
            other = old - timedelta(days=400)
        case str():
            other = "Otherwise"
        case tuple():
            other = ("Otherwise",)
    return other


def _completeness_of(
    *owners: type[AttrsInstance],
) -> Callable[[AttrsInstance, "Attribute[object]", object], object]:
    def change(holder: AttrsInstance, _: "Attribute[object]", old: object) -> object:
        mine = isinstance(holder, owners) and isinstance(old, Completeness)
        return _COUNTED if mine else old

    return change


def _scope(
    holder: AttrsInstance, attribute: "Attribute[object]", old: object
) -> object:
    mine = isinstance(holder, Assessment) and attribute.name == "scope"
    return (GroupId("G9"), GroupId("G2")) if mine else old


def _end(_: AttrsInstance, attribute: "Attribute[object]", old: object) -> object:
    later = isinstance(old, date) and attribute.name == "end"
    return old + timedelta(days=400) if later else old  # type: ignore[operator]


def _follows(_: AttrsInstance, attribute: "Attribute[object]", old: object) -> object:
    return None if attribute.name in {"follows", "antecedent"} else old


def _rating(
    holder: AttrsInstance, attribute: "Attribute[object]", old: object
) -> object:
    from integrated_care_principles.assessment import MSG_2019

    other = MSG_2019.levels[2]
    if old is None or attribute.name != "rating":
        return old
    return other if isinstance(holder, QuestionView) else other.id


def _code(holder: AttrsInstance, attribute: "Attribute[object]", old: object) -> object:
    if not isinstance(holder, QuestionScore):
        return old
    return {"code": Code.DRAFT, "gaps": (Code.DRAFT,)}.get(attribute.name, old)


def _findings(_: AttrsInstance, attribute: "Attribute[object]", old: object) -> object:
    return (_NOTED,) if attribute.name == "findings" else old


_SPECIAL: dict[str, Callable[[AttrsInstance, "Attribute[object]", object], object]] = {
    "AssessmentView.completeness": _completeness_of(Scorecard),
    "GroupView.completeness": _completeness_of(GroupView, GroupScore),
    "PrincipleView.completeness": _completeness_of(PrincipleView, PrincipleScore),
    "Assessment.scope": _scope,
    "Period.end": _end,
    "Question.follows": _follows,
    "Response.rating": _rating,
    "QuestionScore.code": _code,
    "Scorecard.findings": _findings,
}


def with_canaries(report: Report) -> tuple[Report, dict[str, set[str]]]:
    """
    Return a copy of *report* in which each text is a word of its own, and those words.

    Returns:
        The words go by the names of the fields that they stand in.
    """
    words: dict[str, set[str]] = {str(each): set() for each in all_fields()}

    def change(
        holder: AttrsInstance, attribute: "Attribute[object]", old: object
    ) -> object:
        path = f"{type(holder).__name__}.{attribute.name}"
        if path not in words or not is_free_text(holder, attribute):
            return old
        word = f"Canary{sum(map(len, words.values())):04}x"
        words[path].add(word)
        if attribute.name.endswith("url"):
            word = f"https://example.org/{word}"
        return (word,) if isinstance(old, tuple) else word

    return changed(report, change), words


def pinned(report: Report) -> Report:
    """Return *report* with the hashes of its catalogue held, so that nothing shows there."""
    catalogue = evolve(report.catalogue)
    for name in ("content_hash", "fingerprint"):
        object.__setattr__(catalogue, name, "sha256:held")
    return evolve(report, catalogue=catalogue)
