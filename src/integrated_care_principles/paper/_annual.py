"""
The text for the annual performance report, principle by principle.

The report assesses performance against the integration delivery principles, of the whole
area (regulation 3(b)) and in each locality (regulation 6(1)(b) of SSI 2014/326).
"""

from collections.abc import Iterator, Sequence

from integrated_care_principles.paper._blocks import (
    Block,
    Heading,
    Items,
    Origin,
    Paragraph,
    Part,
    Passage,
    Words,
    label,
    theirs,
)
from integrated_care_principles.paper._pieces import (
    asked,
    heading,
    is_of,
    joined,
    linked,
    name_of,
    plain,
    soft,
    titled,
)
from integrated_care_principles.reporting import (
    AssessmentView,
    Code,
    GroupView,
    PrincipleChange,
    PrincipleView,
    QuestionView,
    Report,
    Response,
    Status,
)
from integrated_care_principles.reporting.wording import counted, listed


def annual(report: Report) -> Part:
    """Return the part that goes into the annual performance report."""
    return Part(name="annual-report", blocks=tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    yield heading(2, "For the annual performance report")
    yield soft(
        "The Public Bodies (Joint Working) (Content of Performance Reports) (Scotland) "
        "Regulations 2014 ask for an assessment against the integration delivery "
        "principles, for the whole area (regulation 3(b)) and locality by locality "
        "(regulation 6(1)(b)). What was answered stands here by principle; what is "
        "between quotation marks is the question of the guidance."
    )
    for view in report.assessments:
        if len(report.assessments) > 1:
            yield Heading(level=3, words=name_of(view, report))
        level = 3 + (len(report.assessments) > 1)
        for each in view.principles:
            yield from _principle(each, view, report, level)


def _principle(
    of: PrincipleView, view: AssessmentView, report: Report, level: int
) -> Iterator[Block]:
    yield Heading(level=level, words=titled(of.principle))
    yield plain(f"Answered and complete: {of.completeness}.")
    for name, change in _since(of.number, view, report):
        went = f"{counted(change.better, 'question')} went better, {change.worse} worse"
        said = label(f" it was {change.before}; since then {went}.")
        yield Paragraph(words=(*label("In "), *theirs(name), *said))
    for group in view.groups:
        numbers = [each.number for each in group.principles]
        if of.number in numbers:
            yield from _group(group, of.number, numbers)


def _since(
    principle: int, view: AssessmentView, report: Report
) -> Iterator[tuple[str, PrincipleChange]]:
    """Yield what changed since the year before, where there is one."""
    found = report.comparison
    if found is None or found.by != "period":
        return
    for step in found.steps:
        if is_of(step.after, view):
            for each in step.principles:
                if each.principle == principle:
                    yield step.before.label, each


def _group(group: GroupView, number: int, numbers: Sequence[int]) -> Iterator[Block]:
    if number != min(numbers):
        yield plain(
            f"The guidance asks about principles {listed(numbers)} together: the answers "
            f"stand under principle {min(numbers)}."
        )
        return
    for each in group.questions:
        if each.response is not None and each.response.status is Status.ANSWERED:
            yield from _answer(each, each.response)
    yield from _others(group)


def _answer(view: QuestionView, response: Response) -> Iterator[Block]:
    yield Paragraph(words=asked(view.question))
    if response.text.strip():
        yield Passage(text=response.text, origin=Origin.THEIRS)
    if response.evidence:
        titles = (linked(theirs(each.title), each.url) for each in response.evidence)
        yield Paragraph(words=(*label("Evidence: "), *joined(titles)))


def _others(group: GroupView) -> Iterator[Block]:
    """Yield what was not answered, and why."""
    items = tuple(
        _other(each)
        for each in group.questions
        if each.status != Status.ANSWERED and each.code is not Code.OUT_OF_SCOPE
    )
    if items:
        yield plain("Not answered here:")
        yield Items(items=items)


def _other(view: QuestionView) -> Words:
    response = view.response
    said: Words = ()
    if response is not None and view.code is Code.NOT_APPLICABLE:
        said = theirs(response.reason)
    elif response is not None and view.code is Code.PARTNER_LED:
        said = theirs(response.partner)
    words = (*asked(view.question), *label(f" – {view.code.says}"))  # noqa: RUF001
    return joined((words, said), ": ")
