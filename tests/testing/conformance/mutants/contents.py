"""Wrong in what they show, or in which order."""

import json

from integrated_care_principles.reporting import (
    Report,
    safe,
)

from .making import ALL, mutant, tally


@mutant("leaves-out", leaves_out=("header", "assessment", "scores", "responses"))
def in_silence(report: Report) -> str:
    """Leaves the catalogue out in silence."""
    return tally(report)


@mutant("leaves-out", leaves_out=(*ALL, "Assessment.subject"))
def too_modest(report: Report) -> str:
    """Shows what it says it leaves out."""
    return tally(report)


@mutant("leaves-out", leaves_out=(*ALL, "Period.end"))
def too_modest_of_days(report: Report) -> str:
    """Shows a day that it says it leaves out."""
    return "".join(f"{each.period.end}\n" for each in report.assessments)


@mutant("catalogue-order")
def sorts_questions(report: Report) -> str:
    """Sorts by id."""
    ids = sorted(each.id for each in report.catalogue.questions)
    return "".join(f"{each}\n" for each in ids)


@mutant("catalogue-order")
def sorts_subjects(report: Report) -> str:
    """Sorts by name."""
    names = sorted(safe.line(each.subject) for each in report.assessments)
    return "".join(f"{each}\n" for each in names)


@mutant("catalogue-order")
def sorts_groups(report: Report) -> str:
    """Sorts groups by id."""
    ids = sorted(each.id for each in report.catalogue.groups)
    return "".join(f"{each}\n" for each in ids)


@mutant("catalogue-order")
def sorts_principles(report: Report) -> str:
    """Sorts principles by title."""
    titles = sorted(safe.line(each.title) for each in report.catalogue.principles)
    return "".join(f"{each}\n" for each in titles)


@mutant("catalogue-order")
def sorts_resources(report: Report) -> str:
    """Sorts resources by title."""
    titles = sorted(safe.line(each.title) for each in report.catalogue.resources)
    return "".join(f"{each}\n" for each in titles)


@mutant("catalogue-order")
def sorts_outcomes(report: Report) -> str:
    """Sorts outcomes by label."""
    labels = sorted(safe.line(each.label) for each in report.catalogue.outcomes)
    return "".join(f"{each}\n" for each in labels)


@mutant("catalogue-order")
def ranks(report: Report) -> str:
    """Makes a league table."""
    views = sorted(report.assessments, key=lambda each: each.completeness.complete)
    return "".join(f"{safe.line(each.subject)}\n" for each in views)


@mutant("catalogue-order")
def sorts_periods(report: Report) -> str:
    """Begins with the latest."""
    views = sorted(report.assessments, key=lambda each: each.period.end, reverse=True)
    return "".join(f"{safe.line(each.subject)}\n" for each in views)


@mutant("nothing-cut")
def cuts_subjects(report: Report) -> str:
    """Gives a subject little room."""
    return "".join(f"{safe.line(each.subject)[:200]}\n" for each in report.assessments)


@mutant("nothing-cut", "text/html")
def cuts_questions(report: Report) -> str:
    """Gives what is asked little room."""
    asked = (safe.html(each.text[:200]) for each in report.catalogue.questions)
    said = "".join(f"<p dir=auto>{each}" for each in asked)
    return f"<!doctype html><p dir=auto>{safe.html(report.attribution)}{said}"


@mutant("nothing-cut", "application/json")
def cuts_actions(report: Report) -> str:
    """Gives what is to be done little room."""
    return json.dumps(
        [
            action.what[:200]
            for view in report.assessments
            for each in view.questions
            for action in (each.response.actions if each.response else ())
        ]
    )
