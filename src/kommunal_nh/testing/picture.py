"""The smallest picture that there is, for figures of samples."""

from __future__ import annotations

import struct
import zlib


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


_HEADER = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PIXEL = (
    b"\x89PNG\r\n\x1a\n" + _HEADER + _chunk(b"IDAT", zlib.compress(b"\0\0")) + _chunk(b"IEND", b"")
)
"""A black pixel as PNG."""
