"""Rectangles with round corners: frames of cells, as web pages and designers draw them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from parsers.document import Box
from parsers.pdf.objects import Point

_STRAIGHT = 0.35
"""The share of each side that runs straight; of a ring's none does."""

_LEAST = 22.0
"""What is no wider than this, in points, may be a box to tick, and is kept as it is."""

_NEAR = 0.3


def is_rounded(points: Sequence[Point], box: Box) -> bool:
    """Whether an outline is that of a box with round corners, too large to be ticked."""
    x0, top, x1, bottom = box
    if x1 - x0 < _LEAST or len(points) < 8:
        return False
    straight = [0.0, 0.0, 0.0, 0.0]
    for (x, y), (u, v) in pairwise((*points, points[0])):
        for side, (one, two, at) in enumerate(((x, u, x0), (y, v, top), (x, u, x1), (y, v, bottom))):
            if abs(one - at) < _NEAR and abs(two - at) < _NEAR:
                straight[side] = max(straight[side], abs(y - v) + abs(x - u))
    sides = (bottom - top, x1 - x0, bottom - top, x1 - x0)
    return all(part > _STRAIGHT * whole for part, whole in zip(straight, sides, strict=True))
