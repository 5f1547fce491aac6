"""Several documents that are one report."""

import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

from attrs import frozen

from integrated_care_principles.reporting import safe

_LONGEST = 200


@frozen
class Document:
    """
    One document of a bundle.

    Attributes:
        name: Where it stands in the bundle, such as ``tables/scores.csv``.

        content: Text is written as UTF-8.
    """

    name: str
    content: str | bytes


@frozen
class Bundle:
    """
    Several documents that are one report; the host writes them as a folder or a zip.

    Names are relative, with ``/`` between folders, and safe on any system:
    `safe.file_name` makes such a part of any text.

    Attributes:
        documents: In the order in which a zip holds them.
    """

    documents: tuple[Document, ...]

    def __attrs_post_init__(self) -> None:
        if problems := [*_malformed(self.documents)] or [*_repeated(self.documents)]:
            raise ValueError("; ".join(problems))


def _malformed(documents: object) -> Iterator[str]:
    """Yield what is wrong with documents one by one."""
    if not isinstance(documents, tuple) or not documents:
        yield "a bundle is made of a tuple of one or more Documents"
        return
    for each in documents:
        if not isinstance(each, Document) or type(each.name) is not str:
            yield f"{type(each).__name__} is not a Document with a text as its name"
        elif type(each.content) not in (str, bytes):
            kind = type(each.content).__name__
            yield f"the document {each.name!r} is {kind}, neither text nor bytes"
        elif (better := _safe(each.name)) != each.name:
            yield f"{each.name!r} is no safe name in a bundle; {better!r} would be"


def _safe(name: str) -> str:
    parts = [each for each in name.split("/") if each not in ("", ".", "..")]
    return "/".join(safe.file_name(each, longest=_LONGEST) for each in parts or [name])


def _repeated(documents: tuple[Document, ...]) -> Iterator[str]:
    """Yield which names cannot stand beside each other on every system."""
    folders = {
        _folded(str(folder))
        for each in documents
        for folder in PurePosixPath(each.name).parents
    }
    seen: set[str] = set()
    for each in documents:
        name = _folded(each.name)
        if name in seen or name in folders:
            yield f"{each.name!r} stands in the bundle beside another of that name"
        seen.add(name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
