"""Where marks put on a page lie: which strokes are one mark, how much of it is in a box, what it rings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import dist, hypot

from parsers import marks
from parsers.document import Box, State
from parsers.pdf.objects import Added, Point, Tool, area, around, holds, middle
from parsers.pdf.viewer.targets import Target

MARK_SIZED = 40.0
"""A single tick is no larger than this, in points."""

_RING_HIGH = 45.0
"""A ring round an option is no higher than this, in points; a larger one is round something else."""

_MOST_TURNS = 3
"""A tick or a cross turns up and down less often."""

_STEP = 1.0
_MOST_SAMPLES = 600
_LATE = 60
"""The strokes of one mark follow one another, with so many others between them at most."""

_SAME_PLACE = 0.4
"""The middles of a cross's two lines lie no further apart than this, in sizes of the larger one."""

_SAME_END = 1.0
"""A line goes on in another one where their ends are no further apart, in points."""

_LONGER, _PIECES = 1.5, 8.0
"""Two lines that make a tick are no longer together than this, in lengths of the longer one or in points."""

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
    """Strokes that cross one another, or go on in one another, as one mark."""
    found: list[Added] = []
    for one in strokes:
        late = range(max(len(found) - _LATE, 0), len(found))
        at = next((at for at in late if _is_one(found[at], one)), None)
        if at is None:
            found.append(one)
        else:
            box = around([found[at].box, one.box])
            found[at] = replace(found[at], box=box, strokes=(*found[at].strokes, *one.strokes))
    return found


def _is_one(one: Added, two: Added) -> bool:
    """Whether two strokes are parts of one tick: they have their middles in one place, or an end."""
    sides = [box[end] - box[end - 2] for box in (one.box, two.box) for end in (2, 3)]
    if max(sides) > MARK_SIZED or not meet(_grown(one.box), two.box):
        return False
    if dist(middle(one.box), middle(two.box)) <= _SAME_PLACE * max(*sides, 4.0):
        return True
    whole = around([one.box, two.box])
    if max(whole[2] - whole[0], whole[3] - whole[1]) > max(_LONGER * max(sides), _PIECES):
        # One ends where the next begins: ticks of boxes that touch one another.
        return False
    ends = [(stroke[0], stroke[-1]) for stroke in two.strokes]
    return any(
        dist(end, other) <= _SAME_END
        for stroke in one.strokes
        for end in (stroke[0], stroke[-1])
        for pair in ends
        for other in pair
    )


def _grown(box: Box) -> Box:
    return (box[0] - _SAME_END, box[1] - _SAME_END, box[2] + _SAME_END, box[3] + _SAME_END)


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
            found.append((1 / (1 + hypot(gap, off)), off, at))
    level = min((off for _, off, _ in found), default=0.0)
    return [(near, at) for near, off, at in found if off <= 2 * level + 1.5]


def room_beside(box: Box) -> Box:
    """A box with the room on its sides where a mark may stand that did not fit in."""
    reach = 2 * max(min(box[2] - box[0], box[3] - box[1]), 6.0)
    return (box[0] - reach, box[1], box[2] + reach, box[3])


def aim(one: Added, boxes: Sequence[Box]) -> int | None:
    """Which of the boxes that a mark lies in is meant, where its own shape tells: the number of the box.

    A tick with a long tail is aimed with its tip; any other mark that is about as large as a box with
    its middle.
    """
    tip = _tip(one)
    x, y = tip or middle(one.box)
    ways = sorted((dist((x, y), middle(box)), at) for at, box in enumerate(boxes))
    (near, at), (next_near, _) = ways[0], ways[1]
    x0, top, x1, bottom = boxes[at]
    side = max(min(x1 - x0, bottom - top), 6.0)
    width, height = one.box[2] - one.box[0], one.box[3] - one.box[1]
    sized = tip is not None or (0.4 * side <= min(width, height) and max(width, height) <= 2.2 * side)
    return at if sized and near <= 0.7 * next_near and holds(boxes[at], x, y, 1.5) else None


def _tip(one: Added) -> Point | None:
    """The lowest point of a tick: it comes from the left and goes up on the right, and higher there."""
    if not one.dots or is_scribble(one):
        return None
    left, top, right, bottom = one.box
    x, y, _ = max(one.dots, key=lambda dot: dot[1])
    width, height = right - left, bottom - top
    if not left + 0.05 * width <= x <= left + 0.65 * width or height < 4 or width < 0.2 * height:
        return None
    before = min((v for u, v, _ in one.dots if u < x - 0.05 * width), default=y)
    u = min(one.dots, key=lambda dot: dot[1])[0]
    rises = 0.1 * height <= y - before <= 0.75 * height and u >= x + 0.25 * width
    # What lies on both sides of the way up is no tick but a scribble.
    aside = [a for a, b, _ in one.dots if b < y - 0.8 * height and a < x]
    return (x, y) if rises and not aside else None


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


def is_scribble(one: Added) -> bool:
    """Whether a mark is a line that goes up and down many times, as over words that no longer hold."""
    return any(_turns(stroke, one.box[3] - one.box[1]) >= _MOST_TURNS for stroke in one.strokes)


def is_blot(one: Added, throughout: bool = False) -> bool:
    """Whether a mark goes to and fro many times, whichever way: a box filled in, or a tick taken back.

    `throughout` asks whether it does nothing else.
    """
    found = [_goes_to_and_fro(stroke, one.box) for stroke in one.strokes]
    return bool(found) and (all(found) if throughout else any(found))


def _goes_to_and_fro(stroke: Sequence[Point], box: Box) -> bool:
    turned = [(y, x) for x, y in stroke]
    return max(_turns(stroke, box[3] - box[1]), _turns(turned, box[2] - box[0])) > _MOST_TURNS


def _turns(stroke: Sequence[Point], height: float) -> int:
    """How often a line turns from up to down or back, each time by a good part of the mark's height."""
    turns, way, last = 0, 0, stroke[0][1]
    for _, y in stroke[1:]:
        step = (y > last) - (y < last)
        if way in (0, step):
            way, last = step, y
        elif abs(y - last) > 0.4 * height:
            turns, way, last = turns + 1, step, y
    return turns


def says(text: str, font: str = "") -> State | None:
    """What a short text says as a mark."""
    if len(text) > 12:
        return None
    look = marks.glyph(text, font)
    if look is not None:
        return State.TICKED if look.state is State.TICKED else None
    return State.TICKED if text in _PEN_TICKS else marks.typed(text)
