"""The report format."""

from integrated_care_principles.reporting import Report, report_format
from integrated_care_principles_html._page import page


@report_format(media_type="text/html", suffix=".html")
def html(report: Report) -> str:
    """One accessible page with everything, to read, to print and to publish."""
    return page(report)
