"""Chromium without a window, for tools that look at pages."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give the Chromium that is on the path."""
    path = shutil.which("chromium")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        ) as browser,
    ):
        yield browser
