"""The report formats that are installed, registered, or named by where they are."""

import sys
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from integrated_care_principles.discovery import (
    VARIABLE,
    Discovery,
    Plugin,
    PluginState,
    discover,
    normalised,
    restricted,
)
from integrated_care_principles.exceptions import (
    AmbiguousFormatError,
    DuplicateFormatError,
    FormatUnavailableError,
    UnknownFormatError,
)
from integrated_care_principles.reporting._format import Rendered, ReportFormat
from integrated_care_principles.reporting._registered import registered
from integrated_care_principles.reporting._rendering import FoundFormat
from integrated_care_principles.reporting._reserved import (
    FIRST_PARTY,
    GROUP,
    RESERVED,
    goes_by_name,
    own_distribution,
    qualified_name,
)


def find_formats() -> Discovery:
    """Return what is installed, without importing any of it."""
    return discover(GROUP, always=FIRST_PARTY)


def load_format(name: str) -> ReportFormat[object, Rendered]:
    """
    Import the report format called *name*, and no other.

    Args:
        name: Such as ``html``; ``html@distribution`` where several have one name;
            ``package.module:name`` for one that is not packaged yet, for which the
            current folder is put at the end of the path.

    Raises:
        UnknownFormatError: If no installed distribution offers it.
        AmbiguousFormatError: If several do.
        DuplicateFormatError: If one does, and gives the name to several objects.
        FormatUnavailableError: If it is installed, and may not or cannot be used.
        PluginLoadError: If importing it fails, or gives something else.
    """
    return find_format(name).format


def find_format(name: str) -> FoundFormat:
    """
    Do what `load_format` does, and return with the format where it comes from.

    Raises:
        FormatError, PluginLoadError: As `load_format` does.
    """
    if ":" in name and "@" not in name:
        return load_plugin(_unpackaged(name))
    here = registered()
    if name in here:
        return here[name]
    return load_plugin(_chosen(name, find_formats(), known=here))


def load_plugin(plugin: Plugin) -> FoundFormat:
    """
    Import the format that a *plugin* names.

    Raises:
        PluginLoadError: If that fails, or gives something else.
    """
    loaded = plugin.load()
    # What isinstance() asks an object for first is its type, and then whatever it says.
    if not (
        issubclass(type(loaded), ReportFormat) and isinstance(loaded, ReportFormat)
    ):
        reason = f"it is no report format but of type {type(loaded).__name__}"
        raise plugin.error(reason, "not-a-format")
    return FoundFormat(format=loaded, plugin=plugin)


def _unpackaged(name: str) -> Plugin:
    if restricted():
        return _allowed(name)
    here = str(Path.cwd())
    if not {"", here} & {*sys.path}:
        sys.path.append(here)  # the last, so that it hides nothing that is installed
    return Plugin(group=GROUP, name=name, value=name)


def _allowed(place: str) -> Plugin:
    """Return what stands at a *place* in a module that a distribution may publish from."""
    module = _module(place)
    for each in find_formats().plugins:
        if _module(each.value) == module:
            return evolve(each, name=place, value=place, alias_of="")
    reason = f"{VARIABLE} names no distribution that publishes a format in {module!r}"
    remedy = f"install it and name it there, or unset {VARIABLE}"
    raise FormatUnavailableError(place, "", "", reason, remedy)


def _module(place: str) -> str:
    return place.partition(":")[0].strip()


def _normalised(name: str) -> str:
    """Return a *name* that may be qualified, its distribution spelt as we spell it."""
    format, at, distribution = name.rpartition("@")
    return f"{format}{at}{normalised(distribution) if at else distribution}"


def _chosen(name: str, found: Discovery, *, known: Iterable[str]) -> Plugin:
    exact = [
        each for each in found.plugins if qualified_name(each) == _normalised(name)
    ]
    named = [each for each in found.plugins if each.name == name and goes_by_name(each)]
    chosen = exact or named
    if not chosen:
        _refuse_unavailable(name, found.others)
        own = own_distribution(name) if name in RESERVED else None
        raise UnknownFormatError(name, (*known, *_names(found.plugins)), own)
    spellings = tuple(dict.fromkeys(map(qualified_name, chosen)))
    if len(spellings) > 1:
        raise AmbiguousFormatError(name, spellings)
    if len(chosen) > 1:
        places = tuple(each.value for each in chosen)
        raise DuplicateFormatError(chosen[0].name, chosen[0].distribution, places)
    return chosen[0]


def _refuse_unavailable(name: str, others: Iterable[Plugin]) -> None:
    for each in others:
        exact = qualified_name(each) == _normalised(name)
        if exact or (name == each.name and goes_by_name(each)):
            reason, remedy = why_unavailable(each)
            raise FormatUnavailableError(
                each.name, each.distribution, each.version, reason, remedy
            )


def why_unavailable(plugin: Plugin) -> tuple[str, str]:
    """Return why *plugin* cannot be asked for, and what to do about that."""
    match plugin.state:
        case PluginState.DISABLED:
            return (
                f"{VARIABLE} does not name {plugin.distribution}",
                f"add it there, or unset {VARIABLE}",
            )
        case PluginState.SHADOWED:
            return (
                f"{plugin.distribution} {plugin.shadowed_by} comes before it on the path",
                f"uninstall the copy that is not wanted of {plugin.distribution}",
            )
        case _:
            return (
                f"it is made for a newer interface, {plugin.group}",
                "upgrade integrated-care-principles",
            )


def _names(plugins: Iterable[Plugin]) -> tuple[str, ...]:
    names = (
        each.name if goes_by_name(each) else qualified_name(each) for each in plugins
    )
    return tuple(dict.fromkeys(names))
