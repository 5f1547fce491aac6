"""
The examples in README and docs run as tests, and in CI nothing may be skipped.

``HYPOTHESIS_PROFILE=thorough`` makes Hypothesis try harder.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

from tests.console import FOLLOWED, commands, matches

ROOT = Path(__file__).parent

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def run_console(example: Example) -> str | None:
    """Run each line after ``$``, and compare what follows it; ``...`` is anything."""
    for command, shown in commands(example.parsed):
        found = _output(command)
        if not matches(found, shown):
            return f"$ {command}\nexpected:\n{shown}\nfound:\n{found}"
    return None


def _output(command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(  # noqa: S603 - our own docs, as a reader would
        ["bash", "-c", command],  # noqa: S607
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return run.stdout.decode("utf-8")


def enter_workplace(namespace: dict[str, Any]) -> None:
    """Stand in an empty folder beside the examples, as a reader of a page would."""
    namespace["workplace"] = TemporaryDirectory()
    namespace["before"] = Path.cwd()
    os.chdir(namespace["workplace"].name)
    Path("examples").symlink_to(ROOT / "examples")


def leave_workplace(namespace: dict[str, Any]) -> None:
    """Go back to where we were."""
    os.chdir(namespace["before"])
    namespace["workplace"].cleanup()


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console)],
    patterns=["README.md", "docs/**/*.md", "docs/*.md"],
    excludes=FOLLOWED,
    setup=enter_workplace,
    teardown=leave_workplace,
).pytest()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI, a test that was skipped has failed."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
