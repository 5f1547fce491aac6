"""Text and bytes to values, and back."""

from integrated_care_principles.archive import zipped
from integrated_care_principles.files._assessments import (
    FORMAT,
    decode_assessment,
    encode_assessment,
    read_assessment,
    write_assessment,
)
from integrated_care_principles.files._catalogues import (
    decode_catalogue,
    encode_catalogue,
    read_catalogue,
)
from integrated_care_principles.files._crosswalks import (
    decode_crosswalk,
    read_crosswalk,
)
from integrated_care_principles.files._folders import save_folder
from integrated_care_principles.files._saving import Revision, save
from integrated_care_principles.files._schema import catalogue_schema

__all__ = [
    "FORMAT",
    "Revision",
    "catalogue_schema",
    "decode_assessment",
    "decode_catalogue",
    "decode_crosswalk",
    "encode_assessment",
    "encode_catalogue",
    "read_assessment",
    "read_catalogue",
    "read_crosswalk",
    "save",
    "save_folder",
    "write_assessment",
    "zipped",
]
