"""What a format gave, as the documents that it is made of."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath

from attrs import evolve, frozen

from integrated_care_principles.reporting import Bundle
from integrated_care_principles.testing._conformance._attempt import AnyFormat, Result
from integrated_care_principles.testing._conformance._reading import (
    Document,
    family,
    joined,
    media_type_of,
    read,
)


@frozen(kw_only=True)
class Piece:
    """
    A document that a format gave.

    Attributes:
        name: Where it stands in its bundle; empty: it is all there is.

        media_type: Empty: that is not known.

        content: As the format gave it.
    """

    name: str = ""
    media_type: str
    content: str | bytes

    @property
    def where(self) -> str:
        """What a sentence that speaks of it ends in."""
        return f" in {self.name}" if self.name else ""

    @property
    def family(self) -> str:
        """Which reader reads it; empty: none does."""
        return family(self.media_type)

    @property
    def written(self) -> str:
        """Its name and what it holds, as somebody would find who searches for a word."""
        content = self.content
        text = content if isinstance(content, str) else content.decode(errors="replace")
        return f"{self.name}\n{text}\n{self.document.text}"

    @cached_property
    def document(self) -> Document:
        """What its reader sees; where it has none, nothing."""
        return read(self.media_type, self.content)


def pieces_of(format: AnyFormat, result: Result) -> tuple[Piece, ...]:
    """Return the documents of the *result* of a *format*, each with its media type."""
    if not isinstance(result, Bundle):
        return (Piece(media_type=format.media_type, content=result),)
    return tuple(
        Piece(
            name=each.name,
            media_type=_media_type(format, PurePosixPath(each.name).suffix),
            content=each.content,
        )
        for each in result.documents
    )


def _media_type(format: AnyFormat, suffix: str) -> str:
    return format.media_type if suffix == format.suffix else media_type_of(suffix)


def read_result(format: AnyFormat, result: Result) -> Document:
    """Return what readers see in the *result* of a *format*; without any, nothing."""
    pieces = pieces_of(format, result)
    return _together(pieces) if isinstance(result, Bundle) else pieces[0].document


def _together(pieces: tuple[Piece, ...]) -> Document:
    """Return several documents as one, of which every problem says where it is."""
    whole = joined((each.name, each.document) for each in pieces)
    return evolve(whole, structure=tuple(_structure(pieces)))


def _structure(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield what no text may change; what a document is called may come of one."""
    for number, piece in enumerate(pieces, start=1):
        suffix = PurePosixPath(piece.name).suffix
        yield f"document {number} ({suffix or 'no suffix'})"
        yield from piece.document.structure
