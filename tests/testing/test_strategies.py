"""The strategies reach everything that plugins have to get right, and nothing else."""

import sys
import unicodedata
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from typing import TypeVar

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from integrated_care_principles import Status, load_catalogue, score
from integrated_care_principles.assessment import (
    SCALES,
    Assessment,
    Evidence,
    EvidenceKind,
    Response,
)
from integrated_care_principles.catalogue import (
    Asks,
    Catalogue,
    ResourceId,
    ResourceKind,
    ResourceStatus,
)
from integrated_care_principles.scoring import ASSURED, Code
from integrated_care_principles.scoring import agenda as what_next
from integrated_care_principles.testing import (
    _catalogues,
    actions,
    assessments,
    catalogues,
    evidence,
    periods,
    reports,
    responses,
    scales,
    texts,
)
from integrated_care_principles.text import forbidden_characters

T = TypeVar("T")

SCOTLAND = load_catalogue()
SMALL = evolve(SCOTLAND, groups=(SCOTLAND.group("G6"), SCOTLAND.group("G1")))
MSG = SCALES["msg-2019"]


def sample(strategy: SearchStrategy[T], *, of: int = 4000) -> list[T]:
    """Return so many values that *strategy* draws, always the same."""
    drawn: list[T] = []

    @settings(max_examples=of, derandomize=True, database=None, phases=[Phase.generate])
    @given(strategy)
    def draw(value: T) -> None:
        drawn.append(value)

    draw()
    return drawn


@pytest.fixture(scope="module")
def some_texts() -> list[str]:
    """Texts of every kind."""
    return sample(texts())


@pytest.fixture(scope="module")
def some_responses() -> list[Response]:
    """Responses of every kind, rated or not."""
    return sample(responses(scale=MSG))


@pytest.fixture(scope="module")
def some_evidence() -> list[Evidence]:
    """Evidence of every kind."""
    return sample(evidence(), of=300)


@pytest.fixture(scope="module")
def some_assessments() -> list[Assessment]:
    """Assessments of two groups of the catalogue that is shipped."""
    return sample(assessments(of=SMALL), of=300)


@pytest.fixture(scope="module")
def some_catalogues() -> list[Catalogue]:
    """Catalogues of every kind."""
    return sample(catalogues(), of=400)


@given(text=texts())
def test_texts_may_stand_anywhere(text: str) -> None:
    """No text holds a character that is refused."""
    assert () == forbidden_characters(text)


@given(text=texts(blank=False))
def test_texts_that_say_something(text: str) -> None:
    """Where blank texts are not wanted, none comes."""
    assert text.strip()


HOSTILE: dict[str, Callable[[str], object]] = {
    "nothing": lambda text: not text,
    "white space": lambda text: text and not text.strip(),
    "a formula": lambda text: text.startswith("="),
    "a formula after spaces": lambda text: text.startswith(" ") and "=" in text,
    "a full-width formula": lambda text: text.startswith("＝"),  # noqa: RUF001
    "markup": lambda text: "<script>" in text,
    "a link that runs": lambda text: "javascript:" in text,
    "leading zeros": lambda text: text == "007",
    "an exponent": lambda text: text == "1e3",
    "from right to left": lambda text: "\u202e" in text,
    "Hebrew": lambda text: any("א" <= each <= "ת" for each in text),
    "an emoji": lambda text: any(ord(each) > 0x1F000 for each in text),
    "a combining mark": lambda text: any(map(unicodedata.combining, text)),
    "a newline": lambda text: "\n" in text.strip(),
    "a tab": lambda text: "\t" in text.strip(),
    "a line separator": lambda text: "\u2028" in text.strip(),
    "what nobody listed": lambda text: any("Ā" <= each <= "ɏ" for each in text),
}


@pytest.mark.parametrize("wanted", HOSTILE.values(), ids=HOSTILE)
def test_texts_are_hostile(
    wanted: Callable[[str], object], some_texts: list[str]
) -> None:
    """Everything that breaks a layout comes up."""
    assert any(map(wanted, some_texts))


