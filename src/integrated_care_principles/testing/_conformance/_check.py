"""What a check is, and what it says where a format does not pass it."""

from collections.abc import Callable, Iterator
from textwrap import fill

from attrs import frozen

from integrated_care_principles.exceptions import IntegratedCareError
from integrated_care_principles.testing._conformance._trial import Trial

PAGE = "docs/reference/conformance.md"
_WIDTH = 80


@frozen(kw_only=True)
class Finding:
    """
    One way in which a format breaks a rule.

    Attributes:
        reason: What happened.

        smallest: The smallest input found that makes it happen.

        remedy: What mends this very case; empty: what the check says.
    """

    reason: str
    smallest: str
    remedy: str = ""


@frozen(kw_only=True)
class Check:
    """
    One rule that every report format keeps, and how it is looked for.

    Attributes:
        name: Stable; also the anchor of its section in the documentation.

        rule: What holds.

        why: Whom it hurts where it does not hold.

        remedy: What mends it.

        find: Yields where the format on trial breaks the rule.
    """

    name: str
    rule: str
    why: str
    remedy: str
    find: Callable[[Trial], Iterator[Finding]]

    @property
    def anchor(self) -> str:
        """Where the documentation has more."""
        return f"{PAGE}#{self.name}"

    def violations(self, trial: Trial) -> tuple["Violation", ...]:
        """Return where the format on *trial* breaks the rule."""
        return tuple(
            self.violation(each.reason, each.smallest, each.remedy)
            for each in self.find(trial)
        )

    def violation(self, reason: str, smallest: str, remedy: str = "") -> "Violation":
        """
        Return that a format breaks the rule.

        Args:
            reason: What happened.
            smallest: The smallest input found that makes it happen.
            remedy: What mends this very case; empty: what the check says.
        """
        return Violation(
            check=self.name,
            rule=self.rule,
            why=self.why,
            reason=reason,
            smallest=smallest,
            remedy=remedy or self.remedy,
            anchor=self.anchor,
        )


@frozen(kw_only=True)
class Violation:
    """
    A rule that a format breaks, with what its author needs to mend it.

    Attributes:
        check: Name of the check that found it.

        rule: What should hold.

        why: Whom it hurts that it does not.

        reason: What happened.

        smallest: The smallest input found that makes it happen.

        remedy: What mends it.

        anchor: Where the documentation has more.
    """

    check: str
    rule: str
    why: str
    reason: str
    smallest: str
    remedy: str
    anchor: str

    def __str__(self) -> str:
        return "\n".join(
            (
                f"{self.check}: {self.reason}",
                _wrapped("rule", self.rule),
                _wrapped("why", self.why),
                f"{_label('with')}{self.smallest}",  # to the letter
                _wrapped("remedy", self.remedy),
                _wrapped("see", f"{self.anchor} of integrated-care-principles"),
            )
        )


def _label(word: str) -> str:
    return f"  {word:<10}"


def _wrapped(word: str, text: str) -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=_label(word),
        subsequent_indent=_label(""),
        break_long_words=False,
        break_on_hyphens=False,
    )


@frozen
class ConformanceError(IntegratedCareError, AssertionError):
    """
    A report format does not do what every report format must.

    Attributes:
        violations: All that one check found.
    """

    violations: tuple[Violation, ...]

    def __str__(self) -> str:
        return "\n\n".join(("", *map(str, self.violations)))


def check(
    name: str, *, rule: str, why: str, remedy: str
) -> Callable[[Callable[[Trial], Iterator[Finding]]], Check]:
    """
    Make a check of a function that yields where a format on trial breaks a rule.

    Args:
        name: Stable; also the anchor of its section in the documentation.
        rule: What holds.
        why: Whom it hurts where it does not hold.
        remedy: What mends it.
    """

    def decorate(find: Callable[[Trial], Iterator[Finding]]) -> Check:
        return Check(name=name, rule=rule, why=why, remedy=remedy, find=find)

    return decorate
