"""The format does everything that a report format must."""

from integrated_care_principles_table import table_format

from integrated_care_principles.testing import ReportFormatConformance


class TestTable(ReportFormatConformance):
    """What the kit asks of every format."""

    format = table_format
    name = "table"
