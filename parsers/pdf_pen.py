"""Where marks put on a page lie: which strokes are one mark, how much of it is in a box, what it rings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import dist, hypot

from parsers import marks
from parsers.document import Box, State
from parsers.pdf_objects import Added, Point, Tool, area, around, holds, middle
from parsers.pdf_targets import Target

MARK_SIZED = 40.0
"""A single tick is no larger than this, in points."""

_RING_HIGH = 45.0
"""A ring round an option is no higher than this, in points; a larger one is round something else."""

_STEP = 1.0
_MOST_SAMPLES = 600
_LATE = 60
"""The strokes of one mark follow one another, with so many others between them at most."""

_PEN_TICKS = frozenset("/\\-–•·●■o*+")
"""What people type over a box as they would draw it, beside the marks that stand in any text."""


def single(added: Sequence[Added]) -> Iterator[Added]:
    """The things one by one: strokes of a pen that are one mark together, and no others.

    Some viewers keep all that the pen drew on a page as one thing.
    """
    strokes: list[Added] = []
    for one in added:
        if one.tool is Tool.STROKE and one.strokes:
            for stroke in one.strokes:
                strokes.append(replace(one, strokes=(stroke,), box=around([(*p, *p) for p in stroke])))
        elif one.tool is Tool.TEXT and "\n" in one.text and _is_column(one.text):
            yield from _rows(one)
        else:
            yield one
    for mark in _joined(strokes):
        yield replace(mark, dots=tuple(_dots(mark.strokes)))


def _is_column(text: str) -> bool:
    """Whether a typed text is a column of ticks."""
    return all(not line.strip() or says(line.strip()) is State.TICKED for line in text.split("\n"))


def _rows(one: Added) -> Iterator[Added]:
    lines = one.text.split("\n")
    height = (one.box[3] - one.box[1]) / len(lines)
    for at, line in enumerate(lines):
        if line.strip():
            top = one.box[1] + at * height
            yield replace(one, text=line.strip(), box=(one.box[0], top, one.box[2], top + height))


def _joined(strokes: Sequence[Added]) -> list[Added]:
    """Strokes that cross one another as one mark."""
    found: list[Added] = []
    for one in strokes:
        late = range(max(len(found) - _LATE, 0), len(found))
        at = next((at for at in late if _cross(found[at].box, one.box)), None)
        if at is None:
            found.append(one)
        else:
            box = around([found[at].box, one.box])
            found[at] = replace(found[at], box=box, strokes=(*found[at].strokes, *one.strokes))
    return found


def _cross(one: Box, two: Box) -> bool:
    """Whether two strokes are parts of one tick: the middle of one lies in the other."""
    small = max(one[2] - one[0], one[3] - one[1], two[2] - two[0], two[3] - two[1]) <= MARK_SIZED
    return small and (holds(one, *middle(two), 0.5) or holds(two, *middle(one), 0.5))


def touch(one: Added, box: Box) -> float:
    """How much of a mark lies in a box, 0 to 1."""
    grown = (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1)
    if not meet(one.box, grown):
        return 0.0
    if one.strokes:
        inside, whole = _length_in(one.dots, grown)
        return min(inside / max(min(whole, box[2] - box[0] + box[3] - box[1]), 0.1), 1.0)
    across = min(one.box[2], box[2]) - max(one.box[0], box[0])
    down = min(one.box[3], box[3]) - max(one.box[1], box[1])
    if across <= 0 or down <= 0:
        return 0.0
    (x, y), (u, v) = middle(one.box), middle(box)
    reach = (
        max(one.box[2] - one.box[0], one.box[3] - one.box[1]) + max(box[2] - box[0], box[3] - box[1])
    ) / 2
    near = max(1 - dist((x, y), (u, v)) / reach, 0.0)
    return near * across * down / max(min(area(one.box), area(box)), 0.1)


def meet(one: Box, two: Box) -> bool:
    """Whether two boxes have a point in common."""
    return one[0] <= two[2] and one[2] >= two[0] and one[1] <= two[3] and one[3] >= two[1]


def _length_in(dots: Sequence[tuple[float, float, float]], box: Box) -> tuple[float, float]:
    """How long strokes run within a box, and at all, in points."""
    inside = whole = 0.0
    for x, y, step in dots:
        whole += step
        inside += step if holds(box, x, y) else 0.0
    return inside, whole


def _dots(strokes: Sequence[Sequence[Point]]) -> Iterator[tuple[float, float, float]]:
    """Points along strokes with the length that each stands for."""
    pairs = [pair for stroke in strokes for pair in pairwise(stroke)]
    whole = sum(dist(start, end) for start, end in pairs)
    step = max(_STEP, whole / _MOST_SAMPLES)
    for start, end in pairs:
        length = dist(start, end)
        count = max(int(length / step), 1)
        for at in range(count):
            share = (at + 0.5) / count
            x = start[0] + share * (end[0] - start[0])
            yield x, start[1] + share * (end[1] - start[1]), length / count


def beside(one: Added, targets: Sequence[Target]) -> list[tuple[float, int]]:
    """The boxes that a mark stands right beside, on their level, with how near it is, up to 1."""
    x, y = middle(one.box)
    found = []
    for at, target in enumerate(targets):
        x0, top, x1, bottom = target.box
        reach = 1.2 * max(min(x1 - x0, bottom - top), 6.0)
        gap = max(x0 - one.box[2], one.box[0] - x1, 0.0)
        off = abs(y - (top + bottom) / 2)
        if gap <= reach and off <= 0.7 * max(bottom - top, 6.0) and max(x0 - x, x - x1) > 0:
            found.append((1 / (1 + hypot(gap, off)), at))
    return found


def is_ring(one: Added, targets: Sequence[Target]) -> bool:
    """Whether a mark is a line round something, and hides nothing in the middle."""
    width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
    if one.filled or height > _RING_HIGH or min(width, height) < 6:
        return False
    if one.tool is Tool.SHAPE:
        around_one = [t for t in targets if holds(one.box, *middle(t.box))]
        return not around_one or area(one.box) > 2 * min(area(target.box) for target in around_one)
    if one.tool is not Tool.STROKE or len(one.strokes) != 1 or len(one.strokes[0]) < 6:
        return False
    path = one.strokes[0]
    length = sum(dist(start, end) for start, end in pairwise(path))
    inner = (
        one.box[0] + 0.3 * width,
        one.box[1] + 0.3 * height,
        one.box[2] - 0.3 * width,
        one.box[3] - 0.3 * height,
    )
    open_by = dist(path[0], path[-1])
    return (
        open_by < 0.25 * length
        and length > 0.5 * (2 * (width + height))
        and _length_in(one.dots, inner)[0] < (0.08 * length)
    )


def says(text: str, font: str = "") -> State | None:
    """What a short text says as a mark."""
    if len(text) > 12:
        return None
    look = marks.glyph(text, font)
    if look is not None:
        return State.TICKED if look.state is State.TICKED else None
    return State.TICKED if text in _PEN_TICKS else marks.typed(text)
