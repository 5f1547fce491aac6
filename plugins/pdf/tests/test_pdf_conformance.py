"""The format does everything that a report format must."""

import pytest
from integrated_care_principles_pdf import pdf

from integrated_care_principles.testing import ReportFormatConformance

pytestmark = pytest.mark.slow  # the kit sets thousands of pages


class TestPdf(ReportFormatConformance):
    """What the kit asks of every format."""

    format = pdf
    name = "pdf"
