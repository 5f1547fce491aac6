"""A catalogue as canonical JSON: what goes out comes back, to the last field."""

import os
from pathlib import Path

from integrated_care_principles.catalogue import Catalogue
from integrated_care_principles.exceptions import CatalogueFileError
from integrated_care_principles.files._formats import Reading, decoded
from integrated_care_principles.files._structure import UnreadableError, make_converter
from integrated_care_principles.text import canonical_json

# The newest format of catalogue files that we know.
FORMAT = 1


def encode_catalogue(catalogue: Catalogue) -> bytes:
    """Return the *catalogue* as canonical JSON; the same gives the same bytes."""
    plain = {"format": FORMAT, **make_converter().unstructure(catalogue)}
    return f"{canonical_json(plain)}\n".encode()


def read_catalogue(path: str | os.PathLike[str]) -> Catalogue:
    """
    Read a catalogue from a file.

    Raises:
        CatalogueFileError: With everything that is wrong in the file.
        OSError: If the file cannot be opened.
    """
    return decode_catalogue(Path(path).read_bytes(), source=os.fspath(path))


def decode_catalogue(data: bytes, *, source: str = "<bytes>") -> Catalogue:
    """
    Return the catalogue that *data* holds as JSON.

    Args:
        source: What errors call it.

    Raises:
        CatalogueFileError: With everything that is wrong with it.
    """
    return decoded(
        data, _from_json, newest=FORMAT, error=CatalogueFileError, source=source
    )


def _from_json(raw: object) -> Reading[Catalogue]:
    try:
        return make_converter().structure(raw, Catalogue), []
    except UnreadableError as error:
        return None, [*error.problems]
