"""Policies of one's own as JSON, in the same strict way as assessments."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import PolicyFileError, Problem
from integrated_care_principles.files._formats import Reading, decoded
from integrated_care_principles.files._structure import UnreadableError, make_converter
from integrated_care_principles.scoring import POLICIES, Policy, Weight
from integrated_care_principles.text import canonical_json, nearest

# The newest format of policy files that we know.
FORMAT = 1


def read_policy(path: str | os.PathLike[str], catalogue: Catalogue) -> Policy:
    """
    Read a policy from a file.

    Args:
        catalogue: Whose questions it may weigh.

    Raises:
        PolicyFileError: With everything that is wrong in the file.
        OSError: If the file cannot be opened.
    """
    data = Path(path).read_bytes()
    return decode_policy(data, catalogue, source=os.fspath(path))


def encode_policy(policy: Policy) -> bytes:
    """Return the *policy* as canonical JSON; what it does not say is left out."""
    plain = make_converter().unstructure(policy)
    said = {name: value for name, value in plain.items() if value is not None}
    return f"{canonical_json({'format': FORMAT, **said})}\n".encode()


def decode_policy(
    data: bytes, catalogue: Catalogue, *, source: str = "<bytes>"
) -> Policy:
    """
    Return the policy that *data* holds as JSON.

    Args:
        source: What errors call it.

    Raises:
        PolicyFileError: With everything that is wrong with it.
    """
    return decoded(
        data,
        lambda raw: _from_json(raw, catalogue),
        newest=FORMAT,
        error=PolicyFileError,
        source=source,
    )


def _from_json(raw: object, catalogue: Catalogue) -> Reading[Policy]:
    policy, problems = None, []
    try:
        readable: Any = make_converter().structure(raw, Policy)
        policy = readable
    except UnreadableError as error:
        readable, problems = error.readable, [*error.problems]
    fields = readable if isinstance(readable, dict) else {}
    name = fields.get("name", getattr(readable, "name", None))
    weights = fields.get("weights", getattr(readable, "weights", ()))
    return policy, [*problems, *_taken(name), *_unknown(weights or (), catalogue)]


def _taken(name: str | None) -> Iterator[Problem]:
    if name in POLICIES:  # a report that names it would say what is not so
        yield Problem("name", "taken-name", f"{name}")


def _unknown(weights: Any, catalogue: Catalogue) -> Iterator[Problem]:
    known = [each.id for each in catalogue.questions]
    for index, each in enumerate(weights):
        if isinstance(each, Weight) and each.question not in known:
            near = nearest(each.question, known)
            path = f"weights[{index}].question"
            yield Problem(path, "unknown-question", each.question, nearest=near)
