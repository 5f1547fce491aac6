"""``icp plugins`` in an environment with everything that can be wrong."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest

from integrated_care_principles import testing
from integrated_care_principles.cli import _apart, _plugins, _tasks
from tests.sites import FORMAT, GROUP, install, on_path

from .conftest import Icp

MODULES = {
    "fine_toys": FORMAT.format(name="fine") + FORMAT.format(name="other"),
    "needy_toys": "import nobody_has_this\n",
    "leaving_toys": "import sys\nsys.exit(7)\n",
    "dying_toys": "import os\nos._exit(3)\n",
    "noisy_toys": f"print('  hello\\u202e', flush=True)\n{FORMAT.format(name='noisy')}",
    "thing_toys": "thing = print\n",
    "hanging_toys": (
        "import os, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "with open(os.environ['HANGING_TOYS'], 'w') as file: file.write(str(child.pid))\n"
        "time.sleep(600)\n"
    ),
    "odd_toys": (
        "from integrated_care_principles.reporting import ReportFormat\n"
        "odd = ReportFormat(summary='', media_type='', suffix='', options=int,"
        " leaves_out=(), function=print)\n"
    ),
    "answering_toys": (
        "import os, sys\nopen(sys.argv[3], 'w').write('half')\nos._exit(0)\n"
    ),
}


@pytest.fixture
def wreck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install everything that can be wrong, and what is right beside it."""
    site, old = tmp_path / "site", tmp_path / "old"
    monkeypatch.setenv("ICP_PLUGINS", "toys,more-toys,newer,ours")
    monkeypatch.setenv("HANGING_TOYS", str(tmp_path / "pid"))
    names = (
        "needy",
        "leaving",
        "dying",
        "noisy",
        "thing",
        "hanging",
        "odd",
        "answering",
    )
    entries = (
        "fine = fine_toys:fine",
        "second = fine_toys:fine",
        *(f"{each} = {each}_toys:{each}" for each in names),
        "malformed = not a place",
        "whole = fine_toys",
        "lost = fine_toys:gone",
        "nowhere = no_toys:toy",
        "both = fine_toys:fine",
        "html = fine_toys:fine",
        "twice = fine_toys:fine",
        "twice = fine_toys:other",
    )
    install(site, "toys", *entries, modules=MODULES)
    install(site, "more-toys", "both = fine_toys:fine")
    install(site, "evil", "evil = needy_toys:evil")
    install(site, "newer", "newer = x:y", group=f"{GROUP}_2")
    install(old, "toys", "fine = fine_toys:old", version="0.1")
    (site / "stray-1.0.dist-info").mkdir()
    install(site, "hurt", "no entry")
    info = install(site, "half", "half = x:y")
    (info / "entry_points.txt").write_bytes(f"[{GROUP}]\nhalf = \xff".encode("latin-1"))
    with on_path(site, old):
        yield site


STATES = {
    ("both@more-toys", "1.0"): "ambiguous",
    ("both@toys", "1.0"): "ambiguous",
    ("csv", "26.1"): "fine",
    ("csv-package", "26.1"): "fine",
    ("docx", "26.1"): "fine",
    ("dying", "1.0"): "dies",
    ("answering", "1.0"): "dies",
    ("evil@evil", "1.0"): "disabled",
    ("fine", "1.0"): "fine",
    ("fine@toys", "0.1"): "shadowed",
    ("hanging", "1.0"): "hangs",
    ("html", "26.1"): "fine",
    ("html@toys", "1.0"): "alias",
    ("json", "26.1"): "fine",
    ("leaving", "1.0"): "exits",
    ("lost", "1.0"): "bad-value",
    ("markdown", "26.1"): "fine",
    ("pdf", "26.1"): "fine",
    ("malformed", "1.0"): "bad-value",
    ("needy", "1.0"): "import-error",
    ("newer@newer", "1.0"): "newer-interface",
    ("noisy", "1.0"): "prints",
    ("nowhere", "1.0"): "bad-value",
    ("odd", "1.0"): "not-a-format",
    ("second", "1.0"): "alias",
    ("table", "26.1"): "fine",
    ("thing", "1.0"): "not-a-format",
    ("twice@toys", "1.0"): "duplicate",
    ("whole", "1.0"): "not-a-format",
}


def test_a_wrecked_environment_is_listed(wreck: Path, icp: Icp) -> None:
    """``icp formats`` shows all that is installed, and imports nothing of it."""
    result = icp("formats")
    listed = {tuple(line.split()[:3:2]) for line in result.out.splitlines()}

    assert 0 == result.code
    assert set(STATES) == listed
    assert 4 == result.err.count("icp: note:")
    assert f"icp: note: the metadata of {wreck / 'stray-1.0.dist-info'}" in result.err
    assert "icp: note: the metadata of hurt is damaged: line 2 of entry" in result.err
    assert "ICP_PLUGINS names ours" in result.err
    assert [] == [each for each in MODULES if each in sys.modules]


