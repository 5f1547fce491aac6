"""``icp formats``: what is installed, without importing it, or one of it in detail."""

from collections.abc import Iterator

import click

from integrated_care_principles.cli._descriptors import kept_clean
from integrated_care_principles.cli._format_options import described
from integrated_care_principles.cli._layout import labelled, paragraph
from integrated_care_principles.discovery import VARIABLE
from integrated_care_principles.reporting import (
    Discovery,
    FoundFormat,
    ListedFormat,
    find_format,
    find_formats,
    list_formats,
    safe,
)

_INDENT = 4


@click.group(invoke_without_command=True)
@click.pass_context
def formats(context: click.Context) -> None:
    """List the report formats that are installed. Nothing of theirs is imported."""
    if context.invoked_subcommand is not None:
        return
    found = find_formats()
    for damage in found.damages:
        click.echo(f"icp: note: {safe.line(str(damage))}", err=True)
    tell_unknown(found)
    for each in list_formats(found):
        click.echo(_line(each))
    if not found.plugins:
        click.echo(
            "icp: no report format is installed; "
            "pip install integrated-care-principles-table",
            err=True,
        )


@formats.command()
@click.argument("name")
def show(name: str) -> None:
    """
    Show what a report format gives, what it leaves out, and its options. Only that
    format is imported.
    """
    with kept_clean():
        format = find_format(name)
        options = list(described(format))
    click.echo(paragraph(f"{format.format.summary}", label=f"{name}: "))
    for line in labelled(_about(format), indent=_INDENT):
        click.echo(line)
    for typed, does in options:
        click.echo(f"  {typed}")
        click.echo(paragraph(does, indent=_INDENT + 2))


def tell_unknown(found: Discovery) -> None:
    """Say on standard error what the site allows, and nobody publishes."""
    for name in found.unknown:
        note = f"{VARIABLE} names {name}, which publishes no report format here"
        click.echo(f"icp: note: {safe.line(note)}", err=True)


def _line(listed: ListedFormat) -> str:
    plugin = listed.plugin
    note = f" ({', '.join(listed.marks)}: {listed.note})" if listed.marks else ""
    about = f"{plugin.distribution} {plugin.version}{note}"
    return f"{safe.line(listed.name):<16} {safe.line(about)}"


def _about(format: FoundFormat) -> Iterator[tuple[str, str | None]]:
    value, plugin = format.format, format.plugin
    yield "From", f"{plugin.distribution} {plugin.version}".strip() or plugin.value
    yield "Media type", f"{value.media_type}"
    yield "Suffix", f"{value.suffix}"
    yield "Leaves out", ", ".join(map(str, value.leaves_out)) or "nothing"
    yield "Options", None if format.options else "none"
