"""
How long a search takes, as a ratio of going through the same texts without an index.

``python benchmarks/search.py [ROUNDS]`` compares `search` with a list comprehension that
looks for each word in each text, folded once beforehand: what one would write instead. It
neither ranks nor stems nor marks.
"""

import statistics
import sys
from collections.abc import Callable

from rounds import in_process, measure, median

from integrated_care_principles import load_catalogue, search
from integrated_care_principles.catalogue._entries import Entry, entries
from integrated_care_principles.catalogue._index import index_of

RUNS = 50
GOAL, GOAL_BUILD = 1.0, 2.0
LOOKED_FOR = (
    "carer rights",
    "care",
    "digni",
    "equality act",
    "people's",
    "health and social care",
)

CATALOGUE = load_catalogue()
FOLDED = [
    (each, " ".join(each.texts.values()).casefold()) for each in entries(CATALOGUE)
]


def scan(words: str) -> Callable[[], list[Entry]]:
    """Return what goes through every text, one after the other."""
    folded = words.casefold().split()
    return lambda: [each for each, text in FOLDED if all(x in text for x in folded)]


def main() -> None:
    """Measure, and print a line for each search, and one for the index."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    build = statistics.median(
        measure({"build": in_process(lambda: index_of(CATALOGUE), 5)}, rounds)["build"]
    )
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, {len(FOLDED)} things\n")
    print(f"the index, made once: {1e3 * build:.1f} ms (goal {GOAL_BUILD:.0f})\n")
    print(f"{'':<24} {'hits':>4} {'search':>9} {'scan':>9}  ratio (goal {GOAL})")
    ratios = [row(words, rounds) for words in LOOKED_FOR]
    print(f"{'median':<48}  {statistics.median(ratios):.2f}")


def row(words: str, rounds: int) -> float:
    """Print how long a search for *words* takes, and return its ratio to a scan."""
    times = measure(
        {
            "search": in_process(lambda: search(CATALOGUE, words), RUNS),
            "scan": in_process(scan(words), RUNS),
        },
        rounds,
    )
    ratio = median(times, "search", "scan")
    hits = len(search(CATALOGUE, words).hits)
    found, scanned = (
        1e6 * statistics.median(times[name]) for name in ("search", "scan")
    )
    print(f"{words:<24} {hits:>4} {found:6.0f} us {scanned:6.0f} us  {ratio:.2f}")
    return ratio


if __name__ == "__main__":
    main()
