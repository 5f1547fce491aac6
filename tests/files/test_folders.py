"""Several files at once: whole or not at all, and never over what somebody else put there."""

import os
from pathlib import Path

import pytest

from integrated_care_principles.exceptions import FolderInUseError
from integrated_care_principles.files import save_folder

DOCUMENTS = {"b.csv": b"1", "a/x.csv": b"2", "a/y/z": b""}


def content(folder: Path) -> dict[str, bytes]:
    """Return what is in a *folder*, by name."""
    files = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in files}


def test_a_new_folder(tmp_path: Path) -> None:
    """All documents stand where their names say, and nothing stands beside them."""
    save_folder(tmp_path / "out", DOCUMENTS)

    assert DOCUMENTS == content(tmp_path / "out")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())


def test_a_mode_like_that_of_any_folder(tmp_path: Path) -> None:
    """A new folder and its files are as open as the person's mask lets them be."""
    (tmp_path / "other").mkdir()
    save_folder(tmp_path / "out", DOCUMENTS)

    assert (tmp_path / "other").stat().st_mode == (tmp_path / "out").stat().st_mode


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """A folder that somebody made for it is taken, and keeps its mode."""
    (tmp_path / "out").mkdir(mode=0o700)
    save_folder(tmp_path / "out", DOCUMENTS)

    assert DOCUMENTS == content(tmp_path / "out")
    assert 0o700 == (tmp_path / "out").stat().st_mode & 0o777


def test_the_same_again_replaces(tmp_path: Path) -> None:
    """What an earlier run wrote is replaced, also where it wrote less."""
    save_folder(tmp_path / "out", {"a/x.csv": b"old", "b.csv": b"old"})
    save_folder(tmp_path / "out", DOCUMENTS)

    assert DOCUMENTS == content(tmp_path / "out")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())


@pytest.mark.parametrize("stranger", ["north.json", "a/north.json", "c/", "b.csv/x"])
def test_what_somebody_else_put_there_is_kept(tmp_path: Path, stranger: str) -> None:
    """A folder with anything else in it is not touched, and the error names it."""
    out = tmp_path / "out"
    place = out / stranger
    (place if stranger.endswith("/") else place.parent).mkdir(parents=True)
    if not stranger.endswith("/"):
        place.write_bytes(b"theirs")
    before = content(out)
    with pytest.raises(FolderInUseError) as caught:
        save_folder(out, DOCUMENTS)

    named = stranger.rstrip("/") if stranger != "b.csv/x" else "b.csv"
    assert (str(out), named) == (caught.value.path, caught.value.found)
    assert before == content(out)
    assert [out] == list(tmp_path.iterdir())


def test_a_link_in_the_folder_is_somebody_elses(tmp_path: Path) -> None:
    """We write no links: one that is there is not replaced."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.csv").symlink_to(tmp_path)
    with pytest.raises(FolderInUseError):
        save_folder(tmp_path / "out", DOCUMENTS)


def test_a_link_to_a_folder_stays(tmp_path: Path) -> None:
    """A link to a folder is followed, and stays a link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    save_folder(tmp_path / "out", DOCUMENTS)

    assert (tmp_path / "out").is_symlink()
    assert DOCUMENTS == content(tmp_path / "real")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file is not replaced by a folder; the error names it as it was typed."""
    (tmp_path / "out").write_bytes(b"theirs")
    with pytest.raises(NotADirectoryError) as caught:
        save_folder(tmp_path / "out", DOCUMENTS)

    assert str(tmp_path / "out") == caught.value.filename
    assert b"theirs" == (tmp_path / "out").read_bytes()


def test_nowhere(tmp_path: Path) -> None:
    """A folder that stands in none is named as it was typed."""
    with pytest.raises(FileNotFoundError) as caught:
        save_folder(tmp_path / "none" / "out", DOCUMENTS)

    assert str(tmp_path / "none" / "out") == caught.value.filename


def test_what_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is closed to us is not replaced, though the one above is open."""
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(PermissionError) as caught:
        save_folder(tmp_path / "out", DOCUMENTS)

    assert str(tmp_path / "out") == caught.value.filename


def test_half_a_folder_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one document cannot be written, nothing of the others is left."""
    save_folder(tmp_path / "out", {"b.csv": b"old"})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_folder(tmp_path / "out", DOCUMENTS)

    assert {"b.csv": b"old"} == content(tmp_path / "out")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())


def test_an_old_folder_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the new folder cannot take its place, the old one stands there again."""
    save_folder(tmp_path / "out", {"b.csv": b"old"})
    rename = Path.rename

    def stubborn(self: Path, target: Path) -> Path:
        if target == tmp_path / "out" and (self / "a").exists():
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(OSError, match="Input/output error"):
        save_folder(tmp_path / "out", DOCUMENTS)

    assert {"b.csv": b"old"} == content(tmp_path / "out")
    assert [tmp_path / "out"] == list(tmp_path.iterdir())
