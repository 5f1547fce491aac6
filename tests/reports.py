"""Reports of the examples, for formats that lay them out."""

from pathlib import Path

from attrs import evolve

from integrated_care_principles import (
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.reporting import Report

EXAMPLES = Path(__file__).parents[1] / "examples"
CATALOGUE = load_catalogue()


def report_of(pattern: str = "strathenlow-2025-26.json") -> Report:
    """Return a report of the examples whose names fit the *pattern*."""
    paths = sorted(EXAMPLES.glob(pattern))
    return make_report(
        CATALOGUE, [read_assessment(each, CATALOGUE)[0] for each in paths]
    )


def saying(text: str) -> Report:
    """Return a report in which one question was answered with a *text*."""
    return responding(
        Response(question=QuestionId("Q1.1"), status=Status.ANSWERED, text=text)
    )


def responding(*responses: Response) -> Report:
    """Return a report of an example in which these are all *responses*."""
    assessment, _ = read_assessment(EXAMPLES / "strathenlow-2025-26.json", CATALOGUE)
    return make_report(CATALOGUE, [evolve(assessment, responses=responses)])
