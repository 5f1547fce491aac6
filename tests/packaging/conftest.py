"""What is shipped: built once, and installed where nothing else is."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT, *sorted(each.parent for each in ROOT.glob("plugins/*/pyproject.toml")))


def run(*command: str | Path, folder: str | Path = "/", **environment: str) -> str:
    """
    Run a *command* outside the source tree, and return what it says.

    Args:
        folder: Where it stands.
        environment: What it finds in its environment besides.
    """
    clean = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "CI"}}
    done = subprocess.run(
        list(map(str, command)),
        cwd=folder,
        env={**clean, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout
    return done.stdout


def build(folder: Path, into: Path) -> None:
    """Build the sdist of a *folder*, and from it the wheel."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", into, folder)


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdists and wheels of the core and its plugins."""
    into = tmp_path_factory.mktemp("dist")
    for each in FOLDERS:
        build(each, into)
    return into


@pytest.fixture(scope="session")
def scripts(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds our wheels and what they ask for."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=True)
    pip = folder / "bin" / "pip"
    wanted = "integrated-care-principles[all]"
    run(pip, "install", "--quiet", "--find-links", dist, wanted)
    return folder / "bin"
