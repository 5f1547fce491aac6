"""Which distributions a site lets publish plugins; read before anything is imported."""

import os
import re
from collections.abc import Collection

VARIABLE = "ICP_PLUGINS"


def restricted() -> bool:
    """Return whether the site names the distributions whose plugins may run."""
    return VARIABLE in os.environ


def named() -> frozenset[str]:
    """Return the distributions that the site names, normalised."""
    words = os.environ.get(VARIABLE, "").split(",")
    return frozenset(normalised(each.strip()) for each in words if each.strip())


def is_allowed(distribution: str, always: Collection[str]) -> bool:
    """
    Return whether plugins of a *distribution* may run.

    Args:
        always: Distributions that no site switches off, normalised.
    """
    return not restricted() or distribution in always or distribution in named()


def normalised(name: str) -> str:
    """Return the *name* of a distribution as every spelling of it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
