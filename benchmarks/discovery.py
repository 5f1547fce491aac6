"""
What listing report formats costs among five hundred installed distributions.

``python benchmarks/discovery.py [ROUNDS]`` makes a folder of five hundred distributions,
runs ``icp formats`` and a process that only walks ``distributions()`` after the same
imports, side by side in shuffled order, and compares them round by round.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

DISTRIBUTIONS = 500
GOAL = 1.20
GROUP = "integrated_care_principles.report_formats"

IMPORTS = """
import sys
import integrated_care_principles.__main__
import integrated_care_principles.cli
import integrated_care_principles.cli._formats
"""

COMMANDS = {
    "walk": f"{IMPORTS}\nfrom importlib_metadata import distributions\n"
    "sum(1 for each in distributions())",
    "icp formats": f"{IMPORTS}\nfrom integrated_care_principles.cli import run\n"
    "sys.exit(run(['formats']))",
}


def fill(folder: Path) -> None:
    """Put distributions into *folder*: a third has entry points, one in fifty of ours."""
    for number in range(DISTRIBUTIONS):
        info = folder / f"package_{number}-1.{number}.dist-info"
        info.mkdir()
        text = f"Metadata-Version: 2.1\nName: package-{number}\nVersion: 1.{number}\n"
        words = "A line of the description that nobody reads here.\n" * 60
        (info / "METADATA").write_text(f"{text}\n{words}", encoding="utf-8")
        (info / "RECORD").write_text("a,b,c\n" * 40, encoding="utf-8")
        scripts = f"[console_scripts]\nscript{number} = package_{number}:main\n"
        ours = f"[{GROUP}]\nformat{number} = package_{number}:format\n"
        if number % 3 == 0 or number % 50 == 0:
            text = scripts + (ours if number % 50 == 0 else "")
            (info / "entry_points.txt").write_text(text, encoding="utf-8")


def seconds(code: str, folder: str) -> float:
    """Return how long a process takes to run *code* with *folder* on its path."""
    # Without byte code on disk the compiler would be measured.
    clean = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code],
        env={**clean, "PYTHONPATH": folder},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - start


def measure(folder: str, rounds: int) -> dict[str, list[float]]:
    """Return the times of each command, a round at a time."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name in random.sample(list(COMMANDS), len(COMMANDS)):
            times[name].append(seconds(COMMANDS[name], folder))
    return times


def main() -> None:
    """Measure, and print what each costs and how they compare."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with TemporaryDirectory() as folder:
        fill(Path(folder))
        times = measure(folder, rounds)
    walk, formats = times["walk"], times["icp formats"]
    ratios = [one / other for one, other in zip(formats, walk, strict=True)]
    print(
        f"Python {sys.version.split()[0]}, {DISTRIBUTIONS} distributions, {rounds} rounds"
    )
    for name, each in times.items():
        print(f"{name:<12} fastest {1e3 * min(each):6.1f} ms")
    print(f"fastest by fastest  {min(formats) / min(walk):.3f} (goal {GOAL:.2f})")
    print(f"median of rounds    {statistics.median(ratios):.3f} (goal {GOAL:.2f})")


if __name__ == "__main__":
    main()