@pytest.mark.parametrize("status", Status)
def test_responses_of_every_status(
    status: Status, some_responses: list[Response]
) -> None:
    """Each status comes up, with a text and with white space alone."""
    said = [each.text for each in some_responses if each.status is status]

    assert any(each.strip() for each in said)
    assert any(each and not each.strip() for each in said)


@given(response=responses())
def test_no_rating_without_a_scale(response: Response) -> None:
    """Without a scale nothing is rated."""
    assert response.rating is None


@given(response=responses(to="Q8.2", scale=MSG))
def test_a_response_to_one_question(response: Response) -> None:
    """The question is the one that was named, the rating one of the scale's."""
    assert "Q8.2" == response.question
    assert response.rating is None or response.rating in MSG


OF_RESPONSES: dict[str, Callable[[Response], object]] = {
    "rated": lambda each: each.rating,
    "not rated": lambda each: each.rating is None,
    "with evidence": lambda each: each.evidence,
    "with actions": lambda each: each.actions,
    "with contributors": lambda each: each.contributors,
    "with a day": lambda each: each.until and each.updated,
    "annotated": lambda each: each.annotations,
    "not for publication": lambda each: not each.publishable,
    "to a local question": lambda each: ":" in each.question,
}


@pytest.mark.parametrize("wanted", OF_RESPONSES.values(), ids=OF_RESPONSES)
def test_responses_have_everything(
    wanted: Callable[[Response], object], some_responses: list[Response]
) -> None:
    """Every field of a response is filled at times."""
    assert any(map(wanted, some_responses))


@pytest.mark.parametrize("kind", EvidenceKind)
def test_evidence_of_every_kind(
    kind: EvidenceKind, some_evidence: list[Evidence]
) -> None:
    """Each kind of evidence comes up, also not for publication."""
    publishable = {each.publishable for each in some_evidence if each.kind is kind}

    assert {True, False} == publishable


def test_actions_with_and_without() -> None:
    """Actions have an owner and days, or have none."""
    drawn = sample(actions(), of=100)

    assert any(each.owner and each.due and each.done for each in drawn)
    assert any(not each.owner and not each.due for each in drawn)


def test_periods_of_any_length() -> None:
    """A period lasts a day, or longer."""
    drawn = sample(periods(), of=100)

    assert any(each.start == each.end for each in drawn)
    assert any(each.start < each.end for each in drawn)


def test_scales_of_every_kind() -> None:
    """Scales are built in, of one's own, or of one's own with a name that is built in."""
    drawn = sample(scales(), of=100)

    assert any(each in SCALES.values() for each in drawn)
    assert any(each.id not in SCALES for each in drawn)
    assert any(each.id in SCALES and each != SCALES[each.id] for each in drawn)


def out_of_order(assessment: Assessment) -> bool:
    """Return whether the responses stand in another order than the questions."""
    order = [each.id for each in SMALL.questions]
    places = [order.index(each.question) for each in assessment.responses]
    return places != sorted(places)


def has(code: Code) -> Callable[[Assessment], bool]:
    """Return what tells whether a question counts as *code*, or an agenda has a task of it."""

    def found(assessment: Assessment) -> bool:
        agenda = what_next(assessment, SMALL, ASSURED)
        codes = {each.code for each in agenda.card.question_scores}
        tasks = (*agenda.tasks, *agenda.overdue)
        return code in codes or any(each.code is code for each in tasks)

    return found


OF_ASSESSMENTS: dict[str, Callable[[Assessment], object]] = {
    **{code.value: has(code) for code in Code},
    "blank": lambda each: not each.responses,
    "complete": lambda each: score(each, SMALL).overall.percent == 100,
    "every question answered for": lambda each: len(each.responses) == 8,
    "of a part": lambda each: each.scope,
    "a response out of scope": lambda each: (
        "response-out-of-scope"
        in {finding.code for finding in score(each, SMALL).findings}
    ),
    "in any order": out_of_order,
    "rated": lambda each: any(response.rating for response in each.responses),
    "without a scale": lambda each: each.scale is None,
    "for another edition": lambda each: each.catalogue != SMALL.ref,
    "annotated": lambda each: each.annotations,
}


