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

        distribution: The distribution that offers it; empty where none does.

        version: The distribution's version.

        reason: What happened, in one line.

        code: ``import-error``, ``exits``, ``bad-value`` or ``not-a-format``.
    """

    name: str
    distribution: str
    version: str
    reason: str
    code: str = "import-error"

    def __str__(self) -> str:
        if not self.distribution:
            return (
                f"{self.name!r} cannot be loaded: {self.reason}; mend it, or its name"
            )
        return (
            f"{self.name!r} of {self.distribution} {self.version} cannot be loaded: "
            f"{self.reason}; upgrade or uninstall {self.distribution}, "
            "or tell its authors"
        )
