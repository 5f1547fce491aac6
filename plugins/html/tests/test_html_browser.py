"""The page in a browser: for eyes, ears, keyboards, telephones and printers."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from integrated_care_principles_html import HtmlOptions, html

from integrated_care_principles import (
    Response,
    Status,
    load_catalogue,
    make_report,
    read_assessment,
)
from integrated_care_principles.reporting import Report
from tests.axe import verdict
from tests.programs import program
from tests.reports import saying

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parents[3] / "examples"
CATALOGUE = load_catalogue()
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEBREW = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"
LONG = "Llanfair" * 40

HOSTILE = (
    "<img src=https://example.org/a.png><script src=https://example.org/b.js></script>"
    "<link rel=stylesheet href=https://example.org/c.css>"
    "<iframe src=https://example.org></iframe>"
)
STYLE = (
    "@import url(https://example.org/d.css);"
    "@font-face { font-family: own; src: url(https://example.org/e.woff2) }"
    "body { max-width: 900px; font-family: own;"
    " background: url(https://example.org/f.png) }"
)

browsing = pytest.mark.browser


def report_of(*names: str) -> Report:
    """Return a report of the examples of these *names*."""
    paths = [EXAMPLES / f"strathenlow-{name}.json" for name in names]
    return make_report(
        CATALOGUE, [read_assessment(each, CATALOGUE)[0] for each in paths]
    )


def of_folder(name: str) -> Report:
    """Return a report of all examples in the folder of that *name*."""
    paths = sorted((EXAMPLES / name).glob("*.json"))
    return make_report(
        CATALOGUE, [read_assessment(each, CATALOGUE)[0] for each in paths]
    )


def awkward() -> Report:
    """Return a report with words that do not end, and with others from right to left."""
    assessment, _ = read_assessment(EXAMPLES / "strathenlow-2025-26.json", CATALOGUE)
    first, second, *others = assessment.responses
    long = evolve(
        first,
        text=LONG,
        reason=LONG,
        evidence=tuple(
            evolve(each, title=LONG, url=f"x:{LONG}", note=LONG)
            for each in first.evidence
        ),
        actions=tuple(evolve(each, what=LONG, owner=LONG) for each in first.actions),
        contributors=(LONG,),
    )
    hebrew = Response(question=second.question, status=Status.ANSWERED, text=HEBREW)
    return make_report(
        CATALOGUE,
        [evolve(assessment, subject=LONG, responses=(long, hebrew, *others))],
        title=LONG,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a page of each kind."""
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "one": report_of("2025-26"),
        "two": report_of("2024-25", "2025-26"),
        "catalogue": report_of(),
        "awkward": awkward(),
        "hostile": saying(HOSTILE),
        "places": of_folder("localities"),
        "assessors": of_folder("assessors"),
    }
    made = {name: html(report) for name, report in pages.items()}
    made["styled"] = html(report_of("2025-26"), HtmlOptions(style=STYLE))
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Return Chromium, without a window."""
    path = program("chromium", package="chromium")
    from playwright.sync_api import sync_playwright

    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=FLAGS) as browser,
    ):
        yield browser


class Reader:
    """Somebody who opens pages, in a way of their own."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.said: list[str] = []

    def opens(self, name: str, **settings: Any) -> "Page":
        """Return the page called *name*, as a browser with these *settings* shows it."""
        page = self.browser.new_context(**settings).new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto((self.folder / f"{name}.html").as_uri())
        return page


@pytest.fixture
def reader(browser: "Browser", folder: Path) -> Iterator[Reader]:
    """Return a reader of the pages."""
    yield Reader(browser, folder)
    for context in browser.contexts:
        context.close()


@browsing
@pytest.mark.parametrize(
    ("name", "width", "look"),
    [("one", 320, "light"), ("catalogue", 1280, "dark"), ("assessors", 1280, "print")],
)
def test_accessible(reader: Reader, name: str, width: int, look: str) -> None:
    """
    axe-core finds nothing against WCAG 2.0 to 2.2, A and AA, and nothing to review.

    All pages in all looks take minutes: tools/check_pages.py has it look at them.
    """
    # axe is put into the page, which the policy of the page would not let in
    page = reader.opens(
        name,
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page.emulate_media(media="print" if look == "print" else "screen")
    results = verdict(page)

    assert results["violations"] == []
    assert results["incomplete"] == []
    assert len(results["passes"]) > 15


@browsing
@pytest.mark.parametrize(
    "name", ["one", "two", "catalogue", "awkward", "hostile", "places", "assessors"]
)
def test_no_scrolling_sideways(reader: Reader, name: str) -> None:
    """At 320 pixels everything is there without scrolling to the side."""
    page = reader.opens(name, viewport={"width": 320, "height": 640})

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@browsing
def test_room_for_wider_text(reader: Reader) -> None:
    """At 320 pixels nothing runs out when people space their text out (WCAG 1.4.12)."""
    page = reader.opens("one", viewport={"width": 320, "height": 640}, bypass_csp=True)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"
    )

    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


