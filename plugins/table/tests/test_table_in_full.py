"""The format table with the option full: nothing is left out."""

from integrated_care_principles_table import TableOptions, table_format

from integrated_care_principles.reporting import Report, report_format
from integrated_care_principles.testing import check_format
from tests.reports import report_of


@report_format(media_type="text/plain", suffix=".txt")
def in_full(report: Report) -> str:
    """Everything that a report says, as text for a terminal."""
    return table_format(report, TableOptions(full=True))


def test_everything_is_shown() -> None:
    """The kit finds no field that is neither shown nor named as left out."""
    assert () == check_format(in_full)


def test_the_summary_is_shorter() -> None:
    """By default one screen after another is spared."""
    report = report_of()

    assert 3 * len(table_format(report)) < len(in_full(report))
