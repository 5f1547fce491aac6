"""What is there, under which names, and what can be seen of it without importing it."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from integrated_care_principles.discovery import Discovery, Plugin
from integrated_care_principles.reporting._formats import find_formats, why_unavailable
from integrated_care_principles.reporting._reserved import (
    RESERVED,
    goes_by_name,
    qualified_name,
)


@frozen(kw_only=True)
class ListedFormat:
    """
    An installed format as it is listed.

    Attributes:
        name: The shortest that means it and no other.

        marks: What can be seen of it: ``alias``, ``ambiguous``, ``duplicate``,
            ``reserved``, ``shadowed``, ``disabled``, ``newer interface``; none: nothing.

        note: The same in a sentence.
    """

    name: str
    plugin: Plugin
    marks: tuple[str, ...] = ()
    note: str = ""


def list_formats(found: Discovery | None = None) -> tuple[ListedFormat, ...]:
    """
    Return every format that is installed, by name, then by distribution.

    Args:
        found: What was found already; by default it is looked for.
    """
    found = find_formats() if found is None else found
    usable = [_listed(each, found.plugins) for each in found.plugins]
    others = [_unusable(each) for each in found.others]
    return tuple(sorted((*usable, *others), key=_order))


def _order(listed: ListedFormat) -> tuple[str, ...]:
    plugin = listed.plugin
    return plugin.name, plugin.distribution, plugin.group, plugin.version, plugin.value


def _unusable(plugin: Plugin) -> ListedFormat:
    reason, remedy = why_unavailable(plugin)
    return ListedFormat(
        name=qualified_name(plugin),
        plugin=plugin,
        marks=(plugin.state.value,),
        note=f"{reason}; {remedy}",
    )


def _listed(plugin: Plugin, plugins: Sequence[Plugin]) -> ListedFormat:
    same = [each for each in plugins if each.name == plugin.name and goes_by_name(each)]
    marks = dict(_marks(plugin, same, plugins))
    return ListedFormat(
        name=plugin.name if same == [plugin] else qualified_name(plugin),
        plugin=plugin,
        marks=tuple(marks),
        note="; ".join(marks.values()),
    )


def _marks(
    plugin: Plugin, same: Sequence[Plugin], plugins: Iterable[Plugin]
) -> Iterator[tuple[str, str]]:
    """Yield each mark with what it means for this *plugin*."""
    spelling = qualified_name(plugin)
    if [qualified_name(each) for each in plugins].count(spelling) > 1:
        yield "duplicate", f"{plugin.distribution} gives its name to several objects"
    if len({each.distribution for each in same}) > 1 and plugin in same:
        others = ", ".join(qualified_name(each) for each in same if each != plugin)
        yield "ambiguous", f"the name is that of {others} too"
    if plugin.name in RESERVED and plugin not in same:
        yield "reserved", f"the name is reserved; {spelling} works"
    if plugin.alias_of:
        yield "alias", f"another name of {plugin.alias_of}"
