"""Small pictures made in code: a logo, a photo."""

from __future__ import annotations

import struct
import zlib
from random import Random


def picture(random: Random, width: int = 24, height: int = 16) -> bytes:
    """A PNG of two colours in stripes, no two alike but by chance.

    Stored, not packed: other versions of zlib pack otherwise, and the bytes would differ.
    """
    front, back = (bytes(random.randrange(256) for _ in range(3)) for _ in range(2))
    stripe = random.randint(3, 9)
    lines = (b"\0" + (front if row // stripe % 2 else back) * width for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"".join(lines), 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
