"""What runs in a process of its own: loading a plugin, and checking a format."""

import json
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from integrated_care_principles.discovery import Plugin
from integrated_care_principles.exceptions import IntegratedCareError, PluginLoadError
from integrated_care_principles.reporting import find_format, load_plugin


def main(task: str, path: str, argument: str) -> None:
    """
    Run a task, and leave its answer in a file.

    Args:
        task: Its name.
        path: Of the file.
        argument: What it is given, as JSON.
    """
    answer = TASKS[task](json.loads(argument))
    Path(path).write_text(json.dumps(answer), encoding="utf-8")


def load(entry: dict[str, str]) -> dict[str, str]:
    """Load what an *entry* point names, and return what is wrong with it."""
    try:
        found = load_plugin(Plugin(group="", name=entry["name"], value=entry["value"]))
        found.options  # noqa: B018 - what is wrong with them is said
    except PluginLoadError as error:
        return {"state": error.code, "reason": error.reason}
    except IntegratedCareError as error:
        return {"state": "not-a-format", "reason": str(error)}
    return {"state": "fine", "reason": ""}


def check(name: str) -> dict[str, object]:
    """Check the format called *name* against every rule, and return what it breaks."""
    try:
        found = find_format(name)
        testing = import_module("integrated_care_principles.testing")
    except (IntegratedCareError, ImportError) as error:
        return {"error": str(error)}
    plugin = found.plugin
    violations = testing.check_format(
        found.format, name=plugin.name if plugin.distribution else None
    )
    return {"violations": [str(each) for each in violations]}


TASKS: dict[str, Callable[[Any], object]] = {"load": load, "check": check}
