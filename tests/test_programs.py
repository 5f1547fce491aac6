"""What is not there is said, and in CI it is a failure."""

import pytest

from tests.programs import program


def test_a_program_that_is_there() -> None:
    """It is told where."""
    assert program("sh", package="dash").endswith("/sh")


def test_a_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it tests are skipped and say what to install; in CI they fail."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt install chromium"):
        program("chromium", package="chromium")

    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt install chromium"):
        program("chromium", package="chromium")
