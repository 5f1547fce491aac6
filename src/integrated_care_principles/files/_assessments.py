"""Assessments as canonical JSON."""

import os
from pathlib import Path

from integrated_care_principles.assessment import Assessment
from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import AssessmentFileError
from integrated_care_principles.files._fast import read_fast
from integrated_care_principles.files._formats import decoded
from integrated_care_principles.files._saving import Revision, save
from integrated_care_principles.text import canonical_json

# The newest format of assessment files that we know.
FORMAT = 1


def read_assessment(
    path: str | os.PathLike[str], catalogue: Catalogue | None = None
) -> tuple[Assessment, Revision]:
    """
    Read an assessment from a file.

    Args:
        catalogue: Whose ids it may use. Without one, ids are not looked up.

    Returns:
        The assessment, and the revision that `write_assessment` asks for.

    Raises:
        AssessmentFileError: With everything that is wrong in the file.
        OSError: If the file cannot be opened.
    """
    data = Path(path).read_bytes()
    return decode_assessment(data, catalogue, source=os.fspath(path)), Revision.of(data)


def decode_assessment(
    data: bytes, catalogue: Catalogue | None = None, *, source: str = "<bytes>"
) -> Assessment:
    """
    Return the assessment that *data* holds as JSON.

    Args:
        source: What errors call it.

    Raises:
        AssessmentFileError: With everything that is wrong with it.
    """
    if (read := read_fast(data, catalogue, newest=FORMAT)) is not None:
        return read
    # Who has nothing unusual to read does not pay for the full way.
    from integrated_care_principles.files._full import read_fully

    return decoded(
        data,
        lambda raw: read_fully(raw, catalogue),
        newest=FORMAT,
        error=AssessmentFileError,
        source=source,
    )


def encode_assessment(assessment: Assessment, catalogue: Catalogue) -> bytes:
    """
    Return the *assessment* as canonical JSON, responses in the catalogue's order.

    Raises:
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: If it could not be
            read back with this catalogue.
    """
    from integrated_care_principles.files._full import plain_assessment

    plain = {"format": FORMAT, **plain_assessment(assessment, catalogue)}
    return f"{canonical_json(plain)}\n".encode()


def write_assessment(
    path: str | os.PathLike[str],
    assessment: Assessment,
    catalogue: Catalogue,
    *,
    replacing: Revision | None = None,
    force: bool = False,
) -> Revision:
    """
    Save the *assessment* whole or not at all, and never over somebody else's work.

    Args:
        replacing: The revision that was read and may be replaced; ``None``: there may
            be no file yet.
        force: Replace whatever is there.

    Returns:
        The revision that is in the file now.

    Raises:
        AlreadyExistsError: If there is a file, and it was not to be replaced.
        ChangedSinceReadError: If the file is no longer the one that was read.
        OtherCatalogueError, UnknownQuestionError, UnknownGroupError: If it could not be
            read back with this catalogue.
        OSError: If it cannot be written.
    """
    data = encode_assessment(assessment, catalogue)
    save(path, data, replacing=replacing, force=force)
    return Revision.of(data)
