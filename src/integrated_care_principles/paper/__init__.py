"""The report as a paper: headings, paragraphs and tables, for formats read as documents."""

from integrated_care_principles.paper._blocks import (
    SHADES,
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Items,
    Origin,
    Paper,
    Paragraph,
    Part,
    PartName,
    Passage,
    Run,
    Words,
)
from integrated_care_principles.paper._paper import paper

__all__ = [
    "SHADES",
    "Block",
    "Cell",
    "Column",
    "Facts",
    "Grid",
    "Heading",
    "Items",
    "Origin",
    "Paper",
    "Paragraph",
    "Part",
    "PartName",
    "Passage",
    "Run",
    "Words",
    "paper",
]
