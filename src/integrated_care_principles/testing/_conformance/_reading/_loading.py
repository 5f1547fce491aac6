"""What elements and styles of a page or picture fetch from elsewhere, or run."""

import re
from collections.abc import Iterator, Mapping

# Attributes by which a browser fetches something as soon as it shows the page.
_FETCHING = frozenset(("src", "srcset", "poster", "data", "background"))
# Links of a page that only say something of it, and that nothing is fetched for.
_SAYING = frozenset(("alternate", "author", "canonical", "help", "license", "me"))
# What holds data and is not run.
_DATA = re.compile(r"(?i)application/([a-z0-9.]+\+)?json")
_STYLE = re.compile(r"""(?i)(@import\b[^;]*|url\(\s*["']?(?!data:|\#)[^)]*\)?)""")
_WITHIN = re.compile(r"(?i)\s*(#|data:(image|font|audio|video)/|$)")
_LENGTH = re.compile(r"(?i)(?:^|;)\s*(?:width|height|inline-size)\s*:\s*([0-9.]+\s*%)")


def loaded_by(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield what an element fetches or runs; names are without a namespace."""
    if tag == "script" and not _DATA.fullmatch(attributes.get("type", "")):
        yield "<script>"
    for name, value in attributes.items():
        if _fetches(tag, name, attributes) and not _WITHIN.match(value):
            yield value
    if attributes.get("http-equiv", "").casefold() == "refresh":
        yield "<meta http-equiv=refresh>"


def _fetches(tag: str, name: str, attributes: Mapping[str, str]) -> bool:
    if name in _FETCHING:
        return tag != "input" or name == "src"
    if name != "href":
        return False
    if tag == "link":
        return not _SAYING.issuperset(attributes.get("rel", "").casefold().split())
    return tag in {"image", "use", "feimage"}


def loaded_by_style(style: str) -> Iterator[str]:
    """Yield what a sheet or attribute of styles fetches."""
    yield from (each.strip() for each in _STYLE.findall(style))


def gauges_of(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield how far an element reaches that is a bar."""
    if tag in {"meter", "progress"} and "value" in attributes:
        yield attributes["value"]
    if tag == "rect" and "width" in attributes:
        yield attributes["width"]
    if "style" in attributes:
        yield from _LENGTH.findall(attributes["style"])
