"""Formats that a program makes known itself: in notebooks, tests, frozen applications."""

from types import TracebackType
from typing import Any, Self

from attrs import frozen

from integrated_care_principles.discovery import Plugin, discover
from integrated_care_principles.exceptions import FormatNameError
from integrated_care_principles.reporting._format import Rendered, ReportFormat
from integrated_care_principles.reporting._rendering import FoundFormat
from integrated_care_principles.reporting._reserved import (
    FIRST_PARTY,
    GROUP,
    RESERVED,
    goes_by_name,
    own_distribution,
    qualified_name,
)

_REGISTERED: dict[str, FoundFormat] = {}


@frozen
class Registration:
    """
    That a format is known in this process; as a context manager, until its end.

    Attributes:
        name: Under which it is known.
    """

    name: str

    def undo(self) -> None:
        """Forget the format; do nothing where that was done before."""
        _REGISTERED.pop(self.name, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.undo()


def register(name: str, format: ReportFormat[Any, Rendered]) -> Registration:
    """
    Make a report *format* known in this process under a *name*.

    Args:
        name: A free one; a reserved one only for the format that it is reserved for.

    Returns:
        What undoes it: ``with register("tally", tally): …``, or its ``undo()``.

    Raises:
        FormatNameError: If the name is malformed, reserved, or given already.
        TypeError: If *format* is not one.
    """
    if not isinstance(format, ReportFormat):
        msg = f"no report format but of type {type(format).__name__}"
        raise TypeError(msg)
    plugin = Plugin(group=GROUP, name=name, value=_place(format))
    if reason := _why_not(plugin, format):
        raise FormatNameError(name, reason)
    found = FoundFormat(format=format, plugin=plugin)
    if _REGISTERED.setdefault(name, found) is not found:
        raise FormatNameError(name, "another one is; undo that first")
    return Registration(name)


def registered() -> dict[str, FoundFormat]:
    """Return what is known in this process, by name."""
    return dict(sorted(_REGISTERED.items()))


def _why_not(plugin: Plugin, format: ReportFormat[Any, Rendered]) -> str:
    name = plugin.name
    if not name.strip() or not name.isprintable() or not goes_by_name(plugin):
        return "use a word without @ and :"
    module = getattr(format.function, "__module__", "")
    if name in RESERVED and module.partition(".")[0] != _own_module(name):
        return f"the name is reserved for {own_distribution(name)}; use another"
    for each in discover(GROUP, always=FIRST_PARTY).plugins:
        if each.name == name and goes_by_name(each):
            return f"{each.distribution} offers one; that is {qualified_name(each)}"
    return ""


def _own_module(name: str) -> str:
    return own_distribution(name).replace("-", "_")


def _place(format: ReportFormat[Any, Rendered]) -> str:
    function = format.function
    module = getattr(function, "__module__", "?")
    return f"{module}:{getattr(function, '__qualname__', type(function).__name__)}"
