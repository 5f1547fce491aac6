"""What an assessment amounts to: how complete it is, and what is missing."""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.scoring._agenda import (
        Agenda,
        Order,
        agenda,
    )
    from integrated_care_principles.scoring._codes import (
        Code,
    )
    from integrated_care_principles.scoring._completeness import (
        Completeness,
    )
    from integrated_care_principles.scoring._criteria import (
        is_blank,
        is_open,
        is_overdue,
        is_stale,
    )
    from integrated_care_principles.scoring._explain import (
        CountedAs,
        Explanation,
        Row,
        explain,
    )
    from integrated_care_principles.scoring._policy import (
        ANSWERED,
        ASSURED,
        EVIDENCED,
        POLICIES,
        Excused,
        Policy,
        Weight,
    )
    from integrated_care_principles.scoring._ratings import (
        Distribution,
        LevelCount,
        PrincipleRatings,
        Ratings,
        ratings,
    )
    from integrated_care_principles.scoring._score import (
        score,
    )
    from integrated_care_principles.scoring._scorecard import (
        Gap,
        GroupScore,
        PrincipleScore,
        QuestionScore,
        Scorecard,
    )
    from integrated_care_principles.scoring._tasks import (
        Task,
    )
else:
    # Who only counts does not pay for explanations, agendas and ratings.
    __getattr__ = importer(
        __name__,
        {
            "_agenda": ("Agenda", "Order", "agenda"),
            "_codes": ("Code",),
            "_completeness": ("Completeness",),
            "_criteria": ("is_blank", "is_open", "is_overdue", "is_stale"),
            "_explain": ("CountedAs", "Explanation", "Row", "explain"),
            "_policy": (
                "ANSWERED",
                "ASSURED",
                "EVIDENCED",
                "POLICIES",
                "Excused",
                "Policy",
                "Weight",
            ),
            "_ratings": (
                "Distribution",
                "LevelCount",
                "PrincipleRatings",
                "Ratings",
                "ratings",
            ),
            "_score": ("score",),
            "_scorecard": (
                "Gap",
                "GroupScore",
                "PrincipleScore",
                "QuestionScore",
                "Scorecard",
            ),
            "_tasks": ("Task",),
        },
    )

__all__ = [
    "ANSWERED",
    "ASSURED",
    "EVIDENCED",
    "POLICIES",
    "Agenda",
    "Code",
    "Completeness",
    "CountedAs",
    "Distribution",
    "Excused",
    "Explanation",
    "Gap",
    "GroupScore",
    "LevelCount",
    "Order",
    "Policy",
    "PrincipleRatings",
    "PrincipleScore",
    "QuestionScore",
    "Ratings",
    "Row",
    "Scorecard",
    "Task",
    "Weight",
    "agenda",
    "explain",
    "is_blank",
    "is_open",
    "is_overdue",
    "is_stale",
    "ratings",
    "score",
]
