"""
How long it takes to find a question by its id, as a ratio of a bare dictionary.

``python benchmarks/lookup.py [ROUNDS]`` looks one thing up in each way, side by side, less
what an empty call costs. It wants ``pycountry``, which finds countries by their codes.
"""

import statistics
import sys

import pycountry
from rounds import Times, in_process, measure

from integrated_care_principles import load_catalogue
from integrated_care_principles.catalogue import Question

RUNS = 50_000
ID = "Q8.2"
# Of a bare dictionary, and of pycountry.
GOAL, GOAL_FASTER = 2.5, 5.0

CATALOGUE = load_catalogue()
QUESTIONS: dict[str, Question] = {each.id: each for each in CATALOGUE.questions}
LISTED = list(CATALOGUE.questions)


class Least:
    """The least that a method can do."""

    def question(self, id: str) -> Question:
        """Return the question called *id*."""
        return QUESTIONS[id]


LEAST = Least()


def nanoseconds(times: Times, name: str) -> list[float]:
    """Return what each round of a candidate took beyond an empty call."""
    pairs = zip(times[name], times["an empty call"], strict=True)
    return [1e9 * (one - empty) for one, empty in pairs]


def main() -> None:
    """Measure, and print a line for each way."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    ways = {
        "an empty call": lambda: None,
        "dict[id]": lambda: QUESTIONS[ID],
        "a method that does only that": lambda: LEAST.question(ID),
        "catalogue.question(id)": lambda: CATALOGUE.question(ID),
        "a list, one after the other": lambda: next(x for x in LISTED if x.id == ID),
        "pycountry.countries.get(alpha_2=code)": lambda: pycountry.countries.get(
            alpha_2="GB"
        ),
    }
    times = measure({name: in_process(way, RUNS) for name, way in ways.items()}, rounds)
    base = nanoseconds(times, "dict[id]")
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, less an empty call\n")
    for name in list(ways)[1:]:
        found = nanoseconds(times, name)
        pairs = zip(found, base, strict=True)
        ratio = statistics.median(one / other for one, other in pairs)
        print(f"{name:<38} {statistics.median(found):6.0f} ns  {ratio:5.1f} x dict[id]")
    ours = nanoseconds(times, "catalogue.question(id)")
    theirs = nanoseconds(times, "pycountry.countries.get(alpha_2=code)")
    faster = statistics.median(x / y for x, y in zip(theirs, ours, strict=True))
    print(
        f"\ngoals: {GOAL} x dict[id] or less; {GOAL_FASTER:.0f} x as fast as pycountry"
    )
    print(f"       ({faster:.1f} x as fast here)")


if __name__ == "__main__":
    main()
