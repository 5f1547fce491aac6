"""What every part says in the same way."""

from collections.abc import Iterable, Iterator
from itertools import chain

from attrs import evolve

from integrated_care_principles.paper._blocks import (
    Cell,
    Facts,
    Heading,
    Paragraph,
    Words,
    label,
    quoted,
    theirs,
    tidied,
)
from integrated_care_principles.reporting import (
    AssessmentView,
    Evidence,
    Member,
    Principle,
    Question,
    QuestionView,
    Report,
    Response,
    safe,
)
from integrated_care_principles.reporting.wording import written_day

PRIVATE = "Not for publication"


def facts(*pairs: tuple[str, Words]) -> Iterator[Facts]:
    """Yield labels with what belongs to them; what says nothing is left out."""
    said = tuple((label(name), words) for name, words in pairs if says(words))
    if said:
        yield Facts(pairs=said)


def says(words: Words) -> bool:
    """Return whether *words* say anything."""
    return any(each.text.strip() for each in words)


def joined(parts: Iterable[Words], between: str = "; ") -> Words:
    """Return *parts* in a row, with *between* them."""
    said = [each for each in parts if says(each)]
    with_signs = ((*label(between), *each) for each in said[1:])
    return tuple(chain(*said[:1], *with_signs))


def plain(text: str) -> Paragraph:
    """Return a paragraph of the paper's own words."""
    return Paragraph(words=label(text))


def soft(text: str) -> Paragraph:
    """Return a paragraph that explains what stands near it."""
    return Paragraph(words=label(text), soft=True)


def heading(level: int, text: str) -> Heading:
    """Return a heading in the paper's own words."""
    return Heading(level=level, words=label(text))


def cell(text: str) -> Cell:
    """Return a cell in the paper's own words."""
    return Cell(words=label(text))


def linked(words: Words, url: str) -> Words:
    """Return *words* that lead to *url*, or are followed by it where it is not safe."""
    if address := safe.link(url):
        return tuple(evolve(each, url=address) for each in words)
    return (*words, *label(" ("), *theirs(url), *label(")")) if url else words


def asked(question: Question) -> Words:
    """Return a question with its id, as it is printed."""
    return (*label(f"{question.id} "), *quoted(question.text))


def leaning(view: QuestionView) -> Words:
    """Return the question without which this one makes no sense; nothing: there is none."""
    if view.antecedent is None:
        return ()
    return (*label("It follows "), *asked(view.antecedent))


def titled(principle: Principle) -> Words:
    """Return the number and the title of a *principle*."""
    return (*label(f"{principle.number}. "), *tidied(principle.title))


def lacking(view: QuestionView) -> str:
    """Return what is missing to a question, or as what it counts."""
    return "; ".join(each.says for each in view.score.gaps or (view.code,))


def hidden(of: Response | Evidence | None) -> Words:
    """Return a mark where something is not for publication; nothing: it may be seen."""
    return label("" if of is None or of.publishable else PRIVATE, strong=True)


def named(view: AssessmentView, report: Report) -> Iterator[Heading]:
    """Yield what an assessment is called, where the *report* has several."""
    if len(report.assessments) > 1:
        yield Heading(level=3, words=name_of(view, report))


def below(report: Report) -> int:
    """Return the level of headings within what is said of one assessment."""
    return 4 if len(report.assessments) > 1 else 3


def name_of(view: AssessmentView, report: Report) -> Words:
    """Return what an assessment is called among all of the *report*."""
    found = report.comparison
    pairs = () if found is None else zip(found.names, found.members, strict=True)
    names = [name for name, member in pairs if is_of(member, view)]
    if len(names) == 1:
        return theirs(names[0])
    number = 1 + report.assessments.index(view)
    return joined((label(f"Assessment {number}"), theirs(view.assessor)), ": ")


def is_of(member: Member, view: AssessmentView) -> bool:
    """
    Return whether both are of the same subject, place and period.

    For the public they are not equal: what is compared leaves out more, and has numbers
    for assessors.
    """
    one, two = member.assessment, view.assessment
    return (one.subject, one.locality, one.period) == (
        two.subject,
        two.locality,
        two.period,
    )


def who(view: AssessmentView, report: Report) -> Iterator[Facts]:
    """Yield who assessed whom, when."""
    withheld = report.withheld is not None and report.withheld.assessors
    nobody = label("Withheld" if withheld else "Not stated")
    whole_area = label("The whole area")
    first, last = written_day(view.period.start), written_day(view.period.end)
    yield from facts(
        ("Subject", theirs(view.subject)),
        ("Locality", theirs(view.locality) if view.locality else whole_area),
        ("Assessed by", theirs(view.assessor) if view.assessor else nobody),
        ("Period", label(f"{first} to {last}")),
    )
