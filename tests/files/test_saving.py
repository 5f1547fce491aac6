"""Saving: all of it or nothing, and never over what somebody else has saved."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from integrated_care_principles import load_catalogue
from integrated_care_principles.exceptions import (
    AlreadyExistsError,
    ChangedSinceReadError,
    UnknownQuestionError,
)
from integrated_care_principles.files import (
    Revision,
    decode_assessment,
    read_assessment,
    save,
    write_assessment,
)

from .places import CREATING, NEW, OLD, OLD_REVISION, OTHER, REPLACING, failing

SCOTLAND = load_catalogue()
BLANK = (Path(__file__).parent / "golden" / "blank.json").read_bytes()


@pytest.mark.parametrize("how", CREATING, ids=str)
def test_a_new_file(path: Path, how: dict[str, Any]) -> None:
    """Where there is no file, one is made that holds all of it."""
    save(path, NEW, **how)

    assert NEW == path.read_bytes()


@pytest.mark.parametrize("how", REPLACING, ids=str)
def test_another_revision(old: Path, how: dict[str, Any]) -> None:
    """What was read is replaced."""
    save(old, NEW, **how)

    assert NEW == old.read_bytes()


def test_twice(old: Path) -> None:
    """After a save, what was saved is what may be replaced."""
    save(old, NEW, replacing=OLD_REVISION)
    save(old, OTHER, replacing=Revision.of(NEW))

    assert OTHER == old.read_bytes()


def test_over_a_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not read a file does not replace it, and not a byte is written."""
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))

    with pytest.raises(AlreadyExistsError) as caught:
        save(old, NEW)

    assert str(old) == caught.value.path
    assert OLD == old.read_bytes()


def test_over_what_has_changed(old: Path) -> None:
    """Who has read something else does not replace what is there now."""
    old.write_bytes(OTHER)

    with pytest.raises(ChangedSinceReadError) as caught:
        save(old, NEW, replacing=OLD_REVISION)

    assert str(old) == caught.value.path
    assert OTHER == old.read_bytes()


def test_over_what_is_gone(path: Path) -> None:
    """What has been removed since it was read is not brought back unasked."""
    with pytest.raises(ChangedSinceReadError):
        save(path, NEW, replacing=OLD_REVISION)

    assert not path.exists()


def test_over_anything(old: Path) -> None:
    """By force, whatever is there is replaced, whatever was read."""
    save(old, NEW, replacing=Revision.of(OTHER), force=True)

    assert NEW == old.read_bytes()


def test_an_assessment_is_saved(path: Path) -> None:
    """What was saved is read, and its revision is that which the save gave."""
    assessment = decode_assessment(BLANK)

    revision = write_assessment(path, assessment, SCOTLAND)

    assert (assessment, revision) == read_assessment(path, SCOTLAND)
    assert BLANK == path.read_bytes()


def test_an_assessment_is_replaced(path: Path) -> None:
    """The revision of one save allows the next."""
    assessment = decode_assessment(BLANK)
    revision = write_assessment(path, assessment, SCOTLAND)

    again = write_assessment(str(path), assessment, SCOTLAND, replacing=revision)

    assert revision == again
    with pytest.raises(AlreadyExistsError):
        write_assessment(path, assessment, SCOTLAND)
    assert again == write_assessment(path, assessment, SCOTLAND, force=True)


def test_what_cannot_be_written_costs_nothing(old: Path) -> None:
    """An assessment that cannot be written leaves the file as it was."""
    draft = b'{"responses": [{"question": "Q99", "status": "draft"}],'
    stranger = decode_assessment(draft + BLANK.removeprefix(b"{"))

    with pytest.raises(UnknownQuestionError):
        write_assessment(old, stranger, SCOTLAND, force=True)

    assert OLD == old.read_bytes()
