"""A paper set in type, with a code point for each letter that no font has."""

import json
import re
from functools import cache
from importlib.resources import files
from unicodedata import category

import typst

# As the compiler says it, with the text as Rust writes one.
_NOT_DISPLAYED = re.compile(
    r"the text `\"(.|\\u\{[0-9a-f]+\})\"` could not be displayed"
)
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
# That stand on another letter, enclose it, or say how it looks.
_MARKS = ("Mn", "Mc", "Me", "Cf")


def typeset(paper: dict[str, object], fonts: typst.Fonts) -> bytes:
    """
    Return a *paper*, as the template wants it, as PDF/UA-1.

    That asks for a glyph for each letter. One that no font has stands as its code point.
    """
    text = json.dumps(paper, ensure_ascii=False)
    while True:
        try:
            return _compiled(text, fonts)
        except typst.TypstError as error:
            missing = _not_displayed(error)
            mended = _with_code_points(text, missing)
            if mended == text:
                raise
            text = mended


def _compiled(paper: str, fonts: typst.Fonts) -> bytes:
    return typst.compile(
        _template(),
        font_paths=fonts,
        format="pdf",
        sys_inputs={"paper": paper},
        pdf_standards="ua-1",
    )


@cache
def _template() -> bytes:
    return (files(__package__) / "paper.typ").read_bytes()


def _not_displayed(error: typst.TypstError) -> set[str]:
    """
    Return letters for which no font has a glyph.

    A mark that no font has drags along the letter that it stands on, be it an ``a``. So
    first the marks are named, and with that the letters have their glyphs again.
    """
    found = _NOT_DISPLAYED.findall(error.diagnostic)
    letters = {
        chr(int(each[1], 16)) if (each := _CODE_POINT.fullmatch(text)) else text
        for text in found
    }
    return {each for each in letters if category(each) in _MARKS} or {
        each for each in letters if not each.isascii()
    }


def _with_code_points(text: str, missing: set[str]) -> str:
    """Return JSON in which what is *missing* is named; keys and marks of JSON are ASCII."""
    return text.translate({ord(each): f"[U+{ord(each):04X}]" for each in missing})
