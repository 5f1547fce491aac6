"""What does not stop a score, but whoever reads it should know."""

from collections.abc import Iterator

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue, Resource, resources_called
from integrated_care_principles.exceptions import Problem


def findings(assessment: Assessment, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield what to know of an *assessment* held against a *catalogue*."""
    made_for = assessment.catalogue
    if made_for.fingerprint != catalogue.fingerprint:
        yield Problem(
            "catalogue", "wording-differs", made_for.edition, catalogue.edition
        )
    if assessment.scope:
        yield from _out_of_scope(assessment, catalogue)
    yield from _cited(assessment, catalogue)
    yield from _rated_high_on_nothing(assessment)


def _rated_high_on_nothing(assessment: Assessment) -> Iterator[Problem]:
    """Yield the answers that are rated in the better half of the scale, without evidence."""
    levels = () if assessment.scale is None else assessment.scale.levels
    high = {each.id for each in levels[(len(levels) + 1) // 2 :] if not each.low}
    for index, each in enumerate(assessment.responses):
        if each.rating and each.rating in high and not each.evidence:
            yield Problem(
                f"responses[{index}].rating", "high-without-evidence", each.rating
            )


def _out_of_scope(assessment: Assessment, catalogue: Catalogue) -> Iterator[Problem]:
    for index, response in enumerate(assessment.responses):
        (group,) = catalogue.groups_of(question=response.question)
        if group.id not in assessment.scope:
            path = f"responses[{index}]"
            yield Problem(path, "response-out-of-scope", response.question)


def _cited(assessment: Assessment, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the evidence that is called like a resource which is not what it was."""
    cited = [
        (index, number, evidence.title)
        for index, response in enumerate(assessment.responses)
        for number, evidence in enumerate(response.evidence)
    ]
    found = resources_called(catalogue, (title for _, _, title in cited))
    for (index, number, _), resources in zip(cited, found, strict=True):
        for each in resources:
            yield from _become(each, f"responses[{index}].evidence[{number}].title")


def _become(resource: Resource, path: str) -> Iterator[Problem]:
    found = resource.title
    successor = resource.successor or "nothing that we know of"
    if resource.is_stale:
        yield Problem(path, "resource-stale", found, successor)
    if resource.has_moved:
        yield Problem(path, "resource-moved", found, successor)
    if resource.is_unverified:
        yield Problem(path, "resource-unverified", found, successor)
