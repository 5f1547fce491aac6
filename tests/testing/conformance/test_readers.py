"""What readers see in what formats give, and what they refuse."""

import pytest

from integrated_care_principles.testing._conformance._reading import (
    Document,
    family,
    read,
)

PAGE = "<!doctype html>"


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/plain", "plain"),
        ("text/x-anything", "plain"),
        ("text/csv; header=present", "csv"),
        ("TEXT/HTML", "html"),
        ("application/xhtml+xml", "drawn"),
        ("image/svg+xml", "drawn"),
        ("application/atom+xml", "xml"),
        ("application/x-ndjson", "json-lines"),
        ("text/calendar; charset=utf-8", "content-lines"),
        ("text/tab-separated-values", "tsv"),
        ("text/rtf", ""),
        ("application/ld+json", "json"),
        ("application/pdf", ""),
        ("nonsense", ""),
    ],
)
def test_which_reader_reads_what(media_type: str, expected: str) -> None:
    """The subtype decides, or its suffix; any other text mostly stands for itself."""
    assert expected == family(media_type)


def test_a_byte_order_mark_is_no_text() -> None:
    """Bytes are read as UTF-8, with or without a mark."""
    assert "a" == read("text/plain", b"\xef\xbb\xbfa").text
    assert read("text/plain", b"\xff").problems


@pytest.mark.parametrize(
    ("media_type", "text", "problem"),
    [
        ("text/plain", "a\x00", "U+0000"),
        ("text/csv", '"a', "unexpected end of data"),
        ("text/csv", "a,b\r\nc\r\n", "row 2 has 1 cells"),
        ("text/html", "<p>x", "doctype"),
        ("text/html", f"{PAGE}<div>", "<div> is never closed"),
        ("text/html", f"{PAGE}<ul><li>x</ul></div>", "</div> closes nothing"),
        ("text/html", f"{PAGE}<b><i></b></i>", "</b> closes nothing inside of <i>"),
        ("text/html", f"{PAGE}<p id=a><p id=a>", "the id 'a' stands twice"),
        ("text/html", f"{PAGE}<p class=a class=b>", "an attribute twice"),
        ("text/html", f"{PAGE}<p onclick=x()>", "onclick runs a script"),
        ("application/json", "{", "JSONDecodeError"),
        ("application/json", '{"a": 1, "a": 2}', "a key stands twice among a, a"),
        ("application/json", "[NaN]", "NaN is no JSON"),
        ("text/markdown", "```\nx", "never closed"),
        ("text/markdown", "\a", "U+0007"),
        ("text/markdown", "|a|b|\n|-|-|\n|c|\n", "line 3"),
        ("application/xml", "<a>", "ParseError"),
        ("image/svg+xml", "<a>", "ParseError"),
        ("image/svg+xml", "<a onload='x()'/>", "onload runs a script"),
        ("text/tab-separated-values", "a\tb\nc\n", "row 2 has 1 cells"),
        ("application/jsonl", "{}\n{\n", "line 2: JSONDecodeError"),
        ("application/jsonl", "{}\n\n{}\n", "line 2: JSONDecodeError"),
        ("text/calendar", "BEGIN:A\r\n", "BEGIN:A is never closed"),
        ("text/calendar", "BEGIN:A\r\nEND:B\r\n", "END:B closes nothing"),
        ("text/calendar", "END:B\r\n", "END:B closes nothing"),
        ("text/calendar", "no name\r\n", "'no name' has no name"),
        ("text/calendar", "a:b\ac", "U+0007"),
    ],
)
def test_what_is_not_well_formed(media_type: str, text: str, problem: str) -> None:
    """Each problem says what is wrong, and where that is known."""
    found, *_ = read(media_type, text).problems

    assert problem in found


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        ("text/html", f"{PAGE}<ul><li>a<li>b</ul><br/><svg><rect/></svg><p>c"),
        ("text/csv", 'a,"b\nc"\r\n'),
        ("text/csv", ""),
        ("text/markdown", "| a |\n|---|\n| b |\n\n---\n\n```\n|\n```\n"),
        ("text/markdown", "| a |\n|---|\n| b |"),
        ("text/plain", "a\r\nb\tc\n"),
        ("application/xml", '<?xml version="1.0"?><a b="c"/>'),
        ("image/svg+xml", "<a><style>b</style></a>"),
        ("text/tab-separated-values", 'a\t"b\nc\td'),
        ("text/tab-separated-values", ""),
        ("application/jsonl", ""),
        ("application/jsonl", '{"a": 1}\r\n[2]\r\n'),
        ("text/calendar", ""),
        ("text/calendar", 'BEGIN:A\r\nB;C="d:e";F=g:h:i\r\n j\r\nEND:A\r\n'),
    ],
)
def test_what_is_well_formed(media_type: str, text: str) -> None:
    """End tags that may be left out may be left out, and so on."""
    assert () == read(media_type, text).problems


