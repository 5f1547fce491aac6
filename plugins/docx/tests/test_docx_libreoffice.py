"""The format docx: what LibreOffice makes of it."""

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from integrated_care_principles_docx import docx
from pypdf.generic import IndirectObject

from integrated_care_principles import load_catalogue, make_report, read_assessment
from integrated_care_principles.paper import Grid, paper
from integrated_care_principles.reporting import Report
from tests.programs import program

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()


def report_of() -> Report:
    """Return a report of one of the examples."""
    path = EXAMPLES / "strathenlow-2025-26.json"
    return make_report(CATALOGUE, [read_assessment(path, CATALOGUE)[0]])


def kinds(node: object) -> Iterator[str]:
    """Yield the kinds of the elements of a tagged PDF, in the order of reading."""
    value = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(value, list):
        for each in value:
            yield from kinds(each)
    elif isinstance(value, dict):
        if "/S" in value:
            yield str(value["/S"])
        yield from kinds(value.get("/K"))


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

    root = pypdf.PdfReader(tmp_path / "report.pdf").trailer["/Root"]
    found = [*kinds(root["/StructTreeRoot"])]  # type: ignore[index]  # a dictionary of PDF
    heads = [int(each[2:]) for each in found if each[:2] == "/H" and each[2:].isdigit()]
    assert heads[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(heads))
    assert found.count("/TH") >= sum(
        len(each.columns)
        for part in paper(report_of()).parts
        for each in part.blocks
        if isinstance(each, Grid)
    )