def test_every_entry_of_a_wrecked_environment_is_classified(
    wreck: Path, icp: Icp
) -> None:
    """Each has its state, and what is not fine a reason and a line that mends it."""
    result = icp("plugins", "--json", "--strict", "--timeout", "3")
    said = json.loads(result.out)
    found = {(each["name"], each["version"]): each["state"] for each in said}
    faults = [each for each in said if each["state"] != "fine"]

    assert 1 == result.code
    assert {**STATES, ("", ""): "damaged"} == found
    assert 3 == sum(each["state"] == "damaged" for each in said)
    assert [] == [each for each in faults if not (each["reason"] and each["remedy"])]
    assert all("\n" not in each["reason"] + each["remedy"] for each in said)
    assert wreck.is_dir()


def test_what_hangs_is_ended_with_its_children(
    wreck: Path, icp: Icp, tmp_path: Path
) -> None:
    """After the timeout nothing of a plugin is left running."""
    icp("plugins", "--timeout", "3")

    assert has_ended(tmp_path / "pid")
    assert wreck.is_dir()


def test_a_wrecked_environment_makes_reports(
    wreck: Path, icp: Icp, example: Path
) -> None:
    """Whatever else is installed, a format that is fine works."""
    for name in ("html", "fine", "html@toys", "noisy"):
        assert 0 == icp("report", example, "-f", name).code
    for name in ("needy", "leaving", "both", "newer", "evil", "thing", "malformed"):
        result = icp("report", example, "-f", name)
        assert (2, "") == (result.code, result.out)
        assert result.err.count("\n") == 1
    assert wreck.is_dir()


def test_plugins_in_lines(icp: Icp) -> None:
    """For people, each has its line; what is to be said of it stands below."""
    result = icp("plugins", "--strict")

    assert (0, "") == (result.code, result.err)
    assert "csv              fine             integrated-care-principles-csv 26.1" in (
        result.out.splitlines()
    )


def test_reasons_and_remedies_in_lines(wreck: Path, icp: Icp) -> None:
    """A reason is one line, a remedy the next, and neither turns the writing."""
    lines = icp("plugins", "--timeout", "3").out.splitlines()
    at = lines.index("noisy            prints           toys 1.0")

    assert [
        "    while it is imported it prints 'hello'",
        "    tell the authors of toys; reports stay clean of it",
    ] == lines[at + 1 : at + 3]
    assert "-                damaged          hurt" in map(str.rstrip, lines)
    assert wreck.is_dir()


@pytest.mark.parametrize(
    "timeout", ["0", "-1", "soon", "nan", "inf", "1e999", "86401", ""]
)
@pytest.mark.parametrize("command", [("plugins",), ("plugins", "check", "csv")])
def test_a_timeout_is_some_time(
    icp: Icp, command: tuple[str, ...], timeout: str
) -> None:
    """Nobody has no time at all, and nobody has time without end."""
    result = icp(*command, "--timeout", timeout)

    assert 2 == result.code
    assert f"{timeout!r} is not a time in seconds, more than 0" in result.err


ENDLESS = """it-ends: it had not ended after 5 seconds
  rule      Importing a format and rendering small reports takes seconds, not
            minutes.
  why       A format that never ends holds up whoever waits for the report.
  with      all checks together
  remedy    Wait for nothing, and end every loop. If it only takes long: a
            longer --timeout.
  see       docs/reference/conformance.md#it-ends of integrated-care-principles
"""


def outcome(
    answer: object, *, printed: str = "", hung: bool = False, code: int = 0
) -> _apart.Outcome:
    """Return what came of a process."""
    return _apart.Outcome(answer=answer, printed=printed, hung=hung, code=code)


@pytest.mark.parametrize(
    ("made", "code", "out", "err"),
    [
        (outcome({"violations": []}), 0, "toy: no rules broken\n", ""),
        (outcome({"violations": ["a: b"]}), 1, "a: b\n\ntoy: 1 rule broken\n", ""),
        (
            outcome({"violations": ["a: b", "a: c"]}),
            1,
            "a: b\n\na: c\n\ntoy: 1 rule broken\n",
            "",
        ),
        (outcome({"violations": ["a", "b"]}), 1, "a\n\nb\n\ntoy: 2 rules broken\n", ""),
        (outcome({"error": "no such thing"}), 2, "", "icp: no such thing\n"),
        (
            outcome(None, hung=True),
            1,
            f"{ENDLESS}\ntoy: 1 rule broken\n",
            "",
        ),
        (
            outcome(None, printed="why\n", code=-9),
            1,
            (
                "dies: its process ended with -9 and no answer; "
                "before that it printed 'why'\n\ntoy: 1 rule broken\n"
            ),
            "",
        ),
        (
            outcome(None),
            1,
            "dies: its process ended with 0 and no answer\n\ntoy: 1 rule broken\n",
            "",
        ),
    ],
)
def test_what_a_check_says(
    icp: Icp,
    monkeypatch: pytest.MonkeyPatch,
    made: _apart.Outcome,
    code: int,
    out: str,
    err: str,
) -> None:
    """Each rule that is broken is said, and the exit code goes by whether one is."""
    monkeypatch.setattr(_plugins, "run_apart", lambda *_, **__: [made])
    result = icp("plugins", "check", "toy", "--timeout", "5")

    assert (code, out, err) == (result.code, result.out, result.err)


