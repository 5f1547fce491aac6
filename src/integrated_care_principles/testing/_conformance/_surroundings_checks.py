"""Checks of what a format sees of its surroundings, and of what it does to them."""

from collections.abc import Iterator

from integrated_care_principles.testing._conformance._check import (
    Check,
    Finding,
    check,
)
from integrated_care_principles.testing._conformance._trial import Trial

_ALL = "five assessments, in two fresh processes"


@check(
    "it-ends",
    rule="Importing a format and rendering small reports takes seconds, not minutes.",
    why="A format that never ends holds up whoever waits for the report.",
    remedy="Wait for nothing, and end every loop.",
)
def it_ends(trial: Trial) -> Iterator[Finding]:
    """Yield that it had to be ended."""
    if trial.runs.first.hangs:
        yield Finding(reason="it did not end in 30 seconds", smallest="all samples")


@check(
    "importable",
    rule="A format stands under a name in a module that a fresh process can import.",
    why="An entry point names a module and a name in it, and nothing else.",
    remedy="Put the format at the top level of a module, and let importing it do no more "
    "than define things.",
)
def importable(trial: Trial) -> Iterator[Finding]:
    """Yield why it cannot be imported."""
    runs = trial.runs
    if not runs.found:
        reason = "no module that was imported has it under a name"
        yield Finding(reason=reason, smallest="from your_package import your_format")
    elif runs.first.broken:
        yield Finding(reason=runs.first.broken, smallest="a fresh process")


@check(
    "two-renders-alike",
    rule="The same report gives the same bytes, however often it is rendered.",
    why="People compare last month's file with this month's; chance makes every line "
    "look changed.",
    remedy="Use no random numbers, ids of objects, counters or caches that are seen.",
)
def two_renders_alike(trial: Trial) -> Iterator[Finding]:
    """Yield the sample that is rendered otherwise a second time."""
    if trial.unlike:
        yield Finding(reason="the second render differs", smallest=trial.unlike)
    yield from _difference(trial, "two-renders-alike")


def _difference(trial: Trial, name: str) -> Iterator[Finding]:
    if name in trial.runs.differences:
        sample, usual, other = trial.runs.differences[name]
        reason = f"usually it gives {usual[:120]!r}, but then {other[:120]!r}"
        yield Finding(reason=reason, smallest=sample)


def _unseen(name: str, what: str, why: str, remedy: str) -> Check:
    """Return a check that something is not seen in what a format gives."""

    def find(trial: Trial) -> Iterator[Finding]:
        yield from _difference(trial, name)

    rule = f"What a format gives does not depend on {what}."
    return Check(name=name, rule=rule, why=why, remedy=remedy, find=find)


no_clock = _unseen(
    "no-clock",
    "the day or the time at which it runs",
    "A report that is made again next year says the same, or its archive is worthless.",
    "Show report.day, which is the day that the report speaks of.",
)
no_hash_order = _unseen(
    "no-hash-order",
    "the seed of Python's hashes",
    "The order of a set of texts differs from run to run, and with it the file.",
    "Use dict.fromkeys() for what is to be unique and in order, or sort.",
)
no_time_zone = _unseen(
    "no-time-zone",
    "the time zone of the machine",
    "A day must not become the day before on a server in another country.",
    "Write days with isoformat(), and make no moments of them.",
)
no_locale = _unseen(
    "no-locale",
    "the language and encoding of the machine",
    "The same report would have other month names, or broken letters, elsewhere.",
    "Write days and numbers yourself, and open files of your package with "
    'encoding="utf-8".',
)
no_terminal = _unseen(
    "no-terminal",
    "the terminal",
    "A file does not get narrower because somebody's window is.",
    "Take the width as an option with a default.",
)
no_machine = _unseen(
    "no-machine",
    "what the machine and its user are called",
    "Names of people and machines would stand in what is published.",
    "Show report.producer, which says what made the report.",
)
no_home = _unseen(
    "no-home",
    "the user's home folder",
    "Names of people and machines would stand in what is published.",
    "Take what can be set as an option.",
)
no_working_directory = _unseen(
    "no-working-directory",
    "the folder that the process works in",
    "Names of people and machines would stand in what is published.",
    "Leave folders to the host, and read data of your own with importlib.resources.",
)


@check(
    "nothing-printed",
    rule="A format prints nothing, logs nothing that is shown, and warns of nothing.",
    why="`icp report` writes the report to standard output; what is printed lands in it.",
    remedy="Return everything. Take prints out.",
)
def nothing_printed(trial: Trial) -> Iterator[Finding]:
    """Yield what stood on standard output or standard error."""
    first = trial.runs.first
    if first.printed.strip() and not first.broken:
        shown = first.printed.strip().splitlines()[0]
        yield Finding(reason=f"it prints {shown[:120]!r}", smallest="all samples")


def _undone(name: str, what: str, why: str, remedy: str) -> Check:
    """Return a check that a format does not do something to the machine."""

    def find(trial: Trial) -> Iterator[Finding]:
        seen = [detail for kind, detail in trial.runs.first.events if kind == name]
        if seen:
            yield Finding(reason=f"it does: {seen[0]}", smallest="all samples")

    rule = f"A format {what} while it renders."
    return Check(name=name, rule=rule, why=why, remedy=remedy, find=find)


no_files = _undone(
    "no-files",
    "opens no file but those of its own package",
    "The host writes, whole or not at all; a format that writes too leaves halves, and "
    "one that reads gives another report elsewhere.",
    "Return what is to be written. Take what is to be read as an option.",
)
no_network = _undone(
    "no-network",
    "opens no socket",
    "Answers of a public body must not leave the machine, and reports are made offline.",
    "Put what you need into the package.",
)
no_processes = _undone(
    "no-processes",
    "starts no process",
    "Another program is there on one machine and not on the next.",
    "Do it in Python, or leave it to whoever calls.",
)


@check(
    "no-global-state",
    rule="A format leaves everything global as it was: logging, locale, environment, "
    "working directory, threads.",
    why="The host and the formats after it go on in the same process.",
    remedy="Take the call out, also where it runs when the module is imported.",
)
def no_global_state(trial: Trial) -> Iterator[Finding]:
    """Yield what it left otherwise."""
    for each in trial.runs.first.changes:
        yield Finding(reason=f"it changes {each}", smallest="importing and rendering")
