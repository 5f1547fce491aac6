"""XML."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from attrs import evolve

from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.testing._conformance._reading._loading import (
    gauges_of,
    loaded_by,
    loaded_by_style,
)
from integrated_care_principles.text import gist

_UNREAD = frozenset(("script", "style", "metadata"))


def read_drawn(text: str) -> Document:
    """Return what people see in *text*, a picture or page: no attribute, no style."""
    document, elements = _parsed(text)
    scripts = sorted(
        name for each in elements for name in each.attrib if name.startswith("on")
    )
    problems = tuple(f"the attribute {each} runs a script" for each in scripts[:1])
    code = tuple(_code(elements))
    return evolve(
        document,
        text=_lines(_seen(elements[0]) if elements else ()),
        problems=document.problems + problems,
        unescaped=document.unescaped + code,
        loads=(
            *_loads(elements),
            *(one for each in code for one in loaded_by_style(each)),
        ),
        gauges=tuple(one for each in elements for one in gauges_of(*_plain(each))),
    )


def read_xml(text: str) -> Document:
    """Return the elements of *text*, in which attributes are data like any other."""
    document, _ = _parsed(text)
    return document


def _parsed(text: str) -> tuple[Document, list[ET.Element]]:
    remarks: list[str] = []
    try:
        root = _root(text, remarks)
    except (ET.ParseError, ValueError, LookupError) as error:
        return Document(problems=(gist(error),)), []
    elements = list(root.iter())
    document = Document(
        unescaped=tuple(remarks),
        text=_lines(_said(root)),
        structure=tuple(_tag(each) for each in elements),
        links=tuple(_links(elements)),
        percents=tuple(_percents(elements)),
    )
    return document, elements


class _Builder(ET.TreeBuilder):
    """Builds a tree, and keeps beside it what is no part of it."""

    def __init__(self, remarks: list[str]) -> None:
        super().__init__()
        self.remarks = remarks

    def comment(self, text: str | None, /) -> ET.Element:
        """Keep a comment."""
        self.remarks.append(text or "")
        return super().comment(text)

    def pi(self, target: str, text: str | None = None, /) -> ET.Element:
        """Keep an instruction to whoever processes the document."""
        self.remarks.append(f"{target} {text}")
        return super().pi(target, text)


def _root(text: str, remarks: list[str]) -> ET.Element:
    parser = ET.XMLParser(target=_Builder(remarks))  # noqa: S314 - the format wrote it
    parser.feed(text.encode("utf-8"))
    root = parser.close()
    assert isinstance(root, ET.Element)  # noqa: S101 - for the reader, and for mypy
    return root


def _plain(element: ET.Element) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of an *element* without namespaces."""
    attributes = {_name(name): value for name, value in element.attrib.items()}
    return _name(element.tag).casefold(), attributes


def _loads(elements: Iterable[ET.Element]) -> Iterator[str]:
    for each in elements:
        yield from loaded_by(*_plain(each))


def _code(elements: Iterable[ET.Element]) -> Iterator[str]:
    """Yield scripts and styles, which no escaping makes text."""
    for each in elements:
        if _name(each.tag) in {"script", "style"}:
            yield "".join(each.itertext())
        yield from (value for name, value in each.attrib.items() if name == "style")


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
