"""The format pdf: letters, and the fonts that have them."""

from io import BytesIO

import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import example, given, settings
from integrated_care_principles_pdf import PdfOptions, pdf
from integrated_care_principles_pdf._fonts import loaded
from integrated_care_principles_pdf._typesetting import typeset

from integrated_care_principles.reporting import OptionError, options_of
from integrated_care_principles.testing import texts
from tests.reports import saying
from tests.tagged import text


def annual(said: str, *, fonts: tuple[bytes, ...] = ()) -> str:
    """Return what can be read in the text for the annual report, with that answer."""
    options = PdfOptions(parts=("annual-report",), fonts=fonts)
    return text(pdf(saying(said), options))


@pytest.mark.parametrize(
    "said",
    [
        "Gàidhlig, Cymraeg, Łódź, ﬁ",
        "Ελληνικά Русский",
        "“quoted” 50 % … € £ ½",
        "a\u0301 b",
    ],
)
def test_letters_of_europe_are_there(said: str) -> None:
    """As they were written."""
    found = annual(said)

    assert said in found
    assert "code point" not in found


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("a 中 b", "a [U+4E2D] b"),
        ("中文中", "[U+4E2D][U+6587][U+4E2D]"),
        ("1\ufe0f\u20e3 and 1", "1[U+FE0F][U+20E3] and 1"),
        ("é\u20e3 and é", "é[U+20E3] and é"),
        ('"\u20e3 `\u20e3 \\\u20e3', '"[U+20E3] `[U+20E3] \\[U+20E3]'),
        ("\U0001f600", "[U+1F600]"),
        ("\U0001f3f4\U000e0067\U000e007f \U0001f9d1\U0001f3fd", "[U+1F3F4]"),
    ],
)
def test_a_letter_that_no_font_has_stands_as_its_code_point(
    said: str, read: str
) -> None:
    """It alone: not the letter on which it stands, nor that letter elsewhere."""
    found = annual(said)

    assert read in found
    assert "Letters that no font of this file has stand as their code points" in found


@settings(max_examples=15, deadline=None)
@example(said="\u0378\u0301\u20e3")
@given(said=texts())
def test_any_text_can_be_set(said: str) -> None:
    """Whatever Hypothesis invents, there is a file, and the words around it are there."""
    found = annual(f"begin {said} end")

    assert "begin" in found
    assert "end" in found


def test_what_is_no_matter_of_letters_is_no_matter_of_ours() -> None:
    """Another error of the typesetter is not hidden."""
    with loaded(()) as fonts, pytest.raises(typst.TypstError, match="title"):
        typeset({}, fonts)


def font(letters: str) -> bytes:
    """Return a font in which each of the *letters* is a square."""
    pen = TTGlyphPen(None)
    for number, point in enumerate([(0, 0), (0, 500), (500, 500), (500, 0)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    names = [".notdef", *(f"uni{ord(each):04X}" for each in letters)]
    made = FontBuilder(1000)
    made.setupGlyphOrder(names)
    made.setupCharacterMap(dict(zip(map(ord, letters), names[1:], strict=True)))
    made.setupGlyf(dict.fromkeys(names, pen.glyph()))
    made.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable(
        {
            "familyName": f"Squares {letters}",
            "styleName": "Regular",
            "psName": "Squares",
        }
    )
    made.setupOS2()
    made.setupPost()
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_fonts_of_ones_own_have_their_letters() -> None:
    """Several add up, and what they lack is set as without them."""
    found = annual("a 中文 b 国", fonts=(font("中"), font("文a")))

    assert "a 中文 b [U+56FD]" in found


def test_what_is_no_font_is_refused() -> None:
    """Before anything is laid out, and with what to give instead."""
    for each in (b"", b"\0\1\0\0", b"no font"):
        with pytest.raises(OptionError, match=r"a font \(.ttf or .otf\)"):
            PdfOptions(fonts=(each,))


def test_fonts_are_read_from_files() -> None:
    """So that the command line takes ``-O fonts=@board.ttf``, several times."""
    (found,) = [each for each in options_of(PdfOptions) if each.name == "fonts"]

    assert found.from_file
    assert found.many
