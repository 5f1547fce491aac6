"""Side by side: every candidate once a round, in shuffled order; each in its own ratio."""

import os
import random
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence

# How long each run of a candidate took, in seconds.
Times = Mapping[str, Sequence[float]]


def measure(candidates: Mapping[str, Callable[[], float]], rounds: int) -> Times:
    """
    Return how long each of the *candidates* took in each of the *rounds*.

    Args:
        candidates: By name; each runs once and returns the seconds it took.
    """
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name in random.sample(list(candidates), len(candidates)):
            times[name].append(candidates[name]())
    return times


def in_process(
    function: Callable[[], object],
    runs: int,
    before: Callable[[], object] | None = None,
) -> Callable[[], float]:
    """
    Return a candidate: processor time of a *function*, the mean of so many *runs*.

    What *before* does ahead of them is not measured.
    """

    def seconds() -> float:
        if before is not None:
            before()
        start = time.process_time()
        for _ in range(runs):
            function()
        return (time.process_time() - start) / runs

    return seconds


def process(command: Sequence[str], path: str | None = None) -> Callable[[], float]:
    """Return a candidate: a whole process by the clock, with *path* to import from."""
    # Without byte code on disk the compiler would be measured.
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {} if path is None else {"PYTHONPATH": path}

    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run(command, env=env, check=True, capture_output=True)
        return time.perf_counter() - start

    return seconds


def fastest(times: Times, name: str, base: str) -> float:
    """Return how many times as long the fastest run of one takes as that of its base."""
    return min(times[name]) / min(times[base])


def median(times: Times, name: str, base: str) -> float:
    """Return the median of how many times as long as its base one took, round by round."""
    pairs = zip(times[name], times[base], strict=True)
    return statistics.median(one / other for one, other in pairs)
