"""``icp plugins new``: a project that publishes a report format."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles.cli import _project
from integrated_care_principles.version import __version__
from tests.sites import install, on_path

from .conftest import Icp

FILES = [
    ".github/dependabot.yml",
    ".github/workflows/ci.yml",
    ".github/workflows/publish.yml",
    ".gitignore",
    "CHANGELOG.md",
    "README.md",
    "pyproject.toml",
    "src/icp_report_board_pack/__init__.py",
    "src/icp_report_board_pack/py.typed",
    "tests/test_board_pack.py",
]
TOLD = """\
A project for the report format board-pack, in icp-report-board-pack:
  pyproject.toml
  README.md
  CHANGELOG.md
  .gitignore
  .github/dependabot.yml
  .github/workflows/ci.yml
  .github/workflows/publish.yml
  src/icp_report_board_pack/__init__.py
  src/icp_report_board_pack/py.typed
  tests/test_board_pack.py
Next:
  pip install -e 'icp-report-board-pack[test]'
  pytest icp-report-board-pack
  icp report FILE -f board-pack
"""
NAMES = st.from_regex(r"[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,7}){0,2}", fullmatch=True)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> list[str]:
    """Return the names of all files in a *folder*."""
    found = (each for each in folder.rglob("*") if each.is_file())
    return sorted(each.relative_to(folder).as_posix() for each in found)


def test_a_new_project(icp: Icp, place: Path) -> None:
    """All files are written, and what was written and comes next is told."""
    result = icp("plugins", "new", "board-pack")

    assert (0, TOLD, "") == (result.code, result.out, result.err)
    assert FILES == written(place / "icp-report-board-pack")


def test_a_place_with_a_space(icp: Icp) -> None:
    """What comes next can be typed as it is told."""
    said = icp("plugins", "new", "tally", "-o", "my place").out.splitlines()

    assert ["  pip install -e 'my place[test]'", "  pytest 'my place'"] == said[-3:-1]


def test_its_names(icp: Icp, place: Path) -> None:
    """Functions and classes are called after the format, as Python calls them."""
    icp("plugins", "new", "board-pack", "-o", "here")
    package = place / "here/src/icp_report_board_pack/__init__.py"
    test = place / "here/tests/test_board_pack.py"

    assert '__all__ = ["BoardPackOptions", "board_pack_format"]' in (
        package.read_text("utf-8").splitlines()
    )
    assert "class TestBoardPack(ReportFormatConformance):" in (
        test.read_text("utf-8").splitlines()
    )


def test_its_metadata(icp: Icp, place: Path) -> None:
    """It can be built, asks for this version of the core, and publishes the format."""
    icp("plugins", "new", "board-pack", "--summary", " What the board decides. ")
    text = (place / "icp-report-board-pack/pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]

    assert "icp-report-board-pack" == project["name"]
    assert "What the board decides." == project["description"]
    assert f"integrated-care-principles>={__version__}" in project["dependencies"]
    assert {
        "integrated_care_principles.report_formats": {
            "board-pack": "icp_report_board_pack:board_pack_format"
        }
    } == project["entry-points"]


def test_its_format(icp: Icp, place: Path, example: Path) -> None:
    """The format lays out a report, with its option and without."""
    icp("plugins", "new", "tally", "-o", "here", "--summary", "How far all are.")
    name = "icp_report_tally:tally_format"
    with on_path(place / "here" / "src"):
        short = icp("report", example, "-f", name).out
        long = icp("report", example, "-f", name, "-O", "missing=true").out
        shown = icp("formats", "show", name).out

    assert short.splitlines()[1].endswith(": 35 of 47 (74 %)")
    assert "  Q1.3: looked into, but not known" == long.splitlines()[2]
    assert 2 + 12 == len(long.splitlines())
    assert f"{name}: How far all are." in shown


def test_the_same_project_twice(icp: Icp, place: Path) -> None:
    """The same name gives the same bytes, wherever it stands."""
    for each in ("one", "two"):
        assert 0 == icp("plugins", "new", "board-pack", "-o", each).code

    for each in FILES:
        assert (place / "one" / each).read_bytes() == (
            place / "two" / each
        ).read_bytes()


def test_an_empty_folder_is_filled(icp: Icp, place: Path) -> None:
    """A folder that is there and holds nothing will do."""
    (place / "here").mkdir()

    assert 0 == icp("plugins", "new", "board-pack", "-o", "here").code
    assert FILES == written(place / "here")


def test_a_folder_with_a_project(icp: Icp, place: Path) -> None:
    """What somebody has worked on is never replaced, not by a project of that name."""
    icp("plugins", "new", "tally", "-o", "here")
    mine = place / "here" / "README.md"
    mine.write_text("mine", encoding="utf-8")
    result = icp("plugins", "new", "tally", "-o", "here")

    assert (2, "") == (result.code, result.out)
    assert "Error: here holds .github, which would be lost; choose" in result.err
    assert "mine" == mine.read_text("utf-8")


def test_the_folder_one_is_in(icp: Icp, place: Path) -> None:
    """A new folder would take its place under one's feet."""
    result = icp("plugins", "new", "tally", "-o", ".")

    assert 2 == result.code
    assert "Error: '.' is the folder that you are in; name a new one" in result.err
    assert [] == list(place.iterdir())


