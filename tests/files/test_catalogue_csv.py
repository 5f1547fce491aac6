"""A catalogue as a Data Package of CSV tables: nothing is lost, and every key holds."""

import json
import subprocess
import sys
from contextlib import suppress
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.files import catalogue_csv
from integrated_care_principles.reporting import safe
from integrated_care_principles.testing import catalogues

from .packages import broken_rules, described, read, rebuilt

CATALOGUE = load_catalogue()
FILES = catalogue_csv(CATALOGUE)


@given(catalogue=catalogues(), random=st.randoms(use_true_random=False))
def test_what_goes_out_comes_back(catalogue: Catalogue, random: Random) -> None:
    """Every field, also an empty text, and without a look at the order of the rows."""
    tables = read(catalogue_csv(catalogue))
    for rows in tables.values():
        random.shuffle(rows)

    assert catalogue == rebuilt(tables)


def test_the_shipped_catalogue_comes_back() -> None:
    """With the same hashes, and with the fingerprint that the package names."""
    found = rebuilt(read(FILES))

    assert CATALOGUE.content_hash == found.content_hash
    assert found.fingerprint == described(FILES)["fingerprint"]


@pytest.mark.parametrize(
    "name", [each["name"] for each in described(FILES)["resources"]]
)
def test_a_loss_is_noticed(name: str) -> None:
    """The law refuses a package in which one cell of a table is another."""
    tables = read(FILES)
    row, column = tables[name][-1], next(reversed(tables[name][-1]))
    tables[name][-1] = {**row, column: f"not {row[column]}"}

    with suppress(ValueError):  # a text for a number, another word
        assert CATALOGUE != rebuilt(tables)


@given(catalogue=catalogues())
def test_the_rules_hold(catalogue: Catalogue) -> None:
    """Keys tell rows apart, what is linked to is there, and cells are as declared."""
    assert [] == list(broken_rules(catalogue_csv(catalogue)))


def test_the_rules_hold_for_the_shipped_catalogue() -> None:
    """So it is with what is exported in earnest."""
    assert [] == list(broken_rules(FILES))


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        ("questions.csv", b"G1,2,Q1.2", b"G1,2,Q1.1", "questions: id is there twice"),
        (
            "questions.csv",
            b"Q1.1,open",
            b"Q1.0,open",
            "questions: follows leads nowhere",
        ),
        ("questions.csv", b",open,", b",never,", "questions: asks is another word"),
        (
            "questions.csv",
            b"G1,2,Q1.2",
            b"G1,1,Q1.2",
            "questions: group, position is there twice",
        ),
        (
            "listings.csv",
            b"2020-vision",
            b"2021-vision",
            "listings: resource leads nowhere",
        ),
        ("group_principles.csv", b"G1,1,1", b"G1,1,99", "principle leads nowhere"),
        ("groups.csv", b"1,G1", b"1,G 1", "groups: id has another pattern"),
        ("outcomes.csv", b"1,1,", b"1,,", "outcomes: number is required"),
        ("outcomes.csv", b"1,1,", b"1,,", "outcomes: number is missing"),
    ],
)
def test_a_broken_rule_is_noticed(path: str, old: bytes, new: bytes, rule: str) -> None:
    """The law refuses a table in which one cell breaks a rule."""
    changed = FILES[path].replace(old, new, 1)

    assert changed != FILES[path]
    assert rule in "\n".join(broken_rules({**FILES, path: changed}))


@given(catalogue=catalogues())
def test_the_same_gives_the_same_bytes(catalogue: Catalogue) -> None:
    """Also where the catalogue is another object."""
    assert catalogue_csv(catalogue) == catalogue_csv(evolve(catalogue))


def test_what_is_in_the_package() -> None:
    """The descriptor names each table that is there, and the licence."""
    package = described(FILES)
    paths = [each["path"] for each in package["resources"]]

    assert ["datapackage.json", "LICENCE.txt", *paths] == list(FILES)
    assert [{"path": "LICENCE.txt", "title": CATALOGUE.licence}] == package["licenses"]
    assert CATALOGUE.attribution in FILES["LICENCE.txt"].decode()
    assert CATALOGUE.guidance_url == package["sources"][0]["path"]


def test_a_source_without_an_address() -> None:
    """What is no address on the web is not named as one."""
    files = catalogue_csv(evolve(CATALOGUE, guidance_url="a shelf"))

    assert [{"title": CATALOGUE.title}] == described(files)["sources"]


def test_whose_words_every_field_holds() -> None:
    """Each field says it, or what it is where it holds no words."""
    said = {
        f"{table['name']}.{field['name']}": field["description"]
        for table in described(FILES)["resources"]
        for field in table["schema"]["fields"]
    }

    assert all(said.values())
    assert {
        "catalogue.title",
        "group_principles.principle",
        "listings.wording",
        "principles.narrative",
        "principles.number",
        "printed_titles.principle",
        "printed_titles.wording",
        "questions.text",
    } == {name for name, whose in said.items() if whose.startswith("Quoted")}
    assert {"principles.title", "resources.title"} == {
        name for name, whose in said.items() if whose.startswith("Tidied")
    }


def test_what_stands_where_there_is_nothing() -> None:
    """Nothing at all, but where a text of the table is empty: then what none of them is."""
    first, *rest = CATALOGUE.resources
    odd = evolve(
        CATALOGUE,
        resources=(evolve(first, successor="", publisher="-", url=None), *rest),
    )
    (before,), (after,) = (
        [
            each["schema"]["missingValues"]
            for each in described(files)["resources"]
            if each["name"] == "resources"
        ]
        for files in (FILES, catalogue_csv(odd))
    )

    assert ([""], ["--"]) == (before, after)
    assert odd == rebuilt(read(catalogue_csv(odd)))


def test_how_lines_end() -> None:
    """Records end as RFC 4180 has it, and lines within a cell as the catalogue has them."""
    raw = FILES["principles.csv"]

    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r") == raw.count(b"\r\n") == len(CATALOGUE.principles) + 1
    assert b"\n\n" in raw


def test_no_cell_is_a_formula() -> None:
    """Whoever opens the shipped catalogue in a spreadsheet runs nothing."""
    texts = [
        value
        for rows in read(FILES).values()
        for row in rows
        for value in row.values()
        if isinstance(value, str)
    ]

    assert len(texts) > 500
    assert [] == [each for each in texts if safe.csv_cell(each) != each]


def test_the_descriptor_is_canonical() -> None:
    """It is laid out as all JSON of ours."""
    package = described(FILES)
    canonical = json.dumps(package, indent=2, ensure_ascii=False)

    assert f"{canonical}\n".encode() == FILES["datapackage.json"]


def test_who_exports_nothing_pays_nothing() -> None:
    """Reading a file loads nothing that only exports need."""
    code = "import sys, integrated_care_principles.files; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert [] == [
        each
        for each in run.stdout.decode().split()
        if each.endswith(("_catalogue_csv", "_catalogue_markdown", "files._tables"))
    ]
