"""The environments of processes that tests start."""

import os


def unmeasured() -> dict[str, str]:
    """Return our own environment without what makes a process measure its coverage."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("COVERAGE_PROCESS")
    }
