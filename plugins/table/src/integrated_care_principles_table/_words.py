"""Values in words."""

from collections.abc import Sequence

from integrated_care_principles.reporting import Code, Group, QuestionView

# These say what is not there, but not where it is asked for.
_NEEDS_STATUS = (Code.REASON_MISSING, Code.PARTNER_MISSING)

_EXCUSED = (Code.NOT_APPLICABLE, Code.PARTNER_LED)


def counted(number: int, what: str) -> str:
    """Return *number* of *what*, such as ``1 question``."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def listed(values: Sequence[object]) -> str:
    """Return *values* as they are read out, such as ``2, 4 and 10``."""
    *others, last = map(str, values)
    return f"{', '.join(others)} and {last}" if others else last


def name_of(group: Group) -> str:
    """Return the id of *group* and the numbers of its principles."""
    if not group.principles:
        return group.id
    word = "principle" if len(group.principles) == 1 else "principles"
    return f"{group.id}, {word} {listed(group.principles)}"


def plain(word: str) -> str:
    """Return a *word* of our files, such as ``not_applicable``, as people write it."""
    spaced = word.replace("_", " ").replace("-", " ")
    return spaced.replace("partner led", "partner-led")


def gaps(view: QuestionView) -> str:
    """Return what keeps a question from being complete."""
    said = "; ".join(_gap(each, view) for each in view.score.gaps)
    return f"{plain(view.status)}: {said}" if view.code in _NEEDS_STATUS else said


def excuse(view: QuestionView) -> str:
    """Return why a question is excused; empty where it is not."""
    response = view.response
    if response is None or view.code not in _EXCUSED or view.score.gaps:
        return ""
    said = response.partner if view.code is Code.PARTNER_LED else response.reason
    because = f": {said}" if said else ""  # withheld from the public
    hidden = "" if response.publishable else " (not for publication)"
    return f"{view.code.says}{because}{hidden}"


def _gap(code: Code, view: QuestionView) -> str:
    until = None if view.response is None else view.response.until
    return f"put off until {until}" if code is Code.DEFERRED and until else code.says
