"""What a library zipped, without what differs from run to run."""

from collections.abc import Mapping
from types import MappingProxyType

from integrated_care_principles.archive import unzipped, zipped

_NOTHING: Mapping[str, bytes] = MappingProxyType({})
# By what stands first in them, programs tell documents from other zips.
_FIRST = ("mimetype", "[Content_Types].xml", "_rels/.rels")
# Of any office document, so that what only one kind has comes before it.
_LAST = ("customXml/", "docProps/")


def stable_zip(data: bytes, *, replacing: Mapping[str, bytes] = _NOTHING) -> bytes:
    """
    Return the zip *data* made anew, so that the same members give the same bytes.

    For what libraries make of office documents, EPUB and other zips. Dates, rights,
    comments and entries of folders are gone. Members go by their names, but those by
    which programs tell what it is come first, and ``mimetype`` is not compressed.

    Args:
        replacing: Members to put in, or in the place of those of the same name: what a
            member says of the moment in which it was made stays unless it is replaced.

    Raises:
        zipfile.BadZipFile: If it is no zip.
    """
    members = {**unzipped(data), **replacing}
    return zipped({each: members[each] for each in sorted(members, key=_place)})


def _place(name: str) -> tuple[int, str]:
    if name in _FIRST:
        return _FIRST.index(name), name
    return len(_FIRST) + name.startswith(_LAST), name
