"""Plugins that are installed, but cannot be had."""

from attrs import frozen

from integrated_care_principles.exceptions._problem import IntegratedCareError


@frozen
class PluginLoadError(IntegratedCareError):
    """
    A plugin is installed, but importing it fails, or gives something else.

    The cause, where there is one, is chained.

    Attributes:
        name: Name of the plugin.

        distribution: The distribution that offers it.

        version: The distribution's version.

        reason: What happened, in one line.
    """

    name: str
    distribution: str
    version: str
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.name!r} of {self.distribution} {self.version} cannot be loaded: "
            f"{self.reason}; upgrade or uninstall {self.distribution}, "
            "or tell its authors"
        )
