"""Reports as PDF files."""

from integrated_care_principles_pdf._format import PdfOptions, pdf

__all__ = ["PdfOptions", "pdf"]
