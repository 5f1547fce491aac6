"""The format and its options."""

from attrs import frozen

from integrated_care_principles.paper import PartName, paper
from integrated_care_principles.reporting import Report, option, report_format
from integrated_care_principles_markdown._blocks import block, heading


@frozen(kw_only=True)
class MarkdownOptions:
    """
    What the format ``markdown`` is asked for.

    Attributes:
        parts: None: every part that the report has.
    """

    parts: tuple[PartName, ...] = option(
        (),
        help="Which parts, such as annual-report, the text for the annual performance "
        "report; by default every part that there is.",
    )


@report_format(media_type="text/markdown", suffix=".md", options=MarkdownOptions)
def markdown(report: Report, options: MarkdownOptions) -> str:
    """The whole report as text with headings and tables, to edit and to paste."""
    whole = paper(report, options.parts)
    blocks = [*whole.front, *(one for part in whole.parts for one in part.blocks)]
    return "\n\n".join((heading(1, whole.title), *map(block, blocks))) + "\n"
