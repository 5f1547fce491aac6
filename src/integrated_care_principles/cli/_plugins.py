"""``icp plugins``: each format that is installed, tried apart; and how one begins."""

import shlex
from collections.abc import Iterable, Iterator, Sequence

import click
from attrs import asdict

from integrated_care_principles.cli._apart import Outcome, run_apart
from integrated_care_principles.cli._formats import tell_unknown
from integrated_care_principles.cli._input import Seconds
from integrated_care_principles.cli._verdicts import Verdict, verdicts
from integrated_care_principles.discovery import PluginState
from integrated_care_principles.files import save_folder
from integrated_care_principles.reporting import (
    Discovery,
    find_formats,
    list_formats,
    safe,
)
from integrated_care_principles.text import canonical_json


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.option("--strict", is_flag=True, help="Exit with 1 if any is not fine.")
@click.option(
    "--timeout",
    type=Seconds(),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="How long each may take.",
)
@click.pass_context
def plugins(context: click.Context, as_json: bool, strict: bool, timeout: float) -> int:
    """
    Import each report format that is installed, in a process of its own, and say how
    that went, with what mends it. Aliases, and what the site has disabled, count as fine.
    """
    if context.invoked_subcommand is not None:
        return 0
    found = find_formats()
    tell_unknown(found)
    said = tuple(_try_all(found, timeout))
    if as_json:
        click.echo(canonical_json([asdict(each) for each in said]))
    else:
        for each in said:
            click.echo("\n".join(_lines(each)))
    return int(strict and not all(each.is_fine for each in said))


@plugins.command()
@click.argument("name")
@click.option(
    "--timeout",
    type=Seconds(),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long all checks together may take.",
)
def check(name: str, timeout: float) -> int:
    """
    Hold a report format against every rule of the contract, in a process of its own, and
    say each that it breaks: why it is one, the smallest input, and what mends it.
    """
    (outcome,) = run_apart("check", [name], timeout=timeout)
    broken = _broken(outcome, timeout)
    for each in broken:
        click.echo(f"{each}\n")
    number = len({each.partition(":")[0] for each in broken})
    click.echo(f"{name}: {number or 'no'} {_rules(number)} broken")
    return int(bool(broken))


@plugins.command(
    epilog='Example: icp plugins new board-pack --summary "What the board decides."'
)
@click.argument("name")
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Where to; by default icp-report-NAME, here. What is there is never replaced.",
)
@click.option("--summary", metavar="TEXT", help="What the format shows, in one line.")
def new(name: str, output: str | None, summary: str | None) -> None:
    """
    Start a project that publishes a report format. It is whole as it stands: a package
    with a small format, its test, a README, and workflows that test and publish it.

    NAME is what the format will be called.
    """
    # Who does not start a project does not pay for its templates.
    from integrated_care_principles.cli import _project

    names = _project.Names(name)
    folder = names.distribution if output is None else output
    summary = _project.DEFAULT_SUMMARY if summary is None else summary
    if refused := [*_project.refusals(names, summary, folder)]:
        raise click.UsageError("\n".join(refused))
    files = _project.documents(names, summary.strip())
    save_folder(folder, files)
    for line in _told(name, folder, files):
        click.echo(line)


def _told(name: str, folder: str, files: Iterable[str]) -> Iterator[str]:
    """Yield what was written, and what one types next."""
    shown = safe.line(folder)
    yield f"A project for the report format {name}, in {shown}:"
    yield from (f"  {each}" for each in files)
    yield "Next:"
    yield f"  pip install -e {shlex.quote(f'{shown}[test]')}"
    yield f"  pytest {shlex.quote(shown)}"
    yield f"  icp report FILE -f {name}"


def _rules(number: int) -> str:
    return "rule" if number == 1 else "rules"


def _broken(outcome: Outcome, timeout: float) -> Sequence[str]:
    """Return what a format breaks, as far as that could be found out."""
    if outcome.hung:
        return [_endless(timeout)]
    if not isinstance(outcome.answer, dict):
        said = safe.line(outcome.printed)
        said = f"; before that it printed {said[:200]!r}" if said else ""
        return [f"dies: its process ended with {outcome.code} and no answer{said}"]
    if "error" in outcome.answer:
        raise click.ClickException(outcome.answer["error"])
    broken: list[str] = outcome.answer["violations"]
    return broken


def _endless(timeout: float) -> str:
    """Return what is said of a format that had to be ended."""
    from integrated_care_principles.testing import CHECKS  # only who checks has it

    (rule,) = (each for each in CHECKS if each.name == "it-ends")
    reason = f"it had not ended after {timeout:g} seconds"
    remedy = f"{rule.remedy} If it only takes long: a longer --timeout."
    return str(rule.violation(reason, "all checks together", remedy))


def _try_all(found: Discovery, timeout: float) -> Iterator[Verdict]:
    listed = list_formats(found)
    loadable = [
        {"name": each.plugin.name, "value": each.plugin.value}
        for each in listed
        if each.plugin.state is PluginState.AVAILABLE
    ]
    yield from verdicts(found, listed, run_apart("load", loadable, timeout=timeout))


def _lines(verdict: Verdict) -> Iterator[str]:
    about = safe.line(f"{verdict.distribution} {verdict.version}")
    yield f"{safe.line(verdict.name) or '-':<16} {verdict.state:<16} {about}"
    if verdict.reason:
        yield f"    {safe.line(verdict.reason)}"
    if verdict.remedy:
        yield f"    {safe.line(verdict.remedy)}"
