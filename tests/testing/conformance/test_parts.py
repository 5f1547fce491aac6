"""What the kit is made of, where no mutant gets."""

import _socket
import datetime as dt
import json
import os
import platform
import socket
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import integrated_care_principles_html
import pytest

from integrated_care_principles.reporting import (
    Bundle,
    Document,
    Report,
    report_format,
)
from integrated_care_principles.testing._conformance import (
    _child,
    _load_checks,
    _process,
    _watching,
)
from integrated_care_principles.testing._conformance._any_report import any_report
from integrated_care_principles.testing._conformance._attempt import attempt
from integrated_care_principles.testing._conformance._checks import trial_of
from integrated_care_principles.testing._conformance._fields import Field
from integrated_care_principles.testing._conformance._other_values import _other
from integrated_care_principles.testing._conformance._process import Run
from integrated_care_principles.testing._conformance._samples import several
from integrated_care_principles.testing._conformance._settings import USUAL, VARIED

from .good.files import packed
from .mutants.making import ALL, sound
from .mutants.surroundings import numbers_itself
from .mutants.texts import rings
from .mutants.values import only_one

PLUGIN = """
from integrated_care_principles.reporting import report_format

@report_format(media_type="text/plain", suffix=".txt")
def tally(report):
    "How complete each assessment is."
    return "".join(f"{each.subject}: {each.completeness}\\n" for each in report.assessments)
"""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that is put right afterwards."""
    monkeypatch.setattr(dt, "datetime", dt.datetime)
    for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime"):
        monkeypatch.setattr(time, name, getattr(time, name))


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine and streams that are put right afterwards."""
    for place, name in (
        *((os, each) for each in ("uname", "getlogin", "isatty")),
        (socket, "gethostname"),
        (_socket, "gethostname"),
        (platform, "_uname_cache"),
        *((sys, each) for each in ("stdout", "stderr", "__stdout__", "__stderr__")),
    ):
        monkeypatch.setattr(place, name, getattr(place, name))


@pytest.mark.usefixtures("machine")
def test_the_machine_is_another_one() -> None:
    """Whoever asks what it or its user is called gets what it was made."""
    _child.set_machine("elsewhere")

    assert "elsewhere" == platform.node() == os.uname().nodename
    assert "elsewhere" == socket.gethostname() == _socket.gethostname()
    assert "user-of-elsewhere" == os.getlogin()


