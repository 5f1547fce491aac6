"""``icp law``."""

import json

import pytest

from .conftest import Icp


def test_all_of_it(icp: Icp) -> None:
    """Under each heading the provisions of its kind, and whose words they are."""
    result = icp("law")
    headings = [
        line
        for before, line in zip(
            ["", *result.out.splitlines()], result.out.splitlines(), strict=False
        )
        if not before and line
    ]

    assert (0, "") == (result.code, result.err)
    assert [
        "What the law sets out",
        "Who must do what about it",
        "What is reported each year",
        "Who inspects",
        "What may change it",
    ] == headings[:-1]
    assert headings[-1].startswith("Statute text as at 2026-01-07; looked up on")
    assert "All words are ours, and\nnone is the law's" in result.out
    assert "  in force: no\n" in result.out


def test_what_a_body_must_do(icp: Icp) -> None:
    """Who asks for an integration authority reads what it must do, when, and where."""
    out = icp("law", "--role", "integration-authority").out

    assert out.startswith(
        "Who must do what about it\n"
        "section 30(2), Public Bodies (Joint Working) (Scotland) Act 2014\n"
        "    integration authority; when: preparing the strategic plan\n"
        "    Have regard to the delivery principles and the outcomes.\n"
        "  looks at: delivery principles, outcomes\n"
    )
    assert "in the performance report, locality by locality" in out
    assert "section 115" not in out


def test_where_a_principle_stands(icp: Icp) -> None:
    """A principle has its limb in both lists, above what turns on them."""
    out = icp("law", "--principle", "7").out

    assert out.startswith(
        "7   section 4(1)(b)(vii) and section 31(1)(b)(vii) of the Act of 2014\n"
        "    Takes account of the participation by service-users in the community in\n"
        "    which service-users live [tidied]\n"
    )
    assert "Schedule" not in out


def test_for_machines(icp: Icp) -> None:
    """With --json every field of every provision, and the day of the text."""
    found = json.loads(
        icp("law", "--principle", "7", "--role", "scottish-ministers", "--json").out
    )
    every = json.loads(icp("law", "--json").out)

    assert ["section 4(1)(b)(vii)", "section 31(1)(b)(vii)"] == found["limbs"]
    assert [("power-to-change", False)] == [
        (each["id"], each["in_force"]) for each in found["provisions"]
    ]
    assert ("2026-01-07", "2026-11-21", "ours", [], 20) == (
        every["statute_as_at"],
        every["checked"],
        every["words"],
        every["limbs"],
        len(every["provisions"]),
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--role", "board"), "'board' is not one of 'integration-authority'"),
        (("--principle", "13"), "no principle 13; there are 1 to 12"),
    ],
)
def test_what_there_is_not(icp: Icp, arguments: tuple[str, ...], message: str) -> None:
    """A body or a principle that there is not is a usage error."""
    result = icp("law", *arguments)

    assert (2, "") == (result.code, result.out)
    assert message in result.err


def test_it_fits_a_terminal(icp: Icp) -> None:
    """No line is longer than a terminal, but for addresses, which stay whole."""
    lines = icp("law").out.splitlines()

    assert 80 >= max(len(each) for each in lines if "://" not in each)
