"""What is read in a paper, for the tests of it."""

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from integrated_care_principles import (
    Assessment,
    Response,
    Status,
    load_catalogue,
    read_assessment,
)
from integrated_care_principles.catalogue import Catalogue, QuestionId
from integrated_care_principles.paper import (
    Block,
    Facts,
    Heading,
    Items,
    Paper,
    Paragraph,
    Passage,
    Run,
    Words,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = load_catalogue()


def read(*names: str) -> list[Assessment]:
    """Return examples by their names."""
    paths = [each for name in names for each in sorted(EXAMPLES.glob(name))]
    return [read_assessment(each, CATALOGUE)[0] for each in paths]


def one() -> Assessment:
    """Return the example of the last year."""
    return read("strathenlow-2025-26.json")[0]


def saying(*responses: Response) -> Assessment:
    """Return an assessment with these *responses* alone."""
    return evolve(one(), responses=responses)


def response(
    question: str,
    status: Status = Status.ANSWERED,
    *,
    text: str = "",
    reason: str = "",
    partner: str = "",
) -> Response:
    """Return a response with texts."""
    return Response(
        question=QuestionId(question),
        status=status,
        text=text,
        reason=reason,
        partner=partner,
    )


def blocks(of: Paper) -> tuple[Block, ...]:
    """Return every block from front to back."""
    return (*of.front, *(each for part in of.parts for each in part.blocks))


def words(block: Block) -> Iterator[Words]:
    """Yield every piece of words in a *block*."""
    match block:
        case Heading() | Paragraph():
            yield block.words
        case Passage():
            yield (Run(text=block.text, origin=block.origin),)
        case Items():
            yield from block.items
        case Facts():
            yield from (each for pair in block.pairs for each in pair)
        case _:
            yield block.caption
            yield from (each.head for each in block.columns)
            yield from (cell.words for row in block.rows for cell in row)


def runs(of: Paper) -> list[Run]:
    """Return everything that is said, piece by piece."""
    return [each for block in blocks(of) for one in words(block) for each in one]


def said(of: Paper, part: str) -> str:
    """Return what a *part* says, a line for each piece of words."""
    (found,) = [each for each in of.parts if each.name == part]
    lines = (one for block in found.blocks for one in words(block))
    return "\n".join("".join(each.text for each in line) for line in lines)


def bare() -> Catalogue:
    """Return a catalogue that names no resource and no outcome."""
    groups = tuple(evolve(each, listings=()) for each in CATALOGUE.groups)
    return evolve(CATALOGUE, groups=groups, resources=(), outcomes=())
