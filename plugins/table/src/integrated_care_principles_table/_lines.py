"""Text as lines that fit, in columns of a terminal."""

from collections.abc import Iterator

from wcwidth import iter_graphemes, wcswidth

from integrated_care_principles.reporting import safe


def fill(text: str, room: int) -> Iterator[str]:
    """Yield *text* as lines of at most *room* columns, broken between words."""
    line, used = "", 0
    for word in safe.line(text).split(" "):
        for piece in _pieces(word, room):
            size = columns(piece)
            if line and used + 1 + size <= room:
                line, used = f"{line} {piece}", used + 1 + size
                continue
            if line:
                yield line
            line, used = piece, size
    if line:
        yield line


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* fills."""
    return len(text) if text.isascii() else wcswidth(text)


def _pieces(word: str, room: int) -> Iterator[str]:
    """Yield *word*, in pieces if it is wider than *room*."""
    if columns(word) <= room:
        yield word
        return
    piece: list[str] = []
    used = 0
    for each in iter_graphemes(word):
        size = columns(each)
        if used + size > room:
            yield "".join(piece)
            piece, used = [], 0
        piece.append(each)
        used += size
    yield "".join(piece)
