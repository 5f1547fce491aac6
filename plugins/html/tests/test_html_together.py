"""Several assessments on one page: what changed, where people agree, and heat maps."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from integrated_care_principles_html import html

from integrated_care_principles import (
    Assessment,
    Axis,
    Period,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import GroupId
from integrated_care_principles.reporting import Together
from integrated_care_principles.scoring import DELPHI_ADAPTED, DELPHI_PUBLISHED

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()
CELL = re.compile(r'<td class="heat(?: heat-(\d+))?" data-label="([^"]*)">([^<]*)</td>')


def all_in(folder: str) -> list[Assessment]:
    """Return the examples in a folder, by their names."""
    paths = sorted((EXAMPLES / folder).glob("*.json"))
    return [read_assessment(each, CATALOGUE)[0] for each in paths]


def page_of(assessments: list[Assessment], **more: Any) -> str:
    """Return the page of a report of *assessments*."""
    return html(make_report(CATALOGUE, assessments, **more))


def part(page: str, start: str, end: str) -> str:
    """Return what stands between two marks of a *page*."""
    return page.partition(start)[2].partition(end)[0]


def seen(text: str) -> str:
    """Return the words of a piece of a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def test_every_colour_stands_beside_its_number() -> None:
    """And is made of it: a darker one is a higher number."""
    page = page_of(all_in("localities"))
    found = part(page, 'id="heat-principles"', "</table>")
    cells = CELL.findall(found)

    assert 12 * 13 == len(cells)
    assert {"All", *(f"Principle {each}" for each in range(1, 13))} == {
        label for _, label, _ in cells
    }
    for heat, _, said in cells:
        assert (heat == "") == (said == "–")  # noqa: RUF001 - as a sign for none
        if heat:
            percent = int(said.removesuffix(" %"))
            assert int(heat) == percent // 10


def test_ratings_side_by_side() -> None:
    """Each with the place on its scale; those of another scale without a colour."""
    page = page_of(all_in("localities"))
    found = part(page, 'id="heat-questions"', "</table>")
    cells = CELL.findall(found)
    ten = part(found, "Q1.1</span>", "</tr>")

    assert 10 * 12 == len(cells)
    assert ["1", "2", "2", "2", "3", "3", "(2)", "2", "3", "2", "3", "4"] == [
        said for _, _, said in CELL.findall(ten)
    ]
    assert {"1": "0", "2": "3", "3": "6", "4": "10"} == {
        said: heat for heat, _, said in cells if heat
    }
    assert 8 == sum(said.startswith("(") for _, _, said in cells)
    assert "In brackets: rated on another scale." in page
    assert "1 Not yet established , 2 Partly established ," in seen(page)
    assert "In brackets" not in page_of(all_in("localities")[:3])


def test_a_step_says_what_changed_and_what_cannot_be_said() -> None:
    """With the words of the guidance, and which way it went."""
    page = page_of(all_in("localities"))
    step = seen(part(page, 'aria-labelledby="step-1"', "</section>"))

    assert "Ardvarran, 2023-24 to 2024-25" in step
    assert "Compared 10 of 13 questions" in step
    assert "Not compared Q6.1, Q6.2, Q6.3: not asked in both" in step
    assert "Principles 1: 1 better, 0 worse; 3: 2 better, 0 worse" in step
    assert "▲ Better text: changed rating: not-yet-established to" in step
    assert "Neither action done: Agree one plan that every team reads" in step
    other = seen(part(page, 'aria-labelledby="step-5"', "</section>"))
    assert "Ratings Not compared: rated on different scales" in other
    assert "▼ Worse" in page
    assert "Taken together as a comparison by period" in seen(page)


def test_where_nothing_changed_the_page_says_so() -> None:
    """And that nothing went either way."""
    first = all_in("localities")[0]
    page = seen(page_of([first, first]))

    assert "Nothing changed." in page
    assert "Principles None went either way" in page
    assert "Compared by assessor" in page


def test_without_any_scale_there_is_one_map() -> None:
    """There is nothing to show of ratings."""
    bare = [evolve(each, scale=None, responses=()) for each in all_in("localities")[:2]]

    assert "heat-questions" not in page_of(bare)


def test_what_is_to_note_on_a_comparison() -> None:
    """It stands below the maps."""
    first = all_in("localities")[0]
    half = evolve(first, period=Period(start=date(2024, 1, 1), end=date(2024, 6, 30)))

    assert "2024-01-01 to 2024-06-30 is no reporting year" in seen(
        page_of([first, half])
    )


def test_what_assessors_have_to_discuss() -> None:
    """Most divided first, with what everybody said; then who rated what."""
    page = page_of(all_in("assessors"))
    order = re.findall(r'id="divided-(Q[\d.]+)"', page)
    third = seen(part(page, 'id="divided-Q1.3"', "</article>"))
    row = part(part(page, 'id="heat-assessors"', "</table>"), "Q1.1</span>", "</tr>")

    assert ["Q3.3", "Q8.5", "Q8.3", "Q1.3", "Q3.4"] == order
    assert "median Established or Partly established" not in third
    assert "median Partly established or Established; spread 1; 2 of 2" in third
    assert "Third Sector Interface No response" in third
    assert "Council Answered , rated Established Whoever calls us" in third
    assert ["2", "3", "2"] == [said for _, _, said in CELL.findall(row)]
    assert seen(row).endswith("Partly established")
    assert "Agreed 9 questions Split 4 questions Too few ratings 2 questions" in seen(
        page
    )
    assert "Does not apply" in seen(part(page, 'id="divided-Q8.3"', "</article>"))
    row = part(page, "Principle by principle; shared", "</table>")
    assert f"8. {CATALOGUE.principle(8).title} 3 2 0" in seen(row)
    assert "Taken together as an agreement of those who assessed the same" in seen(page)


def test_who_was_not_asked_is_told_from_who_said_nothing() -> None:
    """A reason stands beside its status."""
    first, second, third = all_in("assessors")
    page = seen(page_of([first, second, evolve(third, scope=(GroupId("G3"),))]))
    divided = part(page, "To discuss, most divided first", "Who rated what")

    assert "Third Sector Interface Not asked" in divided
    assert "Health choices are made with" in divided


@pytest.mark.parametrize("rule", [DELPHI_ADAPTED, DELPHI_PUBLISHED])
def test_the_rule_stands_there_with_its_source(rule: Any) -> None:
    """A link to where it was published, if it was."""
    panel = [evolve(each, scale=None, responses=()) for each in all_in("assessors")]
    page = page_of(panel, rule=rule)

    assert rule.summary in unescape(page)
    assert ("Where the rule was published" in page) == bool(rule.source)
    assert "Nothing divides them." in page


def test_other_ways_to_take_them_together() -> None:
    """As whoever makes the report decides."""
    panel = page_of(all_in("assessors"), together=Together.COMPARISON)
    places = page_of(all_in("localities"), by=Axis.LOCALITY)

    assert "Compared by assessor" in panel
    assert "2023-24, Ardvarran to Enlowmouth" in seen(places)
