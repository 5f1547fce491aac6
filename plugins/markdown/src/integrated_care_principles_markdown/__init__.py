"""Reports as Markdown."""

from integrated_care_principles_markdown._format import MarkdownOptions, markdown

__all__ = ["MarkdownOptions", "markdown"]
