"""The format, its options, and in which order it says what."""

from collections.abc import Iterator

from attrs import frozen

from integrated_care_principles.reporting import (
    OptionError,
    Report,
    option,
    report_format,
)
from integrated_care_principles_table._agreement import agreement
from integrated_care_principles_table._answers import answers
from integrated_care_principles_table._assessment import assessment
from integrated_care_principles_table._catalogue import catalogue
from integrated_care_principles_table._comparison import comparison
from integrated_care_principles_table._looks import Look
from integrated_care_principles_table._page import Page

# Below it, the words in the titles of the principles would be torn apart.
NARROWEST = 68
# The same where there are frames around cells.
NARROWEST_WITH_LOOK = 74


@frozen(kw_only=True)
class TableOptions:
    """
    What the format ``table`` is asked for.

    Attributes:
        width: In columns; at least 68, or 74 with a `tablefmt`. That of the terminal is
            not asked for, so that the same report is the same text everywhere.
    """

    width: int = option(
        80, help="How many columns a line may fill, at least 68, or 74 with a tablefmt."
    )
    full: bool = option(
        False,
        help="Everything: also the answers, with reasons, ratings, evidence and actions, "
        "and all that the catalogue says.",
    )
    tablefmt: Look | None = option(
        None,
        help="The look of tables, by its name in tabulate, such as grid or github; by "
        "default rules of dashes.",
    )

    def __attrs_post_init__(self) -> None:
        least, where = NARROWEST, ""
        if self.tablefmt is not None:
            least, where = NARROWEST_WITH_LOOK, " with a tablefmt"
        if self.width < least:
            name, expected = "width", f"a whole number from {least}{where}"
            raise OptionError(name, str(self.width), expected)


@report_format(
    media_type="text/plain",
    suffix=".txt",
    options=TableOptions,
    leaves_out=(
        "annotations",
        "evidence",
        "actions",
        "Scale.title",
        "Scale.source",
        "Scale.confidence",
        "Level.title",
        "Response.status",
        "Response.text",
        "Response.rating",
        "Response.contributors",
        "Response.updated",
        "Catalogue.title",
        "Catalogue.guidance_url",
        "Catalogue.table_url",
        "Purpose.guidance_url",
        "Principle.printed_titles",
        "Principle.tidying",
        "Principle.guidance_url",
        "Principle.summary",
        "Principle.narrative",
        "Question.asks",
        "Listing.wording",
        "Resource.kind",
        "Resource.url",
        "Resource.checked",
        "Resource.source_url",
        "Resource.confidence",
    ),
)
def table_format(report: Report, options: TableOptions) -> str:
    """How complete each assessment is, and what is missing, as text for a terminal."""
    page = Page(width=options.width, look=options.tablefmt)
    return "".join(f"{line}\n" for line in _lines(report, options, page))


def _lines(report: Report, options: TableOptions, page: Page) -> Iterator[str]:
    yield from page.heading(report.title)
    if not report.assessments:
        yield from catalogue(report.catalogue, page, full=options.full)
    if report.comparison is not None:
        yield from comparison(report.comparison, report.catalogue, page)
    if report.agreement is not None:
        yield from agreement(report.agreement, report.catalogue, page)
    for number, each in enumerate(report.assessments, start=1):
        if len(report.assessments) > 1:
            yield from ("", "")
            yield from page.heading(f"Assessment {number} of {len(report.assessments)}")
        yield from assessment(each, report, page)
        if options.full:
            yield from answers(each, page)
    yield from page.section("About this report")
    for label, value in report.provenance:
        yield from page.wrapped(f"{label}: {value}", hanging=2)
