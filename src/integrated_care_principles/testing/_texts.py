"""Texts that people, spreadsheets and attackers write."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

# What programs take for something else, or lay out wrongly.
_HOSTILE = (
    "007",
    "1e3",
    "1.10",
    "1/2",
    "TRUE",
    "nan",
    "null",
    "None",
    "-",
    "=1+1",
    "+44 131 556 8400",
    "-2+3",
    "@SUM(A1:A9)",
    "  =1+1",
    "\t=1+1",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "'quoted",
    'a "word", and; more',
    "a | b | c",
    "---",
    "# Heading",
    "1. one\n2. two",
    "*bold* _x_ `code` ~~gone~~ \\",
    "[here](javascript:alert(1))",
    "<script>alert(1)</script>",
    "</td></table>",
    '"><img src=x onerror=alert(1)>',
    "&amp; &#60; <!-- -->",
    "]]>",
    "{{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "../../etc/passwd",
    "two\nlines",
    "two\n\n\nparagraphs ",
    "a\tb",
    " before and after ",
    "שלום עולם",
    "مرحبا 123",
    "\u202egnp.exe\u202c",  # drawn from right to left
    "\u2066isolated",
    "e\u0301 \u0301 a\u0308\u0323",  # marks that combine, one with nothing
    "👩\u200d⚕️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🧑🏽",
    "ﬁ İ ß ẞ",
    "zero\u200bwidth\ufeff",
    "line\u2028paragraph\u2029",
    "no\u00a0break",
    "\ufffe \ufffd \U0010ffff",
    "a" * 300,
)
_BLANK = ("", " ", "\n", "\t \n", "\u00a0", "\u2003\u3000", "\u2028")

# Nothing in a word is white space: what Python takes for it is in these categories.
_WORD = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Z")), min_size=1, max_size=9
)
_SAID = st.sampled_from(_HOSTILE) | _WORD | _WORD.map(" \t{}\n".format)
_ANY = st.sampled_from(_BLANK) | _SAID


def texts(*, blank: bool = True) -> SearchStrategy[str]:
    """
    Return a strategy for every text that may stand in an assessment or a catalogue.

    That is without control characters but newline and tab, and without surrogates.

    Args:
        blank: Whether it may be empty, or of white space alone.
    """
    return _ANY if blank else _SAID
