"""``icp principles``, ``icp questions`` and ``icp resources``."""

import json
from pathlib import Path

import pytest

from integrated_care_principles import load_catalogue

from .conftest import Icp

CATALOGUE = load_catalogue()


def test_principles(icp: Icp) -> None:
    """All twelve are listed below the purpose, which is marked as our words."""
    result = icp("principles")
    starts = [line[:4].strip() for line in result.out.splitlines() if line[:1].strip()]

    assert (0, "") == (result.code, result.err)
    assert ["(a)", *map(str, range(1, 13)), "Titl"] == starts
    assert "[our words]" in result.out


def test_one_principle(icp: Icp) -> None:
    """One principle is shown with everything that belongs to it."""
    out = icp("principles", "7").out
    flat = " ".join(out.split())

    assert "(b)(vii) and 31(1)(b)(vii), as at 2026-01-07" in flat
    assert "Shares its questions with: principle 3" in flat
    assert "From the guidance [official words]" in out
    assert "rights as equal members of their community." in flat
    assert all(each.id in out for each in CATALOGUE.questions_of(principle=7))
    assert all(each.id in out for each in CATALOGUE.resources_of(principle=7))
    assert CATALOGUE.principle(7).guidance_url in out


def test_how_a_title_was_tidied(icp: Icp) -> None:
    """Beside what is printed stands what of it was put right, and where it is printed."""
    flat = " ".join(icp("principles", "8").out.split())

    assert (
        "Printed: Protects and improves the safety and well-being of service users "
        "Tidied, in our words: 'And well-being' was left out: the Act says safety only. "
        "Place: https://"
    ) in flat
    assert "/pages/14/, table, row 6, heading of principle 8 " in flat


def test_principle_without_a_narrative(icp: Icp) -> None:
    """Where the page was not at hand, nothing pretends to be from it."""
    assert "From the guidance" not in icp("principles", "1").out


@pytest.mark.parametrize("number", ["0", "13", "-1"])
def test_unknown_principle(icp: Icp, number: str) -> None:
    """A number that was not printed is a usage error."""
    result = icp("principles", "--", number)

    assert 2 == result.code
    assert f"icp: no principle {number}; there are 1 to 12\n" == result.err


def test_principle_that_is_no_number(icp: Icp) -> None:
    """A word instead of a number is a usage error."""
    result = icp("principles", "seven")

    assert 2 == result.code
    assert "'seven' is not a valid integer" in result.err


def test_all_questions(icp: Icp) -> None:
    """All questions come, word for word, in printed order."""
    out = icp("questions").out
    ids = [line.split()[0] for line in out.splitlines() if line[1:2].isdigit()]

    assert [each.id for each in CATALOGUE.questions] == ids
    flat = " ".join(out.split())
    assert all(each.text in flat for each in CATALOGUE.questions)


def test_question_that_leans_on_another(icp: Icp) -> None:
    """A question that makes no sense alone is shown with the one before it."""
    flat = " ".join(icp("questions", "Q8.2").out.split())

    assert flat.startswith("Q8.2 How is this monitored")
    assert f"(follows Q8.1: {CATALOGUE.question('Q8.1').text})" in flat


def test_questions_of_a_principle_and_a_group(icp: Icp) -> None:
    """Questions are chosen by principle and by group, and ids narrow them."""
    of_principle = icp("questions", "--principle", "10").out
    of_group = icp("questions", "--group", "G2").out
    one = icp("questions", "Q2.3", "--group", "G2").out

    assert of_principle == of_group
    assert 10 == sum(line.startswith("Q2.") for line in of_group.splitlines())
    assert one.startswith("Q2.3")


def test_nothing_is_both(icp: Icp) -> None:
    """Where nothing fits all that was asked for, that is said."""
    result = icp("questions", "Q1.1", "--principle", "7")

    assert (0, "") == (result.code, result.out)
    assert "icp: note: nothing is all of that at once\n" == result.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("questions", "q8.22"), "no question 'q8.22'; did you mean 'Q8.2'?"),
        (("questions", "--group", "G4"), "no group 'G4'; there are G1, G2, G3, G5, G6"),
        (("questions", "--principle", "99"), "no principle 99"),
        (("resources", "equality-act"), "did you mean 'equality-act-2010'?"),
        (("resources", "--question", "Q0.0"), "no question 'Q0.0'"),
        (("resources", "--principle", "99"), "no principle 99"),
    ],
)
def test_unknown_ids(icp: Icp, arguments: tuple[str, ...], message: str) -> None:
    """An id that is not there is a usage error with the nearest one."""
    result = icp(*arguments)

    assert (2, "") == (result.code, result.out)
    assert message in result.err


def test_all_resources(icp: Icp) -> None:
    """All resources come once, in the order in which they are first listed."""
    lines = icp("resources").out.splitlines()
    ids = [line for line in lines if not line.startswith(" ")]

    assert [each.id for each in CATALOGUE.resources] == ids[:-4]
    assert ids[-4].startswith("Printed is what the guidance says")


def test_what_is_listed_elsewhere_may_support_a_principle_too(icp: Icp) -> None:
    """The guidance says so, and is quoted word for word, within 80 columns."""
    lines = icp("resources", "--principle", "7").out.splitlines()
    said = " ".join(lines[-3:]).partition("“")[2].partition("”")[0]
    page = Path(__file__).parents[1] / "source/002_a3bec58b3c82eb99.txt"

    assert len(said.split()) == 16
    assert said in " ".join(page.read_text(encoding="utf-8").split())
    assert all(len(line) <= 80 for line in lines[-4:])


