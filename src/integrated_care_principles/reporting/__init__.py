"""What a report format sees, and how one is made, found and run."""

from integrated_care_principles.lazy import importer
from integrated_care_principles.reporting import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.assessment import (
        Action,
        Annotation,
        Assessment,
        Evidence,
        EvidenceKind,
        Level,
        Period,
        Response,
        Scale,
        Status,
    )
    from integrated_care_principles.catalogue import (
        Asks,
        Catalogue,
        CatalogueRef,
        Confidence,
        Group,
        Listing,
        Outcome,
        Principle,
        Purpose,
        Question,
        Resource,
        ResourceKind,
        ResourceStatus,
    )
    from integrated_care_principles.discovery import (
        Damage,
        Discovery,
        Plugin,
        PluginState,
    )
    from integrated_care_principles.exceptions import OptionError, Problem
    from integrated_care_principles.reporting._bundle import Bundle, Document
    from integrated_care_principles.reporting._catalogue_tables import catalogue_tables
    from integrated_care_principles.reporting._format import (
        Rendered,
        ReportFormat,
        report_format,
    )
    from integrated_care_principles.reporting._formats import (
        find_format,
        find_formats,
        load_format,
        load_plugin,
    )
    from integrated_care_principles.reporting._given import raise_all, read_options
    from integrated_care_principles.reporting._listing import (
        ListedFormat,
        list_formats,
    )
    from integrated_care_principles.reporting._make import make_report
    from integrated_care_principles.reporting._options import (
        Option,
        option,
        options_of,
    )
    from integrated_care_principles.reporting._public import Withheld
    from integrated_care_principles.reporting._registered import Registration, register
    from integrated_care_principles.reporting._rendering import FoundFormat, render
    from integrated_care_principles.reporting._report import (
        AssessmentView,
        GroupView,
        PrincipleView,
        QuestionView,
        Report,
    )
    from integrated_care_principles.reporting._reserved import (
        RESERVED,
        goes_by_name,
        qualified_name,
    )
    from integrated_care_principles.reporting._stable_zip import stable_zip
    from integrated_care_principles.reporting._table import Cell, Row, Table
    from integrated_care_principles.reporting._tables import tables
    from integrated_care_principles.scoring import (
        Code,
        Completeness,
        Excused,
        Gap,
        GroupScore,
        Policy,
        PrincipleScore,
        QuestionScore,
        Scorecard,
        Weight,
    )
else:
    # A command that only lays out text, or a format that only needs a report, does not
    # pay for finding and running formats.
    __getattr__ = importer(
        __name__,
        {
            "integrated_care_principles.assessment": (
                "Action",
                "Annotation",
                "Assessment",
                "Evidence",
                "EvidenceKind",
                "Level",
                "Period",
                "Response",
                "Scale",
                "Status",
            ),
            "integrated_care_principles.catalogue": (
                "Asks",
                "Catalogue",
                "CatalogueRef",
                "Confidence",
                "Group",
                "Listing",
                "Outcome",
                "Principle",
                "Purpose",
                "Question",
                "Resource",
                "ResourceKind",
                "ResourceStatus",
            ),
            "integrated_care_principles.discovery": (
                "Damage",
                "Discovery",
                "Plugin",
                "PluginState",
            ),
            "integrated_care_principles.exceptions": ("OptionError", "Problem"),
            "_bundle": ("Bundle", "Document"),
            "_catalogue_tables": ("catalogue_tables",),
            "_format": ("Rendered", "ReportFormat", "report_format"),
            "_formats": ("find_format", "find_formats", "load_format", "load_plugin"),
            "_given": ("raise_all", "read_options"),
            "_listing": ("ListedFormat", "list_formats"),
            "_make": ("make_report",),
            "_options": ("Option", "option", "options_of"),
            "_public": ("Withheld",),
            "_registered": ("Registration", "register"),
            "_rendering": ("FoundFormat", "render"),
            "_report": (
                "AssessmentView",
                "GroupView",
                "PrincipleView",
                "QuestionView",
                "Report",
            ),
            "_reserved": ("RESERVED", "goes_by_name", "qualified_name"),
            "_stable_zip": ("stable_zip",),
            "_table": ("Cell", "Row", "Table"),
            "_tables": ("tables",),
            "integrated_care_principles.scoring": (
                "Code",
                "Completeness",
                "Excused",
                "Gap",
                "GroupScore",
                "Policy",
                "PrincipleScore",
                "QuestionScore",
                "Scorecard",
                "Weight",
            ),
        },
    )

__all__ = [
    "RESERVED",
    "Action",
    "Annotation",
    "Asks",
    "Assessment",
    "AssessmentView",
    "Bundle",
    "Catalogue",
    "CatalogueRef",
    "Cell",
    "Code",
    "Completeness",
    "Confidence",
    "Damage",
    "Discovery",
    "Document",
    "Evidence",
    "EvidenceKind",
    "Excused",
    "FoundFormat",
    "Gap",
    "Group",
    "GroupScore",
    "GroupView",
    "Level",
    "ListedFormat",
    "Listing",
    "Option",
    "OptionError",
    "Outcome",
    "Period",
    "Plugin",
    "PluginState",
    "Policy",
    "Principle",
    "PrincipleScore",
    "PrincipleView",
    "Problem",
    "Purpose",
    "Question",
    "QuestionScore",
    "QuestionView",
    "Registration",
    "Rendered",
    "Report",
    "ReportFormat",
    "Resource",
    "ResourceKind",
    "ResourceStatus",
    "Response",
    "Row",
    "Scale",
    "Scorecard",
    "Status",
    "Table",
    "Weight",
    "Withheld",
    "catalogue_tables",
    "find_format",
    "find_formats",
    "goes_by_name",
    "list_formats",
    "load_format",
    "load_plugin",
    "make_report",
    "option",
    "options_of",
    "qualified_name",
    "raise_all",
    "read_options",
    "register",
    "render",
    "report_format",
    "safe",
    "stable_zip",
    "tables",
]
