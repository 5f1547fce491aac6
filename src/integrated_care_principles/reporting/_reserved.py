"""Names that only our own distributions give, and the suffixes that stand for them."""

from integrated_care_principles.discovery import Plugin

GROUP = "integrated_care_principles.report_formats"

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


def own_distribution(name: str) -> str:
    """Return the distribution of ours that gives the reserved *name*."""
    return f"integrated-care-principles-{name}"


FIRST_PARTY = frozenset(map(own_distribution, RESERVED))


def qualified_name(plugin: Plugin) -> str:
    """Return the name under which *plugin* is found whatever else is installed."""
    return f"{plugin.name}@{plugin.distribution}"


def goes_by_name(plugin: Plugin) -> bool:
    """Return whether the bare name of *plugin* may mean it."""
    if plugin.name in RESERVED:
        return plugin.distribution in (own_distribution(plugin.name), "")
    # Otherwise it would pass for somebody's qualified name, or for a place.
    return not {"@", ":"} & {*plugin.name}
