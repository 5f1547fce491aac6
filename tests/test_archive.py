"""Zips of the same bytes, and what is in them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import pytest

from integrated_care_principles.archive import unzipped, zipped

DOCUMENTS = {"b.csv": b"1", "a/x.csv": b"2" * 99, "mimetype": b"3" * 99, "é": b""}


def test_a_zip_has_no_date_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same documents give the same bytes, on whatever day and system."""
    first = zipped(DOCUMENTS)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr("sys.platform", "win32")

    assert first == zipped(DOCUMENTS)
    with ZipFile(BytesIO(first)) as archive:
        assert list(DOCUMENTS) == archive.namelist()
        assert {((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, b"")} == {
            (each.date_time, each.create_system, each.external_attr, each.extra)
            for each in archive.infolist()
        }


def test_what_can_be_read_without_unpacking() -> None:
    """All is compressed but ``mimetype``."""
    with ZipFile(BytesIO(zipped(DOCUMENTS))) as archive:
        assert {
            each: ZIP_STORED if each == "mimetype" else ZIP_DEFLATED
            for each in DOCUMENTS
        } == {each.filename: each.compress_type for each in archive.infolist()}


def test_what_was_zipped() -> None:
    """What is unzipped is what was zipped, in its order."""
    found = unzipped(zipped(DOCUMENTS))

    assert [*DOCUMENTS.items()] == [*found.items()]


def test_what_is_no_zip() -> None:
    """Of other bytes nothing is guessed."""
    with pytest.raises(BadZipFile):
        unzipped(b"PK, but no more than that")
