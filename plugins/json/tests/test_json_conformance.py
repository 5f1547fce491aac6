"""The format does everything that a report format must."""

from integrated_care_principles_json import json_format

from integrated_care_principles.testing import ReportFormatConformance


class TestJson(ReportFormatConformance):
    """What the kit asks of every format."""

    format = json_format
    name = "json"
