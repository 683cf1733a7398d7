"""Tells the boxes of a form from squares and rings that are parts of something else.

Nodes of a diagram, crests and charts, framed numbers and letters are drawn with the same few
lines; what touches them, crowds them or stands in them gives them away.
"""

from __future__ import annotations

from collections.abc import Sequence

from parsers import marks
from parsers.document import Box
from parsers.pdf.objects import Rule, Shape, Way, Word, area, holds, middle

_NEAR = 1.2
"""How near to a box's line the end of another line touches it, in points."""

_OUTSIDE = 4.0
"""A line that touches a box from outside is at least this long, in points."""

_CROWD = 4
"""So many other shapes around a box are a picture that it is part of."""

_GROUND = 3.0
"""A shape so many times as large as a box is the ground that it lies on."""

_LEAST_AREA = 0.68
"""The share of its frame that a ring fills: a circle has 0.78, letters and stars have less."""

_MOST_LOOKS = 1_000_000
"""More pairs of boxes and lines than these: the page is a drawing all over."""

_ANSWERS = frozenset(("n", "no", "nn", "s", "y"))
"""What people type into a box though it is no tick: the box stays one."""


def parts_of_drawings(
    boxes: Sequence[Box], shapes: Sequence[Shape], rules: Sequence[Rule], words: Sequence[Word]
) -> frozenset[Box]:
    """Those of the boxes that are no boxes to tick.

    `shapes` and `rules` are all of the page, those that the boxes are made of included.
    """
    if not boxes:
        return frozenset()
    if len(boxes) * (len(shapes) + len(rules)) > _MOST_LOOKS:
        return frozenset(boxes)
    framed = _framed(boxes, words)
    others = [box for box in boxes if box not in framed]
    found = {box for box in others if _is_part(box, others, shapes, rules)}
    return frozenset((*framed, *found))


def _is_part(box: Box, boxes: Sequence[Box], shapes: Sequence[Shape], rules: Sequence[Rule]) -> bool:
    near = [shape for shape in shapes if _overlap(shape.box, box, 2.0)]
    return (
        _is_crowded(box, boxes, near)
        or any(_is_link(shape, box) for shape in near)
        or _is_tied(box, boxes, near, rules)
        or not _is_round(box, near)
    )


def _framed(boxes: Sequence[Box], words: Sequence[Word]) -> frozenset[Box]:
    """The boxes that frame a number or a word; single letters may be the names of boxes to tick."""
    short = [word for word in words if len(word.text) <= 8 and not marks.font_table(word.style.font)]
    held = {box: [word for word in short if holds(box, *middle(word.box))] for box in boxes}
    texts = {box: "".join(word.text for word in some) for box, some in held.items() if some}
    numbered = sum(text.isdecimal() for text in texts.values()) > 1
    return frozenset(box for box, text in texts.items() if _is_name(text, numbered))


def _is_name(text: str, numbered: bool) -> bool:
    """Whether what stands in a box is neither a tick nor something typed for one."""
    if text.isdecimal() and (numbered or text != "1"):
        return True
    if marks.typed(text) is not None or marks.glyph(text[:1]) is not None or text.casefold() in _ANSWERS:
        return False
    return len(text) > 1 and any(map(str.isalnum, text))


def _is_crowded(box: Box, boxes: Sequence[Box], near: Sequence[Shape]) -> bool:
    """Whether many shapes lie across or beside a box, that are neither in it nor under it.

    A pen's strokes over this box and its neighbours are no crowd, nor are the boxes of a list.
    """
    size = max(box[2] - box[0], box[3] - box[1])
    crowd = []
    for shape in near:
        x0, top, x1, bottom = shape.box
        under = area(shape.box) > _GROUND * _GROUND * size * size or shape.tinted
        inside = box[0] - 1 <= x0 and box[1] - 1 <= top and x1 <= box[2] + 1 and bottom <= box[3] + 1
        if not under and not inside and max(x1 - x0, bottom - top) >= 2:
            crowd.append(shape)
    if len(crowd) >= _CROWD:
        crowd = [
            shape for shape in crowd if not (_is_stroke_over(shape, boxes) or _is_next_of_list(shape, box))
        ]
    return len(crowd) >= _CROWD


