"""Every check finds what it is meant to find, and none finds what is not there."""

import sys
from importlib import invalidate_caches
from pathlib import Path

import pytest

from integrated_care_principles.reporting import load_format
from integrated_care_principles.testing import CHECKS, AnyFormat, check_format
from integrated_care_principles.testing._conformance import (
    _process,
    _trial,
)
from integrated_care_principles.testing._conformance._checks import (
    trial_of,
    violations,
)
from integrated_care_principles.testing._conformance._load_checks import steepest
from integrated_care_principles.testing._conformance._process import Run, Runs
from integrated_care_principles.testing._conformance._settings import VARIED
from integrated_care_principles.testing._conformance._trial import Trial

from .good import GOOD
from .mutants import MUTANTS
from .mutants.making import ALL, FRESH, sound
from .mutants.options import required
from .mutants.surroundings import local
from .private_import import nosy
from .test_kit import kit

# Minutes, and the same on each Python: once is enough.
pytestmark = pytest.mark.slow

ALONE = ("importable", "it-ends", "public-modules", "registered-once")

BY_NAME = {each.name: each for each in CHECKS}


def name_of(value: object) -> str:
    """Return what a parameter is called in the list of tests."""
    function = getattr(value, "function", None)
    return str(getattr(function, "__name__", value))


@pytest.mark.parametrize(("check", "mutant"), MUTANTS, ids=name_of)
def test_a_mutant_is_killed_by_its_check(
    check: str, mutant: AnyFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check that is meant to find it does."""
    own = {name: each for name, each in VARIED.items() if name == check}
    monkeypatch.setattr(_process, "VARIED", own)
    if check not in {*VARIED, "two-renders-alike"}:  # what one process sees is enough
        monkeypatch.setattr(_process, "OTHER", ())

    assert {check} == {
        each.check for each in BY_NAME[check].violations(trial_of(mutant))
    }


@pytest.mark.slow
@pytest.mark.parametrize(("check", "mutant"), MUTANTS, ids=name_of)
def test_a_mutant_is_killed_by_no_other_check(
    check: str, mutant: AnyFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong in one way is told in one way, by what needs no fresh process."""
    clean = Runs(found=True, first=Run(), differences={})
    monkeypatch.setattr(_trial, "runs_of", lambda _: clean)
    trial = Trial(format=mutant)
    others = [each for each in CHECKS if each.name not in {check, "linear-time"}]

    assert [] == [str(found) for each in others for found in violations(each, trial)]


def test_every_check_has_a_mutant() -> None:
    """A check that nothing was tried on may find nothing."""
    names = {each.name for each in CHECKS}

    assert names == {check for check, _ in MUTANTS}.union(ALONE)


@pytest.mark.parametrize("format", GOOD, ids=name_of)
def test_no_false_alarm(format: AnyFormat) -> None:
    """A format that does what it must passes every check."""
    assert () == check_format(format)


def test_what_is_private_may_not_be_imported() -> None:
    """The finding names the import and its line."""
    (found,) = check_format(nosy)

    assert "public-modules" == found.check
    assert "integrated_care_principles.reporting._tables.tables" in found.reason
    assert "private_import.py, line 4" == found.smallest


def test_a_format_without_a_name_cannot_be_imported() -> None:
    """One that is made within a function is nowhere an entry point could say."""
    (found,) = check_format(local())

    assert "importable" == found.check


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that is to be written, with a format that is sound where pytest looks."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path / "fresh_mutant.py"


PLUGIN = """
import sys
from integrated_care_principles.reporting import report_format
FRESH = "pytest" not in sys.modules
{at_import}

@report_format(media_type="text/plain", suffix=".x", leaves_out={leaves_out})
def fresh(report):
    "Does in a fresh process what pytest would not survive."
    {at_render}
    return ""
"""


@pytest.mark.parametrize(
    ("check", "at_import", "at_render"),
    [
        ("importable", "FRESH and sys.exit(3)", ""),
        ("importable", "import os; FRESH and os._exit(3)", ""),
        ("importable", "if FRESH: raise RuntimeError('no')", ""),
        ("nothing-printed", "FRESH and print('hello')", ""),
        ("no-global-state", "import logging; FRESH and logging.basicConfig()", ""),
        ("it-ends", "while FRESH: pass", ""),
        ("it-ends", "", "while FRESH: pass"),
    ],
)
def test_what_only_a_fresh_process_shows(
    check: str,
    at_import: str,
    at_render: str,
    module: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is done at import is done before pytest can look."""
    source = PLUGIN.format(at_import=at_import, at_render=at_render, leaves_out=ALL)
    module.write_text(source, encoding="utf-8")
    if check == "it-ends":
        monkeypatch.setattr(_process, "LONGEST", 2.0)
    invalidate_caches()
    monkeypatch.delitem(sys.modules, module.stem, raising=False)
    format = __import__(module.stem).fresh

    assert {check} == {each.check for each in check_format(format)}
    kit(format).test_any_report()  # which does not go on for ever


def test_a_required_option_is_found_and_nothing_else_asked() -> None:
    """What cannot be rendered without it is said of each sample."""
    found = {each.check for each in check_format(required)}

    assert {"options", "every-report-renders"} == found


def test_a_name_that_nobody_offers() -> None:
    """A format that is not installed under its name is not found there."""
    (found,) = check_format(sound, name="nowhere")

    assert ("registered-once", "'nowhere' is offered by nobody") == (
        found.check,
        found.reason,
    )


def test_a_name_of_another_format() -> None:
    """Under the name there is something else."""
    (found,) = check_format(sound, name="csv")

    assert "integrated_care_principles_csv:csv_format is another format" == found.reason


def test_a_format_under_its_qualified_name() -> None:
    """The name may say which distribution is meant."""
    found = check_format(
        load_format("html"), name="html@integrated-care-principles-html"
    )

    assert "registered-once" not in {each.check for each in found}


def test_a_name_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding says why."""
    monkeypatch.setitem(sys.modules, "integrated_care_principles_csv", None)

    (found,) = check_format(sound, name="csv")

    assert "cannot be loaded" in found.reason


def test_growth_is_told_apart_from_noise() -> None:
    """A step that was slow once is measured again."""
    noise = iter((0.001, 1.0, *[0.001] * 9))

    assert steepest(lambda _: next(noise, 0.001), 512) is None
    assert steepest(lambda size: 1e-4 * size, 512) is None
    assert 64 == steepest(lambda size: 1e-5 * size**2, 512)
    assert 8 == steepest(lambda size: 0.001 if size == 1 else 9.0, 64)
    assert steepest(lambda _: 1e-9, 512) is None


def test_mutants_behave_while_pytest_looks_on() -> None:
    """What would hurt this process is done elsewhere."""
    assert not FRESH
