"""Whatever is wrong in a file is said at once, and once."""

from typing import Any

import pytest

from integrated_care_principles import (
    AssessmentFileError,
    decode_assessment,
)

from .full import ANSWER, FULL, SCOTLAND, places, problems_of

ANSWER_TO_Q1: dict[str, Any] = FULL["responses"][0]
EVERYTHING = """\
line 4, column 15: "\\ud800" is half a character (a lone surrogate); write the whole character
line 6, column 58: the key "end" stands here a second time; keep one of them
line 17, column 27: the number "99999999999999999999" does not fit into 64 bits
format: expected 1, found 0
"asessor" is not a key that is known here; did you mean 'assessor'?
period.end: the end, 2025-03-30, lies before the start, 2025-04-01
scope[3]: expected a text, found 5
responses[1].text: null says nothing; leave the key out
responses[4].status: "done" is not one of draft, answered, unknown, deferred, not_applicable, partner_led
responses[4].evidence[0].title: may not be blank
responses[4].evidence[1]: kind is missing
responses[4].evidence[2]: expected an object, found []
responses[4].actions[0].what: expected a text, found 99999999999999999999
responses[4].updated: expected a day such as 2026-03-31, found "today"
responses[5]: expected an object, found "Q1.3"
annotations: expected a list, found {}
subject: may not be blank
locality: U+D800 may not stand in a text; take it out
scope[1]: G1 stands here a second time; keep one of them
responses[1].question: Q1.1 stands here a second time; keep one of them
responses[2].question: Q1.1 stands here a second time; keep one of them
responses[0].rating: establisht is not a level of the scale; it has not-yet-established, partly-established, established, exemplary; did you mean 'established'?
catalogue.id: made for the catalogue wales, not for scotland
scope[2]: the catalogue has no group g11; it has G1, G2, G3, G5, G6, G8, G9, G11; did you mean 'G11'?
responses[3].question: the catalogue has no question Q99; did you mean 'Q9.9'?
""".splitlines()


def test_everything_at_once() -> None:
    """The problems of all stages come out together, each with its path."""
    data = b"""{
  "format": 0,
  "subject": " ",
  "locality": "\\ud800",
  "asessor": "A group",
  "period": {"start": "2025-04-01", "end": "2025-03-31", "end": "2025-03-30"},
  "scope": ["G1", "G1", "g11", 5],
  "catalogue": {"id": "wales", "edition": "1", "fingerprint": "x"},
  "scale": "msg-2019",
  "responses": [
    {"question": "Q1.1", "status": "answered", "rating": "establisht"},
    {"question": "Q1.1", "status": "draft", "text": null},
    {"question": "Q1.1", "status": "draft"},
    {"question": "Q99", "status": "draft", "publishable": true},
    {"question": "Q1.2", "status": "done", "updated": "today",
     "evidence": [{"kind": "data", "title": ""}, {"title": "A"}, []],
     "actions": [{"what": 99999999999999999999}]},
    "Q1.3"
  ],
  "annotations": {}
}"""

    with pytest.raises(AssessmentFileError) as caught:
        decode_assessment(data, SCOTLAND, source="north.json")

    assert EVERYTHING == [
        each.removeprefix("north.json: ") for each in str(caught.value).splitlines()
    ]


def test_nothing_is_said_twice() -> None:
    """A rule that is asked at two stages is answered once."""
    raw = {
        **FULL,
        "subject": "",
        "responses": [
            FULL["responses"][0],
            {**ANSWER, "question": "Q1.1", "rating": "x"},
        ],
    }
    problems = problems_of(raw)

    assert [
        ("subject", "blank"),
        ("responses[1].question", "repeated"),
        ("responses[1].rating", "unknown-rating"),
    ] == places(problems)
    assert len(problems) == len(set(problems))


def test_what_could_be_read_of_a_response() -> None:
    """A response that cannot be had is judged by what could be read of it."""
    half = {"question": "Q1.1", "status": "done", "rating": "x"}
    stranger = {"question": "Q99", "rating": "high"}

    assert [
        ("responses[1].status", "unknown-word"),
        ("responses[2]", "missing-key"),
        ("responses[1].question", "repeated"),
        ("responses[1].rating", "unknown-rating"),
        ("responses[2].question", "unknown-question"),
    ] == places(problems_of({**FULL, "responses": [ANSWER_TO_Q1, half, stranger]}))


def test_what_could_be_read_of_a_reference() -> None:
    """For another catalogue is for another catalogue, whatever else is missing."""
    assert [
        ("catalogue", "missing-key"),
        ("catalogue", "missing-key"),
        ("catalogue.id", "other-catalogue"),
    ] == places(problems_of({**FULL, "catalogue": {"id": "wales"}}))


def test_a_response_that_cannot_be_read_keeps_its_place() -> None:
    """The places of the others stay true."""
    raw = {**FULL, "responses": [None, ANSWER, {**ANSWER, "rating": "x"}]}

    assert [
        ("responses[0]", "wrong-type"),
        ("responses[2].question", "repeated"),
        ("responses[2].rating", "unknown-rating"),
    ] == places(problems_of(raw))
