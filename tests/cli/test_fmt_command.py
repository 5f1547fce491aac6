"""``icp fmt`` and ``icp schema``: files in the one way in which they are written."""

import json
from pathlib import Path

import pytest

from integrated_care_principles import files

from .conftest import Icp


def untidy(example: Path, path: Path) -> bytes:
    """Put the example there in another way of writing; return what was canonical."""
    data = example.read_bytes()
    raw = json.loads(data)
    raw["responses"].reverse()
    raw["responses"][0]["publishable"] = True
    path.write_text(json.dumps(dict(reversed(raw.items()))), encoding="utf-8")
    return data


def test_a_file_is_written_anew(icp: Icp, example: Path, tmp_path: Path) -> None:
    """To the byte as it is written, once; a second time nothing happens."""
    path = tmp_path / "a.json"
    canonical = untidy(example, path)
    first = icp("fmt", path)
    written = path.stat()
    second = icp("fmt", path)

    assert (0, "", f"icp: {path}: written anew\n") == (first.code, first.out, first.err)
    assert canonical == path.read_bytes()
    assert (0, "", "") == (second.code, second.out, second.err)
    assert written.st_mtime_ns == path.stat().st_mtime_ns


def test_check_writes_nothing(icp: Icp, example: Path, tmp_path: Path) -> None:
    """It exits with 1 where a file would change, and with 0 where none would."""
    path = tmp_path / "a.json"
    untidy(example, path)
    before = path.read_bytes()
    result = icp("fmt", "--check", example, path)

    assert (1, "", f"icp: {path}: would change\n") == (
        result.code,
        result.out,
        result.err,
    )
    assert before == path.read_bytes()
    assert 0 == icp("fmt", "--check", example).code


def test_from_input_to_output(icp: Icp, example: Path, tmp_path: Path) -> None:
    """With - a file goes through, whatever its form, and is checked alike."""
    path = tmp_path / "a.json"
    canonical = untidy(example, path)
    through = icp("fmt", "-", stdin=path.read_bytes())
    same = icp("fmt", "-", stdin=canonical)
    checked = icp("fmt", "--check", "-", stdin=path.read_bytes())

    assert (0, canonical.decode()) == (through.code, through.out)
    assert (0, canonical.decode(), "") == (same.code, same.out, same.err)
    assert (1, "", "icp: <stdin>: would change\n") == (
        checked.code,
        checked.out,
        checked.err,
    )


def test_a_file_with_problems_stays(icp: Icp, example: Path, tmp_path: Path) -> None:
    """Everything that is wrong is said, and the other files are written all the same."""
    bad, good, none = (
        tmp_path / each for each in ("bad.json", "good.json", "none.json")
    )
    bad.write_text('{"format": 1, "subject": " ", "perod": 1}', encoding="utf-8")
    before = bad.read_bytes()
    canonical = untidy(example, good)
    result = icp("fmt", bad, good)

    assert 1 == result.code
    assert f'icp: {bad}: "perod" is not a key that is known here; did you' in result.err
    assert f"{bad}: subject: may not be blank" in result.err
    assert f"icp: {good}: written anew" in result.err
    assert before == bad.read_bytes()
    assert canonical == good.read_bytes()
    assert 2 == icp("fmt", none, bad).code


def test_a_link_and_a_mode_are_kept(icp: Icp, example: Path, tmp_path: Path) -> None:
    """The file that a link leads to is written, with the mode that it had."""
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    canonical = untidy(example, path)
    path.chmod(0o640)
    link.symlink_to(path)

    assert 0 == icp("fmt", link).code
    assert link.is_symlink()
    assert canonical == path.read_bytes()
    assert 0o640 == path.stat().st_mode & 0o777


def test_standard_input_once(icp: Icp) -> None:
    """It can be read once only."""
    assert "standard input can be read once only" in icp("fmt", "-", "-").err


@pytest.mark.parametrize("kind", ["assessment", "catalogue", "crosswalk", "policy"])
def test_schemas(icp: Icp, kind: str) -> None:
    """Each kind of file has its schema, which is the one that Python gives."""
    result = icp("schema", kind)

    assert (0, "") == (result.code, result.err)
    assert getattr(files, f"{kind}_schema")() == json.loads(result.out)


def test_a_kind_that_is_none(icp: Icp) -> None:
    """The kinds that there are are named."""
    result = icp("schema", "report")

    assert 2 == result.code
    assert "assessment" in result.err
