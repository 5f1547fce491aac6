"""A catalogue as Markdown: every text is there as text, and official words are apart."""

from collections.abc import Iterator
from itertools import chain

import pytest
from attrs import evolve
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.catalogue import Group, Resource
from integrated_care_principles.files import catalogue_markdown
from integrated_care_principles.files._markdown import escaped, quoted
from integrated_care_principles.testing import catalogues
from integrated_care_principles.text import on_one_line

CATALOGUE = load_catalogue()
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# What we make of no text: everything else is laid out by us, and counted.
NEVER = {
    "code_block",
    "em_open",
    "fence",
    "hr",
    "html_block",
    "html_inline",
    "image",
    "ordered_list_open",
    "s_open",
    "table_open",
}


def tokens(text: str) -> Iterator[Token]:
    """Yield everything that *text* is as Markdown, also within lines."""
    for each in PARSER.parse(text):
        yield each
        yield from each.children or ()


def said(text: str) -> str:
    """Return what a reader reads, in one line."""
    blocks = (each for each in tokens(text) if each.type == "inline")
    parts = ("".join(child.content for child in each.children or ()) for each in blocks)
    return on_one_line(" ".join(parts))


def quotes(text: str) -> list[str]:
    """Return what stands in each block quote, in one line."""
    found: list[list[str]] = []
    depth = 0
    for each in tokens(text):
        if each.type == "blockquote_open":
            depth += 1
            found.append([])
        depth -= each.type == "blockquote_close"
        if depth and each.type == "text":
            found[-1].append(each.content)
        if depth and each.type == "inline" and found[-1]:
            found[-1].append(" ")
    return [on_one_line("".join(each)) for each in found]


def texts_of(catalogue: Catalogue) -> Iterator[str | None]:
    """Yield every text of the *catalogue* that people wrote, as it stands on the page."""
    purpose = catalogue.purpose
    yield from (catalogue.title, catalogue.id, catalogue.edition)
    yield from (catalogue.guidance_url, catalogue.table_url)
    yield from (catalogue.licence, catalogue.attribution)
    yield from (f"{catalogue.statute_as_at}", f"{catalogue.checked}")
    yield from (purpose.summary, purpose.act_limb, purpose.guidance_url)
    for each in catalogue.principles:
        yield from (f"Principle {each.number}:", each.title, *each.printed_titles)
        yield from (each.tidying, each.summary, each.narrative)
        yield from (each.act_limb, each.guidance_url)
    for group in catalogue.groups:
        yield from texts_of_group(catalogue, group)
    for resource in catalogue.resources:
        yield from texts_of_resource(resource)
    for outcome in catalogue.outcomes:
        yield from (f"Outcome {outcome.number}:", outcome.label, outcome.summary)


def texts_of_group(catalogue: Catalogue, group: Group) -> Iterator[str | None]:
    """Yield what stands on the page of a *group*."""
    yield f"Group {group.id}"
    yield from map(str, group.principles)
    for each in group.questions:
        yield from (each.id, each.text, each.follows, each.note)
    for listing in group.listings:
        resource = catalogue.resource(listing.resource)
        yield from (listing.wording, resource.id, resource.status, resource.title)


def texts_of_resource(resource: Resource) -> Iterator[str | None]:
    """Yield what stands on the page of a *resource*."""
    yield from (resource.title, resource.id, resource.kind, resource.publisher)
    yield from (resource.status, f"{resource.changed or ''}")
    yield from (f"{resource.checked}", resource.confidence)
    yield from (resource.successor, resource.url, resource.source_url)


def official(catalogue: Catalogue) -> list[str]:
    """Return every text that is quoted, as it stands on the page."""
    principles = (
        (
            *each.printed_titles,
            *([each.narrative] if each.narrative is not None else ()),
        )
        for each in catalogue.principles
    )
    groups = (
        (
            *(each.text for each in group.questions),
            *(each.wording for each in group.listings),
        )
        for group in catalogue.groups
    )
    return [on_one_line(each) for each in chain(*principles, *groups)]


def missing(catalogue: Catalogue, page: str) -> list[str]:
    """Return the texts of the *catalogue* that do not follow each other on the *page*."""
    lost, rest = [], said(page)
    for text in filter(None, (on_one_line(each or "") for each in texts_of(catalogue))):
        before, found, after = rest.partition(text)
        lost += [] if found else [text]
        rest = after if found else before
    return lost


@given(catalogue=catalogues())
def test_every_text_is_there(catalogue: Catalogue) -> None:
    """Whole, and in the order of the catalogue."""
    assert [] == missing(catalogue, catalogue_markdown(catalogue))


