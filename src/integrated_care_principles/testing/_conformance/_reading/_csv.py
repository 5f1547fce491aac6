"""Comma-separated values."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from integrated_care_principles.reporting import safe
from integrated_care_principles.testing._conformance._reading._document import Document
from integrated_care_principles.text import gist

# With their full-width twins, which some spreadsheets take for the same.
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20].")


# A first line of names between which there are semicolons, as where commas are decimal.
_SEMICOLONS = re.compile(r'"?[\w ]+"?(;"?[\w ]+"?)+\r?\n')


def read_csv(text: str) -> Document:
    """Return the cells of *text*; what people read in them has no guard any more."""
    file = StringIO(text, newline="")
    try:
        rows = csv.reader(file, strict=True, delimiter=_delimiter(text))
        return _read(list(rows))
    except csv.Error as error:
        return Document(problems=(gist(error),))


def read_tsv(text: str) -> Document:
    """Return the cells of *text*, which tabs and newlines keep apart, whatever they hold."""
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    return _read([each.split("\t") for each in lines] if text else [])


def _delimiter(text: str) -> str:
    return ";" if _SEMICOLONS.match(text) else ","


def _read(rows: list[list[str]]) -> Document:
    cells = [cell for row in rows for cell in row]
    return Document(
        text="\n".join(map(safe.csv_text, cells)),
        structure=tuple(f"a row of {len(each)} cells" for each in rows),
        problems=tuple(_problems(rows)),
        percents=tuple(_percents(rows)),
        formulas=tuple(filter(_FORMULA.match, cells)),
    )


def _problems(rows: list[list[str]]) -> Iterator[str]:
    for number, row in enumerate(rows, start=1):
        if len(row) != len(rows[0]):
            yield f"row {number} has {len(row)} cells, the first has {len(rows[0])}"


def _percents(rows: list[list[str]]) -> Iterator[str]:
    header, *others = rows or [[]]
    for row in others:
        for name, cell in zip(header, row, strict=False):
            if "percent" in name.casefold():
                yield cell
