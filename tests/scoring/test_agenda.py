"""What to do next: everything that is missing, late or out of date, in an order."""

from datetime import date
from pathlib import Path

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import (
    Catalogue,
    agenda,
    load_catalogue,
    read_assessment,
    score,
)
from integrated_care_principles.assessment import (
    Action,
    Assessment,
    Evidence,
    EvidenceKind,
    Response,
    Status,
)
from integrated_care_principles.catalogue import QuestionId
from integrated_care_principles.scoring import (
    ASSURED,
    POLICIES,
    Code,
    Order,
    Policy,
    Task,
    Weight,
    agenda_of,
)
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
EXAMPLE = Path(__file__).parents[2] / "examples/strathenlow-2025-26.json"
LATER = date(2026, 11, 21)
POLICY = st.sampled_from(list(POLICIES.values()))


def example() -> Assessment:
    """Return the example."""
    assessment, _ = read_assessment(EXAMPLE, SCOTLAND)
    return assessment


def of(question: str, tasks: tuple[Task, ...]) -> list[Task]:
    """Return the tasks of a *question*."""
    return [each for each in tasks if each.question == question]


@given(data=st.data(), catalogue=catalogues(), policy=POLICY, by=st.sampled_from(Order))
def test_what_was_scored_is_not_scored_again(
    data: st.DataObject, catalogue: Catalogue, policy: Policy, by: Order
) -> None:
    """Made of the card, the agenda is the same."""
    assessment = data.draw(assessments(of=catalogue))
    card = score(assessment, catalogue, policy)

    expected = agenda(assessment, catalogue, policy, by=by)
    assert expected == agenda_of(card, assessment, catalogue, policy, by=by)


@given(data=st.data(), catalogue=catalogues(), policy=POLICY, by=st.sampled_from(Order))
def test_tasks_are_parted_by_question(
    data: st.DataObject, catalogue: Catalogue, policy: Policy, by: Order
) -> None:
    """Each question once, where the first of its tasks stands, with all of them."""
    found = agenda(data.draw(assessments(of=catalogue)), catalogue, policy, by=by)

    questions = [each[0].question for each in found.by_question]
    assert questions == [*dict.fromkeys(each.question for each in found.tasks)]
    for tasks in found.by_question:
        assert of(tasks[0].question, found.tasks) == [*tasks]


@given(data=st.data(), catalogue=catalogues(), policy=POLICY, by=st.sampled_from(Order))
def test_every_gap_is_a_task(
    data: st.DataObject, catalogue: Catalogue, policy: Policy, by: Order
) -> None:
    """Whatever the order, the tasks are the gaps of the card, and nothing else."""
    assessment = data.draw(assessments(of=catalogue))
    found = agenda(assessment, catalogue, policy, by=by)

    assert score(assessment, catalogue, policy) == found.card
    assert {(each.question, each.code) for each in found.card.gaps} == {
        (each.question, each.code) for each in found.tasks
    }
    for each in found.tasks:
        assert each.others == len(of(each.question, found.tasks)) - 1
        assert (1, found.card.questions[each.question].weight) == (each.gain, 1)


