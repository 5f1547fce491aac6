"""Why a score is what it is, as a tree: the whole, its groups, their questions."""

from collections.abc import Iterator

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.cli._layout import paragraph
from integrated_care_principles.scoring import Code, Explanation, Row

_INDENT = 16


def explained(explanation: Explanation, catalogue: Catalogue) -> Iterator[str]:
    """Yield the lines of an *explanation*."""
    policy = explanation.policy
    yield ""
    yield paragraph(f"Why, by the policy {policy.name} on {explanation.day}:")
    yield paragraph(policy.summary, indent=2)
    yield f"overall: {explanation.overall}"
    for group in catalogue.groups:
        yield f"  {group.id}: {explanation.of_group(group.id)}"
        for each in explanation.rows:
            if each.group == group.id:
                yield from _row(each)
    yield from _excuses(explanation)
    yield from _rules(explanation)


def _row(row: Row) -> Iterator[str]:
    points = f" ({row.weight} points)" if row.weight != 1 else ""
    why = "; ".join(f"{code.says} [{code}]" for code in row.why)
    said = "" if row.counted_as.value == row.score.code.value else f": {why}"
    label = f"    {row.question:<6}"
    yield paragraph(f"{row.counted_as}{points}{said}", label=label, indent=_INDENT)


def _excuses(explanation: Explanation) -> Iterator[str]:
    """Yield what rests on somebody's word that it need not be answered."""
    overall, rows = explanation.overall, explanation.excuses
    if rows:
        listed = ", ".join(each.question for each in rows)
        more = f"with them expected: {overall.if_expected}"
        yield paragraph(f"Rests on excuses: {listed}; {more}.")


def _rules(explanation: Explanation) -> Iterator[str]:
    yield "Rules, in our words; the first of a question's codes decides:"
    met = {code for each in explanation.rows for code in each.why}
    for each in Code:
        if each in met:
            yield paragraph(each.rule, label=f"  {each}:", indent=24)
