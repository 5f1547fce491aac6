"""A project that publishes a report format, as files that are ready to be written."""

from integrated_care_principles.cli._project._documents import documents
from integrated_care_principles.cli._project._names import Names
from integrated_care_principles.cli._project._rules import DEFAULT_SUMMARY, refusals

__all__ = ["DEFAULT_SUMMARY", "Names", "documents", "refusals"]
