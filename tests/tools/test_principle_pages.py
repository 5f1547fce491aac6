"""Pages of the documentation that are made of the catalogue."""

from pathlib import Path
from runpy import run_path

import pytest
from markdown_it import MarkdownIt

from integrated_care_principles import load_catalogue, load_law, load_outcome_links

CATALOGUE = load_catalogue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the pages."""
    tool = Path(__file__).parents[2] / "tools/principle_pages.py"
    run_path(str(tool))["write_pages"](tmp_path / "principles")
    return tmp_path / "principles"


def shown(page: Path) -> str:
    """Return what a reader reads of a *page*, in one line."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    texts = (
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type in {"text", "text_special"}
    )
    return "".join("".join(texts).split())


def test_a_page_has_what_belongs_to_its_principle(folder: Path) -> None:
    """Questions, resources, law and outcomes, and no question of another group."""
    for each in CATALOGUE.principles:
        text = shown(folder / f"principle-{each.number}.md")
        asked = CATALOGUE.questions_of(principle=each.number)
        listed = CATALOGUE.resources_of(principle=each.number)
        linked = [
            one
            for one in load_outcome_links().links
            if one.principle == each.number
            or one.question in [question.id for question in asked]
        ]
        said = [
            f"{each.title} (tidied)",
            *each.printed_titles,
            *(one.text for one in asked),
            *(f"{one.title} (tidied)" for one in listed),
            *(one.successor for one in listed if one.successor),
            *(one.what for one in load_law().provisions if not one.in_force),
            *(one.rationale for one in linked),
            f"31(1){each.act_limb}",
            "not in force:",
            *([] if linked else ["None that we see"]),
            "everything else is ours",
            CATALOGUE.attribution,
        ]
        others = [one.text for one in CATALOGUE.questions if one not in asked]
        assert [] == [one for one in said if "".join(one.split()) not in text]
        assert len(linked) == text.count("(related")
        assert [] == [one for one in others if "".join(one.split()) in text]


def test_the_pages_are_listed(folder: Path) -> None:
    """Each page stands in the list of them, and there is no other."""
    listed = (folder / "index.md").read_text(encoding="utf-8").split()

    assert {each.stem for each in folder.iterdir()} == {
        "index",
        *(f"principle-{each.number}" for each in CATALOGUE.principles),
    }
    assert all(f"principle-{each.number}" in listed for each in CATALOGUE.principles)
