"""What an assessment amounts to: how complete it is, and what is missing."""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.scoring._agenda import (
        Agenda,
        Order,
        agenda,
        agenda_of,
    )
    from integrated_care_principles.scoring._agree import agree, can_agree
    from integrated_care_principles.scoring._agreed import (
        AGREED_FROM,
        SAID_BY,
    )
    from integrated_care_principles.scoring._agreement import (
        Agreement,
        PrincipleAgreement,
        QuestionAgreement,
    )
    from integrated_care_principles.scoring._changes import (
        Direction,
        FieldChange,
        QuestionChange,
        Reason,
    )
    from integrated_care_principles.scoring._codes import (
        Code,
    )
    from integrated_care_principles.scoring._compare import compare, compare_scored
    from integrated_care_principles.scoring._comparison import (
        Comparison,
        Overlap,
        PrincipleChange,
        Step,
    )
    from integrated_care_principles.scoring._completeness import (
        Completeness,
    )
    from integrated_care_principles.scoring._consensus import (
        DELPHI_ADAPTED,
        DELPHI_PUBLISHED,
        MAJORITY,
        RULES,
        Consensus,
        Verdict,
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
    from integrated_care_principles.scoring._parts import Parts
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
    from integrated_care_principles.scoring._series import (
        Axis,
        Member,
        Series,
    )
    from integrated_care_principles.scoring._tasks import (
        Task,
    )
    from integrated_care_principles.scoring._voices import (
        Voice,
    )
else:
    # Who only counts does not pay for explanations, agendas and ratings.
    __getattr__ = importer(
        __name__,
        {
            "_agenda": ("Agenda", "Order", "agenda", "agenda_of"),
            "_codes": ("Code",),
            "_completeness": ("Completeness",),
            "_criteria": ("is_blank", "is_open", "is_overdue", "is_stale"),
            "_explain": ("CountedAs", "Explanation", "Row", "explain"),
            "_parts": ("Parts",),
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
            "_agree": ("agree", "can_agree"),
            "_agreement": ("Agreement", "PrincipleAgreement", "QuestionAgreement"),
            "_agreed": ("AGREED_FROM", "SAID_BY"),
            "_changes": (
                "Direction",
                "FieldChange",
                "QuestionChange",
                "Reason",
            ),
            "_compare": ("compare", "compare_scored"),
            "_comparison": ("Comparison", "Overlap", "PrincipleChange", "Step"),
            "_consensus": (
                "DELPHI_ADAPTED",
                "DELPHI_PUBLISHED",
                "MAJORITY",
                "RULES",
                "Consensus",
                "Verdict",
            ),
            "_series": ("Axis", "Member", "Series"),
            "_voices": ("Voice",),
        },
    )

__all__ = [
    "AGREED_FROM",
    "ANSWERED",
    "ASSURED",
    "DELPHI_ADAPTED",
    "DELPHI_PUBLISHED",
    "EVIDENCED",
    "MAJORITY",
    "POLICIES",
    "RULES",
    "SAID_BY",
    "Agenda",
    "Agreement",
    "Axis",
    "Code",
    "Comparison",
    "Completeness",
    "Consensus",
    "CountedAs",
    "Direction",
    "Distribution",
    "Excused",
    "Explanation",
    "FieldChange",
    "Gap",
    "GroupScore",
    "LevelCount",
    "Member",
    "Order",
    "Overlap",
    "Parts",
    "Policy",
    "PrincipleAgreement",
    "PrincipleChange",
    "PrincipleRatings",
    "PrincipleScore",
    "QuestionAgreement",
    "QuestionChange",
    "QuestionScore",
    "Ratings",
    "Reason",
    "Row",
    "Scorecard",
    "Series",
    "Step",
    "Task",
    "Verdict",
    "Voice",
    "Weight",
    "agenda",
    "agenda_of",
    "agree",
    "can_agree",
    "compare",
    "compare_scored",
    "explain",
    "is_blank",
    "is_open",
    "is_overdue",
    "is_stale",
    "ratings",
    "score",
]
