"""What an assessment amounts to: how complete it is, and what is missing."""

from integrated_care_principles.scoring._codes import Code
from integrated_care_principles.scoring._completeness import Completeness
from integrated_care_principles.scoring._policy import ANSWERED, Policy, is_blank
from integrated_care_principles.scoring._score import score
from integrated_care_principles.scoring._scorecard import (
    Gap,
    GroupScore,
    PrincipleScore,
    QuestionScore,
    Scorecard,
)

__all__ = [
    "ANSWERED",
    "Code",
    "Completeness",
    "Gap",
    "GroupScore",
    "Policy",
    "PrincipleScore",
    "QuestionScore",
    "Scorecard",
    "is_blank",
    "score",
]
