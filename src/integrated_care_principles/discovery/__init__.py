"""
Find what other distributions publish in a group of entry points, and load one of them.

Finding imports nothing of theirs, and a damaged neighbour costs its own name only.
"""

from integrated_care_principles.discovery._allowed import (
    VARIABLE,
    normalised,
    restricted,
)
from integrated_care_principles.discovery._contained import contained
from integrated_care_principles.discovery._discover import discover
from integrated_care_principles.discovery._plugin import (
    Damage,
    Discovery,
    Plugin,
    PluginState,
)

__all__ = [
    "VARIABLE",
    "Damage",
    "Discovery",
    "Plugin",
    "PluginState",
    "contained",
    "discover",
    "normalised",
    "restricted",
]
