"""
How long reports take, as ratios of what one would use instead.

``python benchmarks/reports.py [ROUNDS]`` compares

- a table of 50 and of 100,000 rows, as the format ``table`` lays it out, with
  ``csv.writer`` on the same rows (goals 35 and 25); in the default look, and in ``tsv``,
  in which nothing is wrapped;
- the page of one assessment, and of twelve, with ``csv.writer`` on the tables of the same
  report, which hold the same texts (goal 2);
- the next PDF of a process, with WeasyPrint on the page of the same report (goal 1/6),
  where WeasyPrint is installed. Every round has other texts: typst remembers layouts.
"""

import csv
import importlib
import itertools
import statistics
import sys
from collections.abc import Callable, Sequence
from functools import partial
from io import StringIO
from pathlib import Path

from attrs import evolve
from integrated_care_principles_html import html
from integrated_care_principles_pdf import pdf
from integrated_care_principles_table._looks import Look
from integrated_care_principles_table._page import Page
from rounds import Times, in_process, measure, median

from integrated_care_principles import load_catalogue, make_report, read_assessment
from integrated_care_principles.reporting import Report, catalogue_tables, tables

EXAMPLES = Path(__file__).parents[1] / "examples"
CATALOGUE = load_catalogue()
ALIGN = ("right", "left", *["right"] * 5)
HEAD = ("No", "Principle", "Complete", "Expected", "Excluded", "Led", "Percent")
COUNTER = itertools.count()


def main() -> None:
    """Measure, and print a line for each."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Python {sys.version.split()[0]}, {rounds} rounds, processor time\n")
    for number, runs, goal in ((50, 20, 35), (100_000, 1, 25)):
        rows = rows_of(number)
        base = in_process(partial(written, [rows]), runs)
        looks: tuple[Look | None, ...] = (None, "tsv")
        for look in looks:
            drawn = in_process(partial(table, rows, look), runs)
            name = f"table of {number:,} rows, {look or 'by default'}"
            line(name, measure({"ours": drawn, "other": base}, rounds), "csv", goal)
    for pattern in ("strathenlow-2025-26.json", "localities/*.json"):
        report = report_of(pattern)
        count = len(report.assessments)
        found = measure(
            {
                "ours": in_process(partial(html, report), 3),
                "other": in_process(partial(all_tables, report), 3),
            },
            rounds,
        )
        line(f"page of {count} assessments", found, "csv", 2)
    pdfs(rounds)


def pdfs(rounds: int) -> None:
    """Print how long the next PDF takes, where there is something to compare it with."""
    try:
        other = importlib.import_module("weasyprint")
    except ImportError:
        print("WeasyPrint is not installed: no comparison of PDF files")
        return
    report = report_of("strathenlow-2025-26.json")
    candidates: dict[str, Callable[[], float]] = {
        "ours": in_process(lambda: pdf(anew(report)), 1),
        "other": in_process(
            lambda: other.HTML(string=html(anew(report))).write_pdf(), 1
        ),
    }
    measure(candidates, 1)
    line("PDF of an assessment", measure(candidates, rounds), "WeasyPrint", 1 / 6)


def line(name: str, found: Times, other: str, goal: float) -> None:
    """Print a ratio."""
    ours, theirs = (1e3 * statistics.median(found[each]) for each in ("ours", "other"))
    ratio = median(found, "ours", "other")
    print(
        f"{name:<36} {ours:9.2f} ms  {other} {theirs:8.2f} ms  "
        f"{ratio:6.2f} (goal {goal:.2f})"
    )


def rows_of(number: int) -> list[tuple[str, ...]]:
    """Return rows like those of the principles."""
    titles = [each.title for each in CATALOGUE.principles]
    return [
        (str(each), titles[each % 12], "7", "9", "1", "0", "77 %")
        for each in range(number)
    ]


def table(rows: Sequence[Sequence[str]], look: Look | None) -> list[str]:
    """Return the lines of a table."""
    return [*Page(width=80, look=look).table([HEAD], rows, grows=1, align=ALIGN)]


def written(all_rows: Sequence[Sequence[Sequence[object]]]) -> str:
    """Return rows as csv.writer writes them."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    for rows in all_rows:
        writer.writerows(rows)
    return file.getvalue()


def all_tables(report: Report) -> str:
    """Return all tables of a *report* as csv.writer writes them."""
    every = (*tables(report), *catalogue_tables(report.catalogue))
    return written([each.rows for each in every])


def report_of(pattern: str) -> Report:
    """Return a report of examples."""
    paths = sorted(EXAMPLES.glob(pattern))
    return make_report(
        CATALOGUE, [read_assessment(each, CATALOGUE)[0] for each in paths]
    )


def anew(report: Report) -> Report:
    """Return a *report* in which each answer says something that no other said before."""
    number = next(COUNTER)
    assessments = [
        evolve(
            view.assessment,
            responses=tuple(
                evolve(each, text=f"{each.text} {number}") if each.text else each
                for each in view.assessment.responses
            ),
        )
        for view in report.assessments
    ]
    return make_report(CATALOGUE, assessments)


if __name__ == "__main__":
    main()
