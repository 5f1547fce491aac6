"""What became of the evidence and the actions of a response from one to another."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from integrated_care_principles.assessment import Action, Evidence, Response
from integrated_care_principles.text import on_one_line

PartT = TypeVar("PartT", Evidence, Action)


@frozen(kw_only=True)
class Parts(Generic[PartT]):
    """
    Items of evidence, or actions, that are not what they were; in their order.

    Attributes:
        new: Those that were not there.

        lost: Those that are no longer there.

        changed: Those that say something else under the same title, as they are now.

        done: Actions that have been done since.
    """

    new: tuple[PartT, ...] = ()
    lost: tuple[PartT, ...] = ()
    changed: tuple[PartT, ...] = ()
    done: tuple[PartT, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.lost or self.changed or self.done)

    def listed(self, what: str) -> Iterator[tuple[str, str, str]]:
        """
        Yield each item with what became of it: the kind, and its title before and after.

        Args:
            what: What an item is called, such as ``evidence``.
        """
        for kind in ("new", "lost", "changed", "done"):
            for each in getattr(self, kind):
                title = each.title if isinstance(each, Evidence) else each.what
                before, after = "" if kind == "new" else title, title
                yield f"{what} {kind}", before, "" if kind == "lost" else after


def evidence_parts(before: Response | None, after: Response | None) -> Parts[Evidence]:
    """Return what became of the evidence; the same title means the same item."""
    pairs, lost, new = _paired(
        () if before is None else before.evidence,
        () if after is None else after.evidence,
        lambda each: each.title,
    )
    return Parts(new=new, lost=lost, changed=tuple(now for _, now in pairs))


def action_parts(before: Response | None, after: Response | None) -> Parts[Action]:
    """Return what became of the actions; the same words mean the same action."""
    pairs, lost, new = _paired(
        () if before is None else before.actions,
        () if after is None else after.actions,
        lambda each: each.what,
    )
    done = [now for was, now in pairs if was.done is None and now.done is not None]
    return Parts(
        new=tuple(each for each in new if each.done is None),
        lost=lost,
        changed=tuple(now for _, now in pairs if now not in done),
        done=(*done, *(each for each in new if each.done is not None)),
    )


def _paired(
    before: Sequence[PartT], after: Sequence[PartT], name: Callable[[PartT], str]
) -> tuple[list[tuple[PartT, PartT]], tuple[PartT, ...], tuple[PartT, ...]]:
    """Return what is called the same but differs, what is left before, and after."""
    old, new = _without(before, after), _without(after, before)
    pairs: list[tuple[PartT, PartT]] = []
    for was in tuple(old):
        now = next((each for each in new if _alike(name(each), name(was))), None)
        if now is not None:
            pairs.append((was, now))
            old.remove(was)
            new.remove(now)
    return pairs, tuple(old), tuple(new)


def _without(parts: Sequence[PartT], others: Sequence[PartT]) -> list[PartT]:
    """Return the *parts* that are not among the *others*, each as often as it is not."""
    left = list(others)
    kept = []
    for each in parts:
        if each in left:
            left.remove(each)
        else:
            kept.append(each)
    return kept


def _alike(one: str, other: str) -> bool:
    return on_one_line(one).casefold() == on_one_line(other).casefold()