@given(catalogue=catalogues())
def test_official_words_are_apart(catalogue: Catalogue) -> None:
    """Block quotes hold what is quoted, in its order, and nothing else."""
    assert official(catalogue) == quotes(catalogue_markdown(catalogue))


@given(catalogue=catalogues())
def test_no_text_becomes_markup(catalogue: Catalogue) -> None:
    """What there is of headings, quotes, emphasis and links is ours."""
    found = [each.type for each in tokens(catalogue_markdown(catalogue))]
    questions, resources = len(catalogue.questions), len(catalogue.resources)
    groups = len(catalogue.groups)

    assert set() == NEVER & set(found)
    assert 0 == found.count("link_open")
    assert questions + 1 == found.count("strong_open")
    assert found.count("heading_open") == (
        5 + len(catalogue.principles) + 3 * groups + resources + len(catalogue.outcomes)
    )


def test_the_shipped_catalogue() -> None:
    """Everything is there, quotes are the guidance's, and every address is a link."""
    page = catalogue_markdown(CATALOGUE)
    links = {each.attrs["href"] for each in tokens(page) if each.type == "link_open"}

    assert [] == missing(CATALOGUE, page)
    assert official(CATALOGUE) == quotes(page)
    assert {each.url for each in CATALOGUE.resources if each.url} <= links
    assert all(f"{each}".startswith("http") for each in links)
    assert "\\" not in page


def test_a_loss_is_noticed() -> None:
    """The laws refuse a page in which a word is missing, or a quote is none."""
    page = catalogue_markdown(CATALOGUE)
    question = CATALOGUE.questions[7].text

    assert [question] == missing(CATALOGUE, page.replace(question, question[1:]))
    assert official(CATALOGUE) != quotes(page.replace(f"> {question}", question))


def test_what_is_doubtful_is_said_to_be() -> None:
    """Where nobody found out, what a resource became is possible only."""
    page = catalogue_markdown(CATALOGUE)
    doubtful = [each for each in CATALOGUE.unverified() if each.successor]

    assert doubtful
    assert len(doubtful) == page.count("- Possibly now: ")


def test_where_nothing_is_listed() -> None:
    """A row of the table that names no resource is said to name none."""
    first, *others = CATALOGUE.groups
    bare = evolve(CATALOGUE, groups=(evolve(first, listings=()), *others))

    assert "The guidance lists none." not in catalogue_markdown(CATALOGUE)
    assert 1 == catalogue_markdown(bare).count("The guidance lists none.")


def test_titles_that_we_tidied() -> None:
    """Each says so wherever it stands."""
    page = catalogue_markdown(CATALOGUE)
    listings = [each for group in CATALOGUE.groups for each in group.listings]
    titled = (*CATALOGUE.principles, *CATALOGUE.resources, *listings)

    assert len(titled) == page.count(" (tidied)\n")


def test_paragraphs_of_a_quote() -> None:
    """They stay apart, and within one quote."""
    assert "> one two\n>\n> \\# three" == quoted("one\ntwo\n \n\n# three\n")
    assert ">" == quoted(" \n")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain (text): a - b, 1.5 + 2!", "plain (text): a - b, 1.5 + 2!"),
        ("1. one", "1\\. one"),
        ("1)", "1\\)"),
        ("1.5 and 2) more", "1.5 and 2) more"),
        ("- one", "\\- one"),
        ("===", "\\==="),
        ("(here)=", "\\(here)="),
        ("(b)(i)", "(b)(i)"),
        ("see http://a.b or www.a.b", "see http\\://a.b or www\\.a.b"),
        ("a*b_c`d [e] <f> & | ~", "a\\*b\\_c\\`d \\[e\\] &lt;f\\> \\& \\| \\~"),
        (" two\nlines\u202e", "two lines"),
    ],
)
def test_only_what_would_be_markup_is_escaped(text: str, found: str) -> None:
    """Other signs stay as they are: people read the page in an editor too."""
    assert found == escaped(text)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://a.b/c_d?e=f#g", "<https://a.b/c_d?e=f#g>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("https://a.b/ c", "https\\://a.b/ c"),
        ("https://a.b/><i>", "https\\://a.b/\\>&lt;i\\>"),
    ],
)
def test_addresses(url: str, found: str) -> None:
    """Only what is an address on the web, and nothing else, is a link."""
    page = catalogue_markdown(evolve(CATALOGUE, table_url=url))

    assert f"- Its table of questions and resources: {found}\n" in page
