"""The format does everything that a report format must."""

from integrated_care_principles_html import html

from integrated_care_principles.testing import ReportFormatConformance


class TestHtml(ReportFormatConformance):
    """What the kit asks of every format."""

    format = html
    name = "html"
