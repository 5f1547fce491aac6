"""Reports as Word files."""

from integrated_care_principles_docx._format import DocxOptions, docx

__all__ = ["DocxOptions", "docx"]
