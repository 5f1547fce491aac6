"""The full way into an assessment and out of it: everything that is wrong, and all fields."""

from functools import cache

from attrs import evolve
from cattrs import Converter

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.files._formats import Reading
from integrated_care_principles.files._readable import rules_across
from integrated_care_principles.files._structure import UnreadableError, make_converter


def read_fully(raw: object, catalogue: Catalogue | None) -> Reading[Assessment]:
    """
    Return the assessment that is in *raw*, if it can be had, and everything that is wrong.

    Args:
        raw: What JSON says beside the format.
        catalogue: Whose ids it may use. Without one, ids are not looked up.
    """
    assessment, readable = None, None
    problems: list[Problem] = []
    try:
        readable = assessment = _converter().structure(raw, Assessment)
    except UnreadableError as error:
        readable = error.readable
        problems += error.problems
    return assessment, [*problems, *rules_across(readable, catalogue)]


def plain_assessment(assessment: Assessment, catalogue: Catalogue) -> dict[str, object]:
    """
    Return the *assessment* as JSON has it, responses in the catalogue's order.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: If it could not be
            read back with this catalogue.
    """
    order = {each.id: index for index, each in enumerate(catalogue.questions)}
    assessment.require_known(catalogue)
    responses = sorted(assessment.responses, key=lambda each: order[each.question])
    ordered = evolve(assessment, responses=tuple(responses))
    plain: dict[str, object] = _converter().unstructure(ordered)
    return plain


@cache
def _converter() -> Converter:
    return make_converter()
