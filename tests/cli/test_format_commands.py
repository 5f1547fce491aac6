"""Formats at the command line: lists, help, options, bundles, and what goes wrong."""

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import FORMAT, install, on_path

from .conftest import Icp, heard

MODULE = '''
import os
import signal

from attrs import frozen

from integrated_care_principles.reporting import (
    Bundle, Document, Report, option, report_format,
)

@frozen(kw_only=True)
class Options:
    loud: bool = option(False, help="In capitals.")
    tags: tuple[str, ...] = option(("a", "b"), help="What it is about.")
    footer: str = option("", help="What stands below.", from_file=True)
    logo: bytes | None = option(None, help="An image.", from_file=True)

@report_format(
    media_type="text/plain", suffix=".toy", options=Options, leaves_out=("scores",)
)
def toy(report: Report, options: Options) -> str:
    """Everything that was given."""
    return f"{options.loud} {options.tags} {options.footer!r} {options.logo!r}\\n"

@report_format(media_type="application/zip", suffix="")
def pack(report: Report) -> Bundle:
    """Several documents."""
    return Bundle((Document("title.txt", report.title), Document("data/x", b"\\xff")))

@report_format(media_type="text/plain", suffix=".txt")
def broken(report: Report) -> str:
    """Fails."""
    raise ZeroDivisionError("division by zero")

@report_format(media_type="text/plain", suffix=".txt")
def stopped(report: Report) -> str:
    """Is interrupted."""
    raise KeyboardInterrupt
'''
NAMES = ("toy", "pack", "broken", "stopped")


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A distribution with formats of several kinds."""
    monkeypatch.delenv("ICP_PLUGINS", raising=False)
    folder = tmp_path / "site"
    entries = (f"{each} = command_toys:{each}" for each in NAMES)
    install(folder, "toys", *entries, modules={"command_toys": MODULE})
    with on_path(folder):
        yield folder


def test_a_format_shows_itself(icp: Icp) -> None:
    """One sees what a format gives, what it leaves out, and each option with its help."""
    result = icp("formats", "show", "toy")

    assert (0, "") == (result.code, result.err)
    assert (
        "toy: Everything that was given.\n"
        "  From: toys 1.0\n"
        "  Media type: text/plain\n"
        "  Suffix: .toy\n"
        "  Leaves out: scores\n"
        "  -O loud=...\n"
        "      In capitals. [true or false; by default false]\n"
        "  -O tags=...\n"
        '      What it is about. [a text, again for more; by default "a", "b"]\n'
        "  -O footer=...\n"
        "      What stands below. [a text, or @PATH]\n"
        "  -O logo=...\n"
        "      An image. [a text, or @PATH]\n"
    ) == result.out


def test_a_format_without_options_shows_itself(icp: Icp) -> None:
    """A format that has no options and leaves nothing out says so."""
    out = icp("formats", "show", "pack").out

    assert "  Leaves out: nothing\n  Options: none\n" in out


def test_a_format_that_is_not_packaged_shows_where_it_is(icp: Icp) -> None:
    """Where no distribution gives it, its place is shown."""
    assert "From: command_toys:pack" in icp("formats", "show", "command_toys:pack").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("-f", "toy", "--help"),
        ("--help", "-f", "toy"),
        ("x.json", "-h", "--format=toy"),
    ],
)
@pytest.mark.parametrize("command", ["report", "catalogue"])
def test_help_lists_the_options_of_the_format(
    icp: Icp, command: str, arguments: tuple[str, ...]
) -> None:
    """The format may stand before or behind the flag."""
    result = icp(command, *arguments)

    assert (0, "") == (result.code, result.err)
    assert "Options of the format toy:\n  -O loud=...    In capitals." in result.out


def test_help_of_a_format_without_options(icp: Icp) -> None:
    """That there are none is said too."""
    assert "none  It has no options." in icp("report", "-h", "-f", "pack").out


def test_help_without_a_format_imports_none(icp: Icp) -> None:
    """The help itself needs no format, also where what else was typed is wrong."""
    assert "Options of the format" not in icp("report", "--help", "--nonsense").out
    assert "command_toys" not in sys.modules


def test_help_of_a_format_that_is_not_there(icp: Icp) -> None:
    """A name that is none is an error there too."""
    result = icp("report", "-f", "toi", "--help")

    assert (2, "") == (result.code, result.out)
    assert "did you mean 'toy'" in result.err


def test_options_reach_the_format(icp: Icp, tmp_path: Path) -> None:
    """Repeated ones as a tuple, files as their content."""
    logo, footer = tmp_path / "a.png", tmp_path / "a.txt"
    logo.write_bytes(b"\x89")
    footer.write_text("Fin", encoding="utf-8")
    result = icp(
        *("catalogue", "-f", "toy", "-O", "tags=x", "-O", "tags=y"),
        *("-O", f"logo=@{logo}", "-O", f"footer=@{footer}"),
    )

    assert "False ('x', 'y') 'Fin' b'\\x89'\n" == result.out


def test_every_problem_of_the_options(icp: Icp, example: Path, tmp_path: Path) -> None:
    """All that is wrong is told in one run, each once, and nothing is written."""
    result = icp(
        *("report", example, "-f", "toy", "-o", tmp_path / "a", "-o", tmp_path / "b"),
        *("-O", "loud=yes", "-O", "lout=true", "-O", "logo=@none"),
    )

    assert (2, "") == (result.code, result.out)
    assert (
        "icp: no option 'lout'; did you mean 'loud'? (options: loud, tags, footer, "
        "logo)\n"
        "option loud: expected true or false, found 'yes'\n"
        "option logo: expected a file that can be read (No such file or directory), "
        "found '@none'\n"
    ) == result.err
    assert not (tmp_path / "a").exists()


def test_a_bundle_as_a_folder(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Several documents become a folder, again and again."""
    for _ in range(2):
        assert 0 == icp("report", example, "-f", "pack", "-o", tmp_path / "out").code

    assert "Strathenlow" in (tmp_path / "out" / "title.txt").read_text("utf-8")
    assert b"\xff" == (tmp_path / "out" / "data" / "x").read_bytes()