@pytest.mark.parametrize("wanted", OF_ASSESSMENTS.values(), ids=OF_ASSESSMENTS)
def test_assessments_of_every_kind(
    wanted: Callable[[Assessment], object], some_assessments: list[Assessment]
) -> None:
    """Assessments are blank, complete and everything between."""
    assert any(map(wanted, some_assessments))


@given(data=st.data(), catalogue=catalogues())
def test_assessments_of_any_catalogue(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """An assessment of a catalogue can be scored with it."""
    card = score(data.draw(assessments(of=catalogue)), catalogue)

    assert [each.id for each in catalogue.questions] == list(card.questions)


def test_more_questions_than_are_drawn_one_by_one() -> None:
    """Also of a large catalogue, all the questions may have a response."""
    drawn = sample(assessments(of=SCOTLAND), of=20)

    assert 51 == max(len(each.responses) for each in drawn)


def test_nothing_to_assess() -> None:
    """A catalogue without groups has assessments all the same."""
    empty = evolve(SCOTLAND, groups=())

    assert all(each.scope == () for each in sample(assessments(of=empty), of=10))


OF_CATALOGUES: dict[str, Callable[[Catalogue], object]] = {
    "a shared question": lambda each: any(
        len(group.principles) > 1 and group.questions for group in each.groups
    ),
    "a principle in two groups": lambda each: any(
        len(each.groups_of(principle=principle.number)) > 1
        for principle in each.principles
    ),
    "a principle in no group": lambda each: any(
        not each.groups_of(principle=principle.number) for principle in each.principles
    ),
    "a group that asks nothing": lambda each: any(
        not group.questions for group in each.groups
    ),
    "a question that leans on another": lambda each: any(
        question.follows for question in each.questions
    ),
    "a yes or no": lambda each: any(
        question.asks is Asks.YES_NO for question in each.questions
    ),
    "a resource that is listed twice": lambda each: any(
        len(each.groups_of(resource=resource.id)) > 1 for resource in each.resources
    ),
    "a resource that is not listed": lambda each: any(
        not each.groups_of(resource=resource.id) for resource in each.resources
    ),
    "outcomes": lambda each: len(each.outcomes) > 1,
    "a narrative": lambda each: any(
        principle.narrative for principle in each.principles
    ),
}


@pytest.mark.parametrize("wanted", OF_CATALOGUES.values(), ids=OF_CATALOGUES)
def test_catalogues_of_every_kind(
    wanted: Callable[[Catalogue], object], some_catalogues: list[Catalogue]
) -> None:
    """Small catalogues have everything that is odd about large ones."""
    assert any(map(wanted, some_catalogues))


def test_resources_of_every_kind(some_catalogues: list[Catalogue]) -> None:
    """Each kind and each status of a resource comes up, in catalogues too."""
    drawn = sample(_catalogues._resources(ResourceId("an-act")), of=1000)

    assert set(ResourceKind) == {each.kind for each in drawn}
    assert set(ResourceStatus) == {each.status for each in drawn}
    assert any(each.resources for each in some_catalogues)


def test_reports_of_none_one_and_two() -> None:
    """A report has no assessment, one, or two."""
    numbers = {len(each.assessments) for each in sample(reports(), of=30)}

    assert {0, 1, 2} == numbers


def test_reports_of_one_catalogue() -> None:
    """A report is of the catalogue that is named, or of any."""
    named = sample(reports(of=SCOTLAND), of=5)
    several = sample(reports(), of=5)

    assert all(each.catalogue is SCOTLAND for each in named)
    assert any(each.catalogue != SCOTLAND for each in several)


def test_without_hypothesis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told how to, and only where it is needed."""
    spec = find_spec("integrated_care_principles.testing")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    spec.loader.exec_module(module)

    with pytest.raises(ImportError) as caught:
        module.texts  # noqa: B018 - to touch it is enough

    assert (
        "integrated_care_principles.testing needs Hypothesis; "
        "pip install integrated-care-principles[testing]" == str(caught.value)
    )
    assert callable(module.check_format)
    assert set(module.__all__) == set(dir(module))