@pytest.mark.parametrize("path", ["nowhere/here", "file"])
def test_a_folder_that_cannot_be(icp: Icp, place: Path, path: str) -> None:
    """Where no folder can be made, nothing is, and a sentence says so."""
    (place / "file").touch()
    result = icp("plugins", "new", "tally", "-o", path)

    assert (2, "") == (result.code, result.out)
    assert path in result.err
    assert ["file"] == [each.name for each in place.iterdir()]


LETTERS = "small letters, digits and single hyphens"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (
            "Board Pack",
            f"{LETTERS}, a letter first, at most 24 in all; did you mean 'b",
        ),
        ("board_pack", "; did you mean 'board-pack'?\n"),
        ("tally@x", "; did you mean 'tally-x'?\n"),
        ("a:b", LETTERS),
        ("a--b", LETTERS),
        ("-", LETTERS),
        ("2up", "at most 24 in all\n"),
        ("", f"'' cannot be the name of a format: that has {LETTERS}"),
        ("\u202e", "'\\u202e' cannot"),
        ("tally\n", "; did you mean 'tally'?"),
        ("t" * 25, "at most 24 in all\n"),
        ("csv", "'csv' is reserved for a format of ours; try 'board-csv'\n"),
        ("form", "'form' is reserved"),
        ("report", "'report' is what every format lays out"),
    ],
)
def test_what_no_format_is_called(icp: Icp, place: Path, name: str, why: str) -> None:
    """A name that is none, or is another's, is refused with what would do."""
    result = icp("plugins", "new", "--", name)

    assert (2, "") == (result.code, result.out)
    assert why in result.err
    assert [] == list(place.iterdir())


def test_a_longest_name(icp: Icp) -> None:
    """Twenty-four letters are not too many."""
    assert 0 == icp("plugins", "new", "t" * 24).code


def test_everything_that_is_wrong_at_once(icp: Icp) -> None:
    """Name, summary and folder are refused together."""
    result = icp("plugins", "new", "A", "--summary", "", "-o", ".")

    assert 2 == result.code
    assert 3 == len(result.err.partition("Error: ")[2].splitlines())


def test_a_name_that_is_given_here(icp: Icp, place: Path) -> None:
    """A name that an installed format has would be ambiguous."""
    install(place / "site", "toys", "tally = toys:tally", "tally = toys:other")
    with on_path(place / "site"):
        result = icp("plugins", "new", "tally")

    assert 2 == result.code
    assert "Error: 'tally' is a format of toys 1.0, installed here; try" in result.err
    assert 1 == result.err.count("toys 1.0")


