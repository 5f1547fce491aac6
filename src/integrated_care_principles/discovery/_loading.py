"""Importing what an entry point names; what goes wrong is told apart by a code."""

import re
import sys
from functools import reduce
from importlib import import_module

from attrs import frozen

from integrated_care_principles.discovery._contained import contained
from integrated_care_principles.text import gist

# Extras, which nobody asks for any more, may follow.
_REFERENCE = re.compile(r"([\w.]+)\s*(?::\s*([\w.]+)\s*)?(\[.*\])?")


@frozen
class LoadFailureError(Exception):
    """
    An object cannot be had; what did that, where it was an error, is chained.

    Attributes:
        reason: What happened, in one line.

        code: ``bad-value``, ``exits`` or ``import-error``.
    """

    reason: str
    code: str


def load(value: str) -> object:
    """
    Import what *value* names, ``package.module:name``, with standard output kept clean.

    Without a name it is the module itself.

    Raises:
        LoadFailureError: If that fails, in whatever way but an interruption.
    """
    match = _REFERENCE.fullmatch(value)
    if match is None:
        reason = f"{value!r} is not of the form package.module:name"
        raise LoadFailureError(reason, "bad-value")
    module, names, _ = match.groups()
    path = names.split(".") if names else ()
    try:
        with contained():
            return reduce(getattr, path, import_module(module))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # it may call sys.exit() while it is imported
        raise _failure(error, module, names) from error


def _failure(error: BaseException, module: str, names: str) -> LoadFailureError:
    if isinstance(error, SystemExit):
        return LoadFailureError("it calls sys.exit() while it is imported", "exits")
    if _is_not_there(error, module):
        return LoadFailureError(f"there is no module {module!r}", "bad-value")
    loaded = sys.modules.get(module)
    if isinstance(error, AttributeError) and error.obj is loaded is not None:
        return LoadFailureError(f"the module {module!r} has no {names!r}", "bad-value")
    return LoadFailureError(gist(error), "import-error")


def _is_not_there(error: BaseException, module: str) -> bool:
    """Return whether the *module* itself is missing, and nothing that it imports."""
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    return missing is not None and f"{module}.".startswith(f"{missing}.")
