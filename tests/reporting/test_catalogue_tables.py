"""A catalogue as tables."""

from hypothesis import given

from integrated_care_principles import Catalogue, load_catalogue
from integrated_care_principles.reporting import Table, catalogue_tables
from integrated_care_principles.testing import catalogues

SCOTLAND = load_catalogue()
COLUMNS = {
    "principles": ("number", "title", "act_limb", "guidance_url", "summary"),
    "questions": ("group", "principles", "id", "text", "follows", "asks", "note"),
    "resources": (
        "group",
        "wording",
        "id",
        "title",
        "publisher",
        "kind",
        "status",
        "successor",
        "changed",
        "url",
        "checked",
        "source_url",
        "confidence",
    ),
    "outcomes": ("number", "label", "summary"),
}


def by_name(catalogue: Catalogue) -> dict[str, Table]:
    """Return the tables of a *catalogue* by their names."""
    return {each.name: each for each in catalogue_tables(catalogue)}


def test_there_are_four_tables_with_their_columns() -> None:
    """Principles, questions, resources and outcomes each have their columns."""
    assert list(COLUMNS) == [each.name for each in catalogue_tables(SCOTLAND)]
    assert COLUMNS == {each.name: each.columns for each in catalogue_tables(SCOTLAND)}


def test_everything_in_the_catalogue_has_a_row() -> None:
    """12 principles, 51 questions, 59 listings of resources, 9 outcomes."""
    assert {"principles": 12, "questions": 51, "resources": 59, "outcomes": 9} == {
        name: len(table.rows) for name, table in by_name(SCOTLAND).items()
    }


def test_a_row_says_what_the_catalogue_says() -> None:
    """Single rows, written down by hand."""
    found = by_name(SCOTLAND)

    assert (
        9,
        "Efficient use of resources",
        "Resources are used well and without waste.",
    ) == found["outcomes"].rows[-1]
    assert (
        1,
        "Is integrated from the point of view of service-users",
        "(b)(i)",
    ) == found["principles"].rows[0][:3]
    assert ("G1", "1", "Q1.2", "Q1.1", "open") == tuple(
        found["questions"].rows[1][place] for place in (0, 1, 2, 4, 5)
    )
    assert "2, 4, 10" == found["questions"].rows[5][1]


@given(catalogues())
def test_tables_show_what_the_catalogue_has(catalogue: Catalogue) -> None:
    """Every row is that of one thing in the catalogue, in its order."""
    found = by_name(catalogue)
    resources = {each.id: each for each in catalogue.resources}

    assert [
        (each.number, each.title, each.act_limb, each.guidance_url, each.summary)
        for each in catalogue.principles
    ] == list(found["principles"].rows)
    assert [
        (
            group.id,
            ", ".join(f"{number}" for number in group.principles),
            each.id,
            each.text,
            each.follows,
            each.asks.value,
            each.note,
        )
        for group in catalogue.groups
        for each in group.questions
    ] == list(found["questions"].rows)
    assert [
        (
            group.id,
            listing.wording,
            each.id,
            each.title,
            each.publisher,
            each.kind.value,
            each.status.value,
            each.successor,
            each.changed,
            each.url,
            f"{each.checked}",
            each.source_url,
            each.confidence.value,
        )
        for group in catalogue.groups
        for listing in group.listings
        for each in [resources[listing.resource]]
    ] == list(found["resources"].rows)
    assert [
        (each.number, each.label, each.summary) for each in catalogue.outcomes
    ] == list(found["outcomes"].rows)


@given(catalogues())
def test_tables_are_square_and_plain(catalogue: Catalogue) -> None:
    """Every row is as wide as its columns, of plain texts and numbers."""
    for table in catalogue_tables(catalogue):
        for row in table.rows:
            assert len(table.columns) == len(row)
            assert set(map(type, row)) <= {str, int, type(None)}