def test_a_module_that_is_there(icp: Icp, place: Path) -> None:
    """A module of the same name would be hidden, or hide the new one."""
    (place / "site").mkdir()
    (place / "site" / "icp_report_tally.py").touch()
    with on_path(place / "site"):
        result = icp("plugins", "new", "tally")

    assert 2 == result.code
    assert "Error: there is a module 'icp_report_tally' here already" in result.err
    assert "icp_report_tally" not in sys.modules


@given(name=NAMES.filter(lambda each: each != "report"))
def test_names_fit_together(name: str) -> None:
    """Whatever a format is called, nothing in its module hides something else."""
    names = _project.Names(name)
    made = _project.documents(names, "X.")
    module = ast.parse(made[f"src/{names.package}/__init__.py"])
    imported = [
        alias.name
        for each in module.body
        if isinstance(each, ast.ImportFrom)
        for alias in each.names
    ]
    defined = [
        each.name
        for each in module.body
        if isinstance(each, ast.FunctionDef | ast.ClassDef)
    ]

    assert [f"{names.stem}Options", names.function] == defined
    assert [] == [each for each in defined if each in imported]
    assert f"class Test{names.stem}(".encode() in made[f"tests/test_{names.module}.py"]


@given(summary=st.text() | st.from_regex(r"[ -~]{1,201}", fullmatch=True))
def test_summaries(summary: str) -> None:
    """A summary is refused, or stands in the project as it was typed."""
    names = _project.Names("tally")
    if [*_project.refusals(names, summary, "nowhere")]:
        return
    made = _project.documents(names, summary.strip())
    project = tomllib.loads(made["pyproject.toml"].decode())["project"]
    module = ast.parse(made["src/icp_report_tally/__init__.py"])
    function = module.body[-1]

    assert isinstance(function, ast.FunctionDef)
    assert summary.strip() == project["description"]
    assert summary.strip() == ast.get_docstring(function, clean=False)


@pytest.mark.parametrize("summary", [" ", "a\nb", 'a"b', "a\\b", "a\u202eb", "a" * 201])
def test_what_is_no_summary(icp: Icp, summary: str) -> None:
    """A summary that would break where it stands is refused."""
    result = icp("plugins", "new", "tally", "--summary", summary)

    assert (2, "") == (result.code, result.out)
    assert "Error: a summary is one line of text without" in result.err


def test_a_longest_summary(icp: Icp) -> None:
    """Two hundred characters are not too many."""
    assert 0 == icp("plugins", "new", "tally", "--summary", "a" * 200).code


def test_every_template_is_filled() -> None:
    """Each template that is shipped makes a file, and no place in one stays open."""
    made = _project.documents(_project.Names("tally"), "X.")
    templates = files("integrated_care_principles.cli._project") / "templates"

    assert len(made) == len(list(templates.iterdir()))
    assert [] == [name for name, data in made.items() if b"%{" in data]
    assert [] == [name for name, data in made.items() if b"\r" in data]


def test_its_workflows() -> None:
    """Actions are pinned to a commit each, and no job may do more than it says."""
    made = _project.documents(_project.Names("tally"), "X.")
    flows = [
        made[f".github/workflows/{each}.yml"].decode() for each in ("ci", "publish")
    ]
    actions = [each for flow in flows for each in re.findall(r"uses: (.*)", flow)]

    assert 7 == len(actions)
    for each in actions:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)
    for flow in flows:
        assert "\npermissions: {}\n" in flow
        assert flow.count("/checkout@") == flow.count("persist-credentials: false")
    assert ["id-token: write"] == re.findall(r"[a-z-]+: write", "".join(flows))


def test_nobody_else_pays() -> None:
    """What fills the templates is imported where a project is started, only."""
    code = (
        "import sys; from integrated_care_principles.cli import run\n"
        "run(['plugins', 'new', '--help']); print([*sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert b"'integrated_care_principles.cli._plugins'" in said.stdout
    assert b"_project" not in said.stdout
