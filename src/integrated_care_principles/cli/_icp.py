"""The command ``icp`` and the names of what stands below it."""

from importlib import import_module

import click
from attrs import define

from integrated_care_principles.text import nearest
from integrated_care_principles.version import __version__

# The module that holds each command, and what the list of commands says of it. A module
# is imported when its command is typed.
_COMMANDS = {
    "principles": ("_catalogue", "Show the principles, or one of them whole."),
    "questions": ("_catalogue", "Show the challenge questions."),
    "resources": ("_catalogue", "Show the useful resources and their status."),
    "outcomes": ("_crosswalks", "Show the national outcomes, and what touches them."),
    "crosswalk": ("_crosswalks", "Check links of your own, and show them."),
    "law": ("_law", "Show who must do what about the principles."),
    "search": ("_search", "Find any of these by words."),
    "new": ("_new", "Start an assessment, blank or from last year's."),
    "check": ("_check", "Say what is wrong or missing in an assessment."),
    "fmt": ("_fmt", "Write assessments in the one way in which they are written."),
    "merge": ("_merge", "Merge copies that were edited apart."),
    "compare": ("_together", "Show what changed, over years, places or assessors."),
    "agree": ("_together", "Show where assessors of the same agree, and on what not."),
    "score": ("_scores", "Say how complete an assessment is."),
    "gaps": ("_gaps", "Show what is missing, and what to do next."),
    "report": ("_reports", "Lay out assessments with a report format."),
    "catalogue": ("_reports", "Lay out the catalogue, or export it as data."),
    "formats": ("_formats", "List the report formats that are installed."),
    "schema": ("_schemas", "Print the JSON Schema of a kind of file."),
    "plugins": ("_plugins", "Try each report format apart, or start one."),
}


@define
class Settings:
    """
    What was typed before the command.

    Attributes:
        debug: Whether the traceback of an error is shown.
    """

    debug: bool = False


class _LazyGroup(click.Group):
    """A group that imports a command when it is typed, and not to list it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """Return the names of the commands, in the order in which one needs them."""
        return list(_COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        cmd_name: str,
    ) -> click.Command | None:
        """Return the command of that name, or nothing."""
        if cmd_name not in _COMMANDS:
            return None
        home, _ = _COMMANDS[cmd_name]
        module = import_module(f"integrated_care_principles.cli.{home}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or say which one was meant."""
        if args[0] not in _COMMANDS and (near := nearest(args[0], _COMMANDS)):
            msg = f"no command {args[0]!r}; did you mean {near!r}?"
            raise click.UsageError(msg, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, says) for name, (_, says) in _COMMANDS.items()])


@click.command(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
@click.version_option(__version__, prog_name="icp", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Where something fails, say where in code.")
@click.pass_context
def icp(context: click.Context, debug: bool) -> None:
    """
    Scotland's principles of integrated health and social care: what is asked, what was
    answered, how complete that is, and reports of it.

    Data goes to standard output, messages to standard error. A FILE may be - for
    standard input.
    """
    context.ensure_object(Settings).debug = debug
