"""``icp report``, ``icp catalogue`` and ``icp formats``, with formats of their own."""

import os
import sys
from pathlib import Path

import pytest

from .conftest import Icp

MODULE = '''
from collections.abc import Iterator

from attrs import frozen

from integrated_care_principles.reporting import Report, option, report_format

print("noise while it is imported")

@frozen(kw_only=True)
class Options:
    loud: bool = option(False, help="In capitals.")
    times: int = option(1, help="How often.")

@report_format(media_type="text/plain", suffix=".toy", options=Options)
def toy(report: Report, options: Options) -> str:
    """A line for each assessment."""
    lines = [f"{each.subject}: {each.completeness}" for each in report.assessments]
    text = "\\n".join(lines or [report.title]) * options.times
    return text.upper() if options.loud else text

@report_format(media_type="application/octet-stream", suffix=".bin")
def binary(report: Report) -> bytes:
    """Bytes."""
    return b"\\x00\\xff"

@report_format(media_type="text/plain", suffix=".txt")
def parts(report: Report) -> Iterator[str]:
    """Text in parts."""
    yield from ("a", "b")

@report_format(media_type="text/plain", suffix=".txt")
def broken(report: Report) -> str:
    """Fails."""
    raise ZeroDivisionError("division by zero")
'''

ENTRY_POINTS = """[integrated_care_principles.report_formats]
toy = toy_formats:toy
binary = toy_formats:binary
parts = toy_formats:parts
broken = toy_formats:broken
leaves = leaving_format:leaves
thing = toy_formats:Options
twice = toy_formats:toy
"""


@pytest.fixture(autouse=True)
def toys(tmp_path_factory: pytest.TempPathFactory) -> object:
    """Install two distributions with formats, good and bad ones."""
    folder = tmp_path_factory.mktemp("toys")
    (folder / "toy_formats.py").write_text(MODULE, encoding="utf-8")
    leaving = "import sys\nsys.exit(7)\n"
    (folder / "leaving_format.py").write_text(leaving, encoding="utf-8")
    _install(folder, "toy-formats", ENTRY_POINTS)
    _install(
        folder,
        "other-toys",
        "[integrated_care_principles.report_formats]\ntwice = toy_formats:toy\n",
    )
    sys.path.insert(0, str(folder))
    yield
    sys.path.remove(str(folder))
    sys.modules.pop("toy_formats", None)


def _install(folder: Path, name: str, entry_points: str) -> None:
    info = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")


def test_formats_imports_nothing(icp: Icp) -> None:
    """Formats are listed with their distribution, and none of them is imported."""
    result = icp("formats")
    lines = [line.split() for line in result.out.splitlines()]

    assert 0 == result.code
    assert ["toy", "toy-formats", "1.0"] in lines
    assert ["twice@other-toys", "other-toys", "1.0", "(ambiguous:"] in [
        line[:4] for line in lines
    ]
    assert "toy_formats" not in sys.modules


def test_formats_notes_damage(icp: Icp, tmp_path: Path) -> None:
    """Damaged metadata is named on standard error; the others are listed."""
    _install(
        tmp_path, "hurt", "[integrated_care_principles.report_formats]\nno entry\n"
    )
    sys.path.insert(0, str(tmp_path))
    try:
        result = icp("formats")
    finally:
        sys.path.remove(str(tmp_path))

    assert 0 == result.code
    assert "icp: note: the metadata of hurt is damaged" in result.err
    assert "toy-formats 1.0" in result.out


