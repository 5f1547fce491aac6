"""
Find what other distributions publish in a group of entry points, and load one of them.

Finding imports nothing of theirs, and a damaged neighbour costs its own name only.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from threading import RLock

from attrs import frozen
from importlib_metadata import EntryPoint, distributions

from integrated_care_principles.exceptions import PluginLoadError
from integrated_care_principles.text import gist

# Standard output is one for all threads: two that redirect it at once would lose it.
_ALONE = RLock()


@frozen(kw_only=True)
class Plugin:
    """
    One entry point of an installed distribution.

    Attributes:
        value: Where the object is: ``package.module:name``.

        distribution: Normalised name of the distribution that publishes it.
    """

    group: str
    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> object:
        """
        Import the plugin and return what its entry point names.

        Whatever it prints meanwhile goes to standard error.

        Raises:
            PluginLoadError: If that fails, in whatever way.
        """
        try:
            with _ALONE, redirect_stdout(sys.stderr):
                return EntryPoint(self.name, self.value, self.group).load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # it may call sys.exit() while it is imported
            raise self.error(_reason(error)) from error

    def error(self, reason: str) -> PluginLoadError:
        """Return the error that says that this plugin cannot be had, and why."""
        return PluginLoadError(self.name, self.distribution, self.version, reason)


@frozen(kw_only=True)
class Damage:
    """
    Metadata of an installed distribution that cannot be read.

    Attributes:
        distribution: Its name, or where it is installed.

        reason: What is wrong, in one line.
    """

    distribution: str
    reason: str

    def __str__(self) -> str:
        return f"the metadata of {self.distribution} is damaged: {self.reason}"


@frozen(kw_only=True)
class Discovery:
    """
    What was found in a group of entry points.

    Attributes:
        plugins: By name, then by distribution; never by place on the path.

        damages: What could not be read, by distribution.
    """

    plugins: tuple[Plugin, ...]
    damages: tuple[Damage, ...]


def discover(group: str) -> Discovery:
    """Return the entry points of all installed distributions in *group*."""
    found = tuple(_published(group))
    plugins = (each for each in found if isinstance(each, Plugin))
    damages = {each for each in found if isinstance(each, Damage)}
    return Discovery(
        plugins=tuple(sorted(plugins, key=lambda each: (each.name, each.distribution))),
        damages=tuple(sorted(damages, key=str)),
    )


def _published(group: str) -> Iterator[Plugin | Damage]:
    seen: set[str] = set()
    for distribution in distributions():
        called = f"{getattr(distribution, '_path', distribution)}"
        try:
            called = name = _normalised(distribution.metadata["Name"])
            if name in seen:  # an import would get the copy that came first
                continue
            seen.add(name)
            version = distribution.version
            text = distribution.read_text("entry_points.txt") or ""
        except Exception as error:  # noqa: BLE001 - strangers' metadata breaks in any way
            yield Damage(distribution=called, reason=gist(error))
            continue
        for line in _lines(text, group):
            yield _entry(line, group, name, version)


def _entry(line: str, group: str, distribution: str, version: str) -> Plugin | Damage:
    match = _ENTRY.fullmatch(line)
    if match is None:
        return Damage(distribution=distribution, reason=f"no entry point: {line!r}")
    name, value = match.groups()
    return Plugin(
        group=group, name=name, value=value, distribution=distribution, version=version
    )


def _lines(text: str, group: str) -> Iterator[str]:
    """Yield the lines that stand under *group* in the text of an entry-point file."""
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
        elif line and line[0] not in "#;" and section == group:
            yield line


def _normalised(name: str) -> str:
    """Return the *name* of a distribution as every spelling of it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _reason(error: BaseException) -> str:
    if isinstance(error, SystemExit):
        return "it calls sys.exit() while it is imported"
    return gist(error)


_ENTRY = re.compile(r"(\S.*?)\s*=\s*(\S.*)")