def test_a_check_of_what_is_not_there(icp: Icp) -> None:
    """A format that cannot be had is no broken one: the usage is."""
    result = icp("plugins", "check", "cvs")

    assert (2, "") == (result.code, result.out)
    assert "no report format 'cvs'; did you mean 'csv'?" in result.err


def test_a_check_that_hangs(wreck: Path, icp: Icp) -> None:
    """A format that never ends while it is imported is found by its check."""
    result = icp("plugins", "check", "hanging", "--timeout", "1")

    assert 1 == result.code
    assert "it had not ended after 1 seconds" in result.out
    assert wreck.is_dir()


class _Violation:
    """A rule that is broken."""

    def __str__(self) -> str:
        return "clock: it tells the time"


def test_the_task_of_checking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The checks are asked with the name under which the format is installed."""
    asked: list[tuple[object, str | None]] = []

    def check_format(format: object, *, name: str | None) -> tuple[_Violation, ...]:
        asked.append((format, name))
        return (_Violation(),)

    monkeypatch.setattr(testing, "check_format", check_format, raising=False)
    answer = tmp_path / "answer"
    _tasks.main("check", str(answer), '"csv"')

    assert {"violations": ["clock: it tells the time"]} == json.loads(
        answer.read_bytes()
    )
    _tasks.check("integrated_care_principles_csv:csv_format")
    assert ["csv", None] == [name for _, name in asked]
    assert asked[0][0] is asked[1][0]


def test_the_task_of_checking_what_is_not_there() -> None:
    """What cannot be had is said in its sentence."""
    assert {
        "error": "no report format 'x' (installed: csv, csv-package, docx, html, json, markdown, pdf, table)"
    } == (_tasks.check("x"))


def test_the_task_of_loading(wreck: Path) -> None:
    """A plugin that loads is fine; what does not says how."""
    fine = {"state": "fine", "reason": ""}
    assert fine == _tasks.load({"name": "a", "value": "fine_toys:fine"})
    assert "exits" == _tasks.load({"name": "a", "value": "leaving_toys:x"})["state"]
    assert (
        "not-a-format" == _tasks.load({"name": "a", "value": "odd_toys:odd"})["state"]
    )
    assert wreck.is_dir()


def test_tasks_run_one_after_the_other_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one processor, or an unknown number of them, all are done, in their order."""
    for number in (1, None):
        monkeypatch.setattr(os, "cpu_count", lambda number=number: number)
        entries = [
            {"name": "a", "value": value}
            for value in ("integrated_care_principles_csv:csv_format", "no:thing")
        ]
        done = _apart.run_apart("load", entries, timeout=60)

        assert ["fine", "bad-value"] == [
            each.answer["state"] for each in done if isinstance(each.answer, dict)
        ]


def test_an_interruption_ends_what_was_started(
    wreck: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Ctrl-C while we wait leaves nothing running."""
    pid = tmp_path / "pid"
    monkeypatch.setattr(time, "monotonic", _interrupted_once(pid))
    entry = {"name": "a", "value": "hanging_toys:x"}
    with pytest.raises(KeyboardInterrupt):
        _apart.run_apart("load", [entry], timeout=600)

    assert has_ended(pid)
    assert wreck.is_dir()


def has_ended(pid: Path) -> bool:
    """Return whether the process ends whose number is in a file; a killed one may take time."""
    stat = f"/proc/{pid.read_text('utf-8')}/stat"

    def is_gone() -> bool:
        # Another process reads it, since it may go between two looks of ours.
        seen = subprocess.run(["cat", stat], capture_output=True, check=False).stdout  # noqa: S607
        return not seen or b" Z " in seen

    return any(is_gone() or Event().wait(0.05) for _ in range(200))


def _interrupted_once(pid: Path) -> Callable[[], float]:
    """Return a clock that interrupts its second reader once the plugin is running."""
    times = iter((0.0,))

    def clock() -> float:
        for each in times:
            return each
        while not (pid.exists() and pid.read_bytes()):
            os.sched_yield()
        raise KeyboardInterrupt

    return clock
