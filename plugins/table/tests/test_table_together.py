"""Several assessments as text: what changed, and where people agree."""

from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve
from integrated_care_principles_table import TableOptions, table_format

from integrated_care_principles import (
    Assessment,
    Period,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import GroupId, Principle, PrincipleNumber

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()


def all_in(folder: str) -> list[Assessment]:
    """Return the examples in a folder, by their names."""
    paths = sorted((EXAMPLES / folder).glob("*.json"))
    return [read_assessment(each, CATALOGUE)[0] for each in paths]


def text_of(assessments: list[Assessment], width: int = 80, **more: Any) -> str:
    """Return the report of *assessments*."""
    report = make_report(CATALOGUE, assessments, **more)
    return table_format.render(report, TableOptions(width=width))


def test_localities_over_years() -> None:
    """All side by side, and then each step; no line is too wide."""
    text = text_of(all_in("localities"))
    flat = " ".join(text.split())

    assert all(len(line) <= 80 for line in text.splitlines())
    assert (
        "                      All  1 2  3 4 5   6  7 8 9 10 11 12\n"
        "--------------------- --- -- - -- - - --- -- - - -- -- --\n"
        "Ardvarran, 2023-24     50 40 – 60 – –   – 60 – –  –  –  –\n"  # noqa: RUF001
    ) in text
    assert "Compared 10 of 13 questions" in flat
    assert "Not compared Q6.1, Q6.2, Q6.3: not asked in both" in flat
    assert "Better Q1.1, Q3.1, Q3.4 Worse none Mixed none" in flat
    assert "Principles better 1, 3 and 7" in flat
    assert "- better - text: changed - rating: not-yet-established to" in flat
    assert "Ratings not compared: rated on different scales" in flat
    assert "Together: compared by period" in flat
    narrow = text_of(all_in("localities"), width=68)
    assert all(len(line) <= 68 for line in narrow.splitlines())


def test_more_principles_than_fit() -> None:
    """Go on below."""
    first = CATALOGUE.principles[0]
    more = (evolve(first, number=PrincipleNumber(number)) for number in range(13, 15))
    principles: tuple[Principle, ...] = (*CATALOGUE.principles, *more)
    catalogue = evolve(CATALOGUE, principles=principles)
    two = [evolve(each, catalogue=catalogue.ref) for each in all_in("localities")[:2]]
    text = table_format.render(make_report(catalogue, two))

    assert " All 13 14 " in " ".join(text.split())


def test_where_nothing_changed() -> None:
    """Nothing went either way."""
    first = all_in("localities")[0]

    assert "Principles  none went either way" in text_of([first, first])


def test_what_is_to_note() -> None:
    """It comes after the steps."""
    first = all_in("localities")[0]
    half = evolve(first, period=Period(start=date(2024, 1, 1), end=date(2024, 6, 30)))

    assert "To note on the comparison" in text_of([first, half])


def test_three_assessors() -> None:
    """How far they agree, what to discuss, and what they agree on."""
    text = text_of(all_in("assessors"))
    flat = " ".join(text.split())

    assert all(len(line) <= 80 for line in text.splitlines())
    assert "Agreed 9 questions Split 4 questions Too few ratings 2 questions" in flat
    assert "\n 8       3     2        0\n" in text
    assert "median Established; spread 3; 2 of 3 outside the band - Council" in flat
    assert "- Third Sector Interface: no response" in flat
    assert "- Council: not applicable: Health choices are made with" in flat
    assert "\nQ1.1     Partly established; otherwise: NHS Board\n" in text
    assert "\nQ1.5     too few ratings\n" in text
    assert "- NHS Board: draft: We have not yet agreed how to describe assets." in flat


def test_who_was_not_asked() -> None:
    """Is told from who said nothing."""
    first, second, third = all_in("assessors")
    text = text_of([first, second, evolve(third, scope=(GroupId("G3"),))])

    assert "- Third Sector Interface: not asked" in " ".join(text.split())
