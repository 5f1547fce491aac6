"""A paper set in type, with a code point for each letter that no font has."""

import json
import re
from functools import cache
from importlib.resources import files
from unicodedata import category

import typst

from integrated_care_principles_pdf._data import Data

# As the compiler says it, with the text as Rust writes one.
_NOT_DISPLAYED = re.compile(
    r"the text `\"(.|\\u\{[0-9a-f]+\})\"` could not be displayed"
)
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
# That stand on another letter, enclose it, or say how it looks.
_MARKS = ("Mn", "Mc", "Me", "Cf")


def typeset(paper: Data, fonts: typst.Fonts) -> bytes:
    """
    Return a *paper*, as the template wants it, as PDF/UA-1.

    That asks for a glyph for each letter. One that no font has stands as its code point,
    and the paper says so.
    """
    lacking: frozenset[str] = frozenset()
    while True:
        try:
            return _compiled(paper, lacking, fonts)
        except typst.TypstError as error:
            more = _not_displayed(error, lacking)
            if not more:
                raise
            lacking |= more


def _compiled(paper: Data, lacking: frozenset[str], fonts: typst.Fonts) -> bytes:
    names = {ord(each): f"U+{ord(each):04X}" for each in sorted(lacking)}
    # Keys and marks of JSON are ASCII, which a font always has.
    text = json.dumps({**paper, "lacking": [*names.values()]}, ensure_ascii=False)
    return typst.compile(
        _template(),
        font_paths=fonts,
        format="pdf",
        sys_inputs={
            "paper": text.translate({each: f"[{name}]" for each, name in names.items()})
        },
        pdf_standards="ua-1",
    )


@cache
def _template() -> bytes:
    return (files("integrated_care_principles_pdf") / "paper.typ").read_bytes()


def _not_displayed(error: typst.TypstError, lacking: frozenset[str]) -> set[str]:
    """
    Return letters for which no font has a glyph.

    A mark that no font has drags along the letter that it stands on, be it an ``a``. So
    first the marks are named, and with that the letters have their glyphs again.
    """
    found = _NOT_DISPLAYED.findall(error.diagnostic)
    every = {
        chr(int(each[1], 16)) if (each := _CODE_POINT.fullmatch(text)) else text
        for text in found
    }
    letters = every - lacking
    return {each for each in letters if category(each) in _MARKS} or {
        each for each in letters if not each.isascii()
    }
