"""The report formats that are installed."""

from integrated_care_principles.discovery import Discovery, Plugin, discover
from integrated_care_principles.exceptions import (
    AmbiguousFormatError,
    UnknownFormatError,
)
from integrated_care_principles.reporting._format import Rendered, ReportFormat

GROUP = "integrated_care_principles.report_formats"

# Names that only our own distributions give, and the suffixes that stand for them.
RESERVED: dict[str, str | None] = {
    "table": ".txt",
    "csv": ".csv",
    "html": ".html",
    "markdown": ".md",
    "json": ".json",
    "docx": ".docx",
    "pdf": ".pdf",
    "xlsx": ".xlsx",
    "form": None,
}


def find_formats() -> Discovery:
    """Return what is installed, without importing any of it."""
    return discover(GROUP)


def load_format(name: str) -> ReportFormat[object, Rendered]:
    """
    Import the report format called *name*, and no other.

    Args:
        name: Such as ``html``, or ``html@distribution`` where several have one name.

    Raises:
        UnknownFormatError: If no installed distribution offers it.
        AmbiguousFormatError: If several do.
        PluginLoadError: If importing it fails, or gives something else.
    """
    plugin = _chosen(name, find_formats().plugins)
    loaded = plugin.load()
    if not isinstance(loaded, ReportFormat):
        reason = f"it is no report format but of type {type(loaded).__name__}"
        raise plugin.error(reason)
    return loaded


def qualified_name(plugin: Plugin) -> str:
    """Return the name under which *plugin* is found whatever else is installed."""
    return f"{plugin.name}@{plugin.distribution}"


def goes_by_name(plugin: Plugin) -> bool:
    """Return whether the bare name of *plugin* may mean it."""
    if plugin.name in RESERVED:
        return plugin.distribution == _own(plugin.name)
    return "@" not in plugin.name  # it would pass for somebody's qualified one


def _chosen(name: str, plugins: tuple[Plugin, ...]) -> Plugin:
    for each in plugins:
        if qualified_name(each) == name:
            return each
    named = [each for each in plugins if each.name == name and goes_by_name(each)]
    if not named:
        own = _own(name) if name in RESERVED else None
        raise UnknownFormatError(name, _known(plugins), own)
    if len(named) > 1:
        raise AmbiguousFormatError(name, tuple(map(qualified_name, named)))
    return named[0]


def _known(plugins: tuple[Plugin, ...]) -> tuple[str, ...]:
    names = (
        each.name if goes_by_name(each) else qualified_name(each) for each in plugins
    )
    return tuple(dict.fromkeys(names))


def _own(name: str) -> str:
    return f"integrated-care-principles-{name}"
