"""Formats that write past Python, close what they should not, or go elsewhere."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from integrated_care_principles.cli._descriptors import _kept, kept_clean
from tests.sites import install, on_path

from .conftest import Icp

MODULE = """
import os, subprocess, sys
from integrated_care_principles.reporting import Report, report_format

{imported}

@report_format(media_type="text/plain", suffix=".txt")
def toy(report: Report) -> str:
    '''Do it, then say the title.'''
    {rendered}
    return report.title + "\\n"
"""
# What a format does, while it is imported or while it runs.
DEEDS = {
    "writes_past_python": "os.write(1, b'noise')",
    "starts_a_process": "subprocess.run(['echo', 'noise'])",
    "prints_without_flushing": "sys.__stdout__.write('noise')",
    "closes_descriptors": "os.close(1); os.close(2)",
    "closes_streams": "sys.stdout.close(); sys.__stdout__.close()",
    "replaces_streams": "sys.stdout = sys.stderr = None",
    "goes_elsewhere": "os.chdir('/')",
}


def install_all(folder: Path) -> Path:
    """Install a format for each deed and time, each a distribution of its own."""
    for name, deed in DEEDS.items():
        for when, text in (
            ("early", MODULE.format(imported=deed, rendered="pass")),
            ("late", MODULE.format(imported="", rendered=deed)),
        ):
            toy = f"{when}_{name}"
            install(folder, toy, f"{toy} = {toy}:toy", modules={toy: text})
    return folder


FORMATS = [f"{when}_{name}" for name in DEEDS for when in ("early", "late")]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Install the formats, and let an import find them."""
    with on_path(install_all(tmp_path / "site")):
        yield tmp_path / "site"


@pytest.mark.parametrize("name", FORMATS)
def test_the_report_is_all_that_reaches_standard_output(
    process: Icp, tmp_path: Path, name: str
) -> None:
    """Whatever a format does beside, its report comes out whole and alone."""
    path = str(install_all(tmp_path / "site"))
    result = process("catalogue", "-f", name, PYTHONPATH=path)

    title = "Planning and delivering integrated health and social care: guidance\n"
    assert (0, title) == (result.code, result.out)


@pytest.mark.parametrize("name", ["early_closes_streams", "late_closes_descriptors"])
def test_messages_come_out_after_it(process: Icp, tmp_path: Path, name: str) -> None:
    """What is to be said afterwards is said, though the streams were closed."""
    path = str(install_all(tmp_path / "site"))
    target = tmp_path / "no" / "page.txt"
    arguments = ("catalogue", "-f", name, "-o", "-", "-O", "colour=red")
    result = process(*arguments, PYTHONPATH=path)

    assert (2, "") == (result.code, result.out)
    assert "no option 'colour'" in result.err
    assert not target.exists()


@pytest.mark.parametrize("when", ["early", "late"])
def test_a_report_goes_where_it_was_to_go(
    site: Path, icp: Icp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    """A format that changes the working directory moves neither the report nor a file."""
    monkeypatch.chdir(tmp_path)
    result = icp("catalogue", "-f", f"{when}_goes_elsewhere", "-o", "title.txt")

    assert 0 == result.code
    assert (tmp_path / "title.txt").is_file()
    assert tmp_path == Path.cwd()
    assert site.is_dir()


def test_a_working_directory_that_is_gone(
    site: Path, icp: Icp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where we stood nowhere, a report can still be had, and we stand where it left us."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert 0 == icp("catalogue", "-f", "late_goes_elsewhere").code
    assert Path("/") == Path.cwd()
    assert site.is_dir()


def test_each_is_tried_all_the_same(site: Path, icp: Icp) -> None:
    """``icp plugins`` says of each what it does, whatever it closes."""
    said = {
        each["name"]: each["state"]
        for each in json.loads(icp("plugins", "--json").out)
        if each["name"] in FORMATS
    }

    assert set(FORMATS) == set(said)
    assert {"fine", "prints"} == set(said.values())
    assert "prints" == said["early_writes_past_python"]
    assert "fine" == said["early_closes_descriptors"]
    assert site.is_dir()


def test_a_descriptor_that_is_closed_from_the_start() -> None:
    """Without standard error a report comes out all the same."""
    icp = [sys.executable, "-m", "integrated_care_principles", "catalogue", "-f", "csv"]
    shell = ["/bin/sh", "-c", 'exec "$@" 2>&-', "sh", *icp]
    done = subprocess.run(shell, stdout=subprocess.PIPE, check=True)

    assert done.stdout.startswith(b"group,")


def test_a_descriptor_that_is_closed_is_left_alone() -> None:
    """What stood for nothing before stands for nothing afterwards."""
    with _kept(10_000):
        pass

    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(10_000)


def test_a_stream_that_is_closed_is_open_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who closes a standard stream takes it from nobody after them."""
    mine = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    monkeypatch.setattr(sys, "stdout", mine)
    with kept_clean():
        mine.close()

    assert sys.stdout is not mine
    assert not sys.stdout.closed
    assert capsys.readouterr()
