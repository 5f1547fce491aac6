"""The part of a text in which words were found, with the words apart."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from integrated_care_principles.catalogue._origins import Origin
from integrated_care_principles.catalogue._words import Word, words_of

# Nobody reads more of a long text before they open it.
_WIDTH = 240
_BEFORE = 60


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


def pieces_of(text: str, matches: Sequence[Word]) -> Iterator[Piece]:
    """Yield the part of a *text* around the first of its *matches*."""
    start, end = _window(text, matches[0])
    if start:
        yield Piece(text="…")
    for each in matches:
        if start <= each.start and each.end <= end:
            if start < each.start:
                yield Piece(text=text[start : each.start])
            yield Piece(text=text[each.start : each.end], is_match=True)
            start = each.end
    if start < end:
        yield Piece(text=text[start:end])
    if end < len(text):
        yield Piece(text="…")


def _window(text: str, first: Word) -> tuple[int, int]:
    """Return where a part begins and ends that is not too long, between two words."""
    if len(text) <= _WIDTH:
        return 0, len(text)
    words = list(words_of(text))
    start = next(each.start for each in words if each.start >= first.start - _BEFORE)
    start = 0 if start <= _BEFORE else start
    ends = (each.end for each in words if each.end <= max(start + _WIDTH, first.end))
    return start, max(ends)
