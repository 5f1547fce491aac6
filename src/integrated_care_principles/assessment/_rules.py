"""
Rules that need more than one field of an assessment.

Constructors ask them, and so does the reading of files, which has to do with responses
that could be read in part only.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from integrated_care_principles.assessment._scale import Scale
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import Problem
from integrated_care_principles.text import nearest


class Answer(Protocol):
    """What is asked of a response here; ``None`` stands for what could not be read."""

    @property
    def question(self) -> str | None: ...
    @property
    def rating(self) -> str | None: ...


def repeated_ids(
    responses: Sequence[Answer], scope: Sequence[str | None]
) -> Iterator[Problem]:
    """Yield questions that are answered twice, and groups that are named twice."""
    yield from _repeated("scope", scope, "")
    yield from _repeated(
        "responses", [each.question for each in responses], ".question"
    )


def rating_problems(
    responses: Sequence[Answer], scale: Scale | None
) -> Iterator[Problem]:
    """Yield ratings that the *scale* does not know."""
    for index, response in enumerate(responses):
        if response.rating is not None:
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
    responses: Sequence[Answer],
    scope: Sequence[str | None],
    id: str | None,
    catalogue: Catalogue,
) -> Iterator[Problem]:
    """
    Yield what the *catalogue* does not know.

    Args:
        id: Of the catalogue that the assessment was made for.
    """
    if id is not None and id != catalogue.id:
        yield Problem("catalogue.id", "other-catalogue", id, catalogue.id)
    groups = [each.id for each in catalogue.groups]
    for index, group in enumerate(scope):
        if group is not None and group not in groups:
            path, near = f"scope[{index}]", nearest(group, groups)
            yield Problem(path, "unknown-group", group, ", ".join(groups), near)
    questions = {each.id: each for each in catalogue.questions}
    for index, response in enumerate(responses):
        if response.question is not None and response.question not in questions:
            near = nearest(response.question, questions)
            path = f"responses[{index}].question"
            yield Problem(path, "unknown-question", response.question, nearest=near)


def _repeated(path: str, ids: Sequence[str | None], suffix: str) -> Iterator[Problem]:
    seen: set[str | None] = set()
    for index, id in enumerate(ids):
        if id is not None and id in seen:
            yield Problem(f"{path}[{index}]{suffix}", "repeated", found=id)
        seen.add(id)
