"""Appendix 1: the self-evaluation, question by question."""

from collections.abc import Iterator
from itertools import count

from integrated_care_principles.paper._blocks import (
    Block,
    Facts,
    Heading,
    Items,
    Origin,
    Paragraph,
    Part,
    Passage,
    Words,
    label,
    ours,
    theirs,
)
from integrated_care_principles.paper._pieces import (
    asked,
    below,
    facts,
    heading,
    hidden,
    joined,
    lacking,
    leaning,
    linked,
    named,
    soft,
    titled,
)
from integrated_care_principles.reporting import (
    Annotation,
    AssessmentView,
    Evidence,
    GroupView,
    QuestionView,
    Report,
    Response,
    Scale,
    safe,
)
from integrated_care_principles.reporting.wording import (
    group_names,
    listed,
    words,
    written_day,
)


def self_evaluation(report: Report) -> Part:
    """Return the part with everything that was asked and said."""
    return Part(name="self-evaluation", blocks=tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    yield heading(2, "Appendix 1: Self-evaluation")
    numbers = count(1)
    names = group_names(report.catalogue)
    for view in report.assessments:
        yield from named(view, report)
        yield from _about(view, names)
        for group in view.groups:
            yield from _group(group, names[group.id], below(report), numbers)


def _about(view: AssessmentView, names: dict[str, str]) -> Iterator[Block]:
    made_for, scope = view.assessment.catalogue, view.assessment.scope
    asked_of = "; ".join(names[each] for each in scope)
    yield from facts(
        ("What was asked", label(asked_of or "Every group of questions")),
        ("Made for the catalogue", label(f"{made_for.id} {made_for.edition}")),
        ("Fingerprint of its questions", label(made_for.fingerprint)),
    )
    if view.scale is None:
        yield soft("No scale is named: nothing is rated.")
    else:
        yield from _scale(view.scale)
    yield from _annotations(view.assessment.annotations)


def _scale(scale: Scale) -> Iterator[Block]:
    levels = (
        (*theirs(each.title), *label(" (low: asks for an action)" if each.low else ""))
        for each in scale.levels
    )
    yield from facts(
        ("Ratings", (*theirs(scale.title), *label(f" ({scale.id})"))),
        ("Levels, from worst to best", joined(levels)),
        ("Source of the levels", _source(scale.source or "")),
        ("How sure the source is", label(words(scale.confidence or ""))),
    )


def _source(source: str) -> Words:
    return linked(theirs(source), source) if safe.link(source) else theirs(source)


def _annotations(values: tuple[Annotation, ...]) -> Iterator[Block]:
    if values:
        pairs = ((theirs(each.key), theirs(each.value)) for each in values)
        yield Facts(pairs=tuple(pairs))


def _group(
    group: GroupView, name: str, level: int, numbers: Iterator[int]
) -> Iterator[Block]:
    yield heading(level, name)
    yield Items(items=tuple(titled(each) for each in group.principles))
    if len(group.principles) > 1:
        yield soft("They share these questions: an answer counts for each of them.")
    yield from facts(("Answered and complete", label(f"{group.completeness}")))
    for each in group.questions:
        yield from _question(each, level + 1, numbers)


def _question(
    view: QuestionView, level: int, numbers: Iterator[int]
) -> Iterator[Block]:
    yield Heading(level=level, words=asked(view.question))
    if view.antecedent is not None:
        yield Paragraph(words=leaning(view), soft=True)
    if view.question.note:
        note = (*label("Our note: "), *ours(view.question.note))
        yield Paragraph(words=note, soft=True)
    yield from facts(*_state(view))
    if view.response is not None:
        yield from _said(view.response, numbers)


def _state(view: QuestionView) -> Iterator[tuple[str, Words]]:
    yield "Status", label(words(view.status))
    if view.rating is not None:
        yield "Rated", theirs(view.rating.title)
    yield "Missing" if view.score.gaps else "Counted as", label(lacking(view))
    response = view.response
    if response is None:
        return
    yield "Reason", theirs(response.reason)
    yield "Partner", theirs(response.partner)
    if response.until is not None:
        yield "Put off until", label(written_day(response.until))
    yield "Contributors", joined(map(theirs, response.contributors))
    if response.updated is not None:
        yield "Last changed", label(written_day(response.updated))
    yield "Note", hidden(response)


def _said(response: Response, numbers: Iterator[int]) -> Iterator[Block]:
    if response.text.strip():
        yield Passage(text=response.text, origin=Origin.THEIRS)
    if response.evidence:
        yield Paragraph(words=label("Evidence", strong=True))
        yield Items(items=tuple(map(_evidence, response.evidence)))
    if response.actions:
        own = [next(numbers) for _ in response.actions]
        noun = "Actions" if len(own) > 1 else "Action"
        yield Paragraph(words=label(f"{noun} {listed(own)} of Appendix 2", strong=True))
    yield from _annotations(response.annotations)


def _evidence(each: Evidence) -> Words:
    return joined(
        (
            (*label(f"{words(each.kind)}: "), *linked(theirs(each.title), each.url)),
            hidden(each),
            label(f"dated {written_day(each.dated)}" if each.dated else ""),
            label(f"holds until {written_day(each.expires)}" if each.expires else ""),
            theirs(each.note),
        )
    )
