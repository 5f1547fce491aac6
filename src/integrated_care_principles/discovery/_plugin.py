"""What is found: plugins, and metadata that cannot be read."""

from enum import StrEnum

from attrs import frozen

from integrated_care_principles.discovery._loading import LoadFailureError, load
from integrated_care_principles.exceptions import PluginLoadError


class PluginState(StrEnum):
    """Whether a plugin can be asked for, as far as that is seen without importing it."""

    AVAILABLE = "available"
    SHADOWED = "shadowed"
    DISABLED = "disabled"
    NEWER_INTERFACE = "newer interface"


@frozen(kw_only=True)
class Plugin:
    """
    One entry point of an installed distribution.

    Attributes:
        value: Where the object is: ``package.module:name``.

        distribution: Normalised name of the distribution that publishes it; empty:
            none does.

        alias_of: The name under which the same distribution publishes the same object
            first.

        shadowed_by: Version of the copy of the distribution that an import would get.
    """

    group: str
    name: str
    value: str
    distribution: str = ""
    version: str = ""
    state: PluginState = PluginState.AVAILABLE
    alias_of: str = ""
    shadowed_by: str = ""

    def load(self) -> object:
        """
        Import the plugin and return what its entry point names.

        Whatever it prints meanwhile goes to standard error.

        Raises:
            PluginLoadError: If that fails, in whatever way.
        """
        try:
            return load(self.value)
        except KeyboardInterrupt as interrupt:
            interrupt.add_note(f"while {self} was imported")
            raise
        except LoadFailureError as error:
            raise self.error(error.reason, error.code) from error.__cause__

    def error(self, reason: str, code: str = "import-error") -> PluginLoadError:
        """Return the error that says that this plugin cannot be had, and why."""
        return PluginLoadError(self.name, self.distribution, self.version, reason, code)

    def __str__(self) -> str:
        of = f" of {self.distribution} {self.version}" if self.distribution else ""
        return f"{self.name!r}{of}"


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
        plugins: What can be asked for, by name, then by distribution; never by place on
            the path.

        others: What is installed and cannot be asked for, in the same order; each with
            the state that says why.

        damages: What could not be read, by distribution.

        unknown: Distributions that the site allows, and that publish nothing here.
    """

    plugins: tuple[Plugin, ...]
    others: tuple[Plugin, ...] = ()
    damages: tuple[Damage, ...] = ()
    unknown: tuple[str, ...] = ()
