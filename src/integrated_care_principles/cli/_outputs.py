"""Where reports go: files, folders, archives, standard output."""

import os
import sys
from collections.abc import Sequence
from errno import ENOENT
from pathlib import Path, PurePath

import click
from attrs import frozen

from integrated_care_principles.cli._descriptors import kept_clean
from integrated_care_principles.cli._input import STDIN, holds_assessment
from integrated_care_principles.files import save, save_folder, zipped
from integrated_care_principles.reporting import (
    RESERVED,
    Bundle,
    FoundFormat,
    Report,
)

STDOUT = "-"


@frozen(kw_only=True)
class Output:
    """
    One thing to be laid out.

    Attributes:
        path: Where to; ``-`` is standard output.
    """

    path: str
    format: FoundFormat
    options: object


def name_for(path: str) -> str:
    """Return the format that the suffix of *path* stands for; the table for none."""
    if path == STDOUT:
        return "table"
    suffix = PurePath(path).suffix.lower()
    for name, own in RESERVED.items():
        if own is not None and own == suffix:
            return name
    msg = f"no format belongs to the suffix of {path!r}; name one with -f"
    raise click.UsageError(msg)


def refuse_overwriting(files: Sequence[str], outputs: Sequence[str]) -> None:
    """
    Do nothing where every output has a place that nothing has that is read.

    Raises:
        click.UsageError: If one would replace an assessment, or a folder with one, or
            is empty.
        FileNotFoundError: If nothing can be put there.
    """
    if "" in outputs:
        msg = "-o needs a path; - is standard output"
        raise click.UsageError(msg)
    inputs = [Path("/dev/stdin" if each == STDIN else each) for each in files]
    for path in (Path(each) for each in outputs if each != STDOUT):
        if _holds_one_of(path, inputs) or (path.is_file() and holds_assessment(path)):
            msg = f"{str(path)!r} {_what(path)}; a report would replace it"
            raise click.UsageError(msg)
        if not path.parent.is_dir():  # before anything else is written
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))


def _what(path: Path) -> str:
    if path.is_dir():
        return "holds what is read here"
    return "is an assessment" if holds_assessment(path) else "is read here"


def _holds_one_of(path: Path, inputs: Sequence[Path]) -> bool:
    if path.is_file():
        return any(each.exists() and path.samefile(each) for each in inputs)
    return path.is_dir() and any(
        path.resolve() in each.resolve().parents for each in inputs
    )


def lay_out(report: Report, outputs: Sequence[Output]) -> None:
    """Lay out everything before anything is written."""
    with kept_clean():
        rendered = [
            (each, each.format.render(report, each.options)) for each in outputs
        ]
    for output, content in rendered:
        _refuse(output, content)
    for output, content in rendered:
        write(output.path, content)


def _refuse(output: Output, content: str | bytes | Bundle) -> None:
    """Do nothing where *content* can go to where it shall go."""
    name = output.format.plugin.name
    if output.path != STDOUT:
        return
    if isinstance(content, Bundle):
        msg = f"{name} gives several documents; name a folder or a .zip with -o"
        raise click.UsageError(msg)
    if isinstance(content, bytes) and sys.stdout.isatty():
        msg = f"{name} is not for reading in a terminal; name a file with -o"
        raise click.UsageError(msg)


def write(path: str, content: str | bytes | Bundle) -> None:
    """Write *content* where *path* says, whole or not at all."""
    if isinstance(content, Bundle):
        _write_bundle(path, content)
    elif path == STDOUT:
        click.echo(content, nl=False)
    else:
        save(path, _data(content), force=True)


def _write_bundle(path: str, bundle: Bundle) -> None:
    documents = {each.name: _data(each.content) for each in bundle.documents}
    if PurePath(path).suffix.lower() == ".zip":
        save(path, zipped(documents), force=True)
    else:
        save_folder(path, documents)


def _data(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
