"""The format, and the schema of what it gives."""

import json

from integrated_care_principles.reporting import Report, report_format
from integrated_care_principles_json._document import Document, document
from integrated_care_principles_json._plain import plain
from integrated_care_principles_json._schema import Schema, schema

_TITLE = "A report of how complete assessments against the integration principles are"


@report_format(media_type="application/json", suffix=".json")
def json_format(report: Report) -> str:
    """Everything that the report holds, as data for other programs."""
    value = plain(document(report), report.catalogue)
    return f"{json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)}\n"


def report_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of what the format gives."""
    return schema(Document, _TITLE)
