"""Wrong in what they show, or in which order."""

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
