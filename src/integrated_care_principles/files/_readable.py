"""Rules across an assessment, asked of what could be read of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields, frozen

from integrated_care_principles.assessment import (
    Assessment,
    Response,
    Scale,
    catalogue_problems,
    rating_problems,
    repeated_ids,
)
from integrated_care_principles.catalogue import Catalogue, CatalogueRef
from integrated_care_principles.exceptions import Problem


@frozen(kw_only=True)
class _Rest:
    """What could be read of a response that cannot be had."""

    question: str | None = None
    rating: str | None = None


def rules_across(readable: Any, catalogue: Catalogue | None) -> Iterator[Problem]:
    """
    Yield what is wrong across responses, and what the *catalogue* does not know.

    Args:
        readable: An assessment; or what could be read of one, by the name of the field.
            A list holds values, what could be read of them, or ``None``.
    """
    values = _values(readable)
    responses = [*map(_answer, values.get("responses") or ())]
    scope = values.get("scope") or ()
    yield from repeated_ids(responses, scope)
    # Where the scale is there but cannot be read, ratings cannot be judged.
    if "scale" not in values or isinstance(values["scale"], Scale):
        yield from rating_problems(responses, values.get("scale"))
    if catalogue is not None:
        id = _catalogue_id(values.get("catalogue"))
        yield from catalogue_problems(responses, scope, id, catalogue)


def _values(readable: Any) -> Mapping[str, Any]:
    if not isinstance(readable, Assessment):
        return readable or {}
    values = {each.name: getattr(readable, each.name) for each in fields(Assessment)}
    return {name: value for name, value in values.items() if value is not None}


def _answer(item: Any) -> Response | _Rest:
    if isinstance(item, Response):
        return item
    rest = item or {}
    return _Rest(question=rest.get("question"), rating=rest.get("rating"))


def _catalogue_id(item: Any) -> str | None:
    if isinstance(item, CatalogueRef):
        return item.id
    return (item or {}).get("id")
