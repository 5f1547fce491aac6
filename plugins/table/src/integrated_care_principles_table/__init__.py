"""Reports as text for a terminal."""

from integrated_care_principles_table._format import TableOptions, table_format

__all__ = ["TableOptions", "table_format"]
