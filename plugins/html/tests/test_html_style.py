"""A style sheet of one's own."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest
from integrated_care_principles_html import HtmlOptions, html

from integrated_care_principles.reporting import OptionError, options_of
from tests.reports import report_of

STYLE = ":root { --accent: #5b2a86; }\nh1 > a::after { content: '<>&\"'; }"


def styles(page: str) -> list[str]:
    """Return what stands in the style elements of a *page*."""
    return re.findall("(?s)<style>(.*?)</style>", page)


def hashes(page: str) -> list[str]:
    """Return the hashes that the policy of a *page* names."""
    return re.findall("'sha256-([^']*)'", unescape(page))


def test_it_stands_after_ours_as_it_was_given() -> None:
    """So that its rules win."""
    ours = styles(html(report_of()))
    page = html(report_of(), HtmlOptions(style=STYLE))

    assert styles(page) == [*ours, STYLE]


def test_the_policy_names_it() -> None:
    """By its hash; nothing else is let in."""
    hashed = b64encode(sha256(STYLE.encode()).digest()).decode()

    assert len(hashes(html(report_of()))) == 1
    assert hashes(html(report_of(), HtmlOptions(style=STYLE)))[1:] == [hashed]


@pytest.mark.parametrize(
    "style",
    [
        "a {} </style><script>x</script>",
        "</STYLE",
        "<!-- a {}",
        "a\0 {}",
        "a {}\r\n",
        "board.css",
    ],
)
def test_what_is_no_style_sheet_is_refused(style: str) -> None:
    """What would end it, and what a browser reads otherwise than it was hashed."""
    with pytest.raises(OptionError, match="rules of CSS"):
        HtmlOptions(style=style)


def test_it_is_read_from_a_file() -> None:
    """So that the command line takes ``-O style=@board.css``."""
    (found,) = options_of(HtmlOptions)

    assert found.name == "style"
    assert found.from_file