@browsing
def test_tab_reaches_the_skip_link_first(reader: Reader) -> None:
    """The first press of Tab shows a link, and Enter goes past the contents."""
    page = reader.opens("one")
    skip = page.locator(".skip")
    hidden = skip.bounding_box()
    page.keyboard.press("Tab")
    shown = skip.bounding_box()

    assert hidden is not None
    assert shown is not None
    assert hidden["y"] < 0 <= shown["y"]
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == (
        "solid"
    )

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@browsing
def test_focus_is_seen(reader: Reader) -> None:
    """Whatever Tab reaches has an outline of three pixels, and is in sight."""
    page = reader.opens("one", viewport={"width": 1280, "height": 900})
    stops = page.locator("a[href], [tabindex='0']").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        width, top = page.evaluate(
            "[getComputedStyle(document.activeElement).outlineWidth,"
            " document.activeElement.getBoundingClientRect().top]"
        )

        assert width == "3px"
        assert 0 <= top < 900
    assert stops > 200


@browsing
@pytest.mark.parametrize("name", ["one", "awkward", "hostile", "styled"])
def test_no_request_to_anywhere(reader: Reader, name: str) -> None:
    """Nothing asks for anything; a style of one's own asks, and its policy refuses it."""
    page = reader.opens("catalogue")
    asked: set[str] = set()
    refused: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.on("requestfailed", lambda each: refused.add(f"{each.failure}: {each.url}"))
    page.goto((reader.folder / f"{name}.html").as_uri())
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")

    outside = {each for each in asked if not each.startswith("file:")}
    assert {f"csp: {each}" for each in outside} == refused
    assert bool(outside) is (name == "styled")


@browsing
def test_a_style_of_ones_own_wins(reader: Reader) -> None:
    """Its rules are applied after ours."""
    page = reader.opens("styled")

    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "900px"


@browsing
def test_bars_with_forced_colours(reader: Reader) -> None:
    """With colours of the reader's own, a bar still differs from what it fills."""
    page = reader.opens("one", forced_colors="active")
    fill, ground, border, width = page.evaluate(
        "(() => { const bar = document.querySelector('.bar');"
        " const rect = bar.querySelector('rect');"
        " return [getComputedStyle(rect).fill, getComputedStyle(bar).backgroundColor,"
        " getComputedStyle(bar).borderTopStyle, rect.getBoundingClientRect().width] })()"
    )

    assert fill != ground
    assert border == "solid"
    assert width > 100


@browsing
@pytest.mark.parametrize("name", ["one", "two", "catalogue"])
def test_the_policy_lets_our_style_in(reader: Reader, name: str) -> None:
    """The style is applied, and the browser complains of nothing."""
    page = reader.opens(name)

    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    assert reader.said == []


@browsing
def test_the_policy_keeps_others_out(reader: Reader) -> None:
    """A script or a style that got into the page would not run."""
    page = reader.opens("one")
    page.evaluate(
        "(() => { const script = document.createElement('script');"
        " script.textContent = 'window.ran = true'; document.body.append(script);"
        " document.body.setAttribute('style', 'max-width: 1px') })()"
    )

    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1216px"
    assert len(reader.said) == 2


@browsing
def test_right_to_left(reader: Reader) -> None:
    """An answer in Hebrew starts at the right, others at the left."""
    page = reader.opens("awkward")
    left, right = page.evaluate(
        "[...document.querySelectorAll('.answer')].slice(0, 2)"
        ".map(each => getComputedStyle(each).direction)"
    )

    assert (left, right) == ("ltr", "rtl")


@browsing
def test_print(reader: Reader) -> None:
    """It prints; no row is cut in two, and no dark paper."""
    page = reader.opens("one", color_scheme="dark")
    page.emulate_media(media="print")

    assert page.evaluate(
        "getComputedStyle(document.querySelector('tr')).breakInside"
    ) == ("avoid")
    assert page.evaluate(
        "getComputedStyle(document.querySelector('.skip')).display"
    ) == ("none")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(29, 37, 40)"
    assert page.pdf(format="A4").startswith(b"%PDF")
