"""
How long the conformance kit takes for a format.

``python benchmarks/conformance.py [NAME…]`` holds each format against every check, in a
process of its own as ``icp plugins check`` does, and prints its seconds: by the clock,
and of processor time, with those of the fresh processes that the kit starts. Without a
name it is table, csv, html and the good formats of the kit's own tests. The goal is
under 5 seconds a format on two cores.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

FIRST_PARTY = (
    *("table", "csv", "csv-package", "html", "markdown", "json"),
    *("docx", "pdf"),
)

LIST = """
from tests.testing.conformance.good import GOOD
print(*(each.function.__name__ for each in GOOD))
"""

CHECK = """
import sys
from integrated_care_principles.reporting import load_format
from integrated_care_principles.testing import check_format
from tests.testing.conformance.good import GOOD

good = {each.function.__name__: each for each in GOOD}
name = sys.argv[1]
format = good[name] if name in good else load_format(name)
for each in check_format(format):
    print(each, file=sys.stderr)
"""


def main() -> None:
    """Print a line for each format."""
    names = sys.argv[1:] or (*FIRST_PARTY, *run("-c", LIST).split())
    print(f"{'format':<24} {'clock':>8} {'processor':>10}   in seconds")
    for each in names:
        clock, processor = seconds(each)
        print(f"{each:<24} {clock:8.2f} {processor:10.2f}")


def seconds(name: str) -> tuple[float, float]:
    """Return how long all checks take for the format called *name*."""
    before = os.times()
    run("-c", CHECK, name)
    after = os.times()
    processor = sum(after[2:4]) - sum(before[2:4])
    return after.elapsed - before.elapsed, processor


def run(*arguments: str) -> str:
    """Run Python where the tests can be imported, and return what it prints."""
    command = [sys.executable, *arguments]
    process = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
    )
    return process.stdout


if __name__ == "__main__":
    main()
