"""What axe-core says of a page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def verdict(page: "Page") -> dict[str, list[tuple[str, list[str]]]]:
    """
    Return what axe-core finds against WCAG 2.0 to 2.2, levels A and AA.

    Returns:
        Its rules, each with the elements that it speaks of, under ``violations``,
        ``incomplete`` (what a person has to review) and ``passes``.
    """
    from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped]  # has none
        Axe,
    )

    options = {"runOnly": {"type": "tag", "values": STANDARD}}
    response = Axe().run(page, options=options).response
    return {
        kind: [
            (each["id"], [node["html"] for node in each["nodes"]])
            for each in response[kind]
        ]
        for kind in ("violations", "incomplete", "passes")
    }
