"""
The catalogue says what the guidance says: every word of it, and not one more.

The reading of the guidance in this module is its own. It shares nothing with the
catalogue's data nor with the code that loads them, so that the same mistake is not
made on both sides.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import integrated_care_principles
from integrated_care_principles import load_catalogue
from integrated_care_principles.catalogue import (
    PrincipleNumber,
    place_of_question,
    places_of_principle,
    places_of_resource,
)

SOURCE = Path(__file__).parents[1] / "source"
PAGE_7 = (SOURCE / "000_03259239f90c10cf.txt").read_text(encoding="utf-8")
PAGE_12 = (SOURCE / "002_a3bec58b3c82eb99.txt").read_text(encoding="utf-8")

COLUMNS = "Principle(s) What do we want to know? (challenge questions) Useful resources"
BULLET = "•"

# The one line of the table that is no heading, no question and no resource. It
# stands before the resources of principle 9.
PREFACE = "Improvement support is available from a number of different sources:"

# Where the lines of the table are not its resources. Each of these starts one in
# the middle of a line, ...
STUCK = (
    "Resources for Caldicott Guardians",
    "It has also produced a Participation Toolkit",
    "The Alliance People Powered Health",
)
# ... and this one goes on in the next line.
BROKEN = "Scottish Government: The Healthcare\n"

# Q1.2 asks about "this information", Q6.2 about "these guidelines", Q8.2 about
# "this" and Q9.8 about "this care".
POINTS_BACK = {"Q1.2": "Q1.1", "Q6.2": "Q6.1", "Q8.2": "Q8.1", "Q9.8": "Q9.7"}


class Row(NamedTuple):
    """What the table prints about principles that it treats together."""

    titles: dict[int, str]
    questions: list[str]
    wordings: list[str]


class Narrative(NamedTuple):
    """What a page says about one principle, before any table."""

    number: int
    title: str
    paragraphs: list[str]


def between(text: str, start: str, end: str) -> str:
    """Return what stands in *text* after the first *start* and before *end*."""
    return text.partition(start)[2].partition(end)[0]


def lines_of(text: str) -> list[str]:
    """Return the lines of *text* that have something on them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def one_resource_a_line(table: str) -> str:
    """Return *table* with each resource on a line of its own."""
    for start in STUCK:
        table = table.replace(f" {start}", f"\n{start}")
    return table.replace(BROKEN, BROKEN.replace("\n", " "))


def read_line(line: str, rows: list[Row]) -> None:
    """Put *line* where it belongs: a heading after questions opens a row."""
    number, _, title = line.partition(":")
    if number.isdigit():
        if not rows or rows[-1].questions:
            rows.append(Row({}, [], []))
        rows[-1].titles[int(number)] = title.strip()
    elif line.startswith(BULLET):
        rows[-1].questions.append(line.removeprefix(BULLET).strip())
    elif line != PREFACE:
        rows[-1].wordings.append(line)


def read_rows(table: str) -> list[Row]:
    """Return the rows of *table*, in printed order."""
    rows: list[Row] = []
    for line in lines_of(one_resource_a_line(table)):
        read_line(line, rows)
    return rows


def read_narrative(page: str, end: str) -> Narrative:
    """Return what *page* says from its numbered heading to *end*."""
    lines = page.partition(end)[0].splitlines()
    start = next(at for at, line in enumerate(lines) if line[:1].isdigit())
    number, _, title = lines[start].partition(". ")
    return Narrative(int(number), title, [line for line in lines[start + 1 :] if line])


TABLE = between(PAGE_12, f"\n{COLUMNS}\n", "\nContact\n")
ROWS = read_rows(TABLE)
NARRATIVES = (
    read_narrative(PAGE_7, end="\nEmail: "),
    read_narrative(PAGE_12, end="Challenge questions and resources\n"),
)


def printed_titles(number: int) -> tuple[str, ...]:
    """Return the wordings of a title, the narrative's before the table's."""
    narrated = [each.title for each in NARRATIVES if each.number == number]
    tabled = [row.titles[number] for row in ROWS if number in row.titles]
    return tuple(dict.fromkeys(narrated + tabled))


def quotations() -> Iterator[str]:
    """Yield all that the catalogue quotes of the table, in the order of the table."""
    catalogue = load_catalogue()
    titles = {each.number: each.printed_titles[-1] for each in catalogue.principles}
    for group in catalogue.groups:
        for number in group.principles:
            yield from (f"{number}:", titles[number])
        for question in group.questions:
            yield from (BULLET, question.text)
        if group.id == "G9":
            yield PREFACE
        yield from (listing.wording for listing in group.listings)


