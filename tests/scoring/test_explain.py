"""Why a score is what it is: rows, by rules, whose sums are the score."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Catalogue,
    explain,
    load_catalogue,
    read_assessment,
    score,
)
from integrated_care_principles.exceptions import OtherCatalogueError
from integrated_care_principles.scoring import (
    ASSURED,
    POLICIES,
    Code,
    CountedAs,
    Policy,
)
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/strathenlow-2025-26.json"
POLICY = st.sampled_from(list(POLICIES.values()))


@given(data=st.data(), catalogue=catalogues(), policy=POLICY)
def test_rows_add_up(data: st.DataObject, catalogue: Catalogue, policy: Policy) -> None:
    """In every cell the sum of the rows is the number on the card."""
    card = score(data.draw(assessments(of=catalogue)), catalogue, policy)
    found = explain(card, catalogue)

    assert card.overall == found.overall
    assert dict(card.groups) == {each: found.of_group(each) for each in card.groups}
    assert dict(card.principles) == {
        each: found.of_principle(each) for each in card.principles
    }
    assert (policy, card.day) == (found.policy, found.day)
    assert len(found.excuses) == card.overall.excluded + card.overall.partner_led


def test_each_row_says_what_decided() -> None:
    """What it is to the score, everything that it lacks, and the rule of the first."""
    assessment, _ = read_assessment(EXAMPLE)
    card = score(assessment, SCOTLAND, ASSURED)
    rows = {f"{each.question}": each for each in explain(card, SCOTLAND).rows}

    assert [each.id for each in SCOTLAND.questions] == list(rows)
    assert (CountedAs.COMPLETE, (Code.COMPLETE,)) == (
        rows["Q1.1"].counted_as,
        rows["Q1.1"].why,
    )
    assert (CountedAs.MISSING, Code.TEXT_MISSING.rule) == (
        rows["Q6.2"].counted_as,
        rows["Q6.2"].rule,
    )
    assert (
        Code.TEXT_MISSING,
        Code.EVIDENCE_MISSING,
        Code.LOW_WITHOUT_ACTION,
    ) == rows["Q6.2"].why
    assert (CountedAs.EXCUSED, "G9", (9,), 1) == (
        rows["Q9.5"].counted_as,
        rows["Q9.5"].group,
        rows["Q9.5"].principles,
        rows["Q9.5"].weight,
    )


def test_what_is_not_asked_adds_nothing() -> None:
    """A question out of scope has a row that says so."""
    assessment, _ = read_assessment(EXAMPLE)
    narrow = evolve(assessment, scope=(SCOTLAND.groups[0].id,))
    found = explain(score(narrow, SCOTLAND), SCOTLAND)

    assert 46 == [each.counted_as for each in found.rows].count(CountedAs.NOT_ASKED)
    assert found.overall == found.of_group("G1")


def test_only_the_catalogue_that_it_was_held_against() -> None:
    """Another wording would explain another score."""
    assessment, _ = read_assessment(EXAMPLE)
    card = score(assessment, SCOTLAND)
    group = SCOTLAND.groups[0]
    asked = evolve(group.questions[0], text="Something else?")
    questions = (asked, *group.questions[1:])
    other = evolve(
        SCOTLAND, groups=(evolve(group, questions=questions), *SCOTLAND.groups[1:])
    )

    with pytest.raises(OtherCatalogueError) as caught:
        explain(card, other)

    assert f"scotland 2026.1, {SCOTLAND.fingerprint}" == caught.value.found
    assert f"scotland 2026.1, {other.fingerprint}" == caught.value.expected
