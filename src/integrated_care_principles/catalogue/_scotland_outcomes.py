"""Generated from data/outcomes.toml by ``make catalogue``; change that file."""

from integrated_care_principles.catalogue._crosswalk import (
    Crosswalk,
    Link,
    Relation,
    Target,
)
from integrated_care_principles.catalogue._model import PrincipleNumber, QuestionId
from integrated_care_principles.catalogue._resource import Confidence

OUTCOMES = Crosswalk(
    id='outcomes',
    title='National health and wellbeing outcomes',
    author='The integrated-care-principles authors; not official',
    targets=(
        Target(
            id='1',
            title='Staying well',
        ),
        Target(
            id='2',
            title='Living independently',
        ),
        Target(
            id='3',
            title='Good experience and dignity',
        ),
        Target(
            id='4',
            title='Quality of life',
        ),
        Target(
            id='5',
            title='Fairer health',
        ),
        Target(
            id='6',
            title="Carers' wellbeing",
        ),
        Target(
            id='7',
            title='Safe from harm',
        ),
        Target(
            id='8',
            title='Engaged workforce',
        ),
        Target(
            id='9',
            title='Efficient use of resources',
        ),
    ),
    links=(
        Link(
            principle=PrincipleNumber(6),
            target='3',
            relation=Relation.RELATED,
            rationale='Both speak of dignity: the principle of taking account of it, the outcome of keeping it.',
            confidence=Confidence.MEDIUM,
        ),
        Link(
            principle=PrincipleNumber(8),
            target='7',
            relation=Relation.RELATED,
            rationale='Both speak of safety: the principle of protecting and improving it, the outcome of being kept safe.',
            confidence=Confidence.MEDIUM,
        ),
        Link(
            principle=PrincipleNumber(12),
            target='9',
            relation=Relation.RELATED,
            rationale='Both speak of using resources well.',
            confidence=Confidence.MEDIUM,
        ),
        Link(
            question=QuestionId('Q11.3'),
            target='5',
            relation=Relation.RELATED,
            rationale='The question asks how you are involved in reducing health inequalities, which the outcome is about.',
            confidence=Confidence.MEDIUM,
        ),
    ),
)