def left_over(text: str, pieces: Iterable[str]) -> str:
    """Return what remains of *text* when *pieces* are taken out, first to last."""
    left = []
    for piece in pieces:
        before, _, text = text.partition(piece)
        left.append(before)
    return "".join([*left, text])


def test_the_title_is_that_of_the_guidance() -> None:
    """Both pages begin with the title of the guidance, and so does the catalogue."""
    title = load_catalogue().title

    assert [title, title] == [page.splitlines()[0] for page in (PAGE_7, PAGE_12)]


def test_every_question_is_there_word_for_word() -> None:
    """Each group asks what its row of the table asks, in that order, nothing else."""
    groups = load_catalogue().groups
    asked = [[each.text for each in group.questions] for group in groups]

    assert [row.questions for row in ROWS] == asked


def test_there_are_51_questions() -> None:
    """The guidance asks 51 questions in 8 rows."""
    asked = [len(group.questions) for group in load_catalogue().groups]

    assert [5, 10, 5, 4, 3, 5, 12, 7] == asked
    assert 51 == sum(asked)


def test_a_group_has_the_principles_of_its_row() -> None:
    """Groups stand in printed order, and so do the principles in each."""
    grouped = [list(group.principles) for group in load_catalogue().groups]

    assert [list(row.titles) for row in ROWS] == grouped


def test_ids_say_where_a_question_was_printed() -> None:
    """A group is named after its lowest principle, a question after its place."""
    lowest = [min(row.titles) for row in ROWS]
    places = [
        f"Q{number}.{place}"
        for number, row in zip(lowest, ROWS, strict=True)
        for place, _ in enumerate(row.questions, start=1)
    ]
    groups = load_catalogue().groups

    assert [f"G{number}" for number in lowest] == [group.id for group in groups]
    assert places == [each.id for group in groups for each in group.questions]


def test_a_place_is_where_the_words_are_printed() -> None:
    """Row and number lead to the very words, of questions and of resources."""
    catalogue = load_catalogue()
    questions = {
        place_of_question(catalogue, each.id).where: each.text
        for each in catalogue.questions
    }
    wordings = {
        place.where: each.id
        for each in catalogue.resources
        for place in places_of_resource(catalogue, each.id)
    }

    assert {
        f"table, row {row}, question {number}": text
        for row, printed in enumerate(ROWS, start=1)
        for number, text in enumerate(printed.questions, start=1)
    } == questions
    assert {
        f"table, row {row}, resource {number}"
        for row, printed in enumerate(ROWS, start=1)
        for number, _ in enumerate(printed.wordings, start=1)
    } == set(wordings)


def test_the_places_of_a_principle() -> None:
    """It is a heading of its row, and of its own page where that was at hand."""
    catalogue = load_catalogue()
    rows = {number: row for row, each in enumerate(ROWS, 1) for number in each.titles}

    assert {
        number: [
            *(["heading and text"] if number in {7, 12} else []),
            f"table, row {row}, heading of principle {number}",
        ]
        for number, row in rows.items()
    } == {
        each.number: [
            place.where for place in places_of_principle(catalogue, each.number)
        ]
        for each in catalogue.principles
    }
    assert str(places_of_principle(catalogue, 7)[0]).startswith(
        catalogue.principle(7).guidance_url
    )
    assert catalogue.principle(12).guidance_url == catalogue.table_url


def test_a_title_that_is_not_as_printed_says_how_it_was_tidied() -> None:
    """Where the tidied title differs from a printed one, that is explained."""
    for each in load_catalogue().principles:
        as_printed = set(each.printed_titles) == {each.title}
        assert (each.tidying is None) == as_printed


def test_what_a_title_was_tidied_of_is_there() -> None:
    """What is quoted of a printed wording stands in it, and the Act's word in the title."""
    tidied = {int(each.number): each for each in load_catalogue().principles}

    assert "in different part of the area" in tidied[3].printed_titles[0]
    assert "in different parts of the area" in tidied[3].title
    assert "safety and well-being" in tidied[8].printed_titles[0]
    assert "well-being" not in tidied[8].title
    assert "Best anticipate " in tidied[11].printed_titles[0]
    assert "Best anticipates " in tidied[11].title
    assert tidied[12].printed_titles[0].startswith("Make the ")
    assert tidied[12].title.startswith("Makes the ")
    assert "service- users" in tidied[1].printed_titles[0]
    assert "service-users" in tidied[1].title


