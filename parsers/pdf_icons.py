"""Small pictures that are boxes: some forms, and programs that save what others drew, have those."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Box, Method, State
from parsers.pdf_file import Sheet
from parsers.pdf_glyphs import SIDE, picture
from parsers.pdf_objects import Sign

_MOST = 200
"""Pictures looked at on one page."""

_DARK = 140
_FULL = 0.06
"""The share of ink in a box's middle from which something stands in it."""

_SOLID = 0.9
_SURE = 0.9


def boxes(sheet: Sheet, places: Sequence[Box]) -> tuple[Sign, ...]:
    """The pictures at those places that are boxes, where there are several; a lone one is an icon.

    Where all are solid they are a list's bullets.
    """
    found = [(box, ink) for box in places[:_MOST] if (ink := _ink(sheet, box)) is not None]
    if len(found) < 2 or all(ink > _SOLID for _, ink in found):
        return ()
    return tuple(_sign(box, ink >= _FULL) for box, ink in found)


def _sign(box: Box, ticked: bool) -> Sign:
    state = State.TICKED if ticked else State.EMPTY
    return Sign(box, state, Method.DRAWING, "☒" if ticked else "☐", _SURE)


def _ink(sheet: Sheet, box: Box) -> float | None:
    """The share of ink in a box's middle, or None where no line runs around it."""
    data = picture(sheet, box)
    scale = SIDE / max(box[2] - box[0], box[3] - box[1])
    width, height = min(int((box[2] - box[0]) * scale), SIDE), min(int((box[3] - box[1]) * scale), SIDE)
    dark = [[data[y * SIDE + x] < _DARK for x in range(width)] for y in range(height)]
    turned = [list(column) for column in zip(*dark, strict=True)]
    if not all(_lined(side) for side in (dark, dark[::-1], turned, turned[::-1])):
        return None
    down, across = range(height * 3 // 10, height * 7 // 10), range(width * 3 // 10, width * 7 // 10)
    return sum(dark[y][x] for y in down for x in across) / max(len(down) * len(across), 1)


def _lined(rows: Sequence[Sequence[bool]]) -> bool:
    """Whether a line runs along the first of these rows: straight, or the arc of a ring."""
    band = rows[: max(len(rows) // 4, 1)]
    middle = range(len(rows[0]) // 3, len(rows[0]) * 2 // 3 + 1)
    return all(any(row[x] for row in band) for x in middle)
