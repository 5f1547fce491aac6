"""What ``icp catalogue --export`` writes."""

from collections.abc import Sequence

import click

from integrated_care_principles import files
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._outputs import STDOUT, write
from integrated_care_principles.reporting import Bundle, Document
from integrated_care_principles.text import canonical_json

EXPORTS = ("json", "json-schema", "csv", "markdown")


def exported(name: str, catalogue: Catalogue) -> str | Bundle:
    """Return the *catalogue* as what is called *name*, one of `EXPORTS`."""
    # Each is loaded when it is asked of `files`.
    if name == "csv":
        tables = files.catalogue_csv(catalogue)
        return Bundle(tuple(Document(each, data) for each, data in tables.items()))
    if name == "markdown":
        return files.catalogue_markdown(catalogue)
    if name == "json-schema":
        return f"{canonical_json(files.catalogue_schema())}\n"
    return files.encode_catalogue(catalogue).decode()


def export_to(paths: Sequence[str], content: str | Bundle) -> None:
    """
    Write *content* to each of *paths*.

    Raises:
        click.UsageError: If one is standard output, and there are several documents.
    """
    if isinstance(content, Bundle) and STDOUT in paths:
        msg = "this export is several files; name a folder or a .zip with -o"
        raise click.UsageError(msg)
    for path in paths:
        write(path, content)
