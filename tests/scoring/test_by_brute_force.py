"""A count that shares no code with ours, on many random assessments, for each policy."""

import json
import os
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

import pytest

from integrated_care_principles import (
    Completeness,
    Scorecard,
    explain,
    load_catalogue,
    score,
)
from integrated_care_principles.assessment import SCALES
from integrated_care_principles.files import decode_assessment, encode_catalogue
from integrated_care_principles.scoring import POLICIES

CATALOGUE = load_catalogue()
PLAIN: dict[str, Any] = json.loads(encode_catalogue(CATALOGUE))
NUMBER = 10_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 1_000
LOW = {
    "msg-2019": ("not-yet-established", "partly-established"),
    "care-inspectorate": ("unsatisfactory", "weak"),
}
TEXTS = ("", " ", "\n", "So it is.", "Ja.")
STATUSES = (
    "draft",
    *["answered"] * 6,
    "unknown",
    "deferred",
    "not_applicable",
    "partner_led",
)


def assessment(random: Random) -> dict[str, Any]:
    """Return a random assessment of 20 to 51 responses, as a file has it."""
    ids = [each["id"] for group in PLAIN["groups"] for each in group["questions"]]
    chosen = random.sample(ids, random.randint(20, 51))
    scale = random.choice([None, *LOW])
    plain = {
        "format": 1,
        "subject": "North",
        "period": {"start": "2025-04-01", "end": "2026-03-31"},
        "catalogue": {
            "id": CATALOGUE.id,
            "edition": CATALOGUE.edition,
            "fingerprint": CATALOGUE.fingerprint,
        },
        "responses": [response(random, each, scale) for each in chosen],
    }
    if scale:
        plain["scale"] = scale
    if random.random() < 0.3:
        groups = [each["id"] for each in PLAIN["groups"]]
        plain["scope"] = random.sample(groups, random.randint(1, 7))
    return plain


def response(random: Random, question: str, scale: str | None) -> dict[str, Any]:
    """Return a random response."""
    plain: dict[str, Any] = {"question": question, "status": random.choice(STATUSES)}
    plain |= {name: random.choice(TEXTS) for name in ("text", "reason", "partner")}
    plain["evidence"] = [evidence(random) for _ in range(random.choice((0, 1, 1, 2)))]
    plain["actions"] = [action(random) for _ in range(random.choice((0, 0, 1, 2)))]
    if scale and random.random() < 0.8:
        plain["rating"] = random.choice([each.id for each in SCALES[scale].levels])
    return plain


def day(random: Random) -> str:
    """Return a day that is near the edges of two years before the period's end."""
    if random.random() < 0.3:
        return random.choice(("2024-03-30", "2024-03-31", "2026-03-30", "2026-03-31"))
    return f"{random.randint(2023, 2026)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def evidence(random: Random) -> dict[str, Any]:
    """Return random evidence."""
    plain = {"kind": "data", "title": "Survey"}
    names = [each for each in ("dated", "expires") if random.random() < 0.5]
    return plain | {each: day(random) for each in names}


def action(random: Random) -> dict[str, Any]:
    """Return a random action."""
    plain = {"what": "Ask"}
    plain |= {"owner": random.choice(TEXTS)} if random.random() < 0.8 else {}
    names = [each for each in ("due", "done") if random.random() < 0.6]
    return plain | {each: day(random) for each in names}


def counts(plain: dict[str, Any], policy: str) -> dict[str, list[int]]:
    """Count by going through everything, one question after the other."""
    said = {each["question"]: each for each in plain["responses"]}
    found: dict[str, list[int]] = {"overall": [0, 0, 0, 0]}
    for number in range(1, 13):
        found[f"{number}"] = [0, 0, 0, 0]
    for group in PLAIN["groups"]:
        found[group["id"]] = [0, 0, 0, 0]
        if "scope" in plain and group["id"] not in plain["scope"]:
            continue
        for question in group["questions"]:
            add = kind(said.get(question["id"]), plain.get("scale"), policy)
            for cell in ("overall", group["id"], *map(str, group["principles"])):
                for place, number in enumerate(add):
                    found[cell][place] += number
    return found


def kind(
    said: dict[str, Any] | None, scale: str | None, policy: str
) -> tuple[int, ...]:
    """Return what a question adds: complete, expected, excluded, partner-led."""
    if said is None:
        return (0, 1, 0, 0)
    if said["status"] == "not_applicable" and said["reason"].strip():
        return (0, 0, 1, 0)
    if said["status"] == "partner_led" and said["partner"].strip():
        return (0, 0, 0, 1)
    return (int(is_complete(said, scale, policy)), 1, 0, 0)


def is_complete(said: dict[str, Any], scale: str | None, policy: str) -> bool:
    """Return whether a response is all that a policy asks for."""
    answered = said["status"] == "answered" and said["text"].strip() != ""
    evidenced = answered and said["evidence"] != []
    assured = (
        evidenced
        and any(map(holds, said["evidence"]))
        and "rating" in said
        and not (said["rating"] in LOW[f"{scale}"] and not said["actions"])
        and all(map(is_whole, said["actions"]))
    )
    asked = {"answered": answered, "evidenced": evidenced, "assured": assured}
    return bool(asked[policy])


def holds(evidence: dict[str, Any]) -> bool:
    """Return whether evidence holds at the end of March 2026."""
    if "expires" in evidence:
        return bool(evidence["expires"] >= "2026-03-31")
    return "dated" not in evidence or bool(evidence["dated"] >= "2024-03-31")


def is_whole(action: dict[str, Any]) -> bool:
    """Return whether an action is done, or has an owner and a date."""
    return "done" in action or bool(action.get("owner", "").strip() and "due" in action)


def cells(card: Scorecard) -> Iterator[tuple[str, Completeness]]:
    """Yield every cell of a card by its name."""
    yield "overall", card.overall
    yield from card.groups.items()
    yield from ((f"{number}", each) for number, each in card.principles.items())


@pytest.mark.slow
@pytest.mark.parametrize("policy", POLICIES)
def test_a_plain_count_agrees(policy: str) -> None:
    """In every cell of every card, and the rows of the explanation sum to it."""
    random = Random(policy)  # noqa: S311 - the same each time
    for _ in range(NUMBER):
        plain = assessment(random)
        decoded = decode_assessment(json.dumps(plain).encode(), CATALOGUE)
        card = score(decoded, CATALOGUE, POLICIES[policy])
        found = explain(card, CATALOGUE)

        assert counts(plain, policy) == {
            name: [each.complete, each.expected, each.excluded, each.partner_led]
            for name, each in cells(card)
        }
        assert dict(cells(card)) == {
            "overall": found.overall,
            **{each: found.of_group(each) for each in card.groups},
            **{f"{each}": found.of_principle(each) for each in card.principles},
        }
        assert date(2026, 3, 31) == card.day


def test_every_kind_of_answer_was_tried() -> None:
    """The random assessments hold what tells one policy from another."""
    random = Random(0)  # noqa: S311 - the same each time
    totals = dict.fromkeys(POLICIES, 0)
    for _ in range(50):
        plain = assessment(random)
        for policy in POLICIES:
            totals[policy] += counts(plain, policy)["overall"][0]

    assert totals["answered"] > totals["evidenced"] > totals["assured"] > 25
