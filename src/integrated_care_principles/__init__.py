"""
Scotland's principles of integrated health and social care, as a library.

What is asked (`load_catalogue`), what was answered (`read_assessment`), what that amounts
to (`score`), and how it is laid out (`make_report`, `load_format`).
"""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.assessment import (
        CARE_INSPECTORATE,
        MSG_2019,
        Action,
        Annotation,
        Assessment,
        Evidence,
        EvidenceKind,
        Level,
        LevelId,
        Period,
        Response,
        Scale,
        Status,
    )
    from integrated_care_principles.catalogue import (
        Catalogue,
        CatalogueRef,
        Crosswalk,
        Group,
        GroupId,
        Outcome,
        Principle,
        Purpose,
        Question,
        QuestionId,
        Resource,
        SearchResult,
        load_catalogue,
        load_law,
        load_outcome_links,
        search,
    )
    from integrated_care_principles.exceptions import (
        AssessmentFileError,
        IntegratedCareError,
        MalformedError,
        Problem,
    )
    from integrated_care_principles.files import (
        Revision,
        decode_assessment,
        encode_assessment,
        encode_catalogue,
        read_assessment,
        read_catalogue,
        read_crosswalk,
        write_assessment,
    )
    from integrated_care_principles.reporting import (
        Report,
        ReportFormat,
        load_format,
        make_report,
    )
    from integrated_care_principles.scoring import (
        ANSWERED,
        Code,
        Completeness,
        Gap,
        Policy,
        Scorecard,
        score,
    )
    from integrated_care_principles.version import __version__
else:
    __getattr__ = importer(
        __name__,
        {
            "assessment": (
                "CARE_INSPECTORATE",
                "MSG_2019",
                "Action",
                "Annotation",
                "Assessment",
                "Evidence",
                "EvidenceKind",
                "Level",
                "LevelId",
                "Period",
                "Response",
                "Scale",
                "Status",
            ),
            "catalogue": (
                "Catalogue",
                "CatalogueRef",
                "Crosswalk",
                "Group",
                "GroupId",
                "Outcome",
                "Principle",
                "Purpose",
                "Question",
                "QuestionId",
                "Resource",
                "SearchResult",
                "load_catalogue",
                "load_law",
                "load_outcome_links",
                "search",
            ),
            "exceptions": (
                "AssessmentFileError",
                "IntegratedCareError",
                "MalformedError",
                "Problem",
            ),
            "files": (
                "Revision",
                "decode_assessment",
                "encode_assessment",
                "encode_catalogue",
                "read_assessment",
                "read_catalogue",
                "read_crosswalk",
                "write_assessment",
            ),
            "reporting": (
                "Report",
                "ReportFormat",
                "load_format",
                "make_report",
            ),
            "scoring": (
                "ANSWERED",
                "Code",
                "Completeness",
                "Gap",
                "Policy",
                "Scorecard",
                "score",
            ),
            "version": ("__version__",),
        },
    )

__all__ = [
    "ANSWERED",
    "CARE_INSPECTORATE",
    "MSG_2019",
    "Action",
    "Annotation",
    "Assessment",
    "AssessmentFileError",
    "Catalogue",
    "CatalogueRef",
    "Code",
    "Completeness",
    "Crosswalk",
    "Evidence",
    "EvidenceKind",
    "Gap",
    "Group",
    "GroupId",
    "IntegratedCareError",
    "Level",
    "LevelId",
    "MalformedError",
    "Outcome",
    "Period",
    "Policy",
    "Principle",
    "Problem",
    "Purpose",
    "Question",
    "QuestionId",
    "Report",
    "ReportFormat",
    "Resource",
    "Response",
    "Revision",
    "Scale",
    "Scorecard",
    "SearchResult",
    "Status",
    "__version__",
    "decode_assessment",
    "encode_assessment",
    "encode_catalogue",
    "load_catalogue",
    "load_format",
    "load_law",
    "load_outcome_links",
    "make_report",
    "read_assessment",
    "read_catalogue",
    "read_crosswalk",
    "score",
    "search",
    "write_assessment",
]


def __dir__() -> list[str]:
    return __all__
