"""Reports as JSON, with its schema."""

from integrated_care_principles_json._format import json_format, report_schema

__all__ = ["json_format", "report_schema"]
