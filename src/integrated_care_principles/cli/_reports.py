"""``icp report``, ``icp catalogue`` and ``icp formats``."""

import os
import sys
from collections.abc import Callable, Sequence
from errno import ENOENT
from pathlib import Path, PurePath
from typing import Any

import click
from attrs import AttrsInstance, fields_dict, frozen, has

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._input import (
    FILE,
    STDIN,
    holds_assessment,
    read_all,
)
from integrated_care_principles.discovery import Plugin
from integrated_care_principles.exceptions import UnknownOptionError
from integrated_care_principles.files import save
from integrated_care_principles.reporting import (
    RESERVED,
    Rendered,
    Report,
    ReportFormat,
    find_formats,
    goes_by_name,
    load_format,
    make_report,
    qualified_name,
    read_options,
    render,
)

STDOUT = "-"


@frozen(kw_only=True)
class _Output:
    """
    One thing to be laid out.

    Attributes:
        path: Where to; ``-`` is standard output.
    """

    path: str
    name: str
    format: ReportFormat[object, Rendered]
    options: object


def _laying_out(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that lays out a report."""
    for decorate in (
        click.option(
            "-o",
            "--output",
            "outputs",
            type=FILE,
            multiple=True,
            metavar="PATH",
            help="Where to, again for more; - is standard output.",
        ),
        click.option(
            "-O",
            "--option",
            "options",
            multiple=True,
            metavar="NAME=VALUE",
            help="An option of the format.",
        ),
        click.option(
            "-f",
            "--format",
            "name",
            metavar="NAME",
            help="The format; without it the suffix of PATH says.",
        ),
    ):
        command = decorate(command)
    return command


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@_laying_out
def report(
    files: tuple[str, ...],
    name: str | None,
    options: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    """
    Lay out assessments with a report format: without -f and -o as a table on standard
    output, otherwise into each PATH. A PATH that is there is replaced, but never a FILE.
    """
    _refuse_overwriting(files, outputs)
    chosen = _chosen(name, options, outputs)
    catalogue = load_catalogue()
    finished = make_report(catalogue, read_all(files, catalogue))
    for file, view in zip(files, finished.assessments, strict=True):
        tell_findings(view.card.findings, file)
    _lay_out(finished, chosen)


@click.command()
@_laying_out
def catalogue(
    name: str | None, options: tuple[str, ...], outputs: tuple[str, ...]
) -> None:
    """Lay out the catalogue itself with a report format."""
    _refuse_overwriting((), outputs)
    _lay_out(make_report(load_catalogue()), _chosen(name, options, outputs))


@click.command()
def formats() -> None:
    """List the report formats that are installed. Nothing of theirs is imported."""
    found = find_formats()
    for damage in found.damages:
        click.echo(f"icp: note: {damage}", err=True)
    if not found.plugins:
        click.echo(
            "icp: no report format is installed; "
            "pip install integrated-care-principles-table",
            err=True,
        )
    for each in found.plugins:
        name = _listed_name(each, found.plugins)
        click.echo(f"{name:<16} {each.distribution} {each.version}")


def _listed_name(plugin: Plugin, plugins: Sequence[Plugin]) -> str:
    """Return the shortest name that means this *plugin* and no other."""
    same = [each for each in plugins if each.name == plugin.name and goes_by_name(each)]
    return plugin.name if same == [plugin] else qualified_name(plugin)


def _chosen(
    name: str | None, options: Sequence[str], outputs: Sequence[str]
) -> list[_Output]:
    """Return what is to be laid out, with all formats loaded and all options read."""
    given = _options(options)
    paths = outputs or [STDOUT]
    names = [name or _name_for(path) for path in paths]
    loaded = {each: load_format(each) for each in dict.fromkeys(names)}
    _refuse_unknown(given, list(loaded.values()))
    return [
        _Output(
            path=path,
            name=each,
            format=loaded[each],
            options=_read_options(loaded[each], given),
        )
        for path, each in zip(paths, names, strict=True)
    ]


def _options(texts: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for name, value in map(_option, texts):
        if name in given:
            msg = f"{name} is given twice"
            raise click.BadParameter(msg, param_hint="-O")
        given[name] = value
    return given


def _option(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        msg = f"{text!r} is not of the form NAME=VALUE"
        raise click.BadParameter(msg, param_hint="-O")
    return name, value


def _name_for(path: str) -> str:
    """Return the format that the suffix of *path* stands for; the table for none."""
    if path == STDOUT:
        return "table"
    suffix = PurePath(path).suffix.lower()
    for name, own in RESERVED.items():
        if own is not None and own == suffix:
            return name
    msg = f"no format belongs to the suffix of {path!r}; name one with -f"
    raise click.UsageError(msg)


def _names_of_options(format: ReportFormat[object, Rendered]) -> tuple[str, ...]:
    return tuple(fields_dict(_class_of_options(format)))


def _class_of_options(
    format: ReportFormat[object, Rendered],
) -> type[AttrsInstance]:
    cls: type[Any] | None = format.options
    return cls if cls is not None and has(cls) else _NoOptions


@frozen
class _NoOptions:
    pass


def _refuse_unknown(
    given: dict[str, str], formats: Sequence[ReportFormat[object, Rendered]]
) -> None:
    known = tuple(
        dict.fromkeys(name for each in formats for name in _names_of_options(each))
    )
    for name in given:
        if name not in known:
            raise UnknownOptionError(name, known)


def _read_options(
    format: ReportFormat[object, Rendered], given: dict[str, str]
) -> object:
    known = _names_of_options(format)
    mine = {name: value for name, value in given.items() if name in known}
    return read_options(_class_of_options(format), mine) if known else None


def _refuse_overwriting(files: Sequence[str], outputs: Sequence[str]) -> None:
    """Refuse to put a report where an assessment is, or where nothing can be put."""
    for path in (Path(each) for each in outputs if each != STDOUT):
        if path.is_file() and (_is_input(path, files) or holds_assessment(path)):
            msg = f"{str(path)!r} is an assessment; a report would replace it"
            raise click.UsageError(msg)
        if not path.parent.is_dir():  # before anything else is written
            raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))


def _is_input(path: Path, files: Sequence[str]) -> bool:
    inputs = [Path("/dev/stdin" if each == STDIN else each) for each in files]
    return any(each.exists() and path.samefile(each) for each in inputs)


def _lay_out(report: Report, outputs: Sequence[_Output]) -> None:
    """Lay out everything before anything is written."""
    rendered = [
        (each, render(each.name, each.format, report, each.options)) for each in outputs
    ]
    for output, content in rendered:
        _write(output, content)


def _write(output: _Output, content: str | bytes) -> None:
    if output.path != STDOUT:
        data = content.encode() if isinstance(content, str) else content
        save(output.path, data, force=True)
    elif isinstance(content, bytes) and sys.stdout.isatty():
        msg = f"{output.name} is not for reading in a terminal; name a file with -o"
        raise click.UsageError(msg)
    else:
        click.echo(content, nl=False)
