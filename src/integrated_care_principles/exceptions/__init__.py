"""All that can go wrong, each with its sentence."""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.exceptions._files import (
        AlreadyExistsError,
        AssessmentFileError,
        CatalogueFileError,
        ChangedSinceReadError,
        CrosswalkFileError,
        DataFileError,
        FolderInUseError,
        PolicyFileError,
    )
    from integrated_care_principles.exceptions._formats import (
        AmbiguousFormatError,
        DuplicateFormatError,
        FormatError,
        FormatNameError,
        FormatRunError,
        FormatUnavailableError,
        OptionError,
        OptionsError,
        UnknownFormatError,
        UnknownOptionError,
    )
    from integrated_care_principles.exceptions._lookup import (
        UnknownGroupError,
        UnknownIdError,
        UnknownNumberError,
        UnknownOutcomeError,
        UnknownPrincipleError,
        UnknownQuestionError,
        UnknownResourceError,
        UnknownTargetError,
    )
    from integrated_care_principles.exceptions._plugins import PluginLoadError
    from integrated_care_principles.exceptions._problem import (
        IntegratedCareError,
        MalformedError,
        OtherCatalogueError,
        OtherScaleError,
        Problem,
    )
    from integrated_care_principles.exceptions._search import SearchUnavailableError
    from integrated_care_principles.exceptions._together import (
        AssessedApartError,
        ConsensusUnfitError,
    )
else:
    # Most runs go wrong in no way, and never pay for the classes.
    __getattr__ = importer(
        __name__,
        {
            "_files": (
                "AlreadyExistsError",
                "AssessmentFileError",
                "CatalogueFileError",
                "ChangedSinceReadError",
                "CrosswalkFileError",
                "DataFileError",
                "FolderInUseError",
                "PolicyFileError",
            ),
            "_formats": (
                "AmbiguousFormatError",
                "DuplicateFormatError",
                "FormatError",
                "FormatNameError",
                "FormatRunError",
                "FormatUnavailableError",
                "OptionError",
                "OptionsError",
                "UnknownFormatError",
                "UnknownOptionError",
            ),
            "_lookup": (
                "UnknownGroupError",
                "UnknownIdError",
                "UnknownNumberError",
                "UnknownOutcomeError",
                "UnknownPrincipleError",
                "UnknownQuestionError",
                "UnknownResourceError",
                "UnknownTargetError",
            ),
            "_plugins": ("PluginLoadError",),
            "_problem": (
                "IntegratedCareError",
                "MalformedError",
                "OtherCatalogueError",
                "OtherScaleError",
                "OtherScaleError",
                "Problem",
            ),
            "_search": ("SearchUnavailableError",),
            "_together": ("AssessedApartError", "ConsensusUnfitError"),
        },
    )

__all__ = [
    "AlreadyExistsError",
    "AmbiguousFormatError",
    "AssessedApartError",
    "AssessmentFileError",
    "CatalogueFileError",
    "ChangedSinceReadError",
    "ConsensusUnfitError",
    "CrosswalkFileError",
    "DataFileError",
    "DuplicateFormatError",
    "FolderInUseError",
    "FormatError",
    "FormatNameError",
    "FormatRunError",
    "FormatUnavailableError",
    "IntegratedCareError",
    "MalformedError",
    "OptionError",
    "OptionsError",
    "OtherCatalogueError",
    "OtherScaleError",
    "PluginLoadError",
    "PolicyFileError",
    "Problem",
    "SearchUnavailableError",
    "UnknownFormatError",
    "UnknownGroupError",
    "UnknownIdError",
    "UnknownNumberError",
    "UnknownOptionError",
    "UnknownOutcomeError",
    "UnknownPrincipleError",
    "UnknownQuestionError",
    "UnknownResourceError",
    "UnknownTargetError",
]
