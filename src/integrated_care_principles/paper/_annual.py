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
    below,
    heading,
    hidden,
    is_of,
    joined,
    lacking,
    linked,
    named,
    plain,
    soft,
    titled,
)
from integrated_care_principles.reporting import (
    AssessmentView,
    Axis,
    Code,
    Evidence,
    GroupView,
    PrincipleView,
    QuestionView,
    Report,
    Response,
    Status,
    Step,
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
        yield from named(view, report)
        for each in view.principles:
            yield from _principle(each, view, report)


def _principle(
    of: PrincipleView, view: AssessmentView, report: Report
) -> Iterator[Block]:
    yield Heading(level=below(report), words=titled(of.principle))
    yield plain(f"Answered and complete: {of.completeness}.")
    for step in _since(view, report):
        yield from _change(of, step)
    for group in view.groups:
        numbers = [each.number for each in group.principles]
        if of.number in numbers:
            yield from _group(group, of.number, numbers)


def _since(view: AssessmentView, report: Report) -> Iterator[Step]:
    """Yield what changed since the year before, where there is one."""
    found = report.comparison
    if found is not None and found.by is Axis.PERIOD:
        yield from (each for each in found.steps if is_of(each.after, view))


def _change(of: PrincipleView, step: Step) -> Iterator[Paragraph]:
    for each in step.principles:
        if each.principle == of.number:
            went = f"{counted(each.better, 'question')} went better, {each.worse} worse"
            said = label(f": {each.before}. Since then {went}.")
            yield Paragraph(words=(*theirs(step.before.label), *said))


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
    yield Paragraph(words=joined((asked(view.question), hidden(response))))
    if response.text.strip():
        yield Passage(text=response.text, origin=Origin.THEIRS)
    if response.evidence:
        yield Paragraph(
            words=(*label("Evidence: "), *joined(map(_evidence, response.evidence)))
        )


def _evidence(each: Evidence) -> Words:
    return joined((linked(theirs(each.title), each.url), hidden(each)), ", ")


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
    words = (*asked(view.question), *label(f" – {lacking(view)}"))  # noqa: RUF001
    return joined((words, _because(view), hidden(view.response)), ": ")


def _because(view: QuestionView) -> Words:
    response = view.response
    if response is None:
        return ()
    match response.status:
        case Status.NOT_APPLICABLE | Status.DEFERRED:
            return theirs(response.reason)
        case Status.PARTNER_LED:
            return theirs(response.partner)
        case _:
            return ()
