"""Values in the words of people."""

from datetime import date

from attrs import evolve

from integrated_care_principles import load_catalogue
from integrated_care_principles.catalogue import PrincipleNumber, QuestionId
from integrated_care_principles.reporting import (
    Code,
    EvidenceKind,
    ResourceStatus,
    Status,
    Task,
)
from integrated_care_principles.reporting.wording import (
    companions,
    counted,
    gained,
    group_names,
    listed,
    wordings,
    words,
    written_day,
)

CATALOGUE = load_catalogue()


def test_words() -> None:
    """Values of the model are said as people say them, without signs of machines."""
    values = ("none", *Status, *EvidenceKind, *ResourceStatus)
    said = [words(each) for each in values]

    assert said[:4] == ["No response", "Draft", "Answered", "Not known"]
    assert words(Status.PARTNER_LED) == "Led by a partner"
    assert words(ResourceStatus.PUBLISHER_CHANGED) == "Publisher changed"
    assert not [each for each in said if "_" in each or "-" in each]


def test_written_day() -> None:
    """A day is written in English, without a nought before it."""
    assert written_day(date(2026, 3, 1)) == "1 March 2026"
    assert written_day(date(999, 12, 31)) == "31 December 999"


def test_listed() -> None:
    """The last of several stands after an "and"."""
    assert listed([7]) == "7"
    assert listed([3, 7]) == "3 and 7"
    assert listed([2, 4, 10]) == "2, 4 and 10"


def test_counted() -> None:
    """One of a thing is singular; none and many are plural."""
    assert [counted(each, "row") for each in (0, 1, 2)] == ["0 rows", "1 row", "2 rows"]


def test_group_names() -> None:
    """A group goes by its principles."""
    names = group_names(CATALOGUE)

    assert names["G1"] == "Principle 1"
    assert names["G2"] == "Principles 2, 4 and 10"


def test_group_names_differ() -> None:
    """Groups of the same principles are told apart by their ids, and so are empty ones."""
    first, second, third, *_ = CATALOGUE.groups
    groups = (
        first,
        evolve(second, principles=first.principles),
        evolve(third, principles=()),
    )
    names = group_names(evolve(CATALOGUE, groups=groups))

    assert list(names.values()) == ["Principle 1 (G1)", "Principle 1 (G2)", "Group G3"]


def test_companions() -> None:
    """Principles that share questions know of each other, the others of none."""
    found = companions(CATALOGUE)

    assert found[2] == (4, 10)
    assert found[4] == (2, 10)
    assert found[1] == ()


def test_wordings() -> None:
    """Every listing is found under its resource, and no resource is left out."""
    found = wordings(CATALOGUE)

    assert set(found) == {each.id for each in CATALOGUE.resources}
    assert sum(map(len, found.values())) == sum(
        len(each.listings) for each in CATALOGUE.groups
    )


def test_what_is_gained() -> None:
    """How many, and to which principles; a group may have none."""
    task = Task(question=QuestionId("Q1.1"), code=Code.DRAFT, place="status", gain=1)
    one = evolve(task, principles=(PrincipleNumber(1),))
    two = evolve(one, gain=2, principles=(PrincipleNumber(2), PrincipleNumber(4)))

    assert gained(task, "question") == "1 question"
    assert gained(one, "question") == "1 question, for principle 1"
    assert gained(two, "point") == "2 points, for principles 2 and 4"
