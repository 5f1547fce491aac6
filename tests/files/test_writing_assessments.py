"""Writing: canonical to the byte, and what is read back is what was written."""

import json
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import load_catalogue
from integrated_care_principles.assessment import (
    CARE_INSPECTORATE,
    MSG_2019,
    Action,
    Annotation,
    Assessment,
    Evidence,
    EvidenceKind,
    Level,
    LevelId,
    Period,
    Response,
    Scale,
    Status,
)
from integrated_care_principles.catalogue import (
    Catalogue,
    CatalogueRef,
    Confidence,
    GroupId,
    QuestionId,
)
from integrated_care_principles.exceptions import UnknownQuestionError
from integrated_care_principles.files import (
    FORMAT,
    decode_assessment,
    encode_assessment,
)
from integrated_care_principles.testing import assessments, catalogues

SCOTLAND = load_catalogue()
GOLDEN = Path(__file__).parent / "golden"
REF = CatalogueRef(
    id="scotland",
    edition="2026.1",
    fingerprint="sha256:"
    "563c0ef0d137acff33e3e65eb9859f05f8165f11055c9e884015ac5c1a786d91",
)

BLANK = Assessment(
    subject="North", period=Period(start=date.min, end=date.max), catalogue=REF
)
FULL = Assessment(
    subject='North "Glen" HSCP',
    locality="East\\West / Mid",
    assessor="=SUM(A1)\tand\nothers",
    period=Period(start=date(2025, 4, 1), end=date(2026, 3, 31)),
    scope=(GroupId("G6"), GroupId("G1")),
    catalogue=REF,
    scale=Scale(
        id="msg-2019",
        title="Our own",
        levels=(
            Level(id=LevelId("low"), title="Low", low=True),
            Level(id=LevelId("high"), title="High"),
        ),
        source="",
        confidence=Confidence.MEDIUM,
    ),
    responses=(
        Response(
            question=QuestionId("Q6.2"),
            status=Status.ANSWERED,
            text="<b>e\u0301</b> \u00e9 \u202e שלום 👩\u200d⚕️ \u2028\u2029 \ufeff 007 1e3",
            reason="Why",
            partner="Who",
            until=date(2026, 6, 30),
            rating=LevelId("high"),
            evidence=(
                Evidence(
                    kind=EvidenceKind.INSPECTION,
                    title="Report",
                    url="https://example.org/?a=b&c",
                    dated=date(2025, 1, 31),
                    expires=date(2027, 1, 31),
                    note="p. 3",
                    publishable=False,
                ),
                Evidence(kind=EvidenceKind.PEOPLE, title="Voices"),
            ),
            actions=(
                Action(
                    what="Extend",
                    owner="Head of Service",
                    due=date(2026, 9, 30),
                    done=date(2026, 9, 1),
                ),
                Action(what="Check"),
            ),
            contributors=("Carers' centre", ""),
            updated=date(2026, 3, 1),
            publishable=False,
            annotations=(Annotation(key="ref", value=""),),
        ),
        Response(question=QuestionId("Q1.1"), status=Status.DRAFT),
    ),
    annotations=(Annotation(key="source", value="workbook.xlsx"),),
)


def stringify(value: object, indent: str = "") -> str:
    """Write *value* by the rules of JavaScript's ``JSON.stringify(value, null, 2)``."""
    inner = f"{indent}  "
    if isinstance(value, dict):
        items = [f"{quote(k)}: {stringify(v, inner)}" for k, v in value.items()]
        return bracket("{}", items, indent)
    if isinstance(value, list):
        return bracket("[]", [stringify(each, inner) for each in value], indent)
    if isinstance(value, str):
        return quote(value)
    return {True: "true", False: "false"}[value] if type(value) is bool else f"{value}"


def bracket(pair: str, items: list[str], indent: str) -> str:
    """Put *items* each on a line of its own."""
    lines = f",\n{indent}  ".join(items)
    return f"{pair[0]}\n{indent}  {lines}\n{indent}{pair[1]}"


def quote(text: str) -> str:
    """Escape what JavaScript escapes: quotes, backslashes and control characters."""
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return f'"{"".join(escapes.get(each, each) for each in text)}"'


