"""What services and notebooks ask of values: that they are values, and show themselves."""

import copy
import pickle
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Assessment,
    Catalogue,
    agenda,
    agree,
    compare,
    explain,
    load_catalogue,
    load_law,
    make_report,
    ratings,
    read_assessment,
    score,
    search,
)
from integrated_care_principles.assessment import Action, Evidence, EvidenceKind
from integrated_care_principles.notebook import table
from integrated_care_principles.reporting import tables
from integrated_care_principles.scoring import ASSURED
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
EXAMPLE, _ = read_assessment(
    Path(__file__).parents[1] / "examples/strathenlow-2025-26.json", SCOTLAND
)
OTHER = evolve(EXAMPLE, assessor="Other", responses=EXAMPLE.responses[:3])
COMPARISON = compare([EXAMPLE, OTHER], SCOTLAND)
AGREEMENT = agree([EXAMPLE, OTHER], SCOTLAND)
CARD = score(EXAMPLE, SCOTLAND, ASSURED)
REPORT = make_report(SCOTLAND, [EXAMPLE], public=True)
VALUES: dict[str, object] = {
    "catalogue": SCOTLAND,
    "law": load_law(),
    "assessment": EXAMPLE,
    "scorecard": CARD,
    "policy": ASSURED,
    "explanation": explain(CARD, SCOTLAND),
    "agenda": agenda(EXAMPLE, SCOTLAND, ASSURED),
    "ratings": ratings(EXAMPLE, SCOTLAND),
    "comparison": COMPARISON,
    "agreement": AGREEMENT,
    "search": search(SCOTLAND, "carer rights"),
    "report": REPORT,
    "tables": tables(REPORT),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_value_is_one(value: object) -> None:
    """It can be hashed, goes to another process and back, and copies are equal to it."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301

    assert value == again == copy.deepcopy(value) == copy.copy(value)
    assert 1 == len({value, again, copy.deepcopy(value)})


def test_threads_get_the_same_from_cold() -> None:
    """Eight threads that begin at once with the same catalogue and assessment."""
    catalogue, assessment = evolve(SCOTLAND), evolve(EXAMPLE)
    jobs: list[Callable[[], object]] = [
        lambda: score(assessment, catalogue, ASSURED),
        lambda: search(catalogue, "carer rights"),
        lambda: agenda(assessment, catalogue, ASSURED),
        lambda: catalogue.fingerprint,
        lambda: make_report(catalogue, [assessment], public=True),
        lambda: compare([assessment, OTHER], catalogue),
        lambda: agree([assessment, OTHER], catalogue),
    ] * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda job: job(), jobs))

    assert [
        CARD,
        VALUES["search"],
        VALUES["agenda"],
        SCOTLAND.fingerprint,
        REPORT,
        COMPARISON,
        AGREEMENT,
    ] * 8 == found


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (SCOTLAND.question("Q6.2"), "Q6.2: How are these guidelines monitored and"),
        (SCOTLAND.principle(5), "5. Respects the rights of service users"),
        (SCOTLAND.group("G2"), "G2 (principles 2, 4, 10)"),
        (SCOTLAND.group("G5"), "G5 (principle 5)"),
        (SCOTLAND.outcome(3), "3. Good experience and dignity"),
        (
            SCOTLAND.resource("equality-act-2010"),
            "equality-act-2010: Equality Act 2010",
        ),
        (EXAMPLE, "(illustrative), 2025-04-01 to 2026-03-31: 48 responses"),
        (evolve(EXAMPLE, responses=EXAMPLE.responses[:1]), "2026-03-31: 1 response"),
        (EXAMPLE.responses[0], "Q1.1: answered"),
        (Evidence(kind=EvidenceKind.DATA, title="Two\nlines"), "data: Two lines"),
        (Action(what="Ask\n again", due=date(2026, 1, 1)), "Ask again"),
        (COMPARISON, "2 assessments compared by assessor"),
        (compare([EXAMPLE], SCOTLAND), "1 assessment compared by assessor"),
        (COMPARISON.steps[0], " to Other: 0 better, 33 worse, 51 of 51 compared"),
        (AGREEMENT, "majority: 2 of 51 agreed, 0 split"),
        (CARD, "30 of 47 (63 %), policy assured on 2026-03-31"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_a_value_says(value: object, said: str) -> None:
    """As a string each is a line that somebody would read."""
    assert said in f"{value}"
    assert 1 == len(f"{value}".splitlines())


class Shown(Protocol):
    """What shows itself in a notebook."""

    def _repr_html_(self) -> str: ...


def cells(shown: str) -> list[str]:
    """Return what stands in the cells of a table."""
    return re.findall(r"<t[hd][^>]*><bdi>([^<]*)</bdi></t[hd]>", shown)


def test_what_a_notebook_shows() -> None:
    """Tables with a caption, headings for columns and rows, and every number."""
    found = search(SCOTLAND, "dignity")
    shown: dict[str, Shown] = {
        "G11 (principles 11, 12)": SCOTLAND,
        "exemplary": EXAMPLE,
        "4 of 10 (40 %)": CARD,
        found.hits[0].id: found,
    }

    for cell, value in shown.items():
        html = value._repr_html_()
        assert cell in cells(html)
        assert html.startswith("<table><caption><bdi>")
        assert '<th scope="col">' in html
        assert '<th scope="row">' in html
    assert f"{CARD}" in CARD._repr_html_()


@given(data=st.data(), catalogue=catalogues(), word=st.text(min_size=1))
def test_no_text_becomes_mark_up(
    data: st.DataObject, catalogue: Catalogue, word: str
) -> None:
    """Whatever texts say, the tags are those of the table."""
    assessment = data.draw(assessments(of=catalogue))
    other = evolve(assessment, subject="<script>&\"'")
    html = [each._repr_html_() for each in (assessment, other)]
    tags = [re.findall(r"<[^>]*>", each) for each in html]

    assert tags[0] == tags[1]
    assert f"<bdi>{_escaped(word)}</bdi>" in table(word, (word,), [(word, word)])


def _escaped(word: str) -> str:
    signs = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
    return "".join(signs.get(each, each) for each in word)


def test_the_shown_are_assessments_of_any_kind() -> None:
    """A blank one has a table without rows."""
    blank: Assessment = evolve(EXAMPLE, responses=())

    assert "<tbody></tbody>" in blank._repr_html_()