def test_no_format_is_installed(icp: Icp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no format at all, it is said how to get one."""
    monkeypatch.setattr(sys, "path", [])
    result = icp("formats")

    assert (0, "") == (result.code, result.out)
    assert "pip install integrated-care-principles-table" in result.err


def test_report_on_standard_output(icp: Icp, example: Path) -> None:
    """A report is printed; what the plugin prints while it is imported is not in it."""
    result = icp("report", example, "-f", "toy")

    assert 0 == result.code
    assert (
        "Strathenlow Health and Social Care Partnership (illustrative): 35 of 47 (74 %)"
        == result.out
    )
    assert "noise while it is imported\n" == result.err


def test_table_by_default(icp: Icp, example: Path) -> None:
    """Without a format and a file, the table is printed."""
    assert icp("report", example, "-f", "table") == icp("report", example)


def test_report_in_parts(icp: Icp, example: Path) -> None:
    """A format may give its text in parts."""
    assert "ab" == icp("report", example, "-f", "parts").out


def test_report_with_options(icp: Icp, example: Path) -> None:
    """Options reach the format as what they are."""
    result = icp(
        "report", example, "-f", "toy", "-O", "loud=true", "--option", "times=2"
    )

    assert 2 == result.out.count("STRATHENLOW")


def test_report_into_files(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Several files can be written, and an old report is replaced."""
    first, second = tmp_path / "a.x", tmp_path / "b.y"
    first.write_text("an old report", encoding="utf-8")
    result = icp("report", example, "-f", "binary", "-o", first, "-o", second)

    assert (0, "") == (result.code, result.out)
    assert [b"\x00\xff"] * 2 == [first.read_bytes(), second.read_bytes()]
    assert {first, second} == set(tmp_path.iterdir())


def test_report_of_several_files(icp: Icp, example: Path, blank: Path) -> None:
    """Several assessments stand in one report, in the order they were named."""
    out = icp("report", blank, example, "-f", "toy").out

    assert ["X: 0 of 51 (0 %)", "Strathenlow"] == [
        line[:16] if line[0] == "X" else line[:11] for line in out.splitlines()
    ]


def test_problems_of_all_files(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Where several files have problems, all of them are named."""
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    one.write_bytes(b"{")
    two.write_bytes(b"[]")
    result = icp("report", one, example, two, "-f", "toy")

    assert (1, "") == (result.code, result.out)
    assert f"icp: {one}: line 1" in result.err
    assert f"icp: {two}: expected an object, found []" in result.err


def test_catalogue(icp: Icp) -> None:
    """The catalogue itself can be laid out."""
    out = icp("catalogue", "-f", "toy").out

    assert "Planning and delivering integrated health and social care: guidance" == out


def test_findings_are_noted(icp: Icp, example: Path) -> None:
    """What the reader should know of a file is said beside the report."""
    data = example.read_bytes().replace(b'"sha256:', b'"sha256:0')
    result = icp("report", "-", "-f", "toy", stdin=data)

    assert 0 == result.code
    assert "icp: note: -: catalogue: the wording of edition" in result.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-f", "toi"), "no report format 'toi'; did you mean 'toy'?"),
        (("-f", "xlsx"), "pip install integrated-care-principles-xlsx"),
        (("-o", "x.XLSX"), "pip install integrated-care-principles-xlsx"),
        (("-f", "twice"), "twice@other-toys or twice@toy-formats"),
        (("-f", "leaves"), "it calls sys.exit() while it is imported"),
        (("-f", "thing"), "it is no report format but of type type"),
        (("-f", "broken"), "'broken' of toy-formats 1.0 failed: ZeroDivisionError: "),
        (("-o", "x.toy"), "no format belongs to the suffix of 'x.toy'; name one with"),
        (("-f", "toy", "-O", "loud"), "'loud' is not of the form NAME=VALUE"),
        (("-f", "toy", "-O", "lout=true"), "no option 'lout'; did you mean 'loud'?"),
        (("-f", "parts", "-O", "x=1"), "no option 'x' (options: none)"),
        (("-f", "toy", "-O", "loud=yes"), "expected true or false, found 'yes'"),
        (("-f", "toy", "-O", "times=1.5"), "expected a whole number, found '1.5'"),
    ],
)
def test_report_refuses(
    icp: Icp, example: Path, arguments: tuple[str, ...], message: str
) -> None:
    """What cannot be laid out so exits with 2 and says what to do."""
    result = icp("report", example, *arguments)

    assert (2, "") == (result.code, result.out)
    assert message in result.err
    assert "Traceback" not in result.err


def test_qualified_name(icp: Icp, example: Path) -> None:
    """A name that several distributions give is reached by naming one of them."""
    assert 0 == icp("report", example, "-f", "twice@other-toys").code


def test_report_without_a_file(icp: Icp) -> None:
    """A report is of something."""
    result = icp("report")

    assert 2 == result.code
    assert "Missing argument" in result.err


def test_nothing_is_written_where_a_format_fails(
    icp: Icp, example: Path, tmp_path: Path
) -> None:
    """A format that fails leaves the old report as it was."""
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")

    assert 2 == icp("report", example, "-f", "broken", "-o", path).code
    assert b"old" == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


def test_an_assessment_is_never_replaced(icp: Icp, blank: Path) -> None:
    """A report never takes the place of the assessment that it is made from."""
    before = blank.read_bytes()
    beside = blank.parent / "." / "blank.json"
    result = icp("report", blank, "-f", "toy", "-o", beside)

    assert 2 == result.code
    assert "is an assessment; a report would replace it" in result.err
    assert before == blank.read_bytes()


def test_output_that_cannot_be_made(icp: Icp, example: Path, tmp_path: Path) -> None:
    """A file that cannot be made is named as it was typed."""
    path = tmp_path / "none" / "a.txt"
    result = icp("report", example, "-f", "toy", "-o", path)

    assert 2 == result.code
    assert result.err.endswith(f"icp: {path}: No such file or directory\n")


def test_report_into_a_pipe(process: Icp) -> None:
    """A report goes into a pipe or a device as it is."""
    path = os.pathsep.join(sys.path)
    result = process("catalogue", "-f", "parts", "-o", "/dev/stderr", PYTHONPATH=path)

    assert (0, "") == (result.code, result.out)
    assert "noise while it is imported\nab" == result.err


def test_binary_on_a_terminal(
    icp: Icp, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes are not thrown at a terminal."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = icp("report", example, "-f", "binary")

    assert 2 == result.code
    assert "binary is not for reading in a terminal; name a file with -o" in result.err


@pytest.mark.parametrize("format", [(), ("-f", "csv")])
def test_an_output_without_a_name(
    icp: Icp, example: Path, format: tuple[str, ...]
) -> None:
    """An empty path is no place, and what would be one is said."""
    result = icp("report", example, *format, "-o", "")

    assert (2, "") == (result.code, result.out)
    assert "-o needs a path; - is standard output" in result.err


def test_a_format_without_a_name(icp: Icp, example: Path) -> None:
    """An empty name is no format, and stands for none."""
    result = icp("report", example, "-f", "")

    assert (2, "") == (result.code, result.out)
    assert "no report format ''" in result.err


def test_a_report_for_the_public(icp: Icp, example: Path) -> None:
    """Who answered is left out, and that it was is said; without --public it is not."""
    whole = icp("report", example, "-f", "table").out
    public = icp("report", example, "-f", "table", "--public").out
    group = "Strathenlow Integration Joint Board self-assessment group"

    assert (True, False) == (group in whole, group in public)
    assert "withheld: 1 response, 1 item of evidence, 1 assessor" in public
    assert "withheld" not in whole


def test_a_report_by_another_policy(icp: Icp, example: Path) -> None:
    """The policy and the day decide what is complete, and both are named."""
    options = ("--policy", "assured", "--on", "2026-11-21")
    out = icp("report", example, "-f", "table", *options).out

    assert "29 of 47 (61 %)" in out
    assert "Policy: assured: A question is complete when" in out
    assert "Day: 2026-11-21" in out


def test_a_policy_is_never_replaced(icp: Icp, example: Path) -> None:
    """A report never takes the place of the policy that it goes by."""
    policy = example.parent / "policies/strathenlow-board.json"
    before = policy.read_bytes()
    result = icp("report", example, "-f", "csv", "--policy", policy, "-o", policy)

    assert 2 == result.code
    assert (
        "strathenlow-board.json' is read here; a report would replace it" in result.err
    )
    assert before == policy.read_bytes()
