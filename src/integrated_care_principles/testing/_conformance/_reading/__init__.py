"""What a reader of a media type makes of what a format gave."""

from integrated_care_principles.testing._conformance._reading._document import (
    Document,
    joined,
)
from integrated_care_principles.testing._conformance._reading._media import (
    family,
    media_type_of,
    read,
)

__all__ = ["Document", "family", "joined", "media_type_of", "read"]
