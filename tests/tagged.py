"""What stands in a tagged PDF, as those who do not see its pages meet it."""

from collections.abc import Iterator
from io import BytesIO

import pypdf
from attrs import frozen
from pypdf.generic import IndirectObject


@frozen(kw_only=True)
class Tag:
    """An element of the structure: its kind, how deep it is, and its title."""

    kind: str
    depth: int
    title: str = ""


def tags(data: bytes) -> list[Tag]:
    """Return the elements of the structure, in the order of reading."""
    root = read(data).trailer["/Root"]
    return [*_tags(root["/StructTreeRoot"]["/K"], 0)]  # type: ignore[index]  # of PDF


def read(data: bytes) -> pypdf.PdfReader:
    """Return what pypdf reads in a file."""
    return pypdf.PdfReader(BytesIO(data))


def text(data: bytes) -> str:
    """Return the words on all pages, with one space between them."""
    pages = (each.extract_text() for each in read(data).pages)
    return " ".join(" ".join(pages).replace("\u200b", "").split())


def _tags(node: object, depth: int) -> Iterator[Tag]:
    value = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(value, list):
        for each in value:
            yield from _tags(each, depth)
    elif isinstance(value, dict):
        if "/S" in value:
            kind, title = str(value["/S"])[1:], str(value.get("/T", ""))
            yield Tag(kind=kind, depth=depth, title=title)
        yield from _tags(value.get("/K"), depth + 1)
