"""Pen strokes as tablets' note programs save them: a picture on a transparent ground, laid over the page."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from zlib import compress

from samples.ink import Box, Ink, Strokes, around, grown, rect

PAGE: Box = (0.0, 0.0, 595.0, 842.0)
_FINE = 2.0
"""Pixels a point."""

_REACH = 0.7
"""Half as broad as the pen's line, in points."""


def overlay(strokes: Strokes, room: Box = PAGE) -> Ink:
    """A picture as large as the page, or as `room`, part of the page's content."""
    streams, size = _picture(strokes, room)
    x0, y0, _, _ = room
    content = f"q {size[0]:.2f} 0 0 {size[1]:.2f} {x0:.2f} {y0:.2f} cm /Ink{{1}} Do Q"
    return Ink((), streams, content)


def cropped(strokes: Strokes) -> Ink:
    """A picture that ends where the strokes do."""
    return overlay(strokes, grown(around(strokes), 3))


def stamped(strokes: Strokes, room: Box = PAGE) -> Ink:
    """The same picture as a stamp."""
    streams, (wide, high) = _picture(strokes, room)
    box = rect((0.0, 0.0, wide, high))
    head = f"/Type/XObject/Subtype/Form/BBox{box}/Resources<</XObject<</Im {{1}} 0 R>>>>"
    shown = (head, f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm /Im Do Q")
    return Ink((f"/Subtype/Stamp/Rect{rect(room)}/F 4/AP<</N {{2}} 0 R>>",), (*streams, shown))


def _picture(strokes: Strokes, room: Box) -> tuple[tuple[tuple[str, str], ...], tuple[float, float]]:
    """The streams of a picture, its transparency first, and how large it is in points."""
    wide, high = room[2] - room[0], room[3] - room[1]
    width, height = round(wide * _FINE), round(high * _FINE)
    size = f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/Filter/FlateDecode"
    ground = compress(_ink(strokes, room, width, height)).decode("latin-1")
    colour = compress(b"\x10\x20\x90" * width * height).decode("latin-1")
    mask = (f"{size}/ColorSpace/DeviceGray", ground)
    return (mask, (f"{size}/ColorSpace/DeviceRGB/SMask {{0}} 0 R", colour)), (wide, high)


def _ink(strokes: Strokes, room: Box, width: int, height: int) -> bytes:
    """How much a picture hides of what lies under it, row by row from the top."""
    found, reach = bytearray(width * height), round(_REACH * _FINE)
    for stroke in strokes:
        for (x0, y0), (x1, y1) in pairwise(stroke):
            steps = max(int(hypot(x1 - x0, y1 - y0) * _FINE), 1)
            for at in range(steps + 1):
                x = round((x0 + (x1 - x0) * at / steps - room[0]) * _FINE)
                y = round((room[3] - y0 - (y1 - y0) * at / steps) * _FINE)
                for row in range(max(y - reach, 0), min(y + reach + 1, height)):
                    start, end = max(x - reach, 0), min(x + reach + 1, width)
                    found[row * width + start : row * width + end] = b"\xff" * max(end - start, 0)
    return bytes(found)
