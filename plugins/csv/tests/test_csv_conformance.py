"""The format does everything that a report format must."""

from integrated_care_principles_csv import csv_format, csv_package

from integrated_care_principles.testing import ReportFormatConformance


class TestCsv(ReportFormatConformance):
    """What the kit asks of every format."""

    format = csv_format
    name = "csv"


class TestCsvPackage(ReportFormatConformance):
    """What the kit asks of every format."""

    format = csv_package
    name = "csv-package"