def test_a_bundle_as_a_zip(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Where the path ends in .zip, they become an archive, of the same bytes each time."""
    one, two = tmp_path / "one.zip", tmp_path / "two.ZIP"

    assert 0 == icp("report", example, "-f", "pack", "-o", one, "-o", two).code
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as archive:
        assert ["title.txt", "data/x"] == archive.namelist()


def test_a_bundle_on_standard_output(icp: Icp, tmp_path: Path) -> None:
    """Several documents have no place there, and nothing else is written either."""
    result = icp("catalogue", "-f", "pack", "-o", tmp_path / "out", "-o", "-")

    assert (2, "") == (result.code, result.out)
    assert "pack gives several documents; name a folder or a .zip with -o" in result.err
    assert not (tmp_path / "out").exists()


def test_a_bundle_in_a_folder_with_something_else(icp: Icp, tmp_path: Path) -> None:
    """What somebody else put into a folder is not lost."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine").write_bytes(b"")
    result = icp("catalogue", "-f", "pack", "-o", tmp_path / "out")

    assert 2 == result.code
    assert f"icp: {tmp_path / 'out'} holds mine, which would be lost" in result.err


def test_a_bundle_never_takes_the_place_of_an_assessment(
    icp: Icp, blank: Path, tmp_path: Path
) -> None:
    """Neither of the file, nor of a folder that it is in."""
    for output, what in ((blank, "is an assessment"), (tmp_path, "holds what is read")):
        result = icp("report", blank, "-f", "pack", "-o", output)
        assert 2 == result.code
        assert f"{what}" in result.err


def test_a_format_that_is_not_packaged_yet(
    icp: Icp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A format in the current folder is tried by its place."""
    text = FORMAT.format(name="draft")
    (tmp_path / "drafts.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = icp("catalogue", "--format", "drafts:draft")
    sys.modules.pop("drafts", None)

    assert result.out.startswith("draft: Planning and delivering")


def test_a_traceback_only_where_it_is_asked_for(icp: Icp) -> None:
    """The sentence comes always and last; where in the code it was, with --debug."""
    plain = icp("catalogue", "-f", "broken")
    debug = icp("--debug", "catalogue", "-f", "broken")

    assert (2, 2) == (plain.code, debug.code)
    assert "Traceback" not in plain.err
    assert debug.err.endswith(plain.err)
    assert 'raise ZeroDivisionError("division by zero")' in debug.err
    assert "The above exception was the direct cause" in debug.err


def test_an_interruption_names_the_format(icp: Icp) -> None:
    """Ctrl-C in a format says which one was running, and ends with 130."""
    result = icp("catalogue", "-f", "stopped")

    assert (130, "") == (result.code, result.out)
    assert (
        "icp: interrupted while the report format 'stopped' of toys 1.0 was running\n"
    ) == result.err.lstrip("\n")


def test_an_interruption_of_a_process(site: Path, tmp_path: Path) -> None:
    """So does a real Ctrl-C, in a format that never ends."""
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    text = FORMAT.format(name="endless").replace(
        'return f"',
        f'open({str(fifo)!r}, "w").close()\n    while True: pass\n    return f"',
    )
    install(tmp_path / "more", "endless", "endless = endless_toy:endless")
    (tmp_path / "more" / "endless_toy.py").write_text(text, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "more"), str(site)))
    with subprocess.Popen(
        heard("catalogue", "-f", "endless"),
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.PIPE,
    ) as started:
        fifo.read_bytes()  # opens when the format is running
        started.send_signal(signal.SIGINT)
        assert started.stderr is not None
        err = started.stderr.read().decode()

    assert 130 == started.returncode
    assert "the report format 'endless' of endless 1.0 was running" in err
    assert "Traceback" not in err


def test_a_site_that_names_what_may_run(
    icp: Icp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ours work, others say what is missing, and a name that means nobody is noted."""
    monkeypatch.setenv("ICP_PLUGINS", "toy")
    listed = icp("formats")
    refused = icp("catalogue", "-f", "toy")

    assert 0 == listed.code
    assert (
        "toy@toys         toys 1.0 (disabled: ICP_PLUGINS does not name toys; "
        "add it there, or unset ICP_PLUGINS)\n"
    ) in listed.out
    assert (
        "icp: note: ICP_PLUGINS names toy, which publishes no report format here\n"
    ) == listed.err
    assert (2, "") == (refused.code, refused.out)
    assert "add it there, or unset ICP_PLUGINS" in refused.err
    assert 0 == icp("catalogue", "-f", "html").code
    assert "command_toys" not in sys.modules
