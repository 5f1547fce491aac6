"""The tutorial "Your first format in ten minutes", followed to the letter."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from tests.console import FOLLOWED, commands, matches

from .conftest import ROOT

pytestmark = pytest.mark.slow

(PAGE,) = (ROOT / each for each in FOLLOWED)
BLOCK = re.compile(
    r"^```(?P<language>.+)\n(?::caption: (?P<file>.+)\n\n)?(?P<text>(?s:.*?))^```$",
    re.MULTILINE,
)
END = "--- that was all of it ---"
# A reader's shell has none of these; what a test runs in may.
OURS = {"CI", "PYTHONPATH", "VIRTUAL_ENV"}


@frozen(kw_only=True)
class Block:
    """
    One thing that the reader is told to do.

    Attributes:
        file: The file to write; empty: it is commands to type.
    """

    file: str
    text: str


@frozen(kw_only=True)
class Followed:
    """
    What came of following the page.

    Attributes:
        folder: Which was empty before.

        printed: What each command printed, in the order of the page.

        codes: With which each command ended.
    """

    folder: Path
    printed: tuple[str, ...]
    codes: tuple[str, ...]


def blocks() -> Iterator[Block]:
    """Yield all that the page tells the reader to do, in its order."""
    for each in BLOCK.finditer(PAGE.read_text(encoding="utf-8")):
        assert ("console" == each["language"]) is (each["file"] is None), each[0]
        yield Block(file=each["file"] or "", text=each["text"])


def typed() -> list[tuple[str, str]]:
    """Return each command of the page, and what it shows of what that prints."""
    return [
        command for each in blocks() if not each.file for command in commands(each.text)
    ]


def script(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the *blocks* as one script for the shell, which tells the commands apart."""
    for each in blocks:
        if each.file:
            yield f"cat > {each.file} <<'{END}'\n{each.text}{END}"
        for command, _ in () if each.file else commands(each.text):
            yield f"{command}\necho '{END}' $?"


def files() -> dict[str, str]:
    """Return what each file of the page holds at the end."""
    return {each.file: each.text for each in blocks() if each.file}


@pytest.fixture(scope="module")
def followed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Follow the page in an empty folder; pip finds our wheels beside all others."""
    folder = tmp_path_factory.mktemp("reader")
    known = {name: text for name, text in os.environ.items() if name not in OURS}
    wheels = f"{dist} {known.get('PIP_FIND_LINKS', '')}".strip()
    done = subprocess.run(
        ["bash", "-c", "\n".join(script([*blocks()]))],  # noqa: S607 - a reader's shell
        cwd=folder,
        env={
            **known,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PIP_FIND_LINKS": wheels,
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    *ended, rest = re.split(rf"{END} (\d+)\n", done.stdout.decode("utf-8"))
    assert ("", 2 * len(typed())) == (rest, len(ended))
    return Followed(folder=folder, printed=tuple(ended[::2]), codes=tuple(ended[1::2]))


def test_nothing_is_passed_over() -> None:
    """Every fence of the page is that of a file to write or of commands to type."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    fences = [each for each in lines if each.lstrip().startswith(("```", "~~~"))]
    consoles = [each.text for each in blocks() if not each.file]

    assert len(fences) == 2 * len([*blocks()])
    assert [] == [each for each in consoles if not each.startswith("$ ")]


def test_it_goes_as_the_page_says(followed: Followed) -> None:
    """Every command prints what the page shows below it."""
    otherwise = [
        f"$ {command}\n{found}\n--- instead of\n{shown}"
        for (command, shown), found in zip(typed(), followed.printed, strict=True)
        if not matches(found, shown)
    ]

    assert "" == "\n".join(otherwise)


def test_what_fails(followed: Followed) -> None:
    """The kit finds what was planted; before that nothing fails, and nothing after."""
    ended = zip([command for command, _ in typed()], followed.codes, strict=True)

    assert [("pytest", "1"), ("pytest", "0")] == [
        (command, code) for command, code in ended if code != "0" or command == "pytest"
    ]


def test_twenty_lines(followed: Followed) -> None:
    """The files that the reader has written have 20 lines at most that say something."""
    written = {each: (followed.folder / each).read_text("utf-8") for each in files()}
    lines = [line for text in written.values() for line in text.splitlines()]

    assert files() == written
    assert {"pyproject.toml", "tally_report.py", "test_tally_report.py"} == set(written)
    assert len([each for each in lines if each.strip()]) <= 20
    assert [] == [each for each in lines if len(each) > 88]


def test_what_others_install(followed: Followed) -> None:
    """The wheel holds the module, and nothing else of the folder."""
    (wheel,) = (followed.folder / "dist").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        names = [each for each in archive.namelist() if ".dist-info/" not in each]

    assert wheel.match("tally_report-1.0-*-none-any.whl")
    assert ["tally_report.py"] == names
