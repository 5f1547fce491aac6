"""The format docx: what LibreOffice makes of it."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from integrated_care_principles_docx import docx

from integrated_care_principles.paper import Grid, paper
from tests.programs import program
from tests.reports import report_of
from tests.tagged import tags


@pytest.mark.slow
def test_libreoffice_makes_a_tagged_pdf_of_it(tmp_path: Path) -> None:
    """Headings are in order, and header rows are marked."""
    path = tmp_path / "report.docx"
    path.write_bytes(docx(report_of()))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    options = (
        'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
    )
    command = [
        program("soffice", package="libreoffice-writer"),
        profile,
        "--headless",
        "--convert-to",
        options,
        f"{path}",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)

    found = [each.kind for each in tags((tmp_path / "report.pdf").read_bytes())]
    heads = [int(each[1:]) for each in found if each[0] == "H" and each[1:].isdigit()]
    assert heads[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(heads))
    assert found.count("TH") >= sum(
        len(each.columns)
        for part in paper(report_of()).parts
        for each in part.blocks
        if isinstance(each, Grid)
    )
