"""``icp report`` and ``icp catalogue``."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from integrated_care_principles.catalogue import load_catalogue
from integrated_care_principles.cli._descriptors import kept_clean
from integrated_care_principles.cli._errors import tell_findings
from integrated_care_principles.cli._exports import EXPORTS, export_to, exported
from integrated_care_principles.cli._format_options import described, given, read_for
from integrated_care_principles.cli._input import FILE, read_all
from integrated_care_principles.cli._outputs import (
    STDOUT,
    Output,
    lay_out,
    name_for,
    refuse_overwriting,
)
from integrated_care_principles.cli._policies import judged_by, policy_called
from integrated_care_principles.reporting import Together, find_format, make_report
from integrated_care_principles.scoring import MAJORITY, RULES, Axis


class _LayingOut(click.Command):
    """A command whose help lists the options of the format that stands beside it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the format in mind, wherever it stands, and parse what was typed."""
        try:
            typed, _, _ = self.make_parser(ctx).parse_args(list(args))
        except click.UsageError:
            typed = {}  # what is wrong is said below
        ctx.meta[__name__] = typed.get("name")
        return super().parse_args(ctx, args)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """List the options of the command, and those of the format."""
        super().format_options(ctx, formatter)
        if name := ctx.meta.get(__name__):
            with kept_clean():
                lines = list(described(find_format(name)))
            with formatter.section(f"Options of the format {name}"):
                formatter.write_dl(lines or [("none", "It has no options.")])


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
            help="An option of the format; -f NAME --help lists them.",
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


@click.command(cls=_LayingOut)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--public",
    is_flag=True,
    help="Leave out names, owners, annotations, and what is not for publication.",
)
@click.option(
    "--as",
    "together",
    type=click.Choice([each.value for each in Together]),
    help="What several FILEs are; else what they can be, an agreement first.",
)
@click.option(
    "--by",
    type=click.Choice([each.value for each in Axis]),
    help="In what they are compared; else the first in which they differ.",
)
@click.option(
    "--rule",
    type=click.Choice(list(RULES)),
    help=f"When ratings agree; else {MAJORITY.name}.",
)
@judged_by
@_laying_out
def report(
    files: tuple[str, ...],
    public: bool,
    together: str | None,
    by: str | None,
    rule: str | None,
    policy: str,
    on: date | None,
    name: str | None,
    options: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    """
    Lay out assessments with a report format: without -f and -o as a table on standard
    output, otherwise into each PATH. A PATH that is there is replaced, but never a FILE.
    """
    refuse_overwriting((*files, policy), outputs)
    if len(files) < 2 and (together or by or rule):
        msg = "--as, --by and --rule are for several files"
        raise click.UsageError(msg)
    chosen = _chosen(name, options, outputs)
    catalogue = load_catalogue()
    judged = policy_called(policy, catalogue, *files)
    assessments = read_all(files, catalogue)
    finished = make_report(
        catalogue,
        assessments,
        policy=judged,
        on=on,
        public=public,
        together=None if together is None else Together(together),
        by=None if by is None else Axis(by),
        rule=RULES[rule or MAJORITY.name],
    )
    if finished.comparison is not None:
        tell_findings(finished.comparison.findings, "these files")
    for file, view in zip(files, finished.assessments, strict=True):
        tell_findings(view.card.findings, file)
    lay_out(finished, chosen)


@click.command(cls=_LayingOut)
@click.option(
    "--export",
    type=click.Choice(EXPORTS),
    help=(
        "As data: json, with json-schema for what such files may hold; csv, as a folder "
        "or a .zip of tables; or markdown, for reading. No format is used."
    ),
)
@_laying_out
def catalogue(
    export: str | None,
    name: str | None,
    options: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    """Lay out the catalogue itself with a report format, or export it as data."""
    refuse_overwriting((), outputs)
    if export is None:
        lay_out(make_report(load_catalogue()), _chosen(name, options, outputs))
        return
    if name is not None or options:
        msg = "--export uses no format; take -f and -O out, or --export"
        raise click.UsageError(msg)
    export_to(outputs or [STDOUT], exported(export, load_catalogue()))


def _chosen(
    name: str | None, options: Sequence[str], outputs: Sequence[str]
) -> list[Output]:
    """Return what is to be laid out, with all formats loaded and all options read."""
    typed = given(options)
    paths = outputs or [STDOUT]
    names = [name_for(path) if name is None else name for path in paths]
    with kept_clean():
        loaded = {each: find_format(each) for each in dict.fromkeys(names)}
        read = dict(zip(loaded, read_for(list(loaded.values()), typed), strict=True))
    return [
        Output(path=path, format=loaded[each], options=read[each])
        for path, each in zip(paths, names, strict=True)
    ]
