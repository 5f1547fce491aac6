"""Copies of an assessment that were edited apart become one, and nothing is lost."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from integrated_care_principles.assessment._assessment import Assessment, Period
from integrated_care_principles.assessment._decisions import Decision
from integrated_care_principles.assessment._merging import Change, Merging, Variants
from integrated_care_principles.assessment._response import (
    Action,
    Annotation,
    Evidence,
    EvidenceKind,
    Response,
    Status,
)
from integrated_care_principles.assessment._scale import Scale
from integrated_care_principles.catalogue import CatalogueRef
from integrated_care_principles.exceptions import (
    OtherCatalogueError,
    OtherScaleError,
)

ValueT = TypeVar("ValueT")

# What the annotations are called in which a conflict is kept.
CONFLICT = "conflict"


@frozen(kw_only=True)
class Merge:
    """
    What became of copies that were edited apart.

    Attributes:
        assessment: The one that they are now. Where values diverged and nobody decided, it
            has what was there before, a status is a draft, and every value that was there
            stands in an annotation.

        changes: Every field about which something was decided, in their order.
    """

    assessment: Assessment
    changes: tuple[Change, ...]

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The fields that diverged."""
        return tuple(
            each for each in self.changes if each.decision is Decision.DIVERGED
        )


def merge(
    sides: Sequence[Assessment],
    *,
    base: Assessment | None = None,
    take: int | None = None,
) -> Merge:
    """
    Merge copies of an assessment field by field, by the table of decisions.

    The order of the copies does not matter but to *take*, and a copy that is given twice
    is one.

    Args:
        sides: The copies; at least one.
        base: What they were before they were edited apart. Without it, a copy that does
            not say something has not taken it away.
        take: The place of the copy whose values are taken where they diverged.

    Raises:
        OtherCatalogueError: If they were made for different catalogues.
        OtherScaleError: If they rate on different scales; ratings are never converted.
    """
    known = [*sides, *(() if base is None else (base,))]
    _require_one_catalogue(known)
    scale = _only_scale(known)
    merging = Merging(take)
    whole = Variants(merging=merging, place="", sides=tuple(sides), base=base)
    merged = Assessment(
        subject=whole.field("subject", _subject, "") or min(map(_subject, known)),
        locality=whole.field("locality", lambda each: each.locality, ""),
        assessor=whole.field("assessor", lambda each: each.assessor, ""),
        period=whole.field("period", _period, None)
        or min(map(_period, known), key=str),
        scope=whole.field("scope", lambda each: each.scope, ()),
        catalogue=whole.field("catalogue", _catalogue, None)
        or min(map(_catalogue, known), key=str),
        scale=scale,
        responses=merging.items(
            [each.responses for each in sides],
            () if base is None else base.responses,
            lambda each: each.question,
            _response,
            "",
        ),
        annotations=whole.plain_list("annotations", lambda each: each.annotations),
    )
    changes = tuple(merging.changes)
    if take is None:
        merged = _with_conflicts(merged, changes)
    return Merge(assessment=merged, changes=changes)


def _response(of: Variants[Response]) -> Response:
    status = of.field("status", lambda each: each.status, Status.DRAFT)

    def agrees(response: Response) -> bool:
        return response.status is status  # a justification never lands without it

    return Response(
        question=_some(of).question,
        status=Status.DRAFT if of.diverged("status") else status,
        text=of.field("text", lambda each: each.text, ""),
        reason=of.alike("reason", lambda each: each.reason, "", agrees),
        partner=of.alike("partner", lambda each: each.partner, "", agrees),
        until=of.alike("until", lambda each: each.until, None, agrees),
        rating=of.field("rating", lambda each: each.rating, None),
        evidence=of.parts("evidence", lambda each: each.evidence, _title, _evidence),
        actions=of.parts("actions", lambda each: each.actions, _what, _action),
        contributors=of.plain_list("contributors", lambda each: each.contributors),
        updated=of.latest(lambda each: each.updated),
        publishable=of.field("publishable", lambda each: each.publishable, True),
        annotations=of.plain_list("annotations", lambda each: each.annotations),
    )


def _evidence(of: Variants[Evidence]) -> Evidence:
    return Evidence(
        kind=of.field("kind", lambda each: each.kind, EvidenceKind.OTHER),
        title=_some(of).title,
        url=of.field("url", lambda each: each.url, ""),
        dated=of.field("dated", lambda each: each.dated, None),
        expires=of.field("expires", lambda each: each.expires, None),
        note=of.field("note", lambda each: each.note, ""),
        publishable=of.field("publishable", lambda each: each.publishable, True),
    )


def _action(of: Variants[Action]) -> Action:
    return Action(
        what=_some(of).what,
        owner=of.field("owner", lambda each: each.owner, ""),
        due=of.field("due", lambda each: each.due, None),
        done=of.field("done", lambda each: each.done, None),
    )


def _some(of: Variants[ValueT]) -> ValueT:
    return next(each for each in (*of.sides, of.base) if each is not None)


def _subject(assessment: Assessment) -> str:
    return assessment.subject


def _period(assessment: Assessment) -> Period:
    return assessment.period


def _catalogue(assessment: Assessment) -> CatalogueRef:
    return assessment.catalogue


def _title(evidence: Evidence) -> str:
    return evidence.title


def _what(action: Action) -> str:
    return action.what


def _require_one_catalogue(known: Sequence[Assessment]) -> None:
    first, *others = sorted({each.catalogue.id for each in known})
    for each in others:
        raise OtherCatalogueError(each, first)


def _only_scale(known: Sequence[Assessment]) -> Scale | None:
    scales = sorted({each.scale for each in known if each.scale is not None}, key=repr)
    for each in scales[1:]:
        raise OtherScaleError(each.id, scales[0].id)
    return scales[0] if scales else None


def _with_conflicts(merged: Assessment, changes: Iterable[Change]) -> Assessment:
    """Return what was *merged* with an annotation for each value of each conflict."""
    notes: dict[str, list[Annotation]] = {}
    for each in changes:
        if each.decision is Decision.DIVERGED:
            question = each.place.partition(", ")[0]
            notes.setdefault(question, []).extend(_annotations(each))
    responses = (
        evolve(each, annotations=_added(each.annotations, notes.get(each.question, [])))
        for each in merged.responses
    )
    return evolve(
        merged,
        responses=tuple(responses),
        annotations=_added(merged.annotations, notes.get("", [])),
    )


def _annotations(change: Change) -> Iterator[Annotation]:
    where = f"{change.place}: " if change.place else ""
    key = f"{CONFLICT}: {where}{change.field or 'taken away'}"
    values = [each.value for each in change.candidates] or [
        "by some, changed by others"
    ]
    for each in values:
        yield Annotation(key=key, value="" if each is None else f"{each}")


def _added(
    old: tuple[Annotation, ...], new: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    return (*old, *(each for each in new if each not in old))
