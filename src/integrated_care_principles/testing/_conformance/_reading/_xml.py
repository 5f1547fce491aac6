"""XML."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from attrs import evolve

from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.text import gist

_UNREAD = frozenset(("script", "style", "metadata"))


def read_drawn(text: str) -> Document:
    """Return what people see in *text*, a picture or page: no attribute, no style."""
    document, elements = _parsed(text)
    scripts = sorted(
        name for each in elements for name in each.attrib if name.startswith("on")
    )
    problems = tuple(f"the attribute {each} runs a script" for each in scripts[:1])
    return evolve(
        document,
        text=_lines(_seen(elements[0]) if elements else ()),
        problems=document.problems + problems,
    )


def read_xml(text: str) -> Document:
    """Return the elements of *text*, in which attributes are data like any other."""
    document, _ = _parsed(text)
    return document


def _parsed(text: str) -> tuple[Document, list[ET.Element]]:
    try:
        root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - the format on trial wrote it
    except (ET.ParseError, ValueError, LookupError) as error:
        return Document(problems=(gist(error),)), []
    elements = list(root.iter())
    document = Document(
        text=_lines(_said(root)),
        structure=tuple(_tag(each) for each in elements),
        links=tuple(_links(elements)),
        percents=tuple(_percents(elements)),
    )
    return document, elements


def _name(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _said(element: ET.Element) -> Iterator[str]:
    """Yield what *element* says, attributes included, in the order in which it is read."""
    yield from element.attrib.values()
    yield element.text or ""
    for each in element:
        yield from _said(each)
        yield each.tail or ""


def _seen(element: ET.Element) -> Iterator[str]:
    """Yield what is seen of a drawn *element*, in the order in which it is read."""
    if _name(element.tag) not in _UNREAD:
        yield element.text or ""
        for each in element:
            yield from _seen(each)
            yield each.tail or ""


def _tag(element: ET.Element) -> str:
    return f"<{' '.join((element.tag, *element.attrib))}> of {len(element)}"


def _links(elements: list[ET.Element]) -> Iterator[str]:
    for each in elements:
        for name, value in each.attrib.items():
            if _name(name) in {"href", "src"}:
                yield value


def _percents(elements: list[ET.Element]) -> Iterator[str]:
    for each in elements:
        if "percent" in each.tag.casefold():
            yield each.text or ""
        for name, value in each.attrib.items():
            if "percent" in name.casefold():
                yield value
