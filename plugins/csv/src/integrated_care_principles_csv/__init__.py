"""Reports as CSV: one table, or all of them as a Data Package."""

from integrated_care_principles_csv._format import CsvOptions, csv_format
from integrated_care_principles_csv._package import CsvPackageOptions, csv_package

__all__ = ["CsvOptions", "CsvPackageOptions", "csv_format", "csv_package"]
