"""What was answered: responses with evidence and actions, for one body and period."""

from integrated_care_principles.assessment._assessment import Assessment, Period
from integrated_care_principles.assessment._days import months_after
from integrated_care_principles.assessment._decisions import Candidate, Decision
from integrated_care_principles.assessment._merge import Merge, merge
from integrated_care_principles.assessment._merging import Change
from integrated_care_principles.assessment._next_year import (
    CARRIED_OVER,
    EVIDENCE_AGE,
    carry_forward,
)
from integrated_care_principles.assessment._response import (
    Action,
    Annotation,
    Evidence,
    EvidenceKind,
    Response,
    Status,
)
from integrated_care_principles.assessment._rules import (
    catalogue_problems,
    rating_problems,
    repeated_ids,
)
from integrated_care_principles.assessment._scale import (
    CARE_INSPECTORATE,
    MSG_2019,
    SCALES,
    Level,
    LevelId,
    Scale,
)

__all__ = [
    "CARE_INSPECTORATE",
    "CARRIED_OVER",
    "EVIDENCE_AGE",
    "MSG_2019",
    "SCALES",
    "Action",
    "Annotation",
    "Assessment",
    "Candidate",
    "Change",
    "Decision",
    "Evidence",
    "EvidenceKind",
    "Level",
    "LevelId",
    "Merge",
    "Period",
    "Response",
    "Scale",
    "Status",
    "carry_forward",
    "catalogue_problems",
    "merge",
    "months_after",
    "rating_problems",
    "repeated_ids",
]
