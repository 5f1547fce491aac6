"""
Hold pages of the examples against axe-core and the Nu checker, in every look.

``python tools/check_pages.py VNU`` lays out the bare catalogue, one assessment, two years,
three assessors and four localities; opens each in Chromium on 1280 and 320 pixels, light,
dark and in print; and prints what axe-core finds against WCAG 2.0 to 2.2, A and AA, or
leaves to a person. *VNU* is the path of ``vnu.jar`` (``npm install vnu-jar``), which wants
Java. It ends with 1 if anything was found, and takes about ten minutes.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from chromium import chromium
from integrated_care_principles_html import html
from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
sys.path.insert(0, f"{ROOT}")

from tests.axe import verdict  # noqa: E402
from tests.reports import report_of  # noqa: E402

PAGES = {
    "catalogue": "none",
    "one": "strathenlow-2025-26.json",
    "years": "strath*.json",
    "assessors": "assessors/*",
    "localities": "localities/*",
}
LOOKS = ("light", "dark", "print")
WIDTHS = (1280, 320)


def main() -> None:
    """Print a line for each page in each look, and what was found."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each, pattern in PAGES.items():
            text = html(report_of(pattern))
            (folder / f"{each}.html").write_text(text, encoding="utf-8")
        found = [*_errors(folder, sys.argv[1]), *_barriers(folder)]
    print(f"{len(found)} found")
    sys.exit(bool(found))


def _errors(folder: Path, checker: str) -> Iterator[str]:
    """Yield what the Nu checker calls errors."""
    pages = map(str, sorted(folder.glob("*.html")))
    command = ["java", "-jar", checker, "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    print(f"Nu checker: {len(messages)} messages on {len(PAGES)} pages")
    for each in messages:
        if each["type"] == "error":
            print(f"{each['url']}:{each['lastLine']}: {each['message']}")
            yield each["message"]


def _barriers(folder: Path) -> Iterator[str]:
    """Yield what axe-core finds, or leaves to a person."""
    with chromium() as browser:
        for name in PAGES:
            for look in LOOKS:
                for width in WIDTHS:
                    yield from _seen(browser, folder / f"{name}.html", look, width)


def _seen(browser: Browser, path: Path, look: str, width: int) -> Iterator[str]:
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # axe is put into the page, which its policy would not let in
    )
    page = context.new_page()
    page.goto(path.as_uri())
    page.emulate_media(media="print" if look == "print" else "screen")
    results = verdict(page)
    context.close()
    barriers = [*results["violations"], *results["incomplete"]]
    print(f"{path.stem}, {look}, {width} pixels: {len(barriers)} found")
    for rule, elements in barriers:
        print(f"  {rule}: {elements[0]} and {len(elements) - 1} more")
        yield rule


if __name__ == "__main__":
    main()