@pytest.mark.usefixtures("machine")
def test_what_is_printed_seems_to_be_looked_at(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """A stream that says that it is a terminal goes where the one before it went."""
    _child.pass_for_terminal()
    sys.stdout.write("out\n")
    sys.stderr.write("err\n")

    assert sys.stdout.isatty()
    assert os.isatty(1)
    assert ("out\n", "err\n") == capfd.readouterr()


@pytest.mark.usefixtures("clock")
def test_the_clock_is_another_one() -> None:
    """Whoever asks for the time of day gets what it was made."""
    moment = 2_222_222_222
    _child.set_clock(moment)

    now = dt.datetime
    assert moment == time.time() == time.time_ns() / 10**9
    assert moment == now.now(dt.UTC).timestamp() == now.today().timestamp()
    assert "2040-06-02 03:57:02" == str(now.utcnow())
    assert (2040, 2040) == (time.gmtime().tm_year, time.localtime().tm_year)
    assert time.ctime().endswith("2040")
    assert "2040" == time.strftime("%Y") == str(dt.date.today().year)  # noqa: DTZ011
    assert "1970" == time.strftime("%Y", time.gmtime(0))


@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.usefixtures("clock", "machine", "capfd")
def test_a_process_writes_what_it_saw(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    """What it was asked for stands in its first argument."""
    result, plugin = tmp_path / "result.json", tmp_path / "plugin.py"
    plugin.write_text(PLUGIN, encoding="utf-8")
    asked = {
        "path": sys.path,
        "module": "outside.plugin",
        "file": str(plugin),
        "name": "tally",
        "clock": 1,
        "machine": "elsewhere",
        "is_terminal": terminal,
        "backwards": True,
        "result": str(result),
    }
    monkeypatch.setattr(sys, "argv", ["child", json.dumps(asked)])
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setitem(sys.modules, "outside.plugin", sys)

    _child.main()

    found = json.loads(result.read_text(encoding="utf-8"))
    assert "" == found["broken"]
    assert (
        "Northwick: 1 of 5 (20 %)\n"
        == found["outputs"]["an assessment with a question in each state"]
    )


def test_a_module_that_cannot_be_imported() -> None:
    """Neither by its name, nor by its file."""
    found = _child.watched("no_such_package.module", "no_such_file", "tally")

    assert "no module 'no_such_package.module'" in str(found["broken"])


def test_a_module_that_is_found_by_its_name() -> None:
    """What Python finds under the name is taken, if it is the same file."""
    file = str(integrated_care_principles_html.__file__)

    found = _child.imported("integrated_care_principles_html", file, "html")
    assert found is integrated_care_principles_html.html


@pytest.mark.parametrize(
    ("module", "file", "root"),
    [
        ("tests.kit.good", "/a/tests/kit/good.py", "/a"),
        ("tests.kit", "/a/tests/kit/__init__.py", "/a"),
        ("tests.good", "/a/elsewhere/good.py", ""),
        ("good", "/a/good.py", ""),
        ("good.better", "", ""),
    ],
)
def test_from_where_a_module_is_imported(module: str, file: str, root: str) -> None:
    """The folder above what its name says."""
    assert root == _child.root_of(module, file)


def test_what_was_given_is_written_as_text() -> None:
    """Line by line, so that what differs is seen; of a bundle every name too."""
    bundle = Bundle((Document("a.txt", "b\nc"), Document("d.gif", b"\xff'\n\\")))

    assert "a.txt:\nb\nc\nd.gif:\n\\xff'\n\\\\" == _child.written(bundle)
    assert "" == _child.written(None) == _child.written(b"")


@pytest.mark.parametrize(
    ("event", "arguments", "kind"),
    [
        ("socket.connect", (), "no-network"),
        ("subprocess.Popen", ("ls",), "no-processes"),
        ("os.mkdir", ("x",), "no-files"),
        ("open", (__file__, "r", 0), ""),
        ("open", (os.devnull, "r", 0), "no-files"),
        ("open", (__file__, "w", os.O_WRONLY), "no-files"),
        ("open", (__file__.encode(), None, 0), ""),
        ("open", (3, "w", os.O_WRONLY), ""),
        ("import", ("x",), ""),
    ],
)
def test_what_is_watched(event: str, arguments: tuple[object, ...], kind: str) -> None:
    """Files but its own, sockets and processes, and only while it is entered."""
    watch = _watching.Watch(places=[__file__, str(Path(__file__).parent), ""])
    watch.see(event, arguments)
    assert [] == watch.events

    with watch:
        watch.see(event, arguments)

    assert [kind] * bool(kind) == [each for each, _ in watch.events]


def test_what_was_changed() -> None:
    """What is imported later adds names to the core, and is no change."""
    before = _watching.state()
    core = before["a module of the core"]
    assert isinstance(core, dict)

    assert [] == list(_watching.changes(before, _watching.state()))
    later = {**before, "a module of the core": {**core, "new": 1}, "the umask": 9}
    assert ["the umask"] == list(_watching.changes(before, later))


def causes(*outputs: Mapping[str, str] | None) -> dict[str, tuple[str, str, str]]:
    """Return what is made of the *outputs*: the usual one, then one a surrounding."""
    names = ["again", "backwards", *(each for each in VARIED for _ in VARIED[each])]
    first, *others = (
        Run(broken="it fails") if each is None else Run(outputs=each)
        for each in outputs
    )
    runs = [*others, *[first] * (len(names) - len(others))]
    return dict(_process._causes(first, partial(lambda found, _: found, runs)))


def test_what_is_seen_only_together() -> None:
    """Where no surrounding alone is seen, that is said."""
    assert {"two-renders-alike"} == set(causes({"a": "b"}))


def test_what_differs_anyway() -> None:
    """What differs from run to run is not put down to the surroundings."""
    found = causes({"a": "b\nc"}, {"a": "b"}, {"a": "d"})

    assert {"two-renders-alike": ("a", "c", "")} == found


def test_what_is_remembered() -> None:
    """What differs only where samples are rendered from the last to the first."""
    found = causes({"a": "b"}, {"a": "b"}, {"a": "c"})

    assert {"two-renders-alike": ("a", "b", "c")} == found


def test_what_differs_late_in_a_line() -> None:
    """What stands before it is cut off, but for a little."""
    found = causes({"a": "x" * 99 + "b"}, {"a": "x" * 99 + "c"})

    assert {"two-renders-alike": ("a", "x" * 40 + "b", "x" * 40 + "c")} == found


def test_what_fails_elsewhere() -> None:
    """What cannot even be imported in other surroundings says why."""
    found = causes({"a": "b"}, {"a": "b"}, {"a": "b"}, None)

    assert {"no-clock": ("importing it", "a module", "it fails")} == found


def test_folders_and_clock_are_those_of_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of our own language or Python settings is left in a fresh process."""
    monkeypatch.setenv("LC_TIME", "de_DE")
    monkeypatch.setenv("PYTHONPATH", "x")
    found = USUAL.environment(tmp_path)

    assert not {"LC_TIME", "PYTHONPATH"} & set(found)
    assert str(tmp_path / "home") == found["HOME"]


def test_an_interrupt_is_no_failure() -> None:
    """Ctrl-C ends the trial."""

    @report_format(media_type="text/plain", suffix=".x")
    def interrupted(report: Report) -> str:
        """Is interrupted."""
        raise KeyboardInterrupt(report)

    with pytest.raises(KeyboardInterrupt):
        attempt(interrupted, several())


def test_what_is_not_sound_is_not_drawn_for() -> None:
    """Where samples fail already, other reports would only say it again."""
    assert trial_of(sound).sound
    assert trial_of(packed).sound
    assert not any(trial_of(each).sound for each in (only_one, numbers_itself, rings))
    assert () == any_report(several()).violations(trial_of(only_one))


@report_format(media_type="text/plain", suffix=".x", leaves_out=ALL)
def stateful(report: Report) -> str:
    """Counts the reports of four, of which no sample is one."""
    seen.append(len(report.assessments))
    return str(seen.count(4)) if len(report.assessments) == 4 else ""


seen: list[int] = []


def test_what_holds_for_any_report() -> None:
    """It is rendered, twice alike."""
    report = several()
    four = type(report)(
        title=report.title,
        day=report.day,
        producer=report.producer,
        catalogue=report.catalogue,
        policy=report.policy,
        assessments=report.assessments[:4],
    )

    (found,) = any_report(four).violations(trial_of(stateful))

    assert "the second render differs" == found.reason


def test_what_is_nothing_has_no_other() -> None:
    """A field that is empty everywhere stays so."""
    assert _other(None) is None
    assert 8 == _other(1)


def test_a_field_goes_by_several_names() -> None:
    """By its own, that of its class with it, and the areas."""
    field = Field(owner="Response", name="text", areas=("responses",), is_text=True)

    assert all(map(field.is_meant_by, ("text", "Response.text", "responses")))
    assert not field.is_meant_by("reason")


def test_what_would_take_minutes_is_left_to_another_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A format that takes a hundred times as long for eight times as much is not waited for."""
    costs = iter((1.0, 100.0))
    monkeypatch.setattr(_load_checks, "_cost", lambda *_: next(costs))

    assert () == _load_checks.megabyte.violations(trial_of(sound))
    assert [] == list(costs)
