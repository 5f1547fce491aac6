"""From copies of distributions to plugins and what stands in their way."""

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve

from integrated_care_principles.discovery._allowed import (
    is_allowed,
    named,
)
from integrated_care_principles.discovery._copies import Copy, copies
from integrated_care_principles.discovery._entry_points import (
    Entry,
    entries,
    is_of_interest,
)
from integrated_care_principles.discovery._plugin import (
    Damage,
    Discovery,
    Plugin,
    PluginState,
)
from integrated_care_principles.text import gist, shown


def discover(group: str, *, always: Collection[str] = ()) -> Discovery:
    """
    Return the entry points of all installed distributions in *group*.

    The environment variable ``ICP_PLUGINS`` is read here, and nowhere else. Unset: all
    may be had. Empty: only those of *always*. Otherwise these, and those of the
    distributions that it names, with commas.

    Args:
        always: Normalised names of the distributions that no site switches off.
    """
    by_name, errors = copies()
    found = [each for several in by_name.values() for each in _of(several, group)]
    plugins = [each for each in found if isinstance(each, Plugin)]
    plugins = [_allowed(each, always) for each in _without_served(plugins, group)]
    plugins.sort(key=_order)
    damages = {each for each in found if isinstance(each, Damage)}
    damages |= {Damage(distribution="a distribution", reason=gist(e)) for e in errors}
    publishing = {each.distribution for each in plugins}
    return Discovery(
        plugins=tuple(each for each in plugins if _is_available(each)),
        others=tuple(each for each in plugins if not _is_available(each)),
        damages=tuple(sorted(damages, key=str)),
        unknown=tuple(sorted(named() - publishing - set(always))),
    )


def _order(plugin: Plugin) -> tuple[str, ...]:
    return plugin.name, plugin.distribution, plugin.version, plugin.group, plugin.value


def _is_available(plugin: Plugin) -> bool:
    return plugin.state is PluginState.AVAILABLE


def _allowed(plugin: Plugin, always: Collection[str]) -> Plugin:
    if not _is_available(plugin) or is_allowed(plugin.distribution, always):
        return plugin
    return evolve(plugin, state=PluginState.DISABLED)


def _without_served(plugins: Sequence[Plugin], group: str) -> Iterator[Plugin]:
    """Yield *plugins* but those that the same distribution offers to this version too."""
    served = {(each.name, each.distribution) for each in plugins if each.group == group}
    for each in plugins:
        if each.group == group or (each.name, each.distribution) not in served:
            yield each


def _of(several: Sequence[Copy], group: str) -> Iterator[Plugin | Damage]:
    """Yield what the copies of one distribution publish."""
    live = list(_published(several[0], group))
    yield from live
    known = {each for each in live if isinstance(each, Plugin)}
    for copy in several[1:]:
        for each in _published(copy, group):
            # An editable install may leave its metadata in two places.
            if each not in known and isinstance(each, Plugin):
                yield evolve(
                    each,
                    state=PluginState.SHADOWED,
                    shadowed_by=several[0].version,
                )


def _published(copy: Copy, group: str) -> Iterator[Plugin | Damage]:
    try:
        text = copy.entry_points
        if is_of_interest(text, group):
            name, version = copy.identity
            yield from _read(text, group, name, version)
        elif not copy.has_metadata:
            yield Damage(distribution=copy.called, reason="it has no METADATA")
    except Exception as error:  # noqa: BLE001 - strangers' metadata breaks in any way
        yield Damage(distribution=copy.called, reason=gist(error))


def _read(
    text: str, group: str, distribution: str, version: str
) -> Iterator[Plugin | Damage]:
    first: dict[tuple[str, str], str] = {}
    for entry in entries(text, group):
        if not entry.name:
            yield _damaged_line(entry, distribution)
            continue
        name = first.setdefault((entry.section, entry.value), entry.name)
        newer = entry.section != group
        yield Plugin(
            group=entry.section,
            name=entry.name,
            value=entry.value,
            distribution=distribution,
            version=version,
            alias_of="" if name == entry.name else name,
            state=PluginState.NEWER_INTERFACE if newer else PluginState.AVAILABLE,
        )


def _damaged_line(entry: Entry, distribution: str) -> Damage:
    what = shown(entry.value)
    reason = f"line {entry.line} of entry_points.txt is no entry point: {what}"
    return Damage(distribution=distribution, reason=reason)
