"""The report format and its options."""

import re

from attrs import frozen

from integrated_care_principles.reporting import (
    OptionError,
    Report,
    option,
    report_format,
)
from integrated_care_principles_html._page import page

# What would end the element, and what browsers read otherwise than it was hashed.
_NO_STYLE = re.compile(r"(?i)</style|<!--|[\0\r\ud800-\udfff]")

_STYLE = "style"


@frozen(kw_only=True)
class HtmlOptions:
    """
    What the format ``html`` is asked for.

    Attributes:
        style: Rules of CSS after those of the page; empty: none.
    """

    style: str = option(
        "",
        help="A style sheet of your own, which stands after that of the page: colours and "
        "fonts of your board. Nothing that it would fetch is fetched.",
        from_file=True,
    )

    def __attrs_post_init__(self) -> None:
        expected = "rules of CSS, on the command line as @board.css"
        if found := _NO_STYLE.search(self.style):
            raise OptionError(_STYLE, f"text with {found[0]!r} in it", expected)
        # Or whoever forgets the @ would see no style, and no reason.
        if self.style and "{" not in self.style:
            raise OptionError(_STYLE, self.style, expected)


@report_format(media_type="text/html", suffix=".html", options=HtmlOptions)
def html(report: Report, options: HtmlOptions) -> str:
    """One accessible page with everything, to read, to print and to publish."""
    return page(report, options.style)