def test_printed_titles_are_the_printed_ones() -> None:
    """Each principle carries every wording of its title, and twelve there are."""
    titles = {each.number: each.printed_titles for each in load_catalogue().principles}

    assert {number: printed_titles(number) for number in range(1, 13)} == titles


def test_every_narrative_is_what_its_page_says() -> None:
    """A narrative is the page's paragraphs, word for word, a blank line apart."""
    narratives = {each.number: each.narrative for each in load_catalogue().principles}

    assert {each.number: "\n\n".join(each.paragraphs) for each in NARRATIVES} == {
        each.number: narratives[PrincipleNumber(each.number)] for each in NARRATIVES
    }


def test_only_the_pages_at_hand_are_narrated() -> None:
    """A principle whose page was not at hand has no narrative: none is made up."""
    principles = load_catalogue().principles

    assert [7, 12] == [each.number for each in NARRATIVES]
    assert [7, 12] == [each.number for each in principles if each.narrative is not None]


def test_every_resource_is_listed_word_for_word() -> None:
    """Each group lists the resources of its row, in that order, nothing else."""
    groups = load_catalogue().groups
    listed = [[each.wording for each in group.listings] for group in groups]

    assert [row.wordings for row in ROWS] == listed


def test_no_line_of_the_table_is_unaccounted_for() -> None:
    """Take out of the table what the catalogue quotes, and white space remains."""
    table = " ".join(TABLE.split())

    assert "" == left_over(table, quotations()).strip()


def test_58_resources_are_listed_59_times() -> None:
    """Every resource is listed, in order of first listing; one is listed twice."""
    catalogue = load_catalogue()
    listings = [each for group in catalogue.groups for each in group.listings]
    listed = Counter(each.resource for each in listings)

    assert [each.id for each in catalogue.resources] == list(listed)
    assert [("equality-and-human-rights-commission", 2)] == listed.most_common(1)
    assert (58, 59) == (len(listed), listed.total())


def test_what_has_become_of_the_resources() -> None:
    """Fewer than half of the 59 listings lead to something that is still current."""
    catalogue = load_catalogue()
    status = {each.id: each.status.value for each in catalogue.resources}
    listings = [each for group in catalogue.groups for each in group.listings]

    assert {
        "current": 28,
        "superseded": 14,
        "unverified": 5,
        "publisher-changed": 5,
        "organisation-renamed": 2,
        "organisation-closed": 2,
        "organisation-merged": 1,
        "programme-ended": 1,
        "archived": 1,
    } == Counter(status[each.resource] for each in listings)


def test_a_question_that_points_back_follows_the_one_before() -> None:
    """Four questions make no sense without the one before them, which they name."""
    questions = [each for group in load_catalogue().groups for each in group.questions]

    assert POINTS_BACK == {each.id: each.follows for each in questions if each.follows}


def test_a_question_that_starts_with_its_verb_asks_for_yes_or_no() -> None:
    """Seven questions do; the others start with how, what or in what ways."""
    questions = [each for group in load_catalogue().groups for each in group.questions]
    opening = ("How ", "What ", "In what ways ")
    closed = [each.id for each in questions if not each.text.startswith(opening)]

    assert closed == [each.id for each in questions if each.asks.value == "yes-no"]
    assert 7 == len(closed)


def test_there_are_nine_outcomes() -> None:
    """The outcomes are numbered from 1 to 9, in the order of the regulations."""
    outcomes = load_catalogue().outcomes

    assert list(range(1, 10)) == [each.number for each in outcomes]


def test_limbs_run_from_i_to_xii() -> None:
    """The purpose is limb (a), the principles are the twelve limbs of (b) in order."""
    catalogue = load_catalogue()
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

    assert "(a)" == catalogue.purpose.act_limb
    assert [f"(b)({each})" for each in roman] == [
        each.act_limb for each in catalogue.principles
    ]


def test_the_contact_is_named_nowhere() -> None:
    """The person on the contact line of the pages is not named in what we ship."""
    name = between(PAGE_7, "\nEmail: ", "\n").encode()
    package = Path(integrated_care_principles.__file__).parent
    files = [each for each in package.rglob("*") if each.is_file()]

    assert all(part not in each.read_bytes() for each in files for part in name.split())
    assert name.split()
