"""``icp search``, as people and machines read it."""

import json
import os
import pty
import subprocess
import sys

import pytest

from .conftest import Icp


def test_what_has_every_word_comes_first(icp: Icp) -> None:
    """Each thing with what it is, where it belongs, its words, and whose they are."""
    result = icp("search", "carer", "rights")

    assert 0 == result.code
    assert result.out.startswith(
        "dementia-charter-of-rights  resource of G5\n"
        "    Charter of *Rights* for People with Dementia and their *Carers* in Scotland\n"
        "    [tidied]\n"
    )
    assert "icp: note: 20 more; --all shows them\n" == result.err
    assert 80 >= max(map(len, result.out.splitlines()))


def test_all_of_it(icp: Icp) -> None:
    """With --all nothing is left out."""
    result = icp("search", "carer", "rights", "--all")

    assert (0, "") == (result.code, result.err)
    assert 30 == sum(each[0] != " " for each in result.out.splitlines())


def test_a_question_that_leans_on_another(icp: Icp) -> None:
    """It is shown with the one before it."""
    result = icp("search", "guidelines reviewed", "--kind", "question", "--group", "G6")

    assert result.out.startswith(
        "Q6.2  question of G6\n"
        "    How are these *guidelines* monitored and *reviewed*? [official words]\n"
    )
    assert (
        "    (follows Q6.1: What practice guidelines are already in place to"
        in result.out
    )


def test_a_title_in_which_nothing_was_found(icp: Icp) -> None:
    """What it is called is said all the same."""
    result = icp("search", "inhibiting", "--principle", "7")

    assert result.out.startswith(
        "principle 7 of G3\n"
        "    Takes account of the participation by service-users in the community in\n"
        "    which service-users live [tidied]\n"
        "    narrative: …"
    )


def test_what_was_perhaps_meant(icp: Icp) -> None:
    """Where nothing is found, the nearest word is offered."""
    result = icp("search", "digntiy")

    assert (0, "") == (result.code, result.out)
    assert "icp: note: nothing found; did you mean 'dignity'?\n" == result.err


def test_what_was_perhaps_meant_beside_what_is_found(icp: Icp) -> None:
    """Where one of several words stands nowhere, that is said too."""
    result = icp("search", "digntiy", "community", "--kind", "principle")

    assert "principle 7" in result.out
    assert (
        "icp: note: some words stand nowhere; did you mean 'dignity community'?\n"
        == result.err
    )


def test_nothing_at_all(icp: Icp) -> None:
    """Where nothing is near, nothing is offered."""
    assert "icp: note: nothing found\n" == icp("search", "qqqqqqqq").err


@pytest.mark.parametrize("words", ["", "?!"])
def test_without_a_word(icp: Icp, words: str) -> None:
    """Signs alone are refused, and so is nothing."""
    result = icp("search", words)

    assert (2, "") == (result.code, result.out)
    assert "there is no word in what is looked for" in result.err


def test_what_is_not_there(icp: Icp) -> None:
    """A group that does not exist is an error with those that do."""
    result = icp("search", "care", "--group", "G4")

    assert (2, "") == (result.code, result.out)
    assert "no group 'G4'; there are G1, G2" in result.err


def test_for_machines(icp: Icp) -> None:
    """With --json all of it, with every text in pieces."""
    found = json.loads(icp("search", "guidelines", "reviewed", "--json").out)
    first = found["hits"][0]

    assert ["guidelines", "reviewed"] == found["words"]
    assert found["did_you_mean"] is None
    assert ("question", "Q6.2", "Q6.1", ["G6"], True, "quoted") == tuple(
        first[each]
        for each in ("kind", "id", "follows", "groups", "has_all", "title_origin")
    )
    assert first["title"] == "".join(
        each["text"] for each in first["excerpts"][0]["pieces"]
    )
    assert {"kind": "principle", "follows": None} == {
        "kind": "principle",
        "follows": json.loads(
            icp("search", "--json", "dignity", "--kind", "principle").out
        )["hits"][0]["follows"],
    }


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        ({"NO_COLOR": ""}, "and \x1b[1mdignity\x1b[0m ["),
        ({"NO_COLOR": "1"}, "*dignity* ["),
    ],
)
def test_on_a_terminal(environment: dict[str, str], shown: str) -> None:
    """Words are bold on a terminal, and stand between stars where that is not wanted."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "integrated_care_principles"]
    subprocess.run(
        [*command, "search", "dignity", "--kind", "outcome"],
        stdout=theirs,
        env={**os.environ, **environment},
        check=True,
    )
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        written = os.read(terminal.fileno(), 4096).decode()

    assert shown in written
