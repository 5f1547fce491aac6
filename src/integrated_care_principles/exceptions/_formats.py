"""Report formats that cannot be found, loaded, set up or run."""

from attrs import frozen

from integrated_care_principles.exceptions._lookup import UnknownIdError
from integrated_care_principles.exceptions._problem import IntegratedCareError
from integrated_care_principles.text import did_you_mean


class FormatError(IntegratedCareError):
    """A report format does not do what was asked of it."""


@frozen
class UnknownFormatError(UnknownIdError, FormatError):
    """
    No installed distribution offers a report format of that name.

    Attributes:
        distribution: The distribution that would offer it, where we know.
    """

    kind = "report format"

    distribution: str | None = None

    def __str__(self) -> str:
        if self.distribution is not None:
            return (
                f"the report format {self.id!r} is not installed; "
                f"pip install {self.distribution}"
            )
        there = ", ".join(self.known) or "none"
        return (
            f"no report format {self.id!r}{did_you_mean(self.id, self.known)}"
            f" (installed: {there})"
        )


@frozen
class AmbiguousFormatError(FormatError):
    """
    Several distributions offer a report format of one name.

    Attributes:
        name: The name that was asked for.

        spellings: The qualified names that work, in order.
    """

    name: str
    spellings: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"several distributions offer the report format {self.name!r}; "
            f"say which: {' or '.join(self.spellings)}"
        )


@frozen
class DuplicateFormatError(FormatError):
    """
    One distribution offers several report formats under one name.

    Attributes:
        name: The name that was asked for.

        distribution: The distribution.

        places: Where each is, as ``package.module:name``.
    """

    name: str
    distribution: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"{self.distribution} offers several report formats under the name "
            f"{self.name!r}; say which: {' or '.join(self.places)}"
        )


@frozen
class FormatUnavailableError(FormatError):
    """
    A report format is there, but may not or cannot be used.

    Attributes:
        name: Name of the format.

        distribution: The distribution that offers it; empty where none does.

        version: The distribution's version.

        reason: What stands in its way.

        remedy: What to do about that.
    """

    name: str
    distribution: str
    version: str
    reason: str
    remedy: str

    def __str__(self) -> str:
        of = f" of {self.distribution} {self.version}" if self.distribution else ""
        return (
            f"the report format {self.name!r}{of} cannot be used: {self.reason}; "
            f"{self.remedy}"
        )


@frozen
class FormatNameError(FormatError, ValueError):
    """
    A report format cannot be registered under a name.

    Attributes:
        name: The name.

        reason: Why not, and what to do about it.
    """

    name: str
    reason: str

    def __str__(self) -> str:
        return f"no report format can be registered as {self.name!r}: {self.reason}"


@frozen
class FormatRunError(FormatError):
    """
    A report format was loaded, but laying out the report with it fails.

    The cause, where there is one, is chained.

    Attributes:
        name: Name of the format.

        reason: What happened, in one line.

        distribution: The distribution that offers it; empty where none does.

        version: The distribution's version.
    """

    name: str
    reason: str
    distribution: str = ""
    version: str = ""

    def __str__(self) -> str:
        of = f" of {self.distribution} {self.version}" if self.distribution else ""
        return (
            f"the report format {self.name!r}{of} failed: {self.reason}; "
            f"upgrade {self.distribution or 'it'}, use another, or tell its authors"
        )


class UnknownOptionError(UnknownIdError, FormatError):
    """A report format has no such option."""

    kind = "option"

    def __str__(self) -> str:
        there = ", ".join(self.known) or "none"
        near = did_you_mean(self.id, self.known)
        return f"no {self.kind} {self.id!r}{near} (options: {there})"


@frozen
class OptionError(FormatError, ValueError):
    """
    An option of a report format was given a value that it does not take.

    Attributes:
        name: Name of the option.

        value: What was given.

        expected: What it takes.

        choices: The texts that it takes, where they are few.
    """

    name: str
    value: str
    expected: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        near = did_you_mean(self.value, self.choices)
        return (
            f"option {self.name}: expected {self.expected}, found {self.value!r}{near}"
        )


@frozen
class OptionsError(FormatError, ValueError):
    """
    Several things are wrong with the options of a report format.

    Attributes:
        errors: One for each.
    """

    errors: tuple[FormatError, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))
