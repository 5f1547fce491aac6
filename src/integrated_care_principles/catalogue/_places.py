"""Where in the guidance the quoted words stand."""

from attrs import frozen

from integrated_care_principles.catalogue._catalogue import Catalogue


@frozen(kw_only=True)
class Place:
    """
    Where quoted words stand.

    Attributes:
        url: The page.

        where: Where on it, in our words.
    """

    url: str
    where: str

    def __str__(self) -> str:
        return f"{self.url}, {self.where}"


def place_of_question(catalogue: Catalogue, id: str) -> Place:
    """
    Return where the question called *id* is printed.

    Raises:
        UnknownQuestionError: If the catalogue has no such question.
    """
    question = catalogue.question(id)
    (group,) = catalogue.groups_of(question=id)
    number = group.questions.index(question) + 1
    return _in_table(catalogue, group.id, f"question {number}")


def places_of_resource(catalogue: Catalogue, id: str) -> tuple[Place, ...]:
    """
    Return each place that lists the resource called *id*, as printed.

    Raises:
        UnknownResourceError: If the catalogue names no such resource.
    """
    return tuple(
        _in_table(catalogue, group.id, f"resource {number}")
        for group in catalogue.groups_of(resource=id)
        for number, listing in enumerate(group.listings, 1)
        if listing.resource == id
    )


def places_of_principle(catalogue: Catalogue, number: int) -> tuple[Place, ...]:
    """
    Return where a principle is a heading: its own page, where we had it, and the table.

    Raises:
        UnknownPrincipleError: If the catalogue has no such principle.
    """
    principle = catalogue.principle(number)
    own = Place(url=principle.guidance_url, where="heading and text")
    tabled = tuple(
        _in_table(catalogue, each.id, f"heading of principle {number}")
        for each in catalogue.groups_of(principle=number)
    )
    return tabled if principle.narrative is None else (own, *tabled)


def _in_table(catalogue: Catalogue, group: str, where: str) -> Place:
    row = [each.id for each in catalogue.groups].index(catalogue.group(group).id) + 1
    return Place(url=catalogue.table_url, where=f"table, row {row}, {where}")
