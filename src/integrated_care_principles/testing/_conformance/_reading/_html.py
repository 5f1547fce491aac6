"""HTML: what is open, what is closed, and what is read."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from integrated_care_principles.testing._conformance._reading._document import (
    TURNS,
    Document,
)
from integrated_care_principles.testing._conformance._reading._loading import (
    gauges_of,
    loaded_by,
    loaded_by_style,
)

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
# An end tag may be left out of these.
_OPEN_ENDED = frozenset(
    [
        "html",
        "head",
        "body",
        "li",
        "dt",
        "dd",
        "p",
        "rp",
        "rt",
        "option",
        "optgroup",
        "colgroup",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
)
_UNREAD = frozenset(("script", "style", "template"))
_FOLLOWED = frozenset(("href", "action", "formaction"))
# What is quoted in a tag can be escaped; the rest of it cannot.
_QUOTED = re.compile(r"""=\s*("[^"]*"|'[^']*')""")
# In these a value is code, and no mere text.
_CODE = frozenset(("style", "srcdoc"))
# In these the browser lets nothing in or out that turns the direction of writing.
_ISOLATES = frozenset(("bdi", "title"))


class _Reader(HTMLParser):
    """Collects what stands in a page while it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.text: list[str] = []
        self.structure: list[str] = []
        self.problems: list[str] = []
        self.links: list[str] = []
        self.turned: list[str] = []
        self.unescaped: list[str] = []
        self.loads: list[str] = []
        self.gauges: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        names = [name for name, _ in attrs]
        self.structure.append(f"<{' '.join((tag, *names))}>")
        if attrs or tag == "script":
            self._attributes(tag, {name: value or "" for name, value in attrs})
        if len(names) != len(set(names)):
            self.problems.append(f"<{tag}> has an attribute twice")
        if tag not in _VOID:
            isolates = tag in _ISOLATES or (
                "dir" in names and tag not in {"html", "body"}
            )
            self.open.append((tag, isolates))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that ends where it begins."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and what may end with it."""
        self.structure.append(f"</{tag}>")
        unclosed = list(self.open)
        while unclosed and unclosed[-1][0] != tag and unclosed[-1][0] in _OPEN_ENDED:
            unclosed.pop()
        if unclosed and unclosed[-1][0] == tag:
            self.open = unclosed[:-1]
        else:
            inside = f" inside of <{unclosed[-1][0]}>" if unclosed else ""
            self.problems.append(f"</{tag}> closes nothing{inside}")

    def handle_data(self, data: str) -> None:
        """Note what is read."""
        if self.open and self.open[-1][0] in _UNREAD:
            self.unescaped.append(data)
            self.loads += loaded_by_style(data)
            return
        self.text.append(data)
        isolated = any(each for _, each in self.open)
        if not (isolated or TURNS.isdisjoint(data)):
            self.turned.append(data)

    def handle_comment(self, data: str) -> None:
        """Note what no reader sees."""
        self.unescaped.append(data)

    def _attributes(self, tag: str, said: Mapping[str, str]) -> None:
        self.unescaped.append(_QUOTED.sub("=", self.get_starttag_text() or ""))
        self.loads += loaded_by(tag, said)
        self.gauges += gauges_of(tag, said)
        for name, value in said.items():
            self._attribute(name, value)

    def _attribute(self, name: str, value: str) -> None:
        if name in _CODE:
            self.unescaped.append(value)
            self.loads += loaded_by_style(value)
        if name in _FOLLOWED:
            self.links.append(value)
        if name.startswith("on"):
            self.problems.append(f"the attribute {name} runs a script")
        if name == "id":
            if value in self.ids:
                self.problems.append(f"the id {value!r} stands twice")
            self.ids.add(value)


def read_html(text: str) -> Document:
    """Return the elements of the page *text*."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    unclosed = [tag for tag, _ in reader.open if tag not in _OPEN_ENDED]
    problems = [*reader.problems, *(f"<{each}> is never closed" for each in unclosed)]
    if not text.lstrip().casefold().startswith("<!doctype html"):
        problems.append("it does not begin with <!doctype html>")
    return Document(
        text="\n".join(reader.text),
        structure=tuple(reader.structure),
        problems=tuple(problems),
        links=tuple(reader.links),
        turned=tuple(reader.turned),
        unescaped=tuple(reader.unescaped),
        loads=tuple(reader.loads),
        gauges=tuple(reader.gauges),
    )
