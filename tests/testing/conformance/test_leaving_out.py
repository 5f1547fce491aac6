"""The words that the kit proposes for what a format leaves out."""

from ast import literal_eval
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from integrated_care_principles.reporting import (
    Report,
    ReportFormat,
    report_format,
    safe,
)
from integrated_care_principles.testing import AnyFormat
from integrated_care_principles.testing._conformance._content_checks import leaves_out
from integrated_care_principles.testing._conformance._fields import (
    AREAS,
    Field,
    all_fields,
)
from integrated_care_principles.testing._conformance._leaving_out import (
    proposed,
    shortest,
)
from integrated_care_principles.testing._conformance._trial import Trial

from .good import GOOD
from .good.texts import excuses
from .mutants.making import ALL


@report_format(media_type="text/plain", suffix=".txt")
def tally(report: Report) -> str:
    """How complete each assessment is: the one of README.md."""
    return "".join(
        f"{safe.line(each.subject)}: {each.completeness}\n"
        for each in report.assessments
    )


@report_format(media_type="text/markdown", suffix=".md", leaves_out=("responses",))
def outline(report: Report) -> Iterator[str]:
    """An outline: one line for each group of principles."""
    for each in report.assessments:
        yield f"# {safe.markdown(each.subject)}\n\n"
        for group in each.groups:
            titles = "; ".join(principle.title for principle in group.principles)
            yield f"- {safe.markdown(titles)}: {group.completeness}\n"


PAGE = Path(__file__).parents[3] / "docs/reference/conformance.md"
FIVE = 'leaves_out=("header", "assessment", "scores", "responses", "catalogue").'


@pytest.mark.parametrize("format", [tally, outline])
def test_a_small_format_is_told_the_five_areas(format: AnyFormat) -> None:
    """Not each field of them, and no part of what a wider word says."""
    (found,) = leaves_out.violations(Trial(format=format))

    assert f"Show them, or write {FIVE}" == found.remedy


def naming(format: AnyFormat, words: tuple[str, ...]) -> Trial:
    """Return the trial of a *format* that names the *words*."""
    assert isinstance(format, ReportFormat)
    return Trial(format=evolve(format, leaves_out=words))


@pytest.mark.parametrize(
    "format", [tally, outline, *GOOD], ids=lambda each: each.function.__name__
)
def test_what_is_proposed_is_accepted(format: AnyFormat) -> None:
    """Whoever writes what the failure says has nothing left to mend."""
    for found in leaves_out.violations(naming(format, ())):
        words = literal_eval(found.remedy.partition("leaves_out=")[2][:-1])
        assert () == leaves_out.violations(naming(format, words))


@pytest.mark.parametrize("words", [ALL, (*ALL, "reason", "Response.reason")])
def test_what_is_shown_in_part_may_be_named(words: tuple[str, ...]) -> None:
    """A reason is shown where it counts; to name it is no mistake, and no duty."""
    assert () == leaves_out.violations(naming(excuses, words))


def test_the_page_says_which_classes_a_word_means() -> None:
    """A row for each area, in the order in which they are proposed."""
    page = PAGE.read_text(encoding="utf-8")
    rows = {
        f"| `{word}` | {', '.join(f'`{cls.__name__}`' for cls in classes)} |"
        for word, classes in AREAS.items()
    }

    assert rows <= set(page.splitlines())


def fields_of(*owners: str) -> set[Field]:
    """Return the fields of classes."""
    return {each for each in all_fields() if each.owner in owners}


def test_an_area_is_named_where_most_of_it_is_missing() -> None:
    """Single fields for the rest, each with its class."""
    actions = fields_of("Action")
    (what,) = (each for each in actions if each.name == "what")
    subject = next(each for each in all_fields() if each.name == "subject")
    half = {each for each in actions if each.name in {"what", "owner"}}

    assert ("actions", "Assessment.subject") == shortest(
        {subject, *actions}, {subject, *actions}
    )
    assert ("actions",) == shortest(actions - {what}, actions - {what})
    assert ("Action.what",) == shortest({what}, {what})
    assert ("Action.what", "Action.owner") == shortest(half, half)
    assert ("actions",) == shortest({what}, actions)


def test_what_is_named_already_stays() -> None:
    """But for what is shown, and what a wider word says as well."""
    actions = fields_of("Action")
    words = ("Action.what", "text", "label")
    (label,) = (each for each in all_fields() if each.name == "label")

    assert ("actions", "text") == proposed(words, actions, {label})
