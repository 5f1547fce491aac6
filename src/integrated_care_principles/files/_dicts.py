"""Assessments as plain values, for whoever keeps or sends JSON in a way of their own."""

import json
from collections.abc import Iterator

from attrs import evolve

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import AssessmentFileError, Problem
from integrated_care_principles.files._assessments import (
    decode_assessment,
    encode_assessment,
)
from integrated_care_principles.files._syntax import DEEPEST
from integrated_care_principles.text import shown


def to_dict(assessment: Assessment, catalogue: Catalogue) -> dict[str, object]:
    """
    Return the *assessment* as dicts, lists, strings and truth values, as its file has it.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: If it could not be
            read back with this catalogue.
    """
    plain: dict[str, object] = json.loads(encode_assessment(assessment, catalogue))
    return plain


def from_dict(
    plain: object, catalogue: Catalogue | None = None, *, source: str = "<dict>"
) -> Assessment:
    """
    Return the assessment that a *plain* value holds, read as strictly as a file.

    Args:
        plain: As `to_dict` or a parser of JSON gives it; tuples are taken for lists.
        catalogue: Whose ids it may use. Without one, ids are not looked up.
        source: What errors call it.

    Raises:
        AssessmentFileError: With everything that is wrong with it; where something is
            no value of JSON, with that alone.
    """
    if problems := tuple(_not_plain(plain, "", 0)):
        raise AssessmentFileError(source, problems)
    try:
        return decode_assessment(json.dumps(plain).encode(), catalogue, source=source)
    except AssessmentFileError as error:
        # There are no lines in a dict.
        at = (evolve(each, line=None, column=None) for each in error.problems)
        raise AssessmentFileError(source, tuple(dict.fromkeys(at))) from None


def _not_plain(value: object, path: str, depth: int) -> Iterator[Problem]:
    """Yield what in a *value* JSON cannot say, and where it would not end."""
    if depth > DEEPEST:
        yield Problem(path, "nesting-too-deep", "", f"{DEEPEST}")
    elif isinstance(value, dict):
        for key, each in value.items():
            if not isinstance(key, str):
                yield Problem(path, "wrong-type", shown(key), "a text for a key")
            else:
                yield from _not_plain(each, f"{path}.{key}".lstrip("."), depth + 1)
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from _not_plain(each, f"{path}[{index}]", depth + 1)
    elif not isinstance(value, str | int | float | None):
        yield Problem(path, "wrong-type", shown(value), "a value that JSON has")
