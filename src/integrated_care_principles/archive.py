"""Zips that are the same whenever and wherever they are made."""

from collections.abc import Mapping
from io import BytesIO

# The first day that a zip can name.
_DAY = (1980, 1, 1, 0, 0, 0)
# OpenDocument and EPUB want this one to be readable without unpacking.
_READABLE = "mimetype"


def zipped(documents: Mapping[str, bytes]) -> bytes:
    """
    Return a zip of *documents* in their order; the same give the same bytes.

    Args:
        documents: By name, with ``/`` between folders.
    """
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in documents.items():
            member = ZipInfo(name, _DAY)
            member.compress_type = ZIP_STORED if name == _READABLE else ZIP_DEFLATED
            member.create_system = 3  # wherever it is made
            member.external_attr = 0o100644 << 16
            archive.writestr(member, data)
    return file.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """
    Return the documents in a zip by name, in its order.

    Raises:
        zipfile.BadZipFile: If it is none.
    """
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return {
            each.filename: archive.read(each)
            for each in archive.infolist()
            if not each.is_dir()
        }
