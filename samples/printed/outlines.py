"""The least that a font can be: blocks for letters, frames for boxes, so that there is something to see."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeAlias

Block: TypeAlias = tuple[int, int, int, int]
"""Left, bottom, right, top in thousandths of the font size."""

_EMPTY = frozenset("☐□▢◻◽⬜❏❐❑❒❍○◯⚪▫\u20dd\u20de")
_TICKED = frozenset("☑☒⌧■▣⊠▪◼●◉◎⬛⚫✅☑🗹🗵🗷")

_LOW = {"-–—~+=": (220, 300), ".,…·_;": (0, 90), "'’‘`´\"“”": (560, 700)}
"""What signs take of a line's height, in thousandths of the font size."""

_LINE = 60


def blocks(text: str, width: int) -> list[Block]:
    """What a letter of this width looks like; the second block of two is a hole in the first."""
    right = max(width - 60, 80)
    if text in _EMPTY or text in _TICKED:
        side = max(right - 40, 400)
        frame = [(40, 0, 40 + side, side), (40 + _LINE, _LINE, 40 + side - _LINE, side - _LINE)]
        inside = (40 + side // 4, side // 4, 40 + 3 * side // 4, 3 * side // 4)
        return [*frame, inside] if text in _TICKED else frame
    bottom, top = next((room for signs, room in _LOW.items() if text in signs), (0, 650))
    return [(10, bottom, right, top)]


def font(letters: Sequence[tuple[str, int]]) -> bytes:
    """A TrueType font of these letters and their widths in thousandths, behind one without a name."""
    wanted = [("", 500), *letters]
    glyphs = [_glyph(blocks(text, width)) for text, width in wanted]
    places = [0, *accumulate(map(len, glyphs))]
    count = len(glyphs)
    head = (0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, -200, 1000, 800, 0, 8, 2, 1, 0)
    tables = {
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", *head),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 905, -212, 0, 1000, *(0,) * 11, count),
        b"hmtx": b"".join(struct.pack(">Hh", width, 0) for _, width in wanted),
        b"loca": struct.pack(f">{count + 1}I", *places),
        b"maxp": struct.pack(">IH13H", 0x10000, count, 12, 3, 0, 0, 1, *(0,) * 8),
    }
    return _bound(tables)


def _glyph(found: Sequence[Block]) -> bytes:
    """The outline of a letter; a hole runs the other way round."""
    points: list[tuple[int, int]] = []
    for at, (x0, y0, x1, y1) in enumerate(found):
        corners = [(x0, y0), (x0, y1), (x1, y1), (x1, y0)]
        points += corners if at != 1 else corners[::-1]
    box = (min(x for x, _ in points), 0, max(x for x, _ in points), max(y for _, y in points))
    ends = [4 * at + 3 for at in range(len(found))]
    before = [(0, 0), *points]
    steps = [(x - u, y - v) for (u, v), (x, y) in zip(before, points, strict=False)]
    body = struct.pack(f">hhhhh{len(ends)}HH", len(found), *box, *ends, 0) + bytes([1] * len(points))
    for way in (0, 1):
        body += struct.pack(f">{len(steps)}h", *(step[way] for step in steps))
    return body + b"\0" * (-len(body) % 4)


def _bound(tables: dict[bytes, bytes]) -> bytes:
    offset = 12 + 16 * len(tables)
    listed, bodies = b"", b""
    for name, body in sorted(tables.items()):
        listed += struct.pack(">4sIII", name, 0, offset + len(bodies), len(body))
        bodies += body + b"\0" * (-len(body) % 4)
    return struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64) + listed + bodies
