"""What one thing painted on a page makes of another: frames, shadows, dots, strokes drawn in pieces."""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import replace
from math import dist, hypot

from parsers.document import Box
from parsers.pdf.objects import Point, Shape, area, around, middle

_THICKEST = 3.0
"""The line of a box that is painted as an area is no thicker, in points."""

_LATEST = 6
"""So many things painted before may be a box with a white ground over it."""

_HIDDEN = 0.55
"""The share of a dark area under a white one from which on the rest of it is a shadow."""

_LIKE, _SAME = 0.2, 0.8
"""An outline under a white area no larger than a box stays, where it takes such a share of it.

Under the face of a form's box there may be a smaller one. What is filled as well must be as large.
"""

_SMALLEST_DOT = 1.5
_MEET = 0.3
"""How near to one another the ends of two pieces of one stroke lie, in points."""

_MOST_POINTS = 600
_HOLLOW = 0.55
"""How near to its middle a ring's line may come, as a share of the way to its border."""

_STEPS = (0.25, 0.5, 0.75, 1.0)


def curve(start: Point, one: Point, two: Point, end: Point) -> Iterator[Point]:
    """Points on a Bézier curve, its end the last."""
    for t in _STEPS:
        s = 1 - t
        a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        yield (
            a * start[0] + b * one[0] + c * two[0] + d * end[0],
            a * start[1] + b * one[1] + c * two[1] + d * end[1],
        )


def is_frame(outer: Box, inner: Box) -> bool:
    """Whether what lies between two outlines is as narrow as a line, on every side."""
    gaps = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    return min(gaps) >= 0.05 and max(gaps) <= min(_THICKEST, 0.2 * (outer[2] - outer[0]) + 0.2)


def turns_alike(one: Sequence[Point], two: Sequence[Point]) -> bool:
    """Whether two outlines run the same way round: filled together, the inner one then leaves no hole."""
    return (_turn(one) > 0) == (_turn(two) > 0)


def _turn(points: Sequence[Point]) -> float:
    following = [*points[1:], points[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(points, following, strict=True))


def whiten(shapes: MutableSequence[Shape], ground: Box) -> None:
    """Takes from the things painted last what a white area hides: of a dark one its border may be left."""
    for at in range(len(shapes) - 1, max(len(shapes) - 1 - _LATEST, -1), -1):
        shape = shapes[at]
        lined = shape.stroked and (shape.upright or shape.closed)
        like = _shared(shape.box, ground) > (_SAME if shape.dark else _LIKE) * area(ground)
        if _within(shape.box, ground) and not (lined and like):
            del shapes[at]
        elif shape.stroked or not (shape.dark or shape.tinted):
            continue
        elif is_frame(shape.box, ground):
            shapes[at] = replace(shape, stroked=True, dark=False, tinted=False)
        elif area(shape.box) < 3 * area(ground) and _shared(shape.box, ground) > _HIDDEN * area(shape.box):
            del shapes[at]


def _within(inner: Box, outer: Box) -> bool:
    """Whether one box lies in another."""
    return (
        inner[0] >= outer[0] - 0.1
        and inner[1] >= outer[1] - 0.1
        and inner[2] <= outer[2] + 0.1
        and inner[3] <= outer[3] + 0.1
    )


def _shared(one: Box, two: Box) -> float:
    """The area that two boxes have in common."""
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across * down if across > 0 and down > 0 else 0.0


def dot(points: Sequence[Point], width: float) -> Box | None:
    """The area that a line of no length makes with a thick pen, or None."""
    x, y = points[0]
    if width < _SMALLEST_DOT or len(points) > 3 or any(dist((x, y), point) > 0.1 for point in points):
        return None
    return (x - width / 2, y - width / 2, x + width / 2, y + width / 2)


_LONGER, _PIECES = 1.6, 8.0
"""Two lines of one tick are no longer together than this, in lengths of the longer one or in points."""


def prolonged(last: Shape, points: Sequence[Point]) -> Shape | None:
    """The stroke that goes on where another one ended, or None where it does not."""
    before = last.points
    if not before or last.closed or last.dark or last.tinted or not last.stroked:
        return None
    if len(before) > _MOST_POINTS or dist(before[-1], points[0]) > _MEET:
        return None
    whole = (*before, *points[1:])
    box = around([(x, y, x, y) for x, y in whole])
    longer = max(_size(last.box), _size(around([(*point, *point) for point in points])))
    if _size(box) > max(_LONGER * longer, _PIECES):
        # One tick ends where that of the next box begins.
        return None
    return replace(last, box=box, points=whole, closed=is_ring(whole))


def _size(box: Box) -> float:
    return max(box[2] - box[0], box[3] - box[1])


def is_ring(points: Sequence[Point]) -> bool:
    """Whether a line comes back to where it began and leaves its middle free."""
    if len(points) < 6 or dist(points[0], points[-1]) > _MEET:
        return False
    x0, top, x1, bottom = box = around([(x, y, x, y) for x, y in points])
    if x1 - x0 < 1 or bottom - top < 1:
        return False
    u, v = middle(box)
    return all(hypot((x - u) / (x1 - x0), (y - v) / (bottom - top)) * 2 >= _HOLLOW for x, y in points)
