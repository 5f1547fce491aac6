"""
What listing report formats costs among five hundred installed distributions.

``python benchmarks/discovery.py [ROUNDS]`` makes a folder of five hundred distributions,
runs ``icp formats`` and a process that only walks ``distributions()`` after the same
imports, side by side in shuffled order, and compares them round by round.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rounds import fastest, measure, median, process

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


def main() -> None:
    """Measure, and print what each costs and how they compare."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with TemporaryDirectory() as folder:
        fill(Path(folder))
        lines = {name: [sys.executable, "-c", code] for name, code in COMMANDS.items()}
        candidates = {name: process(line, folder) for name, line in lines.items()}
        times = measure(candidates, rounds)
    print(
        f"Python {sys.version.split()[0]}, {DISTRIBUTIONS} distributions, {rounds} rounds"
    )
    for name, each in times.items():
        print(f"{name:<12} fastest {1e3 * min(each):6.1f} ms")
    for what, ratio in (("fastest by fastest", fastest), ("median of rounds", median)):
        print(f"{what:<19} {ratio(times, 'icp formats', 'walk'):.3f} (goal {GOAL:.2f})")


if __name__ == "__main__":
    main()
