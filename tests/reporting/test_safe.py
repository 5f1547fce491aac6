"""Text of strangers can stand where it is put, whatever it is."""

import re
import unicodedata
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from inspect import isfunction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from integrated_care_principles.reporting import safe

# What turns the direction of writing, by the names that Unicode gives it.
TURNS = (
    "\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}"
    "\N{POP DIRECTIONAL FORMATTING}\N{LEFT-TO-RIGHT OVERRIDE}"
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}"
    "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
)
FORMULA_SIGNS = (
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    "\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
ODD = f"{TURNS}{FORMULA_SIGNS}{BREAKS}\0\x1b\x9b\t \u3000\xa0\ud800\udfff\ufffe\uffff"
MARKUP = r"""\`*_{}[]()#+-=.!|~<>&:$"'/;,?@^%1a"""

# Any text at all, lone surrogates included, and much of it hostile.
any_text = (
    st.text(st.characters())
    | st.text(st.sampled_from(ODD + MARKUP))
    | st.text(st.sampled_from(f"{FORMULA_SIGNS}'\t\r\n \u30001"), max_size=5)
)

# All but `csv_text`, which reads.
WRITERS = (
    safe.line,
    safe.plain,
    safe.html,
    safe.link,
    safe.csv_cell,
    safe.markdown,
    safe.xml,
    safe.file_name,
)
each_writer, each_function = (
    pytest.mark.parametrize("function", functions, ids=lambda each: each.__name__)
    for functions in (WRITERS, (*WRITERS, safe.csv_text))
)


def test_every_function_is_tried() -> None:
    """Who adds one to the module is told to add it here."""
    public = {
        name
        for name, value in vars(safe).items()
        if isfunction(value) and value.__module__ == safe.__name__
    }

    assert {each.__name__ for each in WRITERS} | {"csv_text"} == {
        each for each in public if not each.startswith("_")
    }


def cleaned(text: str, *, but: str = "\ufffe\uffff") -> str:
    """Return *text* as a report could hold it, *but* for these: an own reading of it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        each
        for each in lines
        if each in "\n\t"
        or (unicodedata.category(each) not in {"Cc", "Cs"} and each not in but)
    )


class Reader(HTMLParser):
    """What a browser sees of one element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag."""
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        """Remember the text."""
        self.text += data


@each_function
@given(text=any_text)
@example(text="".join(map(chr, range(0x300))))
@example(text="x" * 100_000)
def test_every_function_takes_any_text(
    function: Callable[[str], str | None], text: str
) -> None:
    """No text makes a function fail."""
    assert isinstance(function(text), str | None)


@each_writer
@given(text=any_text)
@example(text="".join(map(chr, range(0xA0))))
@example(text="https://a\x1b.example/")
@example(text="\ud800")
def test_nothing_comes_out_that_no_report_can_hold(
    function: Callable[[str], str | None], text: str
) -> None:
    """Whatever goes in, no control character comes out, and no half of a letter."""
    out = function(text) or ""

    assert cleaned(out, but="" if function is safe.csv_cell else "\ufffe\uffff") == out
    assert out == out.encode().decode()


@each_function
@pytest.mark.parametrize("text", ["Head of Adult Services", "Ärztin Ø 医", "007"])
def test_harmless_words_stay_as_they_are(
    function: Callable[[str], str | None], text: str
) -> None:
    """What could harm nowhere is left alone, but that it is no link."""
    assert (None if function is safe.link else text) == function(text)


# line


@given(any_text)
def test_a_line_is_one_line(text: str) -> None:
    """Nothing in a line breaks it, moves in it, turns it, or cannot be encoded."""
    line = safe.line(text)

    assert line.splitlines() in ([], [line])
    assert not set(line) & set(TURNS)
    assert {"Cc", "Cs"}.isdisjoint(map(unicodedata.category, line))
    assert line == line.encode().decode()


@given(any_text)
def test_a_line_keeps_what_can_be_read(text: str) -> None:
    """A line has all that was in the text but white space and what is taken out."""
    kept = "".join(cleaned(text).split())

    assert "".join(each for each in kept if each not in TURNS) == "".join(
        safe.line(text).split()
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" one\ntwo\r\nthree\rfour\t five ", "one two three four five"),
        ("\x1b[2Jgone", "[2Jgone"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("a\u2028b\u2029c\xa0d", "a b c d"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_white_space_in_a_line_is_one_space(text: str, line: str) -> None:
    """Words stay apart, by one space each."""
    assert line == safe.line(text)


# html and xml


@given(any_text)
def test_html_reads_back(text: str) -> None:
    """A browser sees the text, in content and attributes, and no element of it."""
    escaped = safe.html(text)
    reader = Reader(f"<p title=\"{escaped}\" lang='{escaped}'>{escaped}</p>")

    assert [("p", [("title", cleaned(text)), ("lang", cleaned(text))])] == reader.tags
    assert cleaned(text) == reader.text


@given(any_text)
def test_xml_reads_back(text: str) -> None:
    """A reader of XML sees the text, in content and attributes, and no element of it."""
    escaped = safe.xml(text)
    document = f"<p a=\"{escaped}\" b='{escaped}'>{escaped}</p>"
    element = ET.fromstring(document)  # noqa: S314 - our own

    assert {"a": cleaned(text), "b": cleaned(text)} == element.attrib
    assert cleaned(text) == (element.text or "")
    assert [] == list(element)


@pytest.mark.parametrize("function", [safe.html, safe.xml])
@given(text=any_text)
def test_no_sign_of_markup_is_let_through(
    function: Callable[[str], str], text: str
) -> None:
    """No angle bracket and no quote is let through, and each & begins a reference."""
    escaped = function(text)

    assert not set("<>\"'") & set(escaped)
    assert escaped.count("&") == len(re.findall(r"&(lt|gt|amp|quot|#x?\w+);", escaped))


def test_html_and_xml_escape_what_they_must() -> None:
    """The same references stand for the same signs."""
    escaped = "&lt;a b=&quot;&amp;amp;&#x27;&quot;&gt;"

    assert escaped == safe.html("""<a b="&amp;'">""")
    assert escaped == safe.xml("""<a b="&amp;'">""")
    assert ("a\tb\n", "a&#9;b&#10;") == (safe.html("a\tb\n"), safe.xml("a\tb\n"))


# link


@pytest.mark.parametrize(
    "url",
    [
        "https://www.gov.scot/a-b/c_d/?e=f&g=%20h#i",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "https://user@example.org:8080/",
        "https://[2001:db8::1]/",
        "https://bücher.example/ä",
        "mailto:someone@example.org",
        "mailto:someone@example.org?subject=Strathenlow",
    ],
)
def test_a_web_or_mail_address_is_a_link(url: str) -> None:
    """Addresses on the web and of mail are followed, as they are."""
    assert url == safe.link(url)
    assert url == safe.link(f" {url}\n")


@pytest.mark.parametrize(
    "url",
    [
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "java\0script:alert(1)",
        "\x01javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "ftp://example.org/",
        "blob:https://example.org/",
        "view-source:https://example.org/",
        "example.org",
        "www.example.org/a",
        "//example.org/a",
        "/a/b",
        "a/b.html",
        "#a",
        "?a=b",
        "http:",
        "http:example.org",
        "https://",
        "https:///a",
        "https:\\\\example.org",
        "mailto:",
        "https://example.org/a b",
        "https://example.org/a\nb",
        "https://example.org/a\rb",
        "https://example.org/a\u2028b",
        "https://example.org/a\xa0b",
        "https://example.org/\x1b[2J",
        "https://example.org/\u202egnp",
        "https://example.org/\ud800",
        "https://[::1",
        "https://exa\u2100mple.org/",
    ],
)
def test_nothing_else_is_a_link(url: str) -> None:
    """What is relative, of another scheme, or in any way odd is not followed."""
    assert safe.link(url) is None


@given(
    scheme=st.sampled_from(("https://", "http://a", "mailto:a", "HttP://b/", ""))
    | st.text(st.sampled_from("aijopstv:/ \n\t\0J"), max_size=12),
    rest=any_text,
)
def test_a_link_has_one_of_three_schemes(scheme: str, rest: str) -> None:
    """Whatever comes out is absolute, of a good scheme, and without a gap."""
    link = safe.link(f"{scheme}{rest}")

    assert link is None or re.match(r"(?i)(https?://.|mailto:.)", link)
    assert link is None or link == safe.line(link).replace(" ", "")


# CSV


@given(any_text)
def test_a_csv_cell_reads_back(text: str) -> None:
    """What the guard puts on can be taken off, for every text that a report can hold."""
    assert cleaned(text, but="") == safe.csv_text(safe.csv_cell(text))


@given(any_text)
def test_a_csv_cell_never_begins_like_a_formula(text: str) -> None:
    """No cell begins with a sign of a formula, also after spaces, nor a tab."""
    cell = safe.csv_cell(text)

    assert cell.lstrip()[:1] not in set(FORMULA_SIGNS)
    assert cell[:1] not in {"\t", "\r"}


@given(any_text)
def test_a_csv_cell_is_the_text_or_guarded(text: str) -> None:
    """The guard is one apostrophe, and only before what needs it."""
    cell = safe.csv_cell(text)
    kept = cleaned(text, but="")
    bare = kept.lstrip("'")
    needs = bare.lstrip()[:1] in set(FORMULA_SIGNS) or (
        "\t" in bare[: len(bare) - len(bare.lstrip())]
    )

    assert (f"'{kept}" if needs else kept) == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("+44 131 556 8400", "'+44 131 556 8400"),
        ("\ttab", "'\ttab"),
        ("\N{FULLWIDTH EQUALS SIGN}1+1", "'\N{FULLWIDTH EQUALS SIGN}1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("\u3000-1", "'\u3000-1"),
        ("'=1+1", "''=1+1"),
        ("''=1+1", "'''=1+1"),
        ("", ""),
        ("'", "'"),
        ("'quoted'", "'quoted'"),
        ("1-2", "1-2"),
        ("a=b", "a=b"),
        ("\nnext", "\nnext"),
    ],
)
def test_only_what_looks_like_a_formula_is_guarded(text: str, cell: str) -> None:
    """Text that no spreadsheet takes for anything else is not touched."""
    assert cell == safe.csv_cell(text)
    assert text == safe.csv_text(cell)


def test_what_hides_a_formula_is_taken_out_first() -> None:
    """A sign that no report can hold, and no spreadsheet shows, guards nothing."""
    assert "'=1+1" == safe.csv_cell("\0=1+1")
    assert "'\n=1+1" == safe.csv_cell("\r=1+1")


# Markdown


@given(any_text)
def test_markdown_reads_back(text: str) -> None:
    """Taking the escapes off gives the text, in one line."""
    escaped = safe.markdown(text)
    pieces = re.split(r"\\(.)", escaped)
    read = "".join(
        piece if index % 2 else unescape(piece) for index, piece in enumerate(pieces)
    )

    assert safe.line(text) == read


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("# ", ""), ("- ", ""), ("word ", " word"), ("1", "")],
)
@given(text=any_text | st.text(st.sampled_from("0123456789.)-+=# !()<w:/")))
def test_nothing_in_markdown_is_markup(before: str, after: str, text: str) -> None:
    """Wherever it stands, it is read as the text that it is."""
    line = safe.line(text)
    written = f"{before}{safe.markdown(text)}{after}"
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written)
    inlines = [each for each in tokens if each.type == "inline"]
    children = [child for each in inlines for child in each.children or ()]

    assert {each.type for each in children} <= {"text"}
    read = "".join(each.content for each in children)
    kept = before if before not in ("# ", "- ") else ""
    assert read == f"{kept}{line}{after}".strip()
    block = {"": "paragraph", "# ": "heading", "- ": "list_item"}.get(
        before, "paragraph"
    )
    assert not line or f"{block}_open" in {each.type for each in tokens}


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# Heading", r"\# Heading"),
        ("one\n===", "one ==="),
        ("===", r"\=\=\="),
        ("1. one\n2. two", r"1\. one 2. two"),
        ("2) two", r"2\) two"),
        (". one", r"\. one"),
        ("- one - two", r"\- one - two"),
        ("-5 (of 7)", "-5 (of 7)"),
        ("Q1.1: 2025-26!", "Q1.1: 2025-26!"),
        ("www.example.org :x:", r"www\.example.org \:x:"),
        ("a | b", r"a \| b"),
        ("[here](javascript:alert(1))", r"\[here\](javascript\:alert(1))"),
        ("<b>&lt;", r"&lt;b\>\&lt;"),
        ("    code", "code"),
        (r"\*", r"\\\*"),
        ("$x$", r"\$x\$"),
    ],
)
def test_markdown_escapes_what_it_must(text: str, escaped: str) -> None:
    """A sign of Markdown gets a backslash, and < a reference."""
    assert escaped == safe.markdown(text)


# File names


@given(text=any_text, longest=st.integers(1, 300))
@example(text="con." + "a" * 300, longest=100)
@example(text="con " + "-" * 300 + "a", longest=100)
@example(text="é" * 300, longest=100)
def test_a_file_name_is_one_on_any_system(text: str, longest: int) -> None:
    """A file name is not empty, not too long, no path, and nothing special."""
    name = safe.file_name(text, longest=longest)

    assert 1 <= len(name.encode()) <= longest
    assert not set('<>:"/\\|?*') & set(name)
    assert name == safe.line(name)
    assert name == name.strip(" .-")
    assert not re.match(r"(?i)(con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]) *(\.|$)", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("North: 2025/26", "North- 2025-26"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\a", "C-a"),
        ("~/.ssh", "~-.ssh"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("ends with a dot.", "ends with a dot"),
        ("", "_"),
        ("...", "_"),
        ("/", "_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("com¹", "_com¹"),
        ("lpt1 .a", "_lpt1 .a"),
        ("console", "console"),
        ("two\nlines", "two lines"),
        ("Ünïcødé 医", "Ünïcødé 医"),
        ("a" * 300, "a" * 99),
        ("é" * 300, "é" * 49),
    ],
)
def test_a_file_name_keeps_what_it_can(text: str, name: str) -> None:
    """What no system minds stays in a file name."""
    assert name == safe.file_name(text)


@pytest.mark.parametrize("text", [*ODD, *MARKUP, "x" * 1000, "é" * 1000, ""])
def test_a_file_can_be_made_under_its_name(tmp_path: Path, text: str) -> None:
    """A file of that name with a suffix stands in its folder, and nowhere else."""
    (tmp_path / f"{safe.file_name(text)}.html").touch()

    assert 1 == len(list(tmp_path.iterdir()))
