"""``icp fmt``: assessments in the one way in which they are written."""

from collections.abc import Sequence
from pathlib import Path

import click

from integrated_care_principles.catalogue import Catalogue, load_catalogue
from integrated_care_principles.cli._errors import tell_error
from integrated_care_principles.cli._input import FILE, STDIN, read_bytes
from integrated_care_principles.exceptions import IntegratedCareError
from integrated_care_principles.files import (
    Revision,
    decode_assessment,
    encode_assessment,
    save,
)
from integrated_care_principles.text import printable


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if one would change."
)
def fmt(files: Sequence[str], check: bool) -> int:
    """
    Write assessments in the one way in which they are written: keys and responses in
    order, indented, nothing that is at its default. What they say does not change. A FILE
    with problems is told of and stays as it is; - goes from standard input to standard
    output.
    """
    catalogue = load_catalogue()
    if files.count(STDIN) > 1:
        msg = "standard input can be read once only"
        raise click.UsageError(msg)
    return max(_formatted(each, catalogue, check=check) for each in files)


def _formatted(file: str, catalogue: Catalogue, *, check: bool) -> int:
    """Write a *file* anew, and return the exit code that it stands for."""
    try:
        data, source = read_bytes(file)
        canonical = encode_assessment(
            decode_assessment(data, catalogue, source=source), catalogue
        )
        if not check:
            _put(file, data, canonical)
    except (IntegratedCareError, OSError) as error:
        return tell_error(error)
    if data == canonical:
        return 0
    said = "would change" if check else "written anew"
    click.echo(f"icp: {printable(source)}: {said}", err=True)
    return int(check)


def _put(file: str, data: bytes, canonical: bytes) -> None:
    if file == STDIN:
        click.echo(canonical, nl=False)
    elif data != canonical:
        save(Path(file), canonical, replacing=Revision.of(data))
