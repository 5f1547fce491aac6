"""
Make the pictures of the gallery from the examples.

``python tools/make_pictures.py`` lays out reports in every format, lets the programs in
which they are read show them (Chromium, LibreOffice, Poppler's pdftoppm, pandoc), and
writes what they show into ``docs/pictures``. Letters look as the fonts of the machine do.
"""

import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from chromium import chromium
from PIL import Image
from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
ONE = ("examples/strathenlow-2025-26.json",)
PLACES = tuple(sorted(f"{each}" for each in (ROOT / "examples/localities").iterdir()))
HEADLESS = ("--headless", "--convert-to")
READING = ("--infilter=CSV:44,34,76,1",)
# Of a palette: enough for pages, and a third of the size.
COLOURS = 64
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 860}


def main() -> None:
    """Make them all."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name, chromium() as browser:
        folder, page = Path(name), browser.new_page()
        _html(page, folder)
        _texts(page, folder)
        _table(page, folder)
        _documents(folder)


def _html(page: Page, folder: Path) -> None:
    one, places = folder / "one.html", folder / "places.html"
    _run("icp", "report", *ONE, "-o", one)
    _run("icp", "report", *PLACES, "-o", places)
    page.goto(one.as_uri())
    _shot(page, "html-summary", DESK)
    _shot(page, "html-gaps", DESK, to="#missing")
    _shot(page, "html-answers", DESK, to="#q-Q1\\.2")
    _shot(page, "html-plan", DESK, to="#plan")
    page.emulate_media(color_scheme="dark")
    _shot(page, "html-phone-dark", PHONE, to="#principles")
    page.emulate_media(color_scheme="light")
    page.goto(places.as_uri())
    _shot(page, "html-heat-map", DESK, to="#together")


def _texts(page: Page, folder: Path) -> None:
    text = _run("icp", "report", *ONE)
    _shown_as_text(page, "table", text, 44)
    text = _run("icp", "report", *ONE, "-O", "tablefmt=rounded_outline")
    _shown_as_text(page, "table-outline", text, 44)
    _shown_as_text(page, "json", _run("icp", "report", *ONE, "-f", "json"), 44)
    source = folder / "report.md"
    _run("icp", "report", *ONE, "-o", source)
    body = _run("pandoc", "-f", "gfm", source)
    style = (
        "font: 16px/1.5 sans-serif; max-width: 58rem; margin: 2rem; border-spacing: 0"
    )
    cells = "<style>td, th { border: 1px solid #d0d7de; padding: 6px 13px }</style>"
    page.set_content(f"{cells}<body style='{style}'>{body}")
    _shot(page, "markdown", DESK)


def _table(page: Page, folder: Path) -> None:
    """Show a table as LibreOffice reads it."""
    path = folder / "scores.csv"
    _run("icp", "report", *ONE, "-f", "csv", "-O", "table=scores", "-o", path)
    _run("soffice", *READING, *HEADLESS, "html", "--outdir", folder, path)
    page.goto(path.with_suffix(".html").as_uri())
    style = "td { border: 1px solid #d0d7de; white-space: nowrap }"
    page.add_style_tag(content=style)
    _shot(page, "csv", {"width": 1700, "height": 560})


def _documents(folder: Path) -> None:
    for suffix in ("pdf", "docx"):
        _run("icp", "report", *ONE, "-o", folder / f"one.{suffix}")
    _run("icp", "report", *PLACES, "-o", folder / "places.pdf")
    _pages("pdf", folder / "one.pdf", 1, 2, 22)
    _pages("pdf-heat-map", folder / "places.pdf", 3, 4)
    _pages("docx", _converted(folder / "one.docx"), 1, 2, 20)


def _converted(path: Path) -> Path:
    """Return the PDF that LibreOffice makes of a Word file."""
    _run("soffice", *HEADLESS, "pdf", "--outdir", path.parent / "converted", path)
    return path.parent / "converted" / f"{path.stem}.pdf"


def _pages(name: str, path: Path, *numbers: int) -> None:
    """Write some pages of a PDF beside each other."""
    images = []
    for number in numbers:
        stem = path.parent / f"page-{number}"
        chosen = ("-f", number, "-l", number, "-r", "58", "-singlefile", "-png")
        _run("pdftoppm", *chosen, path, stem)
        images.append(Image.open(f"{stem}.png"))
    width = sum(each.width for each in images) + 12 * (len(images) - 1)
    whole = Image.new("RGB", (width, max(each.height for each in images)), "#8a9097")
    left = 0
    for each in images:
        whole.paste(each, (left, 0))
        left += each.width + 12
    _save(whole, name)


def _shown_as_text(page: Page, name: str, text: str, lines: int) -> None:
    shown = escape("\n".join(text.split("\n")[:lines]))
    style = "font: 15px/1.3 'DejaVu Sans Mono', monospace; margin: 1rem"
    page.set_content(f'<pre style="{style}">{shown}</pre>')
    _shot(page, name, {"width": 800, "height": 860})


def _shot(page: Page, name: str, size: dict[str, int], *, to: str = "") -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a mapping of its own
    if to:
        page.locator(to).evaluate("each => each.scrollIntoView()")
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path)
    _save(Image.open(path).convert("RGB"), name)


def _save(image: Image.Image, name: str) -> None:
    path = PICTURES / f"{name}.png"
    image.quantize(COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")


def _run(*command: object) -> str:
    run = subprocess.run(
        [*map(str, command)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    return run.stdout


if __name__ == "__main__":
    main()
