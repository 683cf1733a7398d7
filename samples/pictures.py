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
    return _png(width, height, 2, b"".join(lines))


def box(filling: str, side: int = 22) -> bytes:
    """A PNG of a frame: empty, with an ``x`` in it, or ``full``."""
    rows = bytearray()
    for row in range(side):
        rows += b"\0" + bytes(0 if _drawn(row, at, side, filling) else 255 for at in range(side))
    return _png(side, side, 0, bytes(rows))


def _drawn(row: int, at: int, side: int, filling: str) -> bool:
    """Whether a pixel belongs to the frame or to what is in it."""
    edge = min(row, at, side - 1 - row, side - 1 - at)
    if filling == "full" and edge > 3:
        return True
    crossed = min(abs(row - at), abs(row + at - side + 1)) < 2
    return edge < 2 or (filling == "x" and crossed)


def _png(width: int, height: int, kind: int, lines: bytes) -> bytes:
    """A PNG of so many pixels a line, each line after its filter byte."""
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    packed = zlib.compress(lines, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
