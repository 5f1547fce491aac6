"""Lines fit, nothing is lost in wrapping, and columns stand below each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from integrated_care_principles_table._lines import columns, fill
from integrated_care_principles_table._page import Page
from wcwidth import iter_graphemes, wcswidth

from integrated_care_principles.reporting import safe
from integrated_care_principles.testing import texts

WIDTHS = st.integers(20, 120)


def without_spaces(text: str) -> str:
    """Return *text* with nothing in it to break a line at."""
    return text.replace(" ", "")


@given(text=texts(), room=st.integers(2, 100))
def test_lines_fit(text: str, room: int) -> None:
    """However wide the characters are, no line is wider than there is room."""
    for line in fill(text, room):
        assert wcswidth(line) <= room


@given(text=texts(), room=st.integers(2, 100))
def test_nothing_is_lost_in_wrapping(text: str, room: int) -> None:
    """The lines hold what the text holds, in its order, but for the spaces."""
    wrapped = "".join(fill(text, room))

    assert without_spaces(safe.line(text)) == without_spaces(wrapped)


@given(text=texts(), room=st.integers(2, 100))
def test_words_that_fit_are_never_broken(text: str, room: int) -> None:
    """A line ends between words, or within one that is wider than a line."""
    pieces = [piece for line in fill(text, room) for piece in line.split(" ")]
    for word in safe.line(text).split():
        assert columns(word) > room or word in pieces


@given(text=texts(), room=st.integers(2, 100))
def test_lines_are_as_full_as_they_can_be(text: str, room: int) -> None:
    """The first word of a line would not have fitted on the line before."""
    lines = list(fill(text, room))
    for line, following in pairwise(lines):
        first = following.split(" ")[0]
        assert wcswidth(f"{line} {first}") > room


def test_characters_that_belong_together_stay_together() -> None:
    """A word is broken between what a reader takes for characters."""
    family = "👩\u200d👩\u200d👧"

    assert [family * 2, family] == list(fill(family * 3, 5))
    assert ["e\u0301" * 3, "e\u0301"] == list(fill("e\u0301" * 4, 3))
    assert ["中文", "字"] == list(fill("中文字", 5))


def test_a_megabyte_takes_no_longer_than_its_length() -> None:
    """A word of a million letters is broken in one go."""
    for text in ("a" * 10**6, "e\u0301" * 10**5, "\u200b" * 10**5):
        assert without_spaces(text) == "".join(fill(text, 71))


@given(
    titles=st.lists(texts(), min_size=1, max_size=4),
    numbers=st.lists(st.integers(0, 10**6).map(str), min_size=4, max_size=4),
    width=WIDTHS,
)
def test_columns_stand_below_each_other(
    titles: list[str], numbers: list[str], width: int
) -> None:
    """The last column ends at the same place in every row that has one."""
    rows = list(zip(titles, numbers, strict=False))
    lines = list(
        Page(width=width).table(
            [("Title", "Number")], rows, grows=0, align=("left", "right")
        )
    )

    ends = [wcswidth(each) for each in lines if each[-1] in "0123456789-"]
    rule = wcswidth(lines[1])
    assert ends.count(rule) >= len(rows) + 1
    assert all(wcswidth(each) <= max(rule, width) for each in lines)


@pytest.mark.parametrize(
    "text",
    ["007", "1e3", "1.10", "TRUE", "False", "nan", "1/2", "-0", "None", "1_000", "1,0"],
)
def test_numbers_in_a_table_are_what_they_were(text: str) -> None:
    """Text that looks like a number is not taken for one, alone in its column or not."""
    alone = Page(width=80).table([(text, text)], grows=0, align=("left", "left"))
    mixed = Page(width=80).table(
        [("some", "text"), (text, text)], grows=0, align=("left", "right")
    )

    assert [f"{text} {text}"] == list(alone)
    assert ["some", "text", text, text] == " ".join(mixed).split()


def test_a_cell_of_several_lines_is_one_of_a_row() -> None:
    """Its lines are joined before anything is measured."""
    lines = Page(width=40).table(
        [("Title", "zwei\nhälften")], grows=0, align=("left", "left")
    )

    assert ["Title zwei hälften"] == list(lines)


def test_no_column_takes_the_room_of_another() -> None:
    """A cell that is too wide is wrapped as well, beside the lines of its row."""
    lines = Page(width=40).table(
        [("Title", "Limb"), ("one two three four five", "(b) " * 6)],
        grows=0,
        align=("left", "left"),
    )

    expected = [
        "Title                    Limb",
        "one two three four five  (b) (b) (b) (b)",
        "                         (b) (b)",
    ]
    assert [each.split() for each in expected] == [each.split() for each in lines]


def test_a_row_whose_title_says_nothing_is_still_there() -> None:
    """What is left of a text may be nothing; the numbers beside it stay."""
    lines = Page(width=40).table(
        [("A", "1"), ("\u202e", "2")], grows=0, align=("left", "right")
    )

    assert ["A 1", "  2"] == list(lines)


def test_what_is_too_wide_for_a_label_stands_above() -> None:
    """A label takes at most half of the line."""
    page = Page(width=30)

    assert ["(a) text"] == list(page.item("(a)", "text"))
    assert ["a" * 29, "  text"] == list(page.item("a" * 29, "text"))


def test_a_label_stands_where_there_is_nothing_beside_it() -> None:
    """What has an id is there, also where its text says nothing."""
    assert ["  Q1"] == list(Page(width=30).item("Q1", "\u202e", indent=2))


def test_labels_without_a_value_are_left_out() -> None:
    """Two columns, as wide as the labels that are there."""
    lines = Page(width=30).labelled((("Long label", " "), ("A", "one"), ("BB", "two")))

    assert ["A   one", "BB  two"] == list(lines)


def test_paragraphs_stay_apart() -> None:
    """One empty line stands between paragraphs, none between other lines."""
    text = "\n\none\ntwo\n\n \n\nthree\n"

    lines = Page(width=30).paragraphs(text, indent=2)

    assert ["  one", "  two", "", "  three"] == list(lines)


@given(text=texts(), width=WIDTHS)
def test_a_heading_is_underlined_as_wide_as_it_is(text: str, width: int) -> None:
    """The line below a heading is as wide as its widest line."""
    *lines, under = Page(width=width).heading(text)

    assert max(map(wcswidth, lines), default=0) == len(under)


def test_every_character_has_a_width() -> None:
    """What `safe.line` lets through is never measured as -1."""
    every = safe.line("".join(map(chr, range(0x110000))))

    assert all(columns(each) >= 0 for each in iter_graphemes(every))
