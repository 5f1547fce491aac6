"""The format does everything that a report format must."""

from integrated_care_principles_markdown import markdown

from integrated_care_principles.testing import ReportFormatConformance


class TestMarkdown(ReportFormatConformance):
    """What the kit asks of every format."""

    format = markdown
    name = "markdown"
