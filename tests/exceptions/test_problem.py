"""Problems: what is wrong, where, and what was meant; every code has its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import integrated_care_principles
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.exceptions._problem import _SENTENCES

PACKAGE = Path(integrated_care_principles.__file__).parent

SENTENCES = {
    "not-utf-8": "byte F is not UTF-8; save the file as UTF-8",
    "not-json": "not JSON: F; look here, or the file may be cut off",
    "repeated-key": "the key F stands here a second time; keep one of them",
    "lone-surrogate": "F is half a character (a lone surrogate); write the whole character",
    "number-too-large": "the number F does not fit into 64 bits",
    "nesting-too-deep": "lists and objects are nested more than E deep",
    "wrong-type": "expected E, found F",
    "empty": "the file is empty",
    "negative": "F is less than nothing",
    "taken-name": "the name F is that of a policy of ours; choose another",
    "not-positive": "F is less than one",
    "more-than-expected": "F are complete, of only E that are expected",
    "not-a-criterion": "F is nothing that a policy can ask for; it can be E",
    "null": "null says nothing; leave the key out",
    "missing-key": "E is missing",
    "unknown-key": "F is not a key that is known here",
    "unknown-word": "F is not one of E",
    "newer-format": "format F is newer than E, the newest this version reads; "
    "upgrade integrated-care-principles",
    "forbidden-character": "F may not stand in a text; take it out",
    "blank": "may not be blank",
    "malformed-id": "F is not of the form E",
    "end-before-start": "the end, F, lies before the start, E",
    "no-day-after": "no day that can be written comes long enough after F",
    "repeated": "F stands here a second time; keep one of them",
    "too-few-levels": "a scale has at least two levels",
    "rating-without-scale": "rated F, but the assessment names no scale",
    "unknown-rating": "F is not a level of the scale; it has E",
    "unknown-principle": "the catalogue has no principle F",
    "unknown-resource": "the catalogue names no resource F",
    "unknown-target": "F is no target of this crosswalk; it has E",
    "no-single-source": "F: name a principle or a question, and not both",
    "not-before": "no question F stands before this one in its group",
    "other-catalogue": "made for the catalogue F, not for E",
    "unknown-question": "the catalogue has no question F",
    "unknown-group": "the catalogue has no group F; it has E",
    "wording-differs": "the wording of edition F differs from that of E, which scores it",
    "response-out-of-scope": "F has a response, but is out of scope and counts nowhere",
    "high-without-evidence": "rated F, but no evidence is named",
    "nothing-given": "there is no assessment",
    "assessed-apart": "one assesses F, another E",
    "stands-alone": "F is compared with nothing: nothing else here differs from it in the "
    "E only",
    "not-a-reporting-year": "F is no reporting year, which is from 1 April to 31 March",
    "periods-overlap": "F begins before E ends",
    "resource-stale": "the resource F is out of date; in its place: E",
    "resource-moved": "the resource F has moved; now: E",
    "resource-unverified": "what has become of the resource F was not found out; "
    "possibly now: E",
}

paths = st.from_regex(r"[a-z]+(\[[0-9]\])?(\.[a-z]+)?", fullmatch=True)


def calls() -> Iterator[ast.Call]:
    """Yield every call in the package."""
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield node


def codes_in_source() -> Iterator[str]:
    """Yield the codes that the package gives a problem or passes to what makes one."""
    for call in calls():
        # Problem(path, code, …), and what makes one of the code it is given.
        place = {"Problem": 1, "_unreadable": 0, "_Fault": 1}.get(
            ast.unparse(call.func)
        )
        if place is not None:
            code = call.args[place]
            if isinstance(code, ast.Constant):
                yield ast.literal_eval(code)


def codes_in_metadata() -> Iterator[str]:
    """Yield the codes that fields bring with them."""
    module = ast.parse((PACKAGE / "wellformed.py").read_text(encoding="utf-8"))
    for node in ast.walk(module):
        if isinstance(node, ast.Dict):
            keys = [ast.unparse(each) for each in node.keys if each is not None]
            if "'code'" in keys:
                yield ast.literal_eval(node)["code"]


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    """What the package may say is what it has sentences for."""
    assert set(_SENTENCES) == {*codes_in_source(), *codes_in_metadata()}


def test_every_sentence_is_written_down_here() -> None:
    """No sentence changes without a test that says so."""
    said = {code: str(Problem("", code, "F", "E")) for code in _SENTENCES}

    assert SENTENCES == said


def test_a_code_of_somebody_else_stands_for_itself() -> None:
    """A problem with a code that we do not know says the code, whatever is in it."""
    assert "a: odd{}{found}" == str(Problem("a", "odd{}{found}", found="x"))


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("", "blank"), "may not be blank"),
        (Problem("a[1].b", "blank"), "a[1].b: may not be blank"),
        (Problem("", "blank", line=3, column=7), "line 3, column 7: may not be blank"),
        (
            Problem("a", "blank", line=3, column=7),
            "line 3, column 7, a: may not be blank",
        ),
        (
            Problem("a", "unknown-question", "Q4", nearest="Q5"),
            "a: the catalogue has no question Q4; did you mean 'Q5'?",
        ),
        (Problem("", "null", "x"), "null says nothing; leave the key out"),
        (
            Problem("a", "missing-key", expected="{found} {0}"),
            "a: {found} {0} is missing",
        ),
        (
            Problem("", "wrong-type", "\x1b[2J", "\u202ea\nb"),
            r"expected \u202ea\u000ab, found \u001b[2J",
        ),
    ],
)
def test_a_problem_says_where_what_and_what_was_meant(
    problem: Problem, line: str
) -> None:
    """The place comes first, if there is one, and the nearest word last."""
    assert line == str(problem)


@pytest.mark.parametrize(
    ("path", "prefix", "whole"),
    [
        ("", "scope", "scope"),
        ("kind", "evidence", "evidence.kind"),
        ("[0]", "evidence", "evidence[0]"),
        ("[0].kind", "evidence", "evidence[0].kind"),
        ("evidence[0].kind", "[3]", "[3].evidence[0].kind"),
    ],
)
def test_under_puts_the_holder_before_the_path(
    path: str, prefix: str, whole: str
) -> None:
    """A key is parted from its holder by a dot, a place in a list by nothing."""
    assert whole == Problem(path, "blank").under(prefix).path


@given(path=paths, inner=paths, outer=paths)
def test_under_can_be_done_in_steps(path: str, inner: str, outer: str) -> None:
    """Holders of holders give the path of all of them."""
    problem = Problem(path, "repeated", "f", "e", "n", 1, 2)

    assert Problem(
        f"{outer}.{inner}.{path}", "repeated", "f", "e", "n", 1, 2
    ) == problem.under(inner).under(outer)
