"""Distributions that publish colours."""

from collections.abc import Callable
from pathlib import Path

from integrated_care_principles.discovery import Plugin

GROUP = "tests.colours"

Install = Callable[..., Path]


def colours(*names: str) -> str:
    """Return the text of entry points with these *names*."""
    return "\n".join((f"[{GROUP}]", *(f"{each} = paint:{each}" for each in names)))


def a_plugin(value: str) -> Plugin:
    """Return a plugin that is at *value*."""
    return Plugin(
        group=GROUP, name="red", value=value, distribution="some-paint", version="2.1"
    )