def _is_next_of_list(shape: Shape, box: Box) -> bool:
    """Whether a shape is a box right above or below, as wide and high: the next option's, lines set close."""
    x0, top, x1, bottom = shape.box
    level = abs(x0 - box[0]) < 1 and abs(x1 - box[2]) < 1
    return shape.upright and level and abs(bottom - top - box[3] + box[1]) < 1


def _is_stroke_over(shape: Shape, boxes: Sequence[Box]) -> bool:
    """Whether a shape may be a tick: a stroke, not upright, with its middle in or right at a box."""
    return bool(shape.points) and any(holds(box, *middle(shape.box), box[2] - box[0]) for box in boxes)


def _is_link(shape: Shape, box: Box) -> bool:
    """Whether a shape and a box of one size lie across one another: links of a chain, parts of a crest.

    What a pen draws round a box is larger, a shadow lies nearer.
    """
    if not (shape.closed or (shape.upright and shape.stroked)):
        return False
    size, other = box[2] - box[0], shape.box[2] - shape.box[0]
    across, down = (abs(one - two) for one, two in zip(middle(shape.box), middle(box), strict=True))
    return (
        _overlap(shape.box, box, -1.0)
        and 0.8 * size < other < 1.25 * size
        and max(across, down) > 0.25 * size
    )


def _is_tied(box: Box, boxes: Sequence[Box], near: Sequence[Shape], rules: Sequence[Rule]) -> bool:
    """Whether lines end at the middle of a box's sides, as between the nodes of a diagram."""
    ties = [rule for rule in rules if _ties(rule, box)]
    if any(_ties(rule, other) for rule in ties for other in boxes if other is not box):
        return True
    ends = sum(_touches(shape, box) for shape in near if len(shape.points) > 1 and not shape.closed)
    return len(ties) + ends > 1


def _is_pen_sized(shape: Shape, box: Box) -> bool:
    """Whether a stroke is no larger than a tick beside a box, or in the box next to it."""
    x0, top, x1, bottom = shape.box
    return max(x1 - x0, bottom - top) <= 1.7 * max(box[2] - box[0], box[3] - box[1])


def _ties(rule: Rule, box: Box) -> bool:
    low, high = (box[1], box[3]) if rule.way is Way.ACROSS else (box[0], box[2])
    first, last = (box[0], box[2]) if rule.way is Way.ACROSS else (box[1], box[3])
    inset = 0.25 * (high - low)
    if not low + inset < rule.at < high - inset or rule.length < _OUTSIDE:
        return False
    return abs(rule.end - first) <= _NEAR or abs(rule.start - last) <= _NEAR


def _touches(shape: Shape, box: Box) -> bool:
    """Whether a line that is not upright begins or ends at a box's line and lies outside of it."""
    first, last = shape.points[0], shape.points[-1]
    outer = not _is_pen_sized(shape, box) and (_reaches(box, first, last) or _reaches(box, last, first))
    inner = any(holds(box, *point, -_NEAR) for point in shape.points)
    return outer and not inner


def _reaches(box: Box, near: tuple[float, float], far: tuple[float, float]) -> bool:
    """Whether a line comes to a box's border from a place well outside."""
    touching = holds(box, *near, _NEAR) and not holds(box, *near, -_NEAR)
    return touching and not holds(box, *far, _OUTSIDE)


def _is_round(box: Box, near: Sequence[Shape]) -> bool:
    """Whether a ring is a circle or has round corners, and is not the outline of a letter or a star."""
    for shape in near:
        same = all(abs(one - two) < 1 for one, two in zip(shape.box, box, strict=True))
        if same and shape.closed and shape.points:
            return _area(shape) >= _LEAST_AREA * area(shape.box)
    return True


def _area(shape: Shape) -> float:
    """What a closed line encloses, about, in square points."""
    points = shape.points
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _overlap(one: Box, two: Box, slack: float) -> bool:
    across = one[0] < two[2] + slack and one[2] > two[0] - slack
    return across and one[1] < two[3] + slack and one[3] > two[1] - slack
