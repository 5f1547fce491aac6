"""What stands in the columns of the tables: of which type, and whose words."""

from typing import Literal

from attrs import frozen

from integrated_care_principles.catalogue import (
    Origin,
    Outcome,
    Principle,
    Question,
    Resource,
    origins_of,
)

Type = Literal["string", "integer", "boolean", "date"]

_OF_CATALOGUE = {
    "principles": Principle,
    "questions": Question,
    "resources": Resource,
    "outcomes": Outcome,
}
_QUOTED = Origin.QUOTED.says
_THEIRS = "The assessors' own words."
_WORD = "A word of this library."

_NUMBERS = (
    *("complete", "expected", "excluded", "partner_led", "percent", "number"),
    *("spread", "outside", "rated", "changed"),
)
_DAYS = (
    *("period_start", "period_end", "until", "dated", "expires", "due", "done"),
    "checked",
)

_SAID = {
    "subject": f"Who is assessed. {_THEIRS}",
    "locality": f"Empty: the whole area. {_THEIRS}",
    "assessor": f"Who assesses. {_THEIRS}",
    "period_start": "The first day of the period.",
    "period_end": "The last day of the period.",
    "level": "What is counted: overall, group or principle.",
    "id": "The id of the group, or the number of the principle.",
    "title": Origin.TIDIED.says,
    "complete": "Of the expected questions, how many are complete.",
    "expected": "How many questions are expected.",
    "excluded": "How many do not apply, with the reason given.",
    "partner_led": "How many a named partner answers instead.",
    "percent": "Of the expected, rounded down; empty where nothing is expected.",
    "group": "The id of the group of questions.",
    "question": "The id of the question.",
    "question_text": _QUOTED,
    "follows": "The id of the question without which this one makes no sense.",
    "follows_text": _QUOTED,
    "status": _WORD,
    "text": _THEIRS,
    "reason": _THEIRS,
    "partner": _THEIRS,
    "until": "Until when it is put off.",
    "rating": "The id of the level.",
    "code": f"How it counts. {_WORD}",
    "number": "Its place under its question, counted from 1.",
    "kind": _WORD,
    "url": _THEIRS,
    "dated": "The day that the evidence bears.",
    "expires": "The day from which the evidence is too old.",
    "note": _THEIRS,
    "what": _THEIRS,
    "owner": f"Who sees to it. {_THEIRS}",
    "due": "The day by which it is to be done.",
    "done": "The day on which it was done.",
    "since": "The assessment that this one is compared with.",
    "direction": f"Which way it went. {_WORD}",
    "not_compared": f"Why not; empty: it is compared. {_WORD}",
    "before": "What was said before.",
    "after": "What is said now.",
    "verdict": f"Whether the assessors agree. {_WORD}",
    "median": "The ids of the levels in the middle of the ratings.",
    "spread": "Levels between the lowest rating and the highest; empty: none rated.",
    "outside": "Ratings outside the band of the rule.",
    "rated": "Assessors who rated it.",
    "principles": "Numbers, with commas between.",
    "wording": f"The resource as it is printed there. {_QUOTED}",
}

# Where a name means something else than in other tables.
_SAID_IN = {
    ("responses", "complete"): "Whether it is complete.",
    ("evidence", "title"): _THEIRS,
    ("changes", "what"): f"What changed. {_WORD}",
    ("agreement", "level"): "The id of the level agreed on; empty: none.",
}


@frozen(kw_only=True)
class Field:
    """
    What stands in a column.

    Attributes:
        type: In the words of Table Schema.

        description: Whose words they are, or what they mean.
    """

    type: Type
    description: str


def field_of(table: str, column: str) -> Field:
    """Return what stands in a *column* of a *table*."""
    return Field(type=_type(table, column), description=_description(table, column))


def _type(table: str, column: str) -> Type:
    if (table, column) == ("responses", "complete"):
        return "boolean"
    if column in _NUMBERS:
        return "integer"
    return "date" if column in _DAYS else "string"


def _description(table: str, column: str) -> str:
    cls = _OF_CATALOGUE.get(table)
    origins = {} if cls is None else origins_of(cls)
    if column in origins:
        return origins[column].says
    return _SAID_IN.get((table, column), _SAID[column])
