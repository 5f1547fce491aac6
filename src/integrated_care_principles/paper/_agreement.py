"""Several assessors of the same: where they agree, and what to discuss."""

from collections.abc import Iterator

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Part,
    Words,
    label,
    ours,
    theirs,
)
from integrated_care_principles.paper._comparison import levels, rank_cell
from integrated_care_principles.paper._pieces import (
    asked,
    cell,
    facts,
    heading,
    hidden,
    joined,
    linked,
    plain,
    soft,
    titled,
)
from integrated_care_principles.reporting import (
    Agreement,
    Catalogue,
    Consensus,
    QuestionAgreement,
    Scale,
    Voice,
)
from integrated_care_principles.reporting.wording import counted, words
from integrated_care_principles.scoring import RULES


def agreement(found: Agreement, catalogue: Catalogue) -> Part:
    """Return the part that says where assessors agree."""
    blocks = tuple(_blocks(found, catalogue))
    return Part(name="together", blocks=blocks, landscape=True)


def _blocks(found: Agreement, catalogue: Catalogue) -> Iterator[Block]:
    scale = found.assessment.scale
    yield heading(2, "Where assessors agree")
    yield from _rule(found)
    yield from _agenda(found, catalogue)
    yield _side_by_side(found, catalogue)
    if scale is not None:
        yield levels(scale)
    yield _by_principle(found, catalogue)


def _rule(found: Agreement) -> Iterator[Block]:
    rule = found.rule
    yield from facts(
        ("Assessors", joined(map(theirs, found.assessors))),
        ("They agree when", _rule_in_words(rule)),
        ("Where the rule was published", linked(theirs(rule.source), rule.source)),
        *(
            (verdict.says.capitalize(), label(counted(len(questions), "question")))
            for verdict, questions in found.by_verdict
        ),
    )


def _rule_in_words(rule: Consensus) -> Words:
    summary = ours if rule == RULES.get(rule.name) else theirs
    return (*summary(rule.summary), *label(f" ({rule.name})"))


def _agenda(found: Agreement, catalogue: Catalogue) -> Iterator[Block]:
    yield heading(3, "To discuss, most divided first")
    if not found.agenda:
        yield plain("Nothing divides them.")
    for each in found.agenda:
        yield Heading(level=4, words=asked(catalogue.question(each.question)))
        if each.measured:
            yield soft(each.measured)
        scale = found.assessment.scale
        voices = ((theirs(one.assessor), _said(one, scale)) for one in each.voices)
        yield Facts(pairs=tuple(voices))


def _said(voice: Voice, scale: Scale | None) -> Words:
    response = voice.response
    if response is None:
        return label("No response" if voice.asked else "Not asked")
    rated = scale.level(voice.rating).title if scale and voice.rating else ""
    status = label(words(response.status))
    said = (theirs(rated), theirs(response.text), theirs(response.reason))
    return joined((status, *said, hidden(response)))


def _side_by_side(found: Agreement, catalogue: Catalogue) -> Grid:
    return Grid(
        caption=label("Who rated what, and what they agree on"),
        columns=(
            Column(head=label("Question"), share=6),
            *(
                Column(head=theirs(each), share=2, numeric=True)
                for each in found.assessors
            ),
            Column(head=label("Together"), share=3),
        ),
        rows=tuple(_row(each, found, catalogue) for each in found.questions),
    )


def _row(
    of: QuestionAgreement, found: Agreement, catalogue: Catalogue
) -> tuple[Cell, ...]:
    scale = found.assessment.scale
    steps = len(scale.levels) if scale else 1
    level = of.level
    together = label(of.verdict.says) if level is None else theirs(level.title)
    return (
        Cell(words=asked(catalogue.question(of.question))),
        *(rank_cell(found.rank(each), steps) for each in of.voices),
        Cell(words=together),
    )


def _by_principle(found: Agreement, catalogue: Catalogue) -> Grid:
    return Grid(
        caption=label(
            "By principle; a shared question counts for each of its principles"
        ),
        columns=(
            Column(head=label("Principle"), share=6),
            *(
                Column(head=label(each), numeric=True)
                for each in ("Agreed", "Split", "Not said")
            ),
        ),
        rows=tuple(
            (
                Cell(words=titled(catalogue.principle(each.principle))),
                *(cell(f"{one}") for one in (each.agreed, each.split, each.unsaid)),
            )
            for each in found.principles
        ),
    )
