"""A format in fresh processes, each with other surroundings."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import takewhile, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import field, frozen

from integrated_care_principles.testing._conformance._attempt import AnyFormat
from integrated_care_principles.testing._conformance._place import Place, place_of
from integrated_care_principles.testing._conformance._settings import (
    AGAIN,
    OTHER,
    USUAL,
    VARIED,
    Settings,
)

# In seconds. A process needs less than one, so this is for what never ends.
LONGEST = 30.0
# What is shown of a line before what differs in it, in letters.
_BEFORE = 40
_CHILD = Path(__file__).with_name("_child.py")


@frozen(kw_only=True)
class Run:
    """
    What a fresh process saw of a format.

    Attributes:
        outputs: What it gave for each sample report, written as text.

        printed: What stood on standard output and standard error.

        events: What it did to the machine while it rendered, by kind.

        changes: What it left behind in the process.

        broken: Why there is nothing else to say; empty: there is.

        hangs: Whether it had to be ended.
    """

    outputs: Mapping[str, str] = field(factory=dict)
    printed: str = ""
    events: tuple[tuple[str, str], ...] = ()
    changes: tuple[str, ...] = ()
    broken: str = ""
    hangs: bool = False


@frozen(kw_only=True)
class Runs:
    """
    What several fresh processes saw of a format.

    Attributes:
        found: Whether the format could be found in a module at all.

        first: In the usual surroundings.

        differences: What was seen of the surroundings, by the name of the check that
            asks for it: the sample, and what came in two surroundings.
    """

    found: bool
    first: Run
    differences: Mapping[str, tuple[str, str, str]]


def runs_of(format: AnyFormat, *, longest: float | None = None) -> Runs:
    """
    Run the *format* in fresh processes.

    Args:
        longest: How many seconds each may take; ``None``: 30.
    """
    place = place_of(format)
    if place is None:
        return Runs(found=False, first=Run(), differences={})
    start = partial(_run, place, LONGEST if longest is None else longest)
    first, *others = _all(start, (USUAL, *OTHER))
    differences: dict[str, tuple[str, str, str]] = {}
    broken = first.broken or first.hangs
    if not broken and any(each.outputs != first.outputs for each in others):
        differences = dict(_causes(first, partial(_all, start)))
    return Runs(found=True, first=first, differences=differences)


def _all(start: "partial[Run]", settings: Iterable[Settings]) -> list[Run]:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(start, settings))


def _causes(
    first: Run, run_all: "partial[list[Run]]"
) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield which of the surroundings can be seen, each tried alone."""
    again = {"two-renders-alike": AGAIN}
    tried = [
        (name, settings)
        for name, all in {**again, **VARIED}.items()
        for settings in all
    ]
    runs = run_all([settings for _, settings in tried])
    differing = [
        (name, _difference(first, run))
        for (name, _), run in zip(tried, runs, strict=True)
        if run.outputs != first.outputs
    ]
    if not differing:
        several = ("", "", "several of the surroundings together are seen")
        yield "two-renders-alike", several
    # What differs from run to run differs in all surroundings.
    yield from differing[:1] if dict(differing).get("two-renders-alike") else differing


def _difference(first: Run, other: Run) -> tuple[str, str, str]:
    """Return the sample that differs, and where the first lines do in which it does."""
    if not other.outputs:
        return "importing it", "a module", other.broken or "what never ends"
    sample = next(
        each for each in first.outputs if first.outputs[each] != other.outputs[each]
    )
    lines = (each.outputs[sample].split("\n") for each in (first, other))
    pairs = zip_longest(*lines, fillvalue="")
    usual, otherwise = next((one, two) for one, two in pairs if one != two)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(usual, otherwise))  # noqa: B905
    start = max(sum(1 for _ in alike) - _BEFORE, 0)
    return sample, usual[start:], otherwise[start:]


def _run(place: Place, longest: float, settings: Settings) -> Run:
    with TemporaryDirectory() as name:
        root = Path(name)
        for folder in (settings.home, settings.folder):
            (root / folder).mkdir()
        asked = {
            "path": [each for each in sys.path if each],
            "module": place.module,
            "file": place.file,
            "name": place.name,
            "clock": settings.clock,
            "machine": settings.machine,
            "is_terminal": settings.is_terminal,
            "backwards": settings.backwards,
            "result": str(root / "result.json"),
        }
        try:
            process = subprocess.run(  # noqa: S603 - our own child, and the plugin on trial
                [sys.executable, "-P", str(_CHILD), json.dumps(asked)],
                env=settings.environment(root),
                cwd=root / settings.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=longest,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Run(hangs=True)
        printed = process.stdout.decode("utf-8", "replace")
        return _read(root / "result.json", printed, process.returncode)


def _read(path: Path, printed: str, code: int) -> Run:
    if not path.exists():
        last = (printed.strip().splitlines() or [""])[-1]
        return Run(broken=f"the process ends with {code} {last}".strip())
    found = json.loads(path.read_text(encoding="utf-8"))
    return Run(
        outputs=found["outputs"],
        printed=printed,
        events=tuple((kind, detail) for kind, detail in found["events"]),
        changes=tuple(found["changes"]),
        broken=found["broken"],
    )
