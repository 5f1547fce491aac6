"""XML."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.text import gist


def read_xml(text: str) -> Document:
    """Return the elements of *text*."""
    try:
        root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - as above
    except (ET.ParseError, ValueError, LookupError) as error:
        return Document(problems=(gist(error),))
    elements = list(root.iter())
    return Document(
        text="\n".join(_said(elements)),
        structure=tuple(_tag(each) for each in elements),
        links=tuple(_links(elements)),
        percents=tuple(_percents(elements)),
    )


def _said(elements: list[ET.Element]) -> Iterator[str]:
    for each in elements:
        yield from filter(None, (each.text, *each.attrib.values(), each.tail))


def _tag(element: ET.Element) -> str:
    return f"<{' '.join((element.tag, *element.attrib))}> of {len(element)}"


def _links(elements: list[ET.Element]) -> Iterator[str]:
    for each in elements:
        for name, value in each.attrib.items():
            if name.rpartition("}")[2] in {"href", "src"}:
                yield value


def _percents(elements: list[ET.Element]) -> Iterator[str]:
    for each in elements:
        if "percent" in each.tag.casefold():
            yield each.text or ""
        for name, value in each.attrib.items():
            if "percent" in name.casefold():
                yield value
