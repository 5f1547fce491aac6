"""Values as people say them."""

from attrs import evolve
from integrated_care_principles_table._words import counted, listed, name_of, plain

from integrated_care_principles import load_catalogue

CATALOGUE = load_catalogue()


def test_numbers_agree_with_what_they_count() -> None:
    """None, one and many."""
    found = [counted(number, "question") for number in (0, 1, 2)]

    assert ["no questions", "1 question", "2 questions"] == found


def test_lists_are_read_out() -> None:
    """Commas, and the last one with a word."""
    assert "2" == listed([2])
    assert "2 and 4" == listed([2, 4])
    assert "2, 4 and 10" == listed([2, 4, 10])


def test_a_group_is_called_after_its_principles() -> None:
    """Of which there may be none, one or several."""
    group = CATALOGUE.groups[1]
    groups = [evolve(group, principles=group.principles[:size]) for size in range(3)]

    expected = ["G2", "G2, principle 2", "G2, principles 2 and 4"]
    assert expected == list(map(name_of, groups))


def test_words_of_files_become_words() -> None:
    """Without lines and hyphens, but for the word that has one."""
    words = ("not_applicable", "partner_led", "organisation-renamed", "draft")

    expected = ["not applicable", "partner-led", "organisation renamed", "draft"]
    assert expected == list(map(plain, words))
