"""Programs that some tests need, and that Python does not bring."""

import os
import shutil

import pytest


def program(name: str, *, package: str) -> str:
    """
    Return where a program is; without it, skip the test, or fail it in CI.

    Args:
        package: Of Debian, which has it.
    """
    path = shutil.which(name)
    if path is not None:
        return path
    msg = f"no {name} on the PATH; on Debian: apt install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(msg)
    pytest.skip(msg)
