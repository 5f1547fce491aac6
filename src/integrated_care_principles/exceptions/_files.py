"""Files that cannot be taken as they are, and saves that would have lost something."""

from attrs import frozen

from integrated_care_principles.exceptions._problem import IntegratedCareError, Problem
from integrated_care_principles.text import printable


@frozen
class DataFileError(IntegratedCareError, ValueError):
    """
    A file does not hold what it should, and these are all the reasons.

    Attributes:
        source: Name of the file, or ``<stdin>``.

        problems: All that is wrong with it.
    """

    source: str
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        source = printable(self.source)
        return "\n".join(f"{source}: {each}" for each in self.problems)


class AssessmentFileError(DataFileError):
    """A file does not hold an assessment."""


class CatalogueFileError(DataFileError):
    """A file does not hold a catalogue."""


class CrosswalkFileError(DataFileError):
    """A file does not hold a crosswalk."""


class PolicyFileError(DataFileError):
    """A file does not hold a policy."""


@frozen
class AlreadyExistsError(IntegratedCareError, OSError):
    """
    A new file was to be written where there is one already.

    Attributes:
        path: Where it was to be.
    """

    path: str

    def __str__(self) -> str:
        return f"{self.path} exists already; choose another name, or remove it first"


@frozen
class ChangedSinceReadError(IntegratedCareError, OSError):
    """
    Somebody else saved the file after we read it, and saving now would lose their work.

    Attributes:
        path: The file.
    """

    path: str

    def __str__(self) -> str:
        return (
            f"{self.path} has changed since it was read; read it again before you save"
        )


@frozen
class FolderInUseError(IntegratedCareError, OSError):
    """
    A folder was to be replaced that holds something else than what takes its place.

    Attributes:
        path: The folder.

        found: What is in it that would have been lost.
    """

    path: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.path} holds {self.found}, which would be lost; "
            "choose another folder, or remove that first"
        )
