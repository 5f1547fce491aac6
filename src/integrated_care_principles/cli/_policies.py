"""The policy and the day that a person names on the command line."""

from collections.abc import Callable
from typing import Any

import click

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._input import STDIN, Day, read_bytes
from integrated_care_principles.scoring import ANSWERED, POLICIES, Policy
from integrated_care_principles.text import did_you_mean


def judged_by(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that scores: by which policy, and on which day."""
    for decorate in (
        click.option(
            "--on",
            type=Day(),
            metavar="DAY",
            help="When evidence holds, and what is late; else the last of the period.",
        ),
        click.option(
            "--policy",
            default=ANSWERED.name,
            metavar="NAME|FILE",
            help=f"What it takes to be complete: {', '.join(POLICIES)}, or a file.",
        ),
    ):
        command = decorate(command)
    return command


def policy_called(name: str, catalogue: Catalogue, *files: str) -> Policy:
    """
    Return the policy of that *name*, or that in the file of that name.

    Args:
        files: What else is read, standard input once only.

    Raises:
        PolicyFileError: With everything that is wrong in the file.
        OSError: If it cannot be opened.
    """
    if name in POLICIES:
        return POLICIES[name]
    if name == STDIN and STDIN in files:
        msg = "standard input can be read once only"
        raise click.UsageError(msg)
    try:
        data, source = read_bytes(name)
    except FileNotFoundError:
        near = did_you_mean(name, POLICIES)
        msg = f"there is neither a policy nor a file called {name!r}{near}"
        raise click.UsageError(msg) from None
    from integrated_care_principles.files import decode_policy

    return decode_policy(data, catalogue, source=source)
