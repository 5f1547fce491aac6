"""Reports as CSV."""

from integrated_care_principles_csv._format import CsvOptions, csv_format

__all__ = ["CsvOptions", "csv_format"]
