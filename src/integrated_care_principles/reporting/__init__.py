"""What a report format sees, and how one is made, found and run."""

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
from integrated_care_principles.discovery import Damage, Discovery, Plugin
from integrated_care_principles.exceptions import OptionError, Problem
from integrated_care_principles.reporting import safe
from integrated_care_principles.reporting._catalogue_tables import catalogue_tables
from integrated_care_principles.reporting._format import (
    Rendered,
    ReportFormat,
    report_format,
)
from integrated_care_principles.reporting._formats import (
    RESERVED,
    find_formats,
    goes_by_name,
    load_format,
    qualified_name,
)
from integrated_care_principles.reporting._make import make_report
from integrated_care_principles.reporting._options import option, read_options
from integrated_care_principles.reporting._rendering import render
from integrated_care_principles.reporting._report import (
    AssessmentView,
    GroupView,
    PrincipleView,
    QuestionView,
    Report,
)
from integrated_care_principles.reporting._table import Cell, Row, Table
from integrated_care_principles.reporting._tables import tables
from integrated_care_principles.scoring import (
    Code,
    Completeness,
    Gap,
    GroupScore,
    Policy,
    PrincipleScore,
    QuestionScore,
    Scorecard,
)

__all__ = [
    "RESERVED",
    "Action",
    "Annotation",
    "Asks",
    "Assessment",
    "AssessmentView",
    "Catalogue",
    "CatalogueRef",
    "Cell",
    "Code",
    "Completeness",
    "Confidence",
    "Damage",
    "Discovery",
    "Evidence",
    "EvidenceKind",
    "Gap",
    "Group",
    "GroupScore",
    "GroupView",
    "Level",
    "Listing",
    "OptionError",
    "Outcome",
    "Period",
    "Plugin",
    "Policy",
    "Principle",
    "PrincipleScore",
    "PrincipleView",
    "Problem",
    "Purpose",
    "Question",
    "QuestionScore",
    "QuestionView",
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
    "catalogue_tables",
    "find_formats",
    "goes_by_name",
    "load_format",
    "make_report",
    "option",
    "qualified_name",
    "read_options",
    "render",
    "report_format",
    "safe",
    "tables",
]
