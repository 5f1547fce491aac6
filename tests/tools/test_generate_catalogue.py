"""The catalogue that people write, and the module that is generated from it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from runpy import run_path

import pytest
from attrs import evolve

from integrated_care_principles import load_catalogue

ROOT = Path(__file__).parents[2]
TOOL = Path("tools/generate_catalogue.py")
SHIPPED = Path("src/integrated_care_principles/catalogue/_scotland.py")
WRITTEN = Path("src/integrated_care_principles/catalogue/data/scotland.toml")

LAW = Path("src/integrated_care_principles/catalogue/data/law.toml")
OUTCOMES = Path("src/integrated_care_principles/catalogue/data/outcomes.toml")
SHIPPED_OUTCOMES = Path(
    "src/integrated_care_principles/catalogue/_scotland_outcomes.py"
)
SHIPPED_LAW = Path("src/integrated_care_principles/catalogue/_scotland_law.py")

OTHERS = (SHIPPED_LAW, LAW, SHIPPED_OUTCOMES, OUTCOMES)

Generate = Callable[[str], "subprocess.CompletedProcess[str]"]

# What is changed in the file that people write, and what is said of it.
FAULTS = {
    "no TOML": (
        ('id = "scotland"', 'id = "scotland'),
        ["Illegal character '\\n' (at line 27, column 15)"],
    ),
    "a key that nobody knows": (
        ('licence = "', 'lisence = "'),
        [
            "\"lisence\" is not a key that is known here; did you mean 'licence'?",
            "licence is missing",
        ],
    ),
    "a day that there is not": (
        ("statute_as_at = 2026-01-07", 'statute_as_at = "2026-02-30"'),
        ['statute_as_at: expected a day such as 2026-03-31, found "2026-02-30"'],
    ),
    "a moment for a day": (
        ("checked = 2026-11-21", "checked = 2026-11-21T10:00:00"),
        ['checked: expected a day such as 2026-03-31, found "2026-11-21T10:00:00"'],
    ),
    "a number for a text": (
        ('act_limb = "(b)(ii)"', "act_limb = 2"),
        ["principles[1].act_limb: expected a text, found 2"],
    ),
    "a word that nobody knows": (
        ('asks = "yes-no"', 'asks = "yes"'),
        [
            (
                'groups[1].questions[5].asks: "yes" is not one of open, yes-no; '
                "did you mean 'yes-no'?"
            )
        ],
    ),
    "a question that follows none": (
        ('follows = "Q6.1"', 'follows = "Q6.3"'),
        [
            (
                "groups[4].questions[1].follows: no question Q6.3 stands before this one "
                "in its group"
            )
        ],
    ),
    "a number given twice": (
        ("number = 9\nlabel", "number = 8\nlabel"),
        ["outcomes[8]: 8 stands here a second time; keep one of them"],
    ),
}


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A copy of the tool and of what it reads and writes."""
    for each in (TOOL, SHIPPED, WRITTEN, *OTHERS):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes((ROOT / each).read_bytes())
    return tmp_path


@pytest.fixture
def generate(workplace: Path) -> Generate:
    """Run the tool in a copy where people have written something."""

    def run(written: str) -> "subprocess.CompletedProcess[str]":
        (workplace / WRITTEN).write_text(written, encoding="utf-8")
        (workplace / SHIPPED).write_text("as it was", encoding="utf-8")
        return subprocess.run(
            [sys.executable, workplace / TOOL],
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    return run


def written() -> str:
    """Return the catalogue as people have written it."""
    return (ROOT / WRITTEN).read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    """Return the catalogue as people have written it, but for its first *old*."""
    before, found, after = written().partition(old)
    assert found
    return f"{before}{new}{after}"


def test_what_is_shipped_is_what_is_written(
    workplace: Path, generate: Generate
) -> None:
    """The shipped module is to the byte what the tool makes of the written file."""
    run = generate(written())

    assert (0, "", "") == (run.returncode, run.stdout, run.stderr)
    assert (ROOT / SHIPPED).read_bytes() == (workplace / SHIPPED).read_bytes()


@pytest.mark.parametrize("shipped", [SHIPPED_LAW, SHIPPED_OUTCOMES])
def test_what_else_is_shipped_is_what_is_written(
    workplace: Path, generate: Generate, shipped: Path
) -> None:
    """So are the modules of the law, and of the links to outcomes."""
    (workplace / shipped).write_text("as it was", encoding="utf-8")

    assert 0 == generate(written()).returncode
    assert (ROOT / shipped).read_bytes() == (workplace / shipped).read_bytes()


def test_a_fault_in_the_law_keeps_both_as_they_were(
    workplace: Path, generate: Generate
) -> None:
    """What is wrong in one of the files is said, and neither module is written."""
    law = (ROOT / LAW).read_text(encoding="utf-8")
    wrong = law.replace('kind = "report"', 'kind = "reports"', 1)
    (workplace / LAW).write_text(wrong, encoding="utf-8")
    run = generate(written())

    assert 1 == run.returncode
    assert run.stderr.startswith(
        'law.toml: provisions[11].kind: "reports" is not one of'
    )
    assert "as it was" == (workplace / SHIPPED).read_text(encoding="utf-8")


def test_a_change_arrives_whatever_it_says(workplace: Path, generate: Generate) -> None:
    """What people write is what the generated module says, quotes and all."""
    run = generate(changed('label = "Quality of life"', r'label = "\"é\\\n{}#"'))
    catalogue = run_path(f"{workplace / SHIPPED}")["SCOTLAND"]
    shipped = load_catalogue().outcomes
    outcomes = (*shipped[:3], evolve(shipped[3], label='"é\\\n{}#'), *shipped[4:])

    assert 0 == run.returncode
    assert evolve(load_catalogue(), outcomes=outcomes) == catalogue


@pytest.mark.parametrize(("change", "lines"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_named(
    workplace: Path, generate: Generate, change: tuple[str, str], lines: list[str]
) -> None:
    """A fault ends with 1 and a line with its path; the module stays as it was."""
    run = generate(changed(*change))

    assert (1, "") == (run.returncode, run.stdout)
    assert [f"scotland.toml: {each}" for each in lines] == run.stderr.splitlines()
    assert "as it was" == (workplace / SHIPPED).read_text(encoding="utf-8")


def test_all_faults_are_named_at_once(generate: Generate) -> None:
    """Nobody mends one fault to be told the next."""
    run = generate('id = "Scot land"\nedition = 2026\n\n[[groups]]\nid = "G1"\n')

    assert 1 == run.returncode
    assert {
        'scotland.toml: id: "Scot land" is not of the form small-letters-and-hyphens',
        "scotland.toml: edition: expected a text, found 2026",
        "scotland.toml: groups[0]: principles is missing",
        "scotland.toml: groups[0]: questions is missing",
        *(
            f"scotland.toml: {each} is missing"
            for each in (
                "title",
                "licence",
                "attribution",
                "guidance_url",
                "table_url",
                "statute_as_at",
                "checked",
                "purpose",
                "principles",
            )
        ),
    } == set(run.stderr.splitlines())
