"""Reports as one accessible page of HTML that needs nothing but itself."""

from integrated_care_principles_html._format import HtmlOptions, html

__all__ = ["HtmlOptions", "html"]
