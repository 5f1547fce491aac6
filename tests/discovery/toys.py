"""Distributions that publish toys, and what is found of them."""

from pathlib import Path

from integrated_care_principles.discovery import (
    Plugin,
    PluginState,
)
from tests.sites import install

GROUP = "somebody.things"


def put(folder: Path, name: str, *entries: str, version: str = "1.0") -> Path:
    """Install a distribution that publishes *entries* in our group."""
    return install(folder, name, *entries, version=version, group=GROUP)


def plugin(
    name: str,
    value: str,
    distribution: str = "toys",
    *,
    version: str = "1.0",
    state: PluginState = PluginState.AVAILABLE,
    alias_of: str = "",
    shadowed_by: str = "",
    group: str = GROUP,
) -> Plugin:
    """Return what is found of an entry point."""
    return Plugin(
        group=group,
        name=name,
        value=value,
        distribution=distribution,
        version=version,
        state=state,
        alias_of=alias_of,
        shadowed_by=shadowed_by,
    )
