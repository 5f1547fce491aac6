"""A report in which one field says something else."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from attrs import Attribute, AttrsInstance, evolve

from integrated_care_principles.catalogue import GroupId
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.reporting import (
    Assessment,
    Code,
    Completeness,
    GroupScore,
    GroupView,
    PrincipleScore,
    PrincipleView,
    QuestionScore,
    QuestionView,
    Report,
    Scorecard,
)
from integrated_care_principles.scoring import agree, compare_scored
from integrated_care_principles.testing._conformance._fields import Field
from integrated_care_principles.testing._conformance._values import (
    changed,
)

_COUNTED = Completeness(complete=299, expected=300, excluded=131, partner_led=157)
_NOTED = Problem("scope", "unknown-group", found="G77")


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


def _compared(
    holder: AttrsInstance, attribute: "Attribute[object]", old: object
) -> object:
    """Return a comparison of two, where there is any assessment at all."""
    if not isinstance(holder, Report) or attribute.name != "comparison":
        return old
    pairs = [(each.assessment, each.card) for each in holder.assessments]
    return compare_scored([*pairs, *pairs], holder.catalogue) if pairs else old


def _agreed(
    holder: AttrsInstance, attribute: "Attribute[object]", old: object
) -> object:
    """Return an agreement of two, where there is any assessment at all."""
    if not isinstance(holder, Report) or attribute.name != "agreement":
        return old
    every = [each.assessment for each in holder.assessments]
    others = [evolve(each, assessor="Otherwise") for each in every]
    return agree([*every, *others], holder.catalogue) if every else old


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
    "Report.comparison": _compared,
    "Report.agreement": _agreed,
}