def test_what_people_read() -> None:
    """Without escapes, guards, styles and scripts."""
    page = f"{PAGE}<style>p {{}}</style><p title='not read'>a &lt; <b>b</b>"

    assert "a < \nb" == read("text/html", page).text
    assert "=1\n007" == read("text/csv", "'=1,007").text
    assert "1. *a* &" == read("text/markdown", r"1\. \*a\* &amp;").text
    assert (
        "a\n007\nb\n1\ntrue"
        == read("application/json", '{"a": "007", "b": [1, true]}').text
    )
    assert "a\nb\nc\nd" == read("application/xml", "<x y='a'>b<z>c</z>d</x>").text


def test_what_people_read_in_pictures_and_lines() -> None:
    """No attribute of a picture; lines that go on in the next are one."""
    picture = "<svg a='1'><style>x</style><text>b<tspan>c</tspan>d</text></svg>"

    assert "b\nc\nd" == read("image/svg+xml", picture).text.strip("\n")
    assert "a,b\nc" == read("text/calendar", "D:a\\,\r\n b\\nc\r\n").text
    assert "=1\n2" == read("text/tab-separated-values", "'=1\t2\n").text
    assert "a\n1\n2" == read("application/jsonl", '{"a": 1}\n2\n').text


def test_what_can_be_followed() -> None:
    """Links of every syntax."""
    page = f"{PAGE}<a href='#top'>x</a><form action=y>"
    xml = "<a href='b'><c xmlns:x='urn:x' x:href='d' e='f'/></a>"

    assert ("#top", "y") == read("text/html", page).links
    assert ("x:y", "z:a") == read("text/markdown", "[a](x:y) <z:a>").links
    assert ("b", "d") == read("application/xml", xml).links
    assert ("b", "d") == read("image/svg+xml", xml).links
    assert ("x:y",) == read("text/vcard", "A:b:c\nURL;D=e:x:y\n").links


def test_what_is_called_percent() -> None:
    """Columns, keys, elements and attributes."""
    xml = "<a><percent>7</percent><percent/><b percent='8' c='9'/></a>"
    json = '{"percent": 7, "percents": [8], "b": {"percent": null, "c": 9}}'

    assert ("7",) == read("text/csv", "percent,a\r\n7,8\r\n").percents
    assert ("7", "8", "null") == read("application/json", json).percents
    assert ("7", "", "8") == read("application/xml", xml).percents


def test_what_turns_its_surroundings() -> None:
    """In pages only what is not isolated."""
    turned = "\u202ea"
    page = f"{PAGE}<body dir=auto><p>{turned}<bdi>{turned}</bdi><p dir=auto>{turned}"

    assert (turned,) == read("text/html", page).turned
    assert (turned,) == read("text/plain", f"b\n{turned}\n").turned
    assert (turned,) == read("text/markdown", turned).turned
    assert (turned,) == read("text/calendar", f"A:{turned}").turned


def test_what_a_spreadsheet_runs() -> None:
    """A sign alone is none."""
    assert ("=1", " +1") == read("text/csv", "=1, +1,-,'=1,a-b").formulas
    assert ("=1",) == read("text/tab-separated-values", "=1\t'=1\n").formulas


@pytest.mark.parametrize(
    ("media_type", "tame", "hostile"),
    [
        ("text/html", f"{PAGE}<p>a", f"{PAGE}<p><b>a</b>"),
        ("text/csv", "a,b", "a"),
        ("application/json", '["a"]', "[1]"),
        ("application/json", '{"a": 1}', '{"a": 1, "b": 1}'),
        ("application/xml", "<a/>", "<a b='c'/>"),
        ("image/svg+xml", "<a/>", "<a b='c'/>"),
        ("text/calendar", "A:b", "A;C=d:b"),
        ("text/tab-separated-values", "a", "a\tb"),
        ("text/markdown", "a", "# a"),
        ("text/markdown", "a", "1. a"),
        ("text/markdown", "a", "*a*"),
        ("text/markdown", "a", "> a"),
    ],
)
def test_what_is_structure(media_type: str, tame: str, hostile: str) -> None:
    """Tags, widths and types; not texts."""
    assert read(media_type, tame).structure != read(media_type, hostile).structure
    assert (
        read(media_type, tame).structure
        == read(media_type, tame.replace('"a"', '"b"')).structure
    )


def test_nothing_is_said_of_nothing() -> None:
    """An empty document has nothing."""
    assert Document() == Document(text="", structure=(), problems=())
