"""Frames and rings that somebody put round boxes, where they became part of the page."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.document import Box, Method
from parsers.pdf.drawn.boxes import is_box_sized
from parsers.pdf.drawn.inside import is_alike
from parsers.pdf.objects import Added, Shape, Sign, Tool, Word, holds, middle
from parsers.pdf.viewer.targets import boxes_of

_LEAST, _MOST = 0.6, 7.0
"""How far from the sides of a box a line round it runs, in points."""

_SLACK = 1.6
"""By so much less where the box is a character: its room is not its line."""

_FEW = 3
"""Where more than so many boxes are ringed for each one that is not, rings are how boxes look."""

_MANY = 400
"""On a page with more outlines than this nobody looks which goes round another."""


def rings(shapes: Sequence[Shape], icons: Sequence[Sign], words: Sequence[Word]) -> list[Shape]:
    """The outlines that go round a box, where a good part of the boxes like it have none."""
    lines = [shape for shape in shapes if _is_line(shape)]
    if not 0 < len(lines) <= _MANY:
        return []
    kinds = (
        ([target.box for target in boxes_of(words)], _LEAST - _SLACK),
        ([icon.box for icon in icons], _LEAST),
        ([line.box for line in lines], _LEAST),
    )
    found: list[Shape] = []
    for boxes, least in kinds:
        ringed = [(box, line) for box in boxes if (line := _round(box, lines, least)) is not None]
        used = {line.box for _, line in ringed} | {box for box, _ in ringed}
        free = [box for box in boxes if box not in used] if ringed else []
        for box, line in ringed:
            like = sum(is_alike(other, box) for other in free)
            if _FEW * like >= sum(is_alike(other, box) for other, _ in ringed):
                found.append(line)
    return found


def as_added(ring: Shape) -> Added:
    """The same as a viewer's tool draws it."""
    return Added(Tool.SHAPE, ring.box, Method.DRAWING)


def _is_line(shape: Shape) -> bool:
    # A white area hides the box under it.
    lined = shape.stroked and not (shape.dark or shape.tinted or shape.white)
    return lined and (shape.upright or shape.closed) and is_box_sized(shape.box)


def _round(box: Box, lines: Sequence[Shape], least: float) -> Shape | None:
    """The outline that goes round a box on every side."""
    for line in lines:
        x0, top, x1, bottom = line.box
        gaps = (box[0] - x0, box[1] - top, x1 - box[2], bottom - box[3])
        if holds(line.box, *middle(box)) and min(gaps) >= least and max(gaps) <= _MOST:
            return line
    return None