def in_order(assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """Return the *assessment* with its responses in the catalogue's order."""
    found = (assessment.response_to(each.id) for each in catalogue.questions)
    return evolve(
        assessment, responses=tuple(each for each in found if each is not None)
    )


@pytest.mark.parametrize(
    ("name", "assessment"),
    [("blank.json", BLANK), ("full.json", FULL)],
)
def test_golden_files(name: str, assessment: Assessment) -> None:
    """Written to the byte as Node wrote it, and read back as it was."""
    data = (GOLDEN / name).read_bytes()

    assert data == encode_assessment(assessment, SCOTLAND)
    assert in_order(assessment, SCOTLAND) == decode_assessment(data, SCOTLAND)


@given(data=st.data(), catalogue=catalogues())
def test_reading_gives_what_was_written(
    data: st.DataObject, catalogue: Catalogue
) -> None:
    """What is read is what was written, its responses in the catalogue's order."""
    assessment = data.draw(assessments(of=catalogue))

    written = encode_assessment(assessment, catalogue)

    assert in_order(assessment, catalogue) == decode_assessment(written, catalogue)
    assert in_order(assessment, catalogue) == decode_assessment(written)
    assert written == encode_assessment(decode_assessment(written), catalogue)


@given(assessment=assessments(of=SCOTLAND))
def test_written_as_javascript_writes(assessment: Assessment) -> None:
    """The bytes follow the rules of JavaScript, in UTF-8, with a newline at the end."""
    written = encode_assessment(assessment, SCOTLAND)

    assert f"{stringify(json.loads(written))}\n".encode() == written


@given(assessment=assessments(of=SCOTLAND))
def test_nothing_empty_is_written(assessment: Assessment) -> None:
    """What is empty or at its default is absent, and null stands nowhere."""
    raw = json.loads(encode_assessment(assessment, SCOTLAND))

    assert FORMAT == raw["format"]
    assert "" not in [value for key, value in raw.items() if key != "subject"]
    assert [] not in raw.values()
    assert None not in raw.values()
    for each in raw.get("responses", ()):
        assert not {"", None}.intersection(
            value for value in each.values() if isinstance(value, str | None)
        )
        assert each.get("publishable", False) is False


def test_a_blank_assessment_has_no_responses() -> None:
    """Four keys are all that a blank assessment has."""
    raw = json.loads(encode_assessment(BLANK, SCOTLAND))

    assert ["format", "subject", "period", "catalogue"] == list(raw)


def test_keys_in_the_order_of_the_model() -> None:
    """Files of one assessment do not differ by the order of their keys."""
    raw = json.loads(encode_assessment(FULL, SCOTLAND))

    assert [
        "format",
        "subject",
        "locality",
        "assessor",
        "period",
        "scope",
        "catalogue",
        "scale",
        "responses",
        "annotations",
    ] == list(raw)


@pytest.mark.parametrize("scale", [MSG_2019, CARE_INSPECTORATE])
def test_a_scale_that_is_built_in(scale: Scale) -> None:
    """A scale that everybody knows is named by its id alone."""
    written = encode_assessment(evolve(BLANK, scale=scale), SCOTLAND)

    assert scale.id == json.loads(written)["scale"]
    assert scale == decode_assessment(written).scale


def test_a_scale_of_the_same_name() -> None:
    """A scale that only has the name of one that is built in is written whole."""
    ours = evolve(MSG_2019, title="Ours")
    written = encode_assessment(evolve(BLANK, scale=ours), SCOTLAND)

    assert "Ours" == json.loads(written)["scale"]["title"]
    assert ours == decode_assessment(written).scale


def test_an_unknown_question_is_not_written() -> None:
    """What the catalogue does not ask has no place in its order."""
    stranger = Response(question=QuestionId("Q6.22"), status=Status.DRAFT)

    with pytest.raises(UnknownQuestionError, match=r"'Q6\.22'; did you mean 'Q6\.2'"):
        encode_assessment(BLANK.with_response(stranger), SCOTLAND)
