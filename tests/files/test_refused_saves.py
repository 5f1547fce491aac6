"""What the system refuses, tried as somebody who may not do everything."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

OLD = b"old\n"

# Gives up being root, tries what has to be refused for the test to mean anything, and
# then what we do.
ATTEMPT = r"""
import fcntl, json, os, sys  # all that it needs: nobody may not read the library
from integrated_care_principles.exceptions import IntegratedCareError
from integrated_care_principles.files import Revision, read_assessment, save

path, probe, mode, action = sys.argv[1:]
ways = {
    "read": lambda: read_assessment(path),
    "create": lambda: save(path, b"new"),
    "replace": lambda: save(path, b"new", replacing=Revision.of(b"old\n")),
    "force": lambda: save(path, b"new", force=True),
}

def attempt(action):
    try:
        action()
    except OSError as error:
        return [type(error).__name__, error.filename]

if os.geteuid() == 0:
    nobody = 65534
    os.setgroups([])
    os.setgid(nobody)
    os.setuid(nobody)
refused = attempt(lambda: open(probe, mode).close())
print(json.dumps([refused, attempt(ways[action])]))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody can reach, with a file in it."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "north.json").write_bytes(OLD)
        yield folder
        folder.chmod(0o700)


def attempt(path: Path, probe: Path, mode: str, action: str) -> list[object]:
    """Return how the *probe* is refused, and how our *action* on *path* is."""
    found = subprocess.run(
        [sys.executable, "-c", ATTEMPT, str(path), str(probe), mode, action],
        capture_output=True,
        check=True,
    )
    refused: list[object] = json.loads(found.stdout)
    return refused


def refused(*paths: Path) -> list[object]:
    """Return that each of *paths* is refused by its own name."""
    return [["PermissionError", str(each)] for each in paths]


@pytest.mark.parametrize("action", ["read", "replace"])
def test_a_file_that_may_not_be_read(folder: Path, action: str) -> None:
    """A private file is neither read nor replaced."""
    path = folder / "north.json"
    folder.chmod(0o777)
    path.chmod(0o000)

    assert refused(path, path) == attempt(path, path, "rb", action)


@pytest.mark.parametrize("action", ["replace", "force"])
def test_a_file_that_may_not_be_written(folder: Path, action: str) -> None:
    """A file that was made read-only stays as it is, though its folder is open."""
    path = folder / "north.json"
    folder.chmod(0o777)
    path.chmod(0o444)

    assert refused(path, path) == attempt(path, path, "r+b", action)
    assert OLD == path.read_bytes()
    assert [path] == list(folder.iterdir())


@pytest.mark.parametrize("action", ["create", "force"])
def test_a_folder_that_may_not_be_written(folder: Path, action: str) -> None:
    """Where no file may be made, none is; the error has the name that was given."""
    path = folder / "south.json"
    folder.chmod(0o555)

    assert refused(path, path) == attempt(path, path, "xb", action)
    assert not path.exists()


@pytest.mark.parametrize("action", ["replace", "force"])
def test_a_file_in_such_a_folder(folder: Path, action: str) -> None:
    """What cannot be replaced whole is not written over in part."""
    path = folder / "north.json"
    folder.chmod(0o555)
    path.chmod(0o666)

    probe = folder / ".north.json.temporary"
    assert refused(probe, path) == attempt(path, probe, "xb", action)
    assert OLD == path.read_bytes()


@pytest.mark.parametrize("action", ["read", "create", "replace", "force"])
def test_a_folder_that_may_not_be_entered(folder: Path, action: str) -> None:
    """What cannot be seen can be neither read nor saved."""
    path = folder / "north.json"
    folder.chmod(0o000)

    assert refused(path, path) == attempt(path, path, "rb", action)


def test_what_is_allowed(folder: Path) -> None:
    """Where nothing is refused, the same attempts succeed."""
    path = folder / "north.json"
    folder.chmod(0o777)
    path.chmod(0o666)

    assert [None, None] == attempt(path, path, "r+b", "replace")
    assert b"new" == path.read_bytes()
    assert 0o666 == path.stat().st_mode & 0o777
