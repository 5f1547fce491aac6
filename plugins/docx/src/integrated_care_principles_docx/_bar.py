"""A bar as a picture, which needs no library: a few lines of colour."""

import struct
import zlib

_WIDTH = 100
_HEIGHT = 8
_FILLED, _EMPTY = 0, 1
# Blue, and a grey that stands apart from it and from paper.
_PALETTE = bytes((0x1D, 0x4F, 0x91, 0xD5, 0xD9, 0xDF))


def bar(percent: int) -> bytes:
    """Return a bar of which so many *percent* are filled, as PNG."""
    row = bytes((_FILLED,)) * percent + bytes((_EMPTY,)) * (_WIDTH - percent)
    header = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", _PALETTE),
            _chunk(b"IDAT", zlib.compress((b"\0" + row) * _HEIGHT)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
