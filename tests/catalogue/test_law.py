"""The law around the principles, held against what was read of it."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue, load_law
from integrated_care_principles.catalogue import (
    Law,
    LawKind,
    Role,
    TurnsOn,
    limbs,
)
from integrated_care_principles.exceptions import MalformedError

LAW = load_law()

# Written by hand: place, whom it speaks to (by the first letters), and what it turns on:
# planning principles, delivery principles, outcomes.
BY_HAND = {
    "section 4(1)": ("", "p"),
    "section 31(1)": ("", "d"),
    "Schedule": ("", "o"),
    "section 3(2)": ("health local", "po"),
    "section 30(2)": ("integration", "do"),
    "section 29(2)(b)": ("integration", "o"),
    "section 37(2)(a)": ("integration", "do"),
    "section 38(2)": ("health local", "do"),
    "section 40": ("whoever integration health local", "do"),
    "section 53": ("integration health local", ""),
    "section 53A": ("scottish", ""),
    "section 42": ("integration", ""),
    "regulation 3(a)": ("integration", "o"),
    "regulation 3(b)": ("integration", "d"),
    "regulation 6(1)(b)": ("integration", "d"),
    "sections 54 and 55": ("care healthcare", ""),
    "section 53(2)(f) to (h)": ("care", "d"),
    "section 115": ("scottish", ""),
    "section 116A": ("care healthcare", ""),
    "section 15": ("scottish", "pd"),
}


def test_who_must_do_what() -> None:
    """Each provision speaks to whom it speaks to, and turns on what it turns on."""
    assert BY_HAND == {
        each.place: (
            " ".join(role.partition("-")[0] for role in each.roles),
            "".join(one[0] for one in each.turns_on),
        )
        for each in LAW.provisions
    }


def test_what_an_integration_authority_must_do() -> None:
    """It plans, reviews, carries out and reports: for the area, and each locality."""
    places = [each.place for each in LAW.provisions_of(role="integration-authority")]

    assert [
        "section 30(2)",
        "section 29(2)(b)",
        "section 37(2)(a)",
        "section 40",
        "section 53",
        "section 42",
        "regulation 3(a)",
        "regulation 3(b)",
        "regulation 6(1)(b)",
    ] == places


def test_who_inspects() -> None:
    """The two inspectorates together, and the Care Inspectorate by itself."""
    found = LAW.provisions_of(kind="scrutiny", role="care-inspectorate")

    assert ["sections 54 and 55", "section 53(2)(f) to (h)", "section 116A"] == [
        each.place for each in found
    ]


def test_what_is_not_in_force_says_so() -> None:
    """The power to change the lists had not been started."""
    (power,) = (each for each in LAW.provisions if not each.in_force)

    assert LawKind.CHANGE is power.kind
    assert "section 15 of the Care Reform (Scotland) Act 2025" == str(power)
    assert "2026-01-07" == f"{LAW.statute_as_at}" == f"{load_catalogue().statute_as_at}"


def test_every_provision_has_its_sources() -> None:
    """The official address stands beside the place where it was read."""
    assert all("://www.legislation.gov.uk/" in each.url for each in LAW.provisions)
    assert all(each.source_url.startswith("http") for each in LAW.provisions)


@given(
    role=st.sampled_from([None, *Role]),
    kind=st.sampled_from([None, *LawKind]),
    turns_on=st.sampled_from([None, *TurnsOn]),
)
def test_what_is_found_is_all_of_what_was_named(
    role: Role | None, kind: LawKind | None, turns_on: TurnsOn | None
) -> None:
    """Nothing that is all of it is missing, and nothing else is there."""
    found = LAW.provisions_of(role=role, kind=kind, turns_on=turns_on)
    rest = [each for each in LAW.provisions if each not in found]

    for each in found:
        assert {role, None} & {*each.roles, None}
        assert role is None or role in each.roles
        assert kind in {None, each.kind}
        assert turns_on is None or turns_on in each.turns_on
    for each in rest:
        assert (
            (role is not None and role not in each.roles)
            or kind not in {None, each.kind}
            or (turns_on is not None and turns_on not in each.turns_on)
        )


@pytest.mark.parametrize(
    "named", [{"role": "board"}, {"kind": "law"}, {"turns_on": "x"}]
)
def test_what_there_is_not(named: dict[str, str]) -> None:
    """A role, kind or thing that there is not is an error, and no empty answer."""
    with pytest.raises(ValueError, match="is not a valid"):
        LAW.provisions_of(**named)


def test_where_a_principle_stands() -> None:
    """Each has its limb in both lists, and no two have the same."""
    places = [limbs(each.act_limb) for each in load_catalogue().principles]

    assert ("section 4(1)(b)(vii)", "section 31(1)(b)(vii)") == places[6]
    assert 12 == len(set(places))


def test_a_provision_is_wellformed() -> None:
    """What says nothing is refused."""
    first = LAW.provisions[0]
    with pytest.raises(MalformedError):
        evolve(first, what=" ")
    with pytest.raises(MalformedError):
        evolve(first, id="Section 4")
    with pytest.raises(MalformedError):
        evolve(first, url="")
    with pytest.raises(MalformedError):
        Law(statute_as_at=LAW.statute_as_at, checked=LAW.checked, provisions=[first])  # type: ignore[arg-type]  # as a user might


def test_always_the_same_law() -> None:
    """It is made once."""
    assert load_law() is LAW