def test_resource(icp: Icp) -> None:
    """A resource says what has become of it, since when, and how sure we are."""
    flat = " ".join(icp("resources", "good-medical-practice").out.split())

    assert "listed in: G8" in flat
    assert (
        "status: superseded since 2024 (our finding of 2026-11-21, confidence high)"
        in flat
    )
    assert "now: Good medical practice 2024 (30 January 2024)" in flat


def test_unverified_resource(icp: Icp) -> None:
    """The successor of a resource that could not be verified is a possibility."""
    assert "possibly now:" in icp("resources", "co-production-toolkit").out


def test_resources_of_a_question(icp: Icp) -> None:
    """Resources are those listed beside a question, and of a principle."""
    of_question = icp("resources", "--question", "Q6.1").out
    of_principle = icp("resources", "--principle", "6").out

    assert of_question == of_principle
    assert of_question.startswith("rcn-dignity-resources\n")


def test_addresses_are_whole(icp: Icp) -> None:
    """No address is broken over two lines, however long it is."""
    out = icp("resources").out

    assert all(each.url in out for each in CATALOGUE.resources if each.url)


def test_a_question_with_a_note(icp: Icp) -> None:
    """What to mind when answering is said, in words that are marked as ours."""
    flat = " ".join(icp("questions", "Q11.2").out.split())

    assert "[our note: A dated term: anticipatory care planning has been called" in flat
    assert "notes are in our words. The table: https://" in flat
    assert "[table, row 8, question 2]" in flat


def test_a_question_that_yes_would_answer(icp: Icp) -> None:
    """Seven questions can be answered with yes or no, and each says so."""
    out = icp("questions").out

    assert 7 == out.count("(can be answered with yes or no)")


def test_resources_that_are_out_of_date(icp: Icp) -> None:
    """What is out of date stands apart from what has moved, each with its successor."""
    out = icp("resources", "--stale").out
    stale, _, moved = out.partition("Moved, renamed or merged (8)\n")

    assert out.startswith("Out of date (18)\n")
    assert all(f"\n{each.id}\n" in stale for each in CATALOGUE.stale())
    assert all(f"{each.id}\n" in moved for each in CATALOGUE.moved())
    assert "  source of the status: https://" in out


def test_none_of_a_kind(icp: Icp) -> None:
    """Where nothing is out of date, or has moved, there is no heading for it."""
    moved, stale = CATALOGUE.moved()[0].id, CATALOGUE.stale()[0].id

    assert icp("resources", "--stale", moved).out.startswith(
        f"Moved, renamed or merged (1)\n{moved}\n"
    )
    assert icp("resources", "--stale", stale).out.startswith(
        f"Out of date (1)\n{stale}\n"
    )


def test_addresses(icp: Icp) -> None:
    """Every address comes once, with every place that names it."""
    out = icp("resources", "--addresses").out
    lines = out.splitlines()
    places = [each for each in lines if each.startswith("  ")]

    assert lines[:2] == [CATALOGUE.guidance_url, "  catalogue: guidance_url"]
    assert len(set(lines) - set(places)) == len(lines) - len(places)
    assert "  resource equality-act-2010: url" in places


@pytest.mark.parametrize(
    "arguments", [("equality-act-2010",), ("--stale",), ("--principle", "7")]
)
def test_addresses_of_some(icp: Icp, arguments: tuple[str, ...]) -> None:
    """The manifest is one of everything; what would narrow it is refused."""
    result = icp("resources", "--addresses", *arguments)

    assert (2, "") == (result.code, result.out)
    assert "--addresses lists all of them; take the rest out" in result.err


def test_principles_for_machines(icp: Icp) -> None:
    """A principle comes with the ids of all that belongs to it, and its sections."""
    (found,) = json.loads(icp("principles", "7", "--json").out)
    assert ("tidied", "ours") == (found["words"]["title"], found["words"]["summary"])

    assert ["section 4(1)(b)(vii)", "section 31(1)(b)(vii)"] == found["act_sections"]
    assert [each.id for each in CATALOGUE.questions_of(principle=7)] == found[
        "questions"
    ]
    assert [each.id for each in CATALOGUE.resources_of(principle=7)] == found[
        "resources"
    ]
    assert "2026-01-07" == found["statute_as_at"]
    assert 12 == len(json.loads(icp("principles", "--json").out))


def test_questions_for_machines(icp: Icp) -> None:
    """A question comes with the one that it leans on, so that it makes sense alone."""
    (found,) = json.loads(icp("questions", "Q8.2", "--json").out)
    assert ("quoted", "ours") == (found["words"]["text"], found["words"]["note"])
    (other,) = json.loads(icp("questions", "Q8.1", "--json").out)

    assert (other["id"], other["text"]) == (found["follows"], found["follows_text"])
    assert ("G8", [8], "open") == (found["group"], found["principles"], found["asks"])
    assert {"url": CATALOGUE.table_url, "where": "table, row 6, question 2"} == (
        found["place"]
    )
    assert ("yes-no", None) == (other["asks"], other["follows_text"])


def test_resources_for_machines(icp: Icp) -> None:
    """A resource comes with each place that lists it, and what has become of it."""
    found = json.loads(icp("resources", "--stale", "--json").out)
    assert {"looked up"} == {each["words"]["status"] for each in found}
    first = found[0]

    assert 26 == len(found)
    assert all(each["is_stale"] or each["has_moved"] for each in found)
    assert {"group": "G1", "wording": "Scottish Government: The 2020 Vision"} in (
        first["listed"]
    )
    assert ("superseded", "2026-11-21") == (first["status"], first["checked"])


def test_addresses_for_machines(icp: Icp) -> None:
    """The manifest is a list of addresses with places."""
    found = json.loads(icp("resources", "--addresses", "--json").out)

    assert {"url": CATALOGUE.guidance_url, "places": ["catalogue: guidance_url"]} == (
        found[0]
    )
