"""What holds for any report at all, whoever draws it."""

from collections.abc import Iterator

from integrated_care_principles.reporting import Report
from integrated_care_principles.testing._conformance._check import Check, Finding
from integrated_care_principles.testing._conformance._trial import Trial


def any_report(report: Report) -> Check:
    """Return the check that this *report* is rendered, well-formed and twice alike."""

    def find(trial: Trial) -> Iterator[Finding]:
        if trial.sound and (reason := _problem(trial, report)):
            yield Finding(reason=reason, smallest=f"{report!r}"[:2000])

    return Check(
        name="any-report",
        rule="Whatever report Hypothesis draws, it is rendered, well-formed and alike "
        "when it is rendered again.",
        why="Reports hold combinations that nobody thinks of.",
        remedy="Look at the report above, which has been made as small as it gets.",
        find=find,
    )


def _problem(trial: Trial, report: Report) -> str:
    attempt = trial.attempt(report)
    if attempt.error is not None:
        return f"it raises {attempt.said}"
    if trial.attempt(report).result != attempt.result:
        return "the second render differs"
    return trial.problem(attempt)
