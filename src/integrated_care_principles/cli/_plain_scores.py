"""What an assessment amounts to, for machines: values of JSON."""

from collections.abc import Iterable, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:  # a score does not pay for what makes an agenda
    from integrated_care_principles.scoring import (
        Agenda,
        Completeness,
        Distribution,
        Explanation,
        Ratings,
        Scorecard,
        Task,
    )

Plain = dict[str, object]


def plain_score(card: "Scorecard") -> Plain:
    """Return the numbers of a *card*."""
    return {
        **_made_by(card),
        "overall": _counts(card.overall),
        "groups": _counts_of(card.groups),
        "principles": _counts_of(card.principles),
        "questions": {
            each.question: {"complete": each.complete, "code": each.code.value}
            for each in card.question_scores
        },
    }


def plain_ratings(ratings: "Ratings") -> Plain:
    """Return how answers were rated, levels from worst to best."""
    return {
        "scale": ratings.scale.id,
        "overall": _plain_distribution(ratings.overall),
        "principles": {
            f"{each.principle}": _plain_distribution(each.distribution)
            for each in ratings.principle_ratings
        },
        "set_aside": ratings.set_aside,
    }


def plain_explanation(explanation: "Explanation") -> Plain:
    """Return the rows of an *explanation*, each with what it adds to the sums."""
    overall = explanation.overall
    return {
        "summary": explanation.policy.summary,
        "rows": [
            {
                "question": each.question,
                "group": each.group,
                "principles": list(each.principles),
                "counted_as": each.counted_as.value,
                "why": [code.value for code in each.why],
                "weight": each.weight,
                "rule": each.rule,
                **_numbers(each.completeness),
            }
            for each in explanation.rows
        ],
        "if_expected": _counts(overall.if_expected),
        "rests_on_excuses": [each.question for each in explanation.excuses],
    }


def plain_agenda(agenda: "Agenda") -> Plain:
    """Return everything on an *agenda*."""
    return {
        **_made_by(agenda.card),
        "overall": _counts(agenda.card.overall),
        "tasks": [_plain_task(each) for each in agenda.tasks],
        "overdue": [_plain_task(each) for each in agenda.overdue],
        "stale": [_plain_task(each) for each in agenda.stale],
        "resources": [
            {
                "path": each.path,
                "code": each.code,
                "found": each.found,
                "expected": each.expected,
                "says": f"{each}",
            }
            for each in agenda.resources
        ],
    }


def _made_by(card: "Scorecard") -> Plain:
    ref = card.catalogue
    return {
        "policy": card.policy.name,
        "on": card.day.isoformat(),
        "catalogue": {
            "id": ref.id,
            "edition": ref.edition,
            "fingerprint": ref.fingerprint,
        },
    }


def _plain_task(task: "Task") -> Plain:
    return {
        "question": task.question,
        "code": task.code.value,
        "says": task.code.says,
        "place": task.place,
        "what": task.what,
        "owner": task.owner,
        "gain": task.gain,
        "others": task.others,
        "principles": list(task.principles),
        "due": None if task.due is None else task.due.isoformat(),
    }


def _plain_distribution(distribution: "Distribution") -> Plain:
    return {
        "levels": {each.level.id: each.count for each in distribution.levels},
        "unrated": distribution.unrated,
        "median": [each.id for each in distribution.median],
    }


def _counts_of(
    parts: "Mapping[str, Completeness] | Mapping[int, Completeness]",
) -> Plain:
    pairs: "Iterable[tuple[str | int, Completeness]]" = parts.items()
    return {str(id): _counts(each) for id, each in pairs}


def _counts(completeness: "Completeness") -> Plain:
    return {**_numbers(completeness), "percent": completeness.percent}


def _numbers(completeness: "Completeness") -> Plain:
    return {
        "complete": completeness.complete,
        "expected": completeness.expected,
        "excluded": completeness.excluded,
        "partner_led": completeness.partner_led,
    }
