"""What ``icp plugins new`` writes, where nothing but our wheels is installed."""

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from .conftest import ROOT, build, run

pytestmark = pytest.mark.slow

PAGE = ROOT / "docs" / "how-to" / "start-a-plugin.md"
EXAMPLE = ROOT / "examples" / "strathenlow-2025-26.json"


@pytest.fixture
def installed(scripts: Path) -> Iterator[Path]:
    """Take off what a test has installed."""
    yield scripts
    run(scripts / "pip", "uninstall", "--quiet", "--yes", "icp-report-tally")


def typed(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command that a *page* shows in a session, and what it shows it to say."""
    sessions = re.findall(
        r"```shell-session\n(.*?)```", page.read_text("utf-8"), re.DOTALL
    )
    for each in f"\n{''.join(sessions)}".split("\n$ ")[1:]:
        command, _, said = each.partition("\n")
        yield command, said.strip()


def test_the_page(installed: Path, dist: Path, tmp_path: Path) -> None:
    """Who types what the page says sees what it shows."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    path = f"{installed}{os.pathsep}{os.environ['PATH']}"
    commands = dict(typed(PAGE))

    assert 6 == len(commands)
    for command, shown in commands.items():
        shell = ("bash", "-c", command)
        said = run(*shell, folder=tmp_path, PATH=path, PIP_FIND_LINKS=f"{dist}")
        pattern = shown.replace("[", "[[]").replace("...", "*")
        assert fnmatchcase(said.strip(), pattern), said


def test_what_is_published(installed: Path, dist: Path, tmp_path: Path) -> None:
    """Built and installed, the format conforms, lays out, and is gone when taken off."""
    icp, pip = installed / "icp", installed / "pip"
    project = tmp_path / "tally"
    run(icp, "plugins", "new", "tally", "-o", project)
    build(project, tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    run(pip, "install", "--quiet", "--find-links", dist, f"{wheel}[test]")

    assert " passed in " in run(installed / "pytest", project)
    assert "tally            icp-report-tally 0.1.0\n" in run(icp, "formats")
    assert "tally: no rules broken\n" == run(icp, "plugins", "check", "tally")
    assert "35 of 47 (74 %)" in run(icp, "report", EXAMPLE, "-f", "tally")
    assert "Q1.3" in run(icp, "report", EXAMPLE, "-f", "tally", "-O", "missing=true")

    run(pip, "uninstall", "--quiet", "--yes", "icp-report-tally")

    assert "tally" not in run(icp, "formats")