@given(data=st.data(), catalogue=catalogues())
def test_the_gain_is_what_the_whole_gains(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """Who does all the tasks of a question makes the whole and its principles so much more."""
    assessment = evolve(data.draw(assessments(of=catalogue)), scope=())
    before = agenda(assessment, catalogue)
    for task in before.tasks[:3]:
        answer = Response(question=task.question, status=Status.ANSWERED, text="So.")
        after = score(assessment.with_response(answer), catalogue)
        assert task.gain == after.overall.complete - before.card.overall.complete
        assert {
            number
            for number, counts in after.principles.items()
            if counts.complete > before.card.principles[number].complete
        } == set(task.principles)


def test_the_most_gain_comes_first() -> None:
    """First what needs the least, and of that what most principles gain by."""
    tasks = agenda(example(), SCOTLAND, ASSURED, on=LATER).tasks
    keys = [(-each.gain, each.others, -len(each.principles)) for each in tasks]

    assert sorted(keys) == keys
    assert ("Q2.4", "Q6.2") == (tasks[0].question, tasks[-1].question)


def test_what_weighs_most_comes_first() -> None:
    """Where the policy has weights, the gain is in points, and the largest is first."""
    weight = Weight(question=QuestionId("Q9.7"), points=3)
    weighty = evolve(ASSURED, name="weighty", weights=(weight,))
    first, second, *_ = agenda(example(), SCOTLAND, weighty).tasks

    assert [("Q9.7", 3), ("Q2.4", 1)] == [
        (each.question, each.gain) for each in (first, second)
    ]


def test_the_earliest_day_comes_first() -> None:
    """What somebody wanted done by a day stands before what nobody did."""
    tasks = agenda(example(), SCOTLAND, ASSURED, on=LATER, by=Order.DUE).tasks
    days = [each.due for each in tasks]

    assert [date(2026, 9, 18), date(2026, 9, 18), date(2026, 11, 27), None] == days[:4]
    assert {None} == set(days[3:])


def test_as_printed() -> None:
    """Or the questions stand in the catalogue's order."""
    tasks = agenda(example(), SCOTLAND, ASSURED, on=LATER, by=Order.QUESTION).tasks
    order = [each.id for each in SCOTLAND.questions]

    assert sorted(tasks, key=lambda each: order.index(each.question)) == list(tasks)


def test_a_task_says_where() -> None:
    """The field that lacks something; of actions each one, in the assessor's words."""
    actions = (
        Action(what="Ask"),
        Action(what="Done", done=date(2026, 1, 1)),
        Action(what="Think", owner="Chief officer"),
    )
    response = Response(
        question=QuestionId("Q6.1"), status=Status.ANSWERED, actions=actions
    )
    found = agenda(example().with_response(response), SCOTLAND, ASSURED)
    places = [(each.place, each.what) for each in of("Q6.1", found.tasks)]

    assert [
        ("text", ""),
        ("evidence", ""),
        ("rating", ""),
        ("actions[0].owner", "Ask"),
        ("actions[0].due", "Ask"),
        ("actions[2].due", "Think"),
    ] == places
    assert {5} == {each.others for each in of("Q6.1", found.tasks)}
    assert ["status"] == [each.place for each in of("Q8.3", found.tasks)]


def test_a_day_of_another_status_is_nobodys_wish() -> None:
    """The day to which something is put off counts only where it is put off."""
    until = date(2026, 12, 1)
    put_off = Response(
        question=QuestionId("Q8.3"), status=Status.DEFERRED, reason="-", until=until
    )
    drafted = evolve(put_off, status=Status.DRAFT)

    assert [[until], [None]] == [
        [
            task.due
            for task in of(
                "Q8.3", agenda(example().with_response(each), SCOTLAND).tasks
            )
        ]
        for each in (put_off, drafted)
    ]


def test_what_is_overdue() -> None:
    """An action that is to be done is overdue the day after its date, the longest first."""
    due = agenda(example(), SCOTLAND, on=date(2025, 12, 31)).overdue
    after = agenda(example(), SCOTLAND, on=date(2026, 1, 1)).overdue
    late = agenda(example(), SCOTLAND, on=LATER).overdue

    assert () == due
    assert [
        Task(
            question=QuestionId("Q1.2"),
            code=Code.ACTION_OVERDUE,
            place="actions[0]",
            what="Agree the information sharing agreement with all 11 GP practices",
            owner="Data Protection Officers, Council and Health Board",
            due=date(2025, 12, 31),
        )
    ] == list(after)
    days = [each.due for each in late if each.due is not None]
    assert (11, sorted(days)) == (len(late), days)


def test_what_no_longer_holds() -> None:
    """Every item of evidence that is stale, also beside one that holds."""
    stale = agenda(example(), SCOTLAND, on=LATER).stale
    assured = agenda(example(), SCOTLAND, ASSURED, on=LATER).stale

    assert stale[1] == Task(
        question=QuestionId("Q2.8"),
        code=Code.EVIDENCE_STALE,
        place="evidence[0]",
        what="Inclusive communication: what we use and when",
        due=date(2026, 10, 6),
    )
    assert [
        ("Q1.2", "evidence[1]"),
        ("Q2.8", "evidence[0]"),
        ("Q5.2", "evidence[1]"),
        ("Q6.1", "evidence[0]"),
    ] == [(each.question, each.place) for each in stale]
    assert {("Q6.1", "evidence[1]", None)} == {
        (each.question, each.place, each.due) for each in assured if each not in stale
    }


def test_resources_that_are_not_what_they_were() -> None:
    """Evidence that is called like one is on the agenda, as it is among the findings."""
    stale = SCOTLAND.stale()[0].title
    cited = Evidence(kind=EvidenceKind.DOCUMENT, title=stale)
    response = Response(
        question=QuestionId("Q8.3"), status=Status.ANSWERED, evidence=(cited,)
    )
    found = agenda(example().with_response(response), SCOTLAND)

    assert ["resource-stale"] == [each.code for each in found.resources]
    assert set(found.resources) <= set(found.card.findings)


def test_what_is_not_asked_is_nothing_to_do() -> None:
    """Actions and evidence out of scope stay where they are."""
    narrow = evolve(example(), scope=(SCOTLAND.groups[0].id,))
    found = agenda(narrow, SCOTLAND, ASSURED, on=LATER)
    everything = (*found.tasks, *found.overdue, *found.stale)

    assert {"Q1.1", "Q1.2", "Q1.3"} == {each.question for each in everything}
