"""Text and bytes to values, and back."""

from integrated_care_principles.lazy import importer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from integrated_care_principles.archive import (
        zipped,
    )
    from integrated_care_principles.files._assessments import (
        FORMAT,
        decode_assessment,
        encode_assessment,
        read_assessment,
        write_assessment,
    )
    from integrated_care_principles.files._catalogue_csv import (
        catalogue_csv,
    )
    from integrated_care_principles.files._catalogue_markdown import (
        catalogue_markdown,
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
    from integrated_care_principles.files._dicts import (
        from_dict,
        to_dict,
    )
    from integrated_care_principles.files._folders import (
        save_folder,
    )
    from integrated_care_principles.files._policies import (
        decode_policy,
        encode_policy,
        read_policy,
    )
    from integrated_care_principles.files._saving import (
        Revision,
        save,
    )
    from integrated_care_principles.files._schema import (
        assessment_schema,
        catalogue_schema,
        crosswalk_schema,
        policy_schema,
    )
else:
    # Who only reads does not pay for saving, schemas and exports.
    __getattr__ = importer(
        __name__,
        {
            "integrated_care_principles.archive": ("zipped",),
            "_assessments": (
                "FORMAT",
                "decode_assessment",
                "encode_assessment",
                "read_assessment",
                "write_assessment",
            ),
            "_folders": ("save_folder",),
            "_saving": ("Revision", "save"),
            "_catalogue_csv": ("catalogue_csv",),
            "_catalogue_markdown": ("catalogue_markdown",),
            "_catalogues": ("decode_catalogue", "encode_catalogue", "read_catalogue"),
            "_crosswalks": ("decode_crosswalk", "read_crosswalk"),
            "_dicts": ("from_dict", "to_dict"),
            "_policies": ("decode_policy", "encode_policy", "read_policy"),
            "_schema": (
                "assessment_schema",
                "catalogue_schema",
                "crosswalk_schema",
                "policy_schema",
            ),
        },
    )

__all__ = [
    "FORMAT",
    "Revision",
    "assessment_schema",
    "catalogue_csv",
    "catalogue_markdown",
    "catalogue_schema",
    "crosswalk_schema",
    "decode_assessment",
    "decode_catalogue",
    "decode_crosswalk",
    "decode_policy",
    "encode_assessment",
    "encode_catalogue",
    "encode_policy",
    "from_dict",
    "policy_schema",
    "read_assessment",
    "read_catalogue",
    "read_crosswalk",
    "read_policy",
    "save",
    "save_folder",
    "to_dict",
    "write_assessment",
    "zipped",
]
