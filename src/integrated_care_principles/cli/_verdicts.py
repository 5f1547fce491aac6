"""What is said of each plugin that was tried, and what mends it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from integrated_care_principles.cli._apart import Outcome
from integrated_care_principles.discovery import Damage, Discovery, PluginState
from integrated_care_principles.reporting import ListedFormat, safe

# What mends each state; {distribution}, {place} and {spelling} are the plugin's own.
_REMEDIES = {
    "alias": "nothing to do",
    "ambiguous": "say {spelling}, or uninstall what is not wanted",
    "bad-value": "upgrade or uninstall {distribution}, or tell its authors to mend its "
    "entry point",
    "damaged": "reinstall it, or remove what is left of it",
    "dies": "upgrade or uninstall {distribution}, or tell its authors",
    "duplicate": "say {place}, or tell the authors of {distribution}",
    "exits": "upgrade or uninstall {distribution}, or tell its authors",
    "hangs": "uninstall {distribution}, or try again with a longer --timeout",
    "import-error": "upgrade or uninstall {distribution}, or install what it misses",
    "not-a-format": "upgrade or uninstall {distribution}, or tell its authors to name "
    "what report_format() gives",
    "prints": "tell the authors of {distribution}; reports stay clean of it",
}
# The marks that are states of what loads, the gravest first.
_TELLING = ("duplicate", "ambiguous", "alias")
# What is so on purpose; the rest is a fault.
_FINE = frozenset(("fine", "alias", "disabled"))


@frozen(kw_only=True)
class Verdict:
    """
    What became of one plugin, or of metadata that cannot be read.

    Attributes:
        state: ``fine``, or what is the matter, in a word or two.

        reason: What happened, in one line.

        remedy: What mends it, in one line.
    """

    name: str
    distribution: str
    version: str
    state: str
    reason: str = ""
    remedy: str = ""

    @property
    def is_fine(self) -> bool:
        """Whether there is nothing to mend."""
        return self.state in _FINE


def verdicts(
    found: Discovery, listed: Sequence[ListedFormat], outcomes: Sequence[Outcome]
) -> Iterator[Verdict]:
    """
    Yield what is to be said of everything that was *found*.

    Args:
        outcomes: Of the available ones among those that are *listed*, in their order.
    """
    left = iter(outcomes)
    for each in listed:
        available = each.plugin.state is PluginState.AVAILABLE
        yield _tried(each, next(left)) if available else _untried(each)
    for damage in found.damages:
        yield _damaged(damage)


def _tried(listed: ListedFormat, outcome: Outcome) -> Verdict:
    state, reason = _state(outcome)
    if state == "fine":
        state, reason = _seen(listed)
    plugin = listed.plugin
    spelling = f"{plugin.name}@{plugin.distribution}"
    remedy = _REMEDIES.get(state, "").format(
        distribution=plugin.distribution, place=plugin.value, spelling=spelling
    )
    return _verdict(listed, state, reason, remedy)


def _state(outcome: Outcome) -> tuple[str, str]:
    """Return the state that an *outcome* shows, and the reason."""
    if outcome.hung:
        return "hangs", "it had not ended when its time was over"
    if not isinstance(outcome.answer, dict):
        return "dies", f"its process ended with {outcome.code} and no answer"
    state, reason = outcome.answer["state"], outcome.answer["reason"]
    if state == "fine" and outcome.printed.strip():
        first = safe.line(outcome.printed.strip().splitlines()[0])
        return "prints", f"while it is imported it prints {first[:60]!r}"
    return state, reason


def _seen(listed: ListedFormat) -> tuple[str, str]:
    """Return what was seen of a format that loads."""
    telling = (each for each in _TELLING if each in listed.marks)
    return next(telling, "fine"), listed.note


def _untried(listed: ListedFormat) -> Verdict:
    state = "-".join(listed.plugin.state.split())
    reason, _, remedy = listed.note.partition("; ")
    return _verdict(listed, state, reason, remedy)


def _verdict(listed: ListedFormat, state: str, reason: str, remedy: str) -> Verdict:
    return Verdict(
        name=listed.name,
        distribution=listed.plugin.distribution,
        version=listed.plugin.version,
        state=state,
        reason=reason,
        remedy=remedy,
    )


def _damaged(damage: Damage) -> Verdict:
    return Verdict(
        name="",
        distribution=damage.distribution,
        version="",
        state="damaged",
        reason=damage.reason,
        remedy=_REMEDIES["damaged"],
    )
