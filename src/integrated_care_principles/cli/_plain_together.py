"""Comparisons and agreements for machines: values of JSON."""

from integrated_care_principles.assessment import Action, Evidence
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._plain import Plain, plain_fields
from integrated_care_principles.scoring import (
    Agreement,
    Comparison,
    Completeness,
    Distribution,
    Member,
    Parts,
    Policy,
    QuestionAgreement,
    QuestionChange,
    Step,
)


def plain_comparison(found: Comparison, policy: Policy, catalogue: Catalogue) -> Plain:
    """Return everything that a comparison found."""
    members = found.members
    return {
        "by": found.by.value,
        "policy": policy.name,
        "catalogue": plain_fields(catalogue.ref),
        "series": [
            {
                "label": each.label,
                "members": [_member(member) for member in each.members],
            }
            for each in found.series
        ],
        "steps": [
            {
                "before": members.index(each.before),
                "after": members.index(each.after),
                **_step(each),
            }
            for each in found.steps
        ],
        "findings": [plain_fields(each) for each in found.findings],
    }


def _member(member: Member) -> Plain:
    assessment, card = member.assessment, member.card
    medians = (
        None
        if member.ratings is None
        else {
            f"{each.principle}": [level.id for level in each.distribution.median]
            for each in member.ratings.principle_ratings
        }
    )
    return {
        "label": member.label,
        "subject": assessment.subject,
        "locality": assessment.locality,
        "assessor": assessment.assessor,
        "period": plain_fields(assessment.period),
        "on": card.day.isoformat(),
        "overall": _counts(card.overall),
        "principles": {f"{key}": _counts(of) for key, of in card.principles.items()},
        "medians": medians,
    }


def _step(step: Step) -> Plain:
    reason = step.ratings_not_compared
    return {
        "compared": step.overlap.compared,
        "asked": step.overlap.asked,
        "percent": step.overlap.percent,
        "not_compared": {
            reason.value: list(questions) for reason, questions in step.not_compared
        },
        "ratings_not_compared": None if reason is None else reason.value,
        "principles": [
            {
                "principle": each.principle,
                "before": _counts(each.before),
                "after": _counts(each.after),
                "better": each.better,
                "worse": each.worse,
                "direction": each.direction.value,
                "compared": each.overlap.compared,
                "asked": each.overlap.asked,
            }
            for each in step.principles
        ],
        "changes": [_change(each) for each in step.changes],
    }


def _change(change: QuestionChange) -> Plain:
    return {
        "question": change.question,
        "direction": change.direction.value,
        "not_compared": [each.value for each in change.not_compared],
        "completeness": change.completeness and change.completeness.value,
        "rating": change.rating and change.rating.value,
        "code": {"before": change.before.code.value, "after": change.after.code.value},
        "fields": [plain_fields(each) for each in change.fields],
        "evidence": _parts(change.evidence),
        "actions": _parts(change.actions),
    }


def _parts(parts: Parts[Evidence] | Parts[Action]) -> Plain:
    return {
        kind: [plain_fields(each) for each in getattr(parts, kind)]
        for kind in ("new", "lost", "changed", "done")
    }


def plain_agreement(found: Agreement) -> Plain:
    """Return what assessors agree on, and on what they do not."""
    return {
        "rule": plain_fields(found.rule),
        "assessors": list(found.assessors),
        "agenda": [each.question for each in found.agenda],
        "questions": [_question(each) for each in found.questions],
        "principles": [plain_fields(each) for each in found.principles],
    }


def _question(of: QuestionAgreement) -> Plain:
    return {
        "question": of.question,
        "verdict": of.verdict.value,
        "level": of.level and of.level.id,
        "median": [each.id for each in of.ratings.median],
        "spread": of.spread,
        "outside": of.outside,
        "levels": _levels(of.ratings),
        "unrated": of.ratings.unrated,
        "statuses": [each.value for each in of.statuses],
        "voices": [
            {
                "assessor": each.assessor,
                "response": each.response and plain_fields(each.response),
            }
            for each in of.voices
        ],
    }


def _levels(ratings: Distribution) -> Plain:
    return {each.level.id: each.count for each in ratings.levels}


def _counts(of: Completeness) -> Plain:
    return {**plain_fields(of), "percent": of.percent}
