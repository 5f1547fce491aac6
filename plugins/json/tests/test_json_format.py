"""The format json: nothing of a report is lost, and its schema says what stands there."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given
from integrated_care_principles_json import json_format, report_schema

from integrated_care_principles import (
    ASSURED,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.files import (
    decode_catalogue,
    decode_policy,
    encode_assessment,
    from_dict,
    read_policy,
)
from integrated_care_principles.reporting import Report, Together
from integrated_care_principles.scoring import POLICIES
from integrated_care_principles.testing import reports

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()
FAST = jsonschema_rs.validator_for(report_schema())
FULL = jsonschema.Draft202012Validator(report_schema())


def report_of(pattern: str, *, public: bool = False) -> Report:
    """Return a report of the examples whose names fit the *pattern*."""
    paths = sorted(EXAMPLES.glob(pattern))
    read = [read_assessment(each, CATALOGUE)[0] for each in paths]
    return make_report(CATALOGUE, read, policy=ASSURED, public=public)


def rebuilt(text: str) -> Report:
    """Return the report that is made of what stands in the *text*."""
    data = json.loads(text)
    catalogue = decode_catalogue(json.dumps(data["catalogue"]).encode())
    together = next((each for each in Together if data[each]), None)
    return make_report(
        catalogue,
        [from_dict(each["assessment"], catalogue) for each in data["assessments"]],
        policy=POLICIES[data["policy"]["name"]],
        title=data["title"],
        together=together,
    )


@given(report=reports())
def test_no_assessment_loses_anything(report: Report) -> None:
    """What is read back would be written as the same file, to the byte."""
    data = json.loads(json_format(report))

    for found, view in zip(data["assessments"], report.assessments, strict=True):
        read = from_dict(found["assessment"], report.catalogue)
        assert encode_assessment(view.assessment, report.catalogue) == (
            encode_assessment(read, report.catalogue)
        )


@pytest.mark.parametrize(
    "pattern",
    ["none", "strathenlow-2025-26.json", "strath*.json", "assessors/*", "localities/*"],
)
def test_a_report_of_the_examples_is_made_again(pattern: str) -> None:
    """One, several compared, several that agree, and the catalogue itself."""
    report = report_of(pattern)

    assert report == rebuilt(json_format(report))


@given(report=reports())
def test_the_schema_takes_every_report(report: Report) -> None:
    """In the eyes of a validator that is fast enough for many."""
    FAST.validate(json.loads(json_format(report)))


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("pattern", ["none", "strath*.json", "assessors/*"])
def test_two_validators_take_the_examples(pattern: str, public: bool) -> None:
    """Also for the public, and in the eyes of the one that is the reference."""
    data = json.loads(json_format(report_of(pattern, public=public)))

    assert [] == list(FULL.iter_errors(data))
    FAST.validate(data)


def objects(value: object) -> Iterator[dict[str, object]]:
    """Yield every object in a *value* of JSON."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)


def test_the_schema_refuses_a_key_that_it_does_not_name() -> None:
    """In each object of a comparison, wherever it stands."""
    data = json.loads(json_format(report_of("strath*.json")))
    for each in list(objects(data))[::97]:
        each["more"] = 1
        assert not FAST.is_valid(data)
        del each["more"]
    assert FAST.is_valid(data)


def test_the_schema_is_a_schema() -> None:
    """By the rules of its draft; and each time the same."""
    jsonschema.Draft202012Validator.check_schema(report_schema())
    assert report_schema() == report_schema()


def test_a_percentage_stands_beside_each_count() -> None:
    """Nobody who reads it has to compute one; where nothing is expected it is null."""
    data = json.loads(json_format(report_of("strathenlow-2025-26.json")))
    scores = data["assessments"][0]["scores"]

    view = report_of("strathenlow-2025-26.json").assessments[0]
    assert scores["overall"]["percent"] == view.completeness.percent
    for found, expected in zip(scores["principles"], view.principles, strict=True):
        assert found["completeness"]["percent"] == expected.completeness.percent


def test_a_policy_of_ones_own_is_read_back() -> None:
    """It stands there as in its file."""
    policy = read_policy(EXAMPLES / "policies" / "strathenlow-board.json", CATALOGUE)
    data = json.loads(json_format(make_report(CATALOGUE, policy=policy)))

    assert policy == decode_policy(json.dumps(data["policy"]).encode(), CATALOGUE)
