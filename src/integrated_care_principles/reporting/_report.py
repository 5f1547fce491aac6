"""What a format is given: a finished report, in which nothing is left to compute."""

from datetime import date

from attrs import field, frozen

from integrated_care_principles.assessment import (
    Assessment,
    Level,
    Period,
    Response,
    Scale,
)
from integrated_care_principles.catalogue import Catalogue, Group, Principle, Question
from integrated_care_principles.exceptions import MalformedError
from integrated_care_principles.reporting._public import Withheld
from integrated_care_principles.scoring import (
    Agenda,
    Agreement,
    Code,
    Comparison,
    Completeness,
    Policy,
    QuestionScore,
    Scorecard,
    agenda_of,
)
from integrated_care_principles.wellformed import NOT_BLANK, field_problems


@frozen(kw_only=True)
class QuestionView:
    """
    A question, what was said to it, and how that counts.

    Attributes:
        antecedent: The question without which this one makes no sense.

        response: ``None`` where nobody has said anything.

        rating: The level that it was rated at.
    """

    question: Question
    group: Group
    antecedent: Question | None
    response: Response | None
    rating: Level | None
    score: QuestionScore

    @property
    def id(self) -> str:
        """Id of the question."""
        return self.question.id

    @property
    def text(self) -> str:
        """The question itself, as printed."""
        return self.question.text

    @property
    def status(self) -> str:
        """The status of the response; ``none`` where there is none."""
        return "none" if self.response is None else self.response.status.value

    @property
    def code(self) -> Code:
        """Why it counts as it does."""
        return self.score.code

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be said to it."""
        return self.score.complete


@frozen(kw_only=True)
class GroupView:
    """A group, its principles, and how complete its questions are; as printed."""

    group: Group
    principles: tuple[Principle, ...]
    completeness: Completeness
    questions: tuple[QuestionView, ...]

    @property
    def id(self) -> str:
        """Id of the group."""
        return self.group.id

    @property
    def title(self) -> str:
        """The titles of its principles in one line, each with its number."""
        return "; ".join(f"{each.number}. {each.title}" for each in self.principles)


@frozen(kw_only=True)
class PrincipleView:
    """
    A principle, and how complete its questions are.

    Attributes:
        questions: As printed. Several principles may share them.
    """

    principle: Principle
    completeness: Completeness
    questions: tuple[QuestionView, ...]

    @property
    def number(self) -> int:
        """Number of the principle."""
        return self.principle.number

    @property
    def title(self) -> str:
        """Its title, tidied."""
        return self.principle.title


@frozen(kw_only=True)
class AssessmentView:
    """
    One assessment, scored.

    Attributes:
        card: How it was scored.

        groups: In the catalogue's order.

        principles: In the order of their numbers.
    """

    assessment: Assessment
    card: Scorecard
    groups: tuple[GroupView, ...]
    principles: tuple[PrincipleView, ...]

    @property
    def subject(self) -> str:
        """Who is assessed."""
        return self.assessment.subject

    @property
    def locality(self) -> str:
        """The part of the area that is meant; empty: all of it."""
        return self.assessment.locality

    @property
    def assessor(self) -> str:
        """Who assessed it."""
        return self.assessment.assessor

    @property
    def period(self) -> Period:
        """The days that it speaks of."""
        return self.assessment.period

    @property
    def scale(self) -> Scale | None:
        """What its ratings mean."""
        return self.assessment.scale

    @property
    def completeness(self) -> Completeness:
        """How complete the whole is; every question counts once."""
        return self.card.overall

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """Every question, in the catalogue's order."""
        return tuple(each for group in self.groups for each in group.questions)

    @property
    def missing(self) -> tuple[QuestionView, ...]:
        """The questions that something is missing to, in the catalogue's order."""
        return tuple(each for each in self.questions if each.score.gaps)


@frozen(kw_only=True)
class Report:
    """
    What is laid out: a catalogue, and any number of assessments held against it.

    Attributes:
        title: What stands over it.

        day: The day that it speaks of; never the day on which it was made.

        producer: Name and version of what made it.

        policy: What it takes to be complete.

        assessments: In the order they were given; none: the catalogue itself.

        withheld: How much was left out of them because the public is not to see it;
            ``None`` where the report is not made for the public.

        comparison: What several amount to, held against each other.

        agreement: What several amount to that different assessors made of the same. At
            most one of the two is there.
    """

    title: str = field(metadata=NOT_BLANK)
    day: date
    producer: str
    catalogue: Catalogue
    policy: Policy
    assessments: tuple[AssessmentView, ...] = ()
    withheld: Withheld | None = None
    comparison: Comparison | None = None
    agreement: Agreement | None = None

    def __attrs_post_init__(self) -> None:
        header = {"title": self.title, "day": self.day, "producer": self.producer}
        if problems := tuple(field_problems(Report, header)):
            raise MalformedError(type(self).__name__, problems)

    @property
    def holds_private(self) -> bool:
        """Whether anything in it is not for publication, and was not withheld."""
        return self.withheld is None and any(
            not response.publishable
            or any(not each.publishable for each in response.evidence)
            for view in self.assessments
            for response in view.assessment.responses
        )

    def agenda_of(self, view: AssessmentView) -> Agenda:
        """
        Return what to do next about one of its assessments, what adds most first.

        Args:
            view: One of `assessments`. What was withheld is in none of the tasks, though
                what it lacks still counts.
        """
        return agenda_of(view.card, view.assessment, self.catalogue, self.policy)

    @property
    def attribution(self) -> str:
        """The line that has to stand where official words are quoted."""
        return self.catalogue.attribution

    @property
    def authorship(self) -> str:
        """Our words: whose words stand in the report."""
        return (
            "Questions and printed titles are quoted from the guidance. Titles of "
            "principles and resources are tidied, some of them shortened. Summaries, "
            "notes and what is said of resources are the words of the authors of "
            "integrated-care-principles, not official ones. Answers are the assessors' "
            "own."
        )

    @property
    def provenance(self) -> tuple[tuple[str, str], ...]:
        """What it was made from and how, as labels and values."""
        catalogue = self.catalogue
        return (
            ("Catalogue", f"{catalogue.id} {catalogue.edition}"),
            ("Statute text as at", f"{catalogue.statute_as_at}"),
            ("Facts checked on", f"{catalogue.checked}"),
            ("Fingerprint", catalogue.fingerprint),
            ("Content", catalogue.content_hash),
            ("Policy", f"{self.policy.name}: {self.policy.summary}"),
            ("Day", f"{self.day}"),
            *self._together,
            ("Made by", self.producer),
            ("Licence", f"{catalogue.licence}: {catalogue.attribution}"),
            ("Words", self.authorship),
            *self._made_for,
        )

    @property
    def _together(self) -> tuple[tuple[str, str], ...]:
        if self.comparison is not None:
            return (("Together", f"compared by {self.comparison.by}"),)
        if self.agreement is not None:
            rule = self.agreement.rule
            source = f" Source: {rule.source}" if rule.source else ""
            return (("Together", f"agreement, {rule.name}: {rule.summary}{source}"),)
        return ()

    @property
    def _made_for(self) -> tuple[tuple[str, str], ...]:
        if self.withheld is None:
            return ()
        return (("For the public", f"withheld: {self.withheld}"),)
