"""Several held against each other: how complete each is, and what changed."""

from collections.abc import Iterator, Sequence

from integrated_care_principles.paper._blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Items,
    Part,
    label,
    ours,
    theirs,
)
from integrated_care_principles.paper._pieces import (
    asked,
    cell,
    facts,
    heading,
    plain,
    soft,
)
from integrated_care_principles.reporting import (
    Catalogue,
    Comparison,
    Completeness,
    Member,
    QuestionChange,
    Scale,
    Step,
)


def comparison(found: Comparison, catalogue: Catalogue) -> Part:
    """Return the part that holds several against each other."""
    blocks = tuple(_blocks(found, catalogue))
    return Part(name="together", blocks=blocks, landscape=True)


def _blocks(found: Comparison, catalogue: Catalogue) -> Iterator[Block]:
    yield heading(2, f"Compared by {found.by}")
    yield _by_principle(found, catalogue)
    yield soft("This counts what was answered. It does not say how well things stand.")
    scale = next(
        (each.assessment.scale for each in found.members if each.ratings), None
    )
    if scale is not None:
        yield _by_rating(found, scale, catalogue)
        yield levels(scale)
    if any(each.ratings and each.assessment.scale != scale for each in found.members):
        yield soft("In brackets: rated on another scale. Ratings are never converted.")
    if found.findings:
        yield Items(items=tuple(ours(str(each)) for each in found.findings))
    for each in found.steps:
        yield from _step(each, found, catalogue)


def _by_principle(found: Comparison, catalogue: Catalogue) -> Grid:
    numbers = [each.number for each in catalogue.principles]
    heads = ("All", *(f"Principle {each}" for each in numbers))
    return Grid(
        caption=label("Percent of what is expected that is complete"),
        columns=(
            Column(head=label("Assessment"), share=4),
            *(Column(head=label(each), numeric=True) for each in heads),
        ),
        rows=tuple(
            (Cell(words=theirs(name)), *_percents(member, numbers))
            for name, member in zip(found.names, found.members, strict=True)
        ),
    )


def _percents(member: Member, numbers: Sequence[int]) -> Iterator[Cell]:
    yield _percent(member.card.overall)
    for each in numbers:
        yield _percent(member.card.principles[each])


def _percent(completeness: Completeness) -> Cell:
    percent = completeness.percent
    if percent is None:
        return cell("–")  # noqa: RUF001 - as a sign for none
    # The sign stays with its number, however narrow the column is.
    return Cell(words=label(f"{percent}\u00a0%"), shade=percent // 10)


def _by_rating(found: Comparison, scale: Scale, catalogue: Catalogue) -> Grid:
    return Grid(
        caption=label("How answers were rated"),
        columns=(
            Column(head=label("Question"), share=6),
            *(Column(head=theirs(each), numeric=True) for each in found.names),
        ),
        rows=tuple(
            (
                Cell(words=asked(question)),
                *(_rank(each, question.id, scale) for each in found.members),
            )
            for question in catalogue.questions
            if found.is_rated(question.id)
        ),
    )


def _rank(member: Member, question: str, scale: Scale) -> Cell:
    own = member.assessment.scale == scale
    return rank_cell(member.rank(question), len(scale.levels), own=own)


def rank_cell(rank: int | None, levels: int, *, own: bool = True) -> Cell:
    """Return a place on a scale; in brackets where it is another scale than the first."""
    if rank is None:
        return cell("–")  # noqa: RUF001 - as a sign for none
    if not own:
        return cell(f"({rank})")
    return Cell(words=label(f"{rank}"), shade=(rank - 1) * 10 // max(levels - 1, 1))


def levels(scale: Scale) -> Items:
    """Return which number is which level of a *scale*."""
    numbered = enumerate(scale.levels, start=1)
    return Items(
        items=tuple(
            (*label(f"{number}: "), *theirs(each.title)) for number, each in numbered
        )
    )


def _step(step: Step, found: Comparison, catalogue: Catalogue) -> Iterator[Block]:
    before = found.names[found.members.index(step.before)]
    names = (*theirs(before), *label(" to "), *theirs(step.after.label))
    yield Heading(level=3, words=names)
    yield from facts(
        ("Compared", label(f"{step.overlap} questions")),
        *(
            ("Not compared", label(f"{', '.join(questions)}: {reason.says}"))
            for reason, questions in step.not_compared_asked
        ),
        ("Principles", label(_ways(step))),
    )
    if step.ratings_not_compared is not None:
        yield plain(f"Ratings are not compared: {step.ratings_not_compared.says}.")
    if step.changes:
        yield _changes(step, catalogue)
    else:
        yield plain("Nothing changed.")


def _ways(step: Step) -> str:
    said = (
        f"{each.principle}: {each.better} better, {each.worse} worse"
        for each in step.principles
        if each.direction != "same"
    )
    return "; ".join(said) or "none went either way"


def _changes(step: Step, catalogue: Catalogue) -> Grid:
    return Grid(
        caption=label("What changed"),
        columns=(
            Column(head=label("Question"), share=4),
            Column(head=label("Which way")),
            Column(head=label("What"), share=5),
        ),
        rows=tuple(_change(each, catalogue) for each in step.changes),
    )


def _change(change: QuestionChange, catalogue: Catalogue) -> tuple[Cell, ...]:
    way = "neither" if change.direction == "same" else str(change.direction)
    return (
        Cell(words=asked(catalogue.question(change.question))),
        cell(way),
        Cell(words=theirs("; ".join(change.said))),
    )
