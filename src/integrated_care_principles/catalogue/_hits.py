"""What a search finds, and where the words of it stand."""

from enum import StrEnum

from attrs import field, frozen

from integrated_care_principles.catalogue._model import GroupId
from integrated_care_principles.catalogue._origins import Origin


class HitKind(StrEnum):
    """What sort of thing was found."""

    PRINCIPLE = "principle"
    QUESTION = "question"
    RESOURCE = "resource"
    OUTCOME = "outcome"


@frozen(kw_only=True)
class Piece:
    """
    A part of a text.

    Attributes:
        is_match: Whether it is a word that was looked for.
    """

    text: str
    is_match: bool = False


@frozen(kw_only=True)
class Excerpt:
    """
    A text in which words were found, or the part of a long one that has most of them.

    Attributes:
        name: Of the field that it stands in, such as ``narrative``.

        origin: Whose words it consists of.

        pieces: Joined they are the text; where something is left out at an end, the first
            or the last is ``…``.
    """

    name: str
    origin: Origin
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        return "".join(each.text for each in self.pieces)


@frozen(kw_only=True)
class Hit:
    """
    A principle, question, resource or outcome in which words were found.

    Attributes:
        id: Of a question or resource its id, of a principle or outcome its number.

        title: What it is called; of a question its text.

        title_origin: Whose words the title consists of.

        groups: Those that it belongs to, as printed; of an outcome none.

        excerpts: The texts of it in which words were found, the title first.

        has_all: Whether every word was found in it.
    """

    kind: HitKind
    id: str
    title: str
    title_origin: Origin
    groups: tuple[GroupId, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    has_all: bool = True


@frozen(kw_only=True)
class SearchResult:
    """
    What a search finds.

    Attributes:
        words: What was looked for, word by word.

        hits: The best first; those with every word before those with some of them.

        did_you_mean: The same words with the nearest one in the place of each that stands
            nowhere; ``None`` where each stands somewhere, or nothing is near.
    """

    words: tuple[str, ...]
    hits: tuple[Hit, ...] = field(factory=tuple)
    did_you_mean: str | None = None
