"""
Rules that need more than one field of an assessment.

Constructors ask them, and so does the reading of files, which puts ``None`` where a
response could not be read, so that the places of the others stay true.
"""

from collections.abc import Iterator, Sequence

from integrated_care_principles.assessment._response import Response
from integrated_care_principles.assessment._scale import Scale
from integrated_care_principles.catalogue import Catalogue, CatalogueRef
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.text import nearest, printable


def repeated_ids(
    responses: Sequence[Response | None], scope: Sequence[str | None]
) -> Iterator[Problem]:
    """Yield questions that are answered twice, and groups that are named twice."""
    questions = [None if each is None else each.question for each in responses]
    yield from _repeated("scope", scope, "")
    yield from _repeated("responses", questions, ".question")


def rating_problems(
    responses: Sequence[Response | None], scale: Scale | None
) -> Iterator[Problem]:
    """Yield ratings that the *scale* does not know."""
    for index, response in enumerate(responses):
        if response is not None and response.rating is not None:
            for problem in _rating_problem(response.rating, scale):
                yield problem.under(f"responses[{index}].rating")


def _rating_problem(rating: str, scale: Scale | None) -> Iterator[Problem]:
    if scale is None:
        yield Problem("", "rating-without-scale", found=rating)
    elif rating not in scale:
        levels = [each.id for each in scale.levels]
        yield Problem(
            "", "unknown-rating", rating, ", ".join(levels), nearest(rating, levels)
        )


def catalogue_problems(
    responses: Sequence[Response | None],
    scope: Sequence[str | None],
    ref: CatalogueRef | None,
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """Yield what the *catalogue* does not know. ``None`` stands for what was not read."""
    if ref is not None and ref.id != catalogue.id:
        yield Problem("catalogue.id", "other-catalogue", ref.id, catalogue.id)
    groups = [each.id for each in catalogue.groups]
    for index, group in enumerate(scope):
        if group is not None and group not in groups:
            found, near = printable(group), nearest(group, groups)
            yield Problem(f"scope[{index}]", "unknown-group", found, nearest=near)
    questions = [each.id for each in catalogue.questions]
    for index, response in enumerate(responses):
        if response is not None and response.question not in questions:
            near = nearest(response.question, questions)
            path = f"responses[{index}].question"
            yield Problem(path, "unknown-question", response.question, nearest=near)


def _repeated(path: str, ids: Sequence[str | None], suffix: str) -> Iterator[Problem]:
    seen: set[str | None] = set()
    for index, id in enumerate(ids):
        if id is not None and id in seen:
            yield Problem(f"{path}[{index}]{suffix}", "repeated", found=printable(id))
        seen.add(id)
