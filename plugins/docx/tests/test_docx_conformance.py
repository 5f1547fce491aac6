"""The format does everything that a report format must."""

import pytest
from integrated_care_principles_docx import docx

from integrated_care_principles.testing import ReportFormatConformance

pytestmark = pytest.mark.slow  # a Word file takes half a second, and the kit makes many


class TestDocx(ReportFormatConformance):
    """What the kit asks of every format."""

    format = docx
    name = "docx"
